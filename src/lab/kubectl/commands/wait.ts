import { readDuration } from '../../engine/duration.ts';
import type { Item } from '../api.ts';
import { ALL_NAMESPACES, type Command, FIELDS, FILES, OUTPUT, type Run, SELECTOR } from '../command.ts';
import { failed, KubectlError, ServerError } from '../errors.ts';
import { fillTemplate } from '../jsonpath/fill.ts';
import { readTemplate } from '../jsonpath/read.ts';
import { fetchManifest } from '../manifest.ts';
import { list, number, text } from '../read.ts';
import { report } from '../report.ts';
import { type Found, fetchAll, readTargets, thrownTogether } from '../targets.ts';

/** Is it so? Of what is gone, undefined is asked about. */
type Test = (item: Item | undefined) => boolean;

function readCondition(words: string): Test {
  const lower = words.toLowerCase();
  if (lower === 'delete') return (item) => item === undefined;
  if (lower === 'create') return (item) => item !== undefined;
  if (words.startsWith('condition=')) {
    const [type = '', wanted = 'true'] = words.slice('condition='.length).split(/=(.*)/s);
    return (item) => {
      const found = list(item, 'status.conditions').find(
        (one) => text(one, 'type').toLowerCase() === type.toLowerCase(),
      );
      const seen = number(found, 'observedGeneration') || number(item, 'status.observedGeneration');
      if (seen > 0 && seen < number(item, 'metadata.generation')) return false;
      return text(found, 'status').toLowerCase() === wanted.toLowerCase();
    };
  }
  if (words.startsWith('jsonpath=')) {
    const end = words.lastIndexOf('}');
    const [, value] = /^['"]?=(.*)$/s.exec(words.slice(end + 1)) ?? [];
    if (end < 0)
      throw failed(
        `jsonpath wait format must be --for=jsonpath='{.status.readyReplicas}'=3 or --for=jsonpath='{.status.readyReplicas}'`,
      );
    const template = readTemplate(words.slice('jsonpath='.length, end + 1).replace(/^['"]/, ''));
    const wanted = value?.replace(/^['"]+|(?<!['"])['"]+$/g, '');
    return (item) => {
      const found = item === undefined ? '' : fillTemplate(template, item);
      return wanted === undefined ? found !== '' : found === wanted;
    };
  }
  throw failed(`unrecognized condition: ${JSON.stringify(words)}`);
}

async function look(run: Run, { kind, item }: Found): Promise<Item | undefined> {
  try {
    return await run.api.get(kind, item.metadata.namespace ?? '', item.metadata.name);
  } catch (error) {
    if (error instanceof ServerError && error.refusal.reason === 'NotFound') return undefined;
    throw error;
  }
}

/** Looks again and again, while the time is not up by the lab's clock and the caller may wait. */
async function waitFor(run: Run, found: Found, test: Test, until: number): Promise<void> {
  const isForever = test(undefined);
  for (;;) {
    const now = await look(run, found);
    if (test(now)) return report(run, { kind: found.kind, item: now ?? found.item }, 'condition met');
    if (now === undefined && !isForever)
      throw new KubectlError(
        `Error from server (NotFound): ${found.kind.plural}${found.kind.group === '' ? '' : `.${found.kind.group}`} ${JSON.stringify(found.item.metadata.name)} not found`,
      );
    if ((await run.now()) >= until || !(await run.pause()))
      throw failed(`timed out waiting for the condition on ${found.kind.plural}/${found.item.metadata.name}`);
  }
}

export const WAIT_COMMAND: Command = {
  name: 'wait',
  short: 'Experimental: Wait for a specific condition on one or many resources',
  flags: [
    ...FILES,
    ...OUTPUT,
    ...[SELECTOR, FIELDS, ALL_NAMESPACES],
    { name: 'for', type: 'value' },
    { name: 'timeout', type: 'value' },
    { name: 'all', type: 'bool' },
    { name: 'local', type: 'bool' },
  ],
  async run(run) {
    const { api, args, flags } = run;
    const test = readCondition(flags.value('for') ?? '');
    const ms = readDuration(flags.value('timeout') ?? '30s');
    if (ms === undefined)
      throw failed(
        `invalid argument ${JSON.stringify(flags.value('timeout'))} for "--timeout" flag: time: invalid duration ${JSON.stringify(flags.value('timeout'))}\nSee 'kubectl wait --help' for usage.`,
      );
    const until = (await run.now()) + ms;
    const isDeletion = test(undefined);
    const { found, errors } = flags.has('filename')
      ? await fetchManifest(run, 'waiting')
      : await fetchAll(
          api,
          await readTargets(api, args, {
            ...{ labels: flags.value('selector'), fields: flags.value('field-selector'), all: flags.is('all') },
          }),
          run.everywhere ? undefined : run.namespace,
        );
    const left = isDeletion
      ? errors.filter((error) => !(error instanceof ServerError && error.refusal.reason === 'NotFound'))
      : errors;
    thrownTogether(left);
    if (found.length === 0 && !isDeletion) throw failed('no matching resources found');
    const late: KubectlError[] = [];
    for (const one of found)
      try {
        await waitFor(run, one, test, until);
      } catch (error) {
        if (!(error instanceof KubectlError)) throw error;
        late.push(error);
      }
    if (late.length > 0)
      throw new KubectlError(
        late.map(({ message }) => (late.length > 1 ? message.replace(/^error: /, '') : message)).join('\n'),
      );
  },
};
