import type { Item } from '../api.ts';
import { ALL_NAMESPACES, type Command, OUTPUT } from '../command.ts';
import { since } from '../describe/words.ts';
import { failed, misused } from '../errors.ts';
import { listOf, printerFor } from '../print/output.ts';
import { GET, lineUp } from '../print/tabs.ts';
import { number, text } from '../read.ts';
import { kindNamed } from '../targets.ts';

const timeOf = (event: Item): number =>
  Date.parse(text(event, 'lastTimestamp') || text(event, 'eventTime') || text(event, 'firstTimestamp')) || 0;

export const EVENTS_COMMAND: Command = {
  name: 'events',
  short: 'List events',
  flags: [
    ...OUTPUT,
    ALL_NAMESPACES,
    { name: 'for', type: 'value' },
    { name: 'types', type: 'list' },
    { name: 'watch', short: 'w', type: 'bool' },
    { name: 'no-headers', type: 'bool' },
    { name: 'chunk-size', type: 'int' },
  ],
  async run(run) {
    const { api, args, flags } = run;
    if (flags.is('watch')) run.hint('watch');
    if (args.length > 0) throw misused('events', `unexpected arguments: ${args.join(' ')}`);
    const types = flags.all('types');
    if (types.some((type) => !/^(?:normal|warning)$/i.test(type))) throw failed('valid --types are Normal or Warning');
    const about = flags.value('for');
    const [word = '', name] = about?.split('/') ?? [];
    if (about !== undefined && name === undefined) throw failed('--for must be in resource/name form');
    const selector =
      about === undefined
        ? {}
        : { fieldSelector: `involvedObject.kind=${(await kindNamed(api, word)).kind},involvedObject.name=${name}` };
    const kind = await kindNamed(api, 'events');
    const found = (await api.list(kind, run.everywhere ? undefined : run.namespace, selector))
      .filter(
        (one) => types.length === 0 || types.some((type) => type.toLowerCase() === text(one, 'type').toLowerCase()),
      )
      .toSorted((one, other) => timeOf(one) - timeOf(other));
    if (found.length === 0) {
      run.err(run.everywhere ? 'No events found.\n' : `No events found in ${run.namespace} namespace.\n`);
      return;
    }
    const printer = printerFor(flags.value('output'), { headers: true, showManaged: flags.is('show-managed-fields') });
    if (printer) {
      run.out(printer(listOf(found), found));
      return;
    }
    const now = await run.now();
    const lines = found.map((one) => {
      const first = since(text(one, 'eventTime') || text(one, 'firstTimestamp'), now);
      const count = number(one, 'count');
      const age = count > 1 ? `${since(text(one, 'lastTimestamp'), now)} (x${count} over ${first})` : first;
      const object = `${text(one, 'involvedObject.kind')}/${text(one, 'involvedObject.name')}`;
      const cells = [age, text(one, 'type'), text(one, 'reason'), object, text(one, 'message').trim()];
      return (run.everywhere ? [text(one, 'metadata.namespace'), ...cells] : cells).join('\t');
    });
    const head = `${run.everywhere ? 'NAMESPACE\t' : ''}LAST SEEN\tTYPE\tREASON\tOBJECT\tMESSAGE`;
    run.out(`${lineUp((flags.is('no-headers') ? lines : [head, ...lines]).join('\n'), GET)}\n`);
  },
};
