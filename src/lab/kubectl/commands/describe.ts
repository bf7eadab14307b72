import type { Item } from '../api.ts';
import { ALL_NAMESPACES, type Command, FILES, type Run, SELECTOR } from '../command.ts';
import { describerOf } from '../describe/describers.ts';
import { createPage } from '../describe/page.ts';
import { failed, ServerError } from '../errors.ts';
import { fetchManifest } from '../manifest.ts';
import { type Found, fetchAll, readTargets, thrownTogether } from '../targets.ts';

/** The events about an object, as `describe` finds them. */
async function eventsOf({ api }: Run, item: Item): Promise<Item[]> {
  const events = await api.findKind('v1', 'Event');
  if (!events) return [];
  const { name, namespace = '', uid = '' } = item.metadata;
  const find = (by: string): Promise<Item[]> =>
    // What belongs to no namespace has its events in the default one, wherever they are looked for.
    api.list(events, namespace === '' ? undefined : namespace, {
      fieldSelector: `involvedObject.name=${name},involvedObject.namespace=${namespace},${by}`,
    });
  const found = await find(
    item.kind === 'Pod' ? `involvedObject.uid=${uid}` : `involvedObject.kind=${item.kind},involvedObject.uid=${uid}`,
  );
  // Kubelets tell of their node by its name.
  return item.kind === 'Node'
    ? [...found, ...(await find(`involvedObject.kind=Node,involvedObject.uid=${name}`))]
    : found;
}

/** An object told, as `kubectl describe` does. */
async function described(run: Run, { item }: Found): Promise<string> {
  const page = createPage();
  const showsEvents = run.flags.value('show-events') !== 'false';
  const events = showsEvents ? await eventsOf(run, item) : undefined;
  await describerOf(item.kind)(page, item, { api: run.api, now: await run.now(), events });
  return page.text();
}

export const DESCRIBE_COMMAND: Command = {
  name: 'describe',
  short: 'Show details of a specific resource or group of resources',
  flags: [
    ...FILES,
    ...[SELECTOR, ALL_NAMESPACES],
    { name: 'show-events', type: 'bool' },
    { name: 'chunk-size', type: 'int' },
  ],
  async run(run) {
    const { api, args, flags } = run;
    if (args.length === 0 && !flags.has('filename'))
      throw failed(
        'You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of supported resources.\n',
      );
    const namespace = run.everywhere ? undefined : run.namespace;
    const { found, errors } = flags.has('filename')
      ? await fetchManifest(run, 'describing')
      : await fetchAll(api, await readTargets(api, args, { labels: flags.value('selector'), empty: true }), namespace);
    const [type = '', prefix = ''] = args;
    const [error] = errors;
    // A name that is none may be the beginning of some.
    if (args.length === 2 && error instanceof ServerError && error.refusal.reason === 'NotFound') {
      const all = await fetchAll(api, await readTargets(api, [type], { empty: true }), namespace);
      const begun = all.found.filter(({ item }) => item.metadata.name.startsWith(prefix));
      if (begun.length === 0) throw error;
      for (const one of begun) run.out(`${await described(run, one)}\n`);
      return;
    }
    const told: string[] = [];
    for (const one of found) told.push(await described(run, one));
    run.out(told.join('\n\n'));
    if (found.length === 0 && errors.length === 0)
      run.err(run.everywhere ? 'No resources found\n' : `No resources found in ${run.namespace} namespace.\n`);
    thrownTogether(errors);
  },
};
