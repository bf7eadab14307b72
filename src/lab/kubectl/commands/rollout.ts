import { timeText } from '../../engine/object.ts';
import type { Item } from '../api.ts';
import { ALL_NAMESPACES, type Command, DRY_RUN, FIELD_MANAGER, FILES, OUTPUT, type Run, SELECTOR } from '../command.ts';
import { failed } from '../errors.ts';
import { fetchManifest } from '../manifest.ts';
import { at } from '../read.ts';
import { type Found, fetchAll, readTargets, thrownTogether } from '../targets.ts';
import { printHistory, rollBack } from './history.ts';
import { patchAndSay } from './pod-specs.ts';
import { statusOf } from './rollout-status.ts';

const FLAGS = [...FILES, ...OUTPUT, SELECTOR, ALL_NAMESPACES, DRY_RUN, FIELD_MANAGER] as const;
const ROLLED = new Set(['Deployment', 'DaemonSet', 'StatefulSet']);

async function chosen(run: Run): Promise<Found[]> {
  const { api, args, flags } = run;
  if (args.length === 0 && !flags.has('filename')) throw failed('required resource not specified');
  const { found, errors } = flags.has('filename')
    ? await fetchManifest(run, 'reading')
    : await fetchAll(
        api,
        await readTargets(api, args, { labels: flags.value('selector'), empty: true }),
        run.namespace,
      );
  thrownTogether(errors);
  return found;
}

const fullKind = ({ apiVersion, kind }: Item): string => {
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : '';
  return `${kind}${group}`;
};

/** Prints each new line of how far it is, until it is done. */
async function status(run: Run): Promise<void> {
  for (const { kind, item } of await chosen(run)) {
    if (!ROLLED.has(item.kind)) throw failed(`no status viewer has been implemented for ${fullKind(item)}`);
    let said = '';
    for (;;) {
      const now = await run.api.get(kind, item.metadata.namespace ?? '', item.metadata.name);
      const { line, isDone } = statusOf(now, run.flags.int('revision') ?? 0);
      if (line !== said) run.out(line);
      said = line;
      if (isDone || run.flags.value('watch') === 'false') break;
      if (!(await run.pause())) throw failed('timed out waiting for the condition');
    }
  }
}

async function restart(run: Run): Promise<void> {
  for (const found of await chosen(run)) {
    const { item } = found;
    if (!ROLLED.has(item.kind))
      throw failed(`${found.kind.plural} ${JSON.stringify(item.metadata.name)} restarting is not supported`);
    if (at(item, 'spec.paused') === true)
      throw failed(`${nameOf(found)} can't restart paused deployment (run rollout resume first)`);
    const annotations = { 'kubectl.kubernetes.io/restartedAt': timeText(await run.now()) };
    await patchAndSay(run, found, { spec: { template: { metadata: { annotations } } } }, 'restarted');
  }
}

const nameOf = ({ kind, item }: Found): string =>
  `${kind.group === '' ? kind.plural : `${kind.plural}.${kind.group}`} ${JSON.stringify(item.metadata.name)}`;

/** Pauses or resumes; which of the two is the command's name. */
async function pause(run: Run): Promise<void> {
  const pauses = run.path.endsWith('pause');
  for (const found of await chosen(run)) {
    if (found.item.kind !== 'Deployment')
      throw failed(`${nameOf(found)} ${pauses ? 'pausing' : 'resuming'} is not supported`);
    const isPaused = at(found.item, 'spec.paused') === true;
    if (isPaused === pauses) throw failed(`${nameOf(found)} is ${pauses ? 'already paused' : 'not paused'}`);
    await patchAndSay(run, found, { spec: { paused: pauses ? true : null } }, pauses ? 'paused' : 'resumed');
  }
}

export const ROLLOUT_COMMAND: Command = {
  name: 'rollout',
  short: 'Manage the rollout of a resource',
  children: [
    {
      name: 'history',
      short: 'View rollout history',
      flags: [...FLAGS, { name: 'revision', type: 'int' }],
      async run(run) {
        for (const found of await chosen(run)) await printHistory(run, found);
      },
    },
    { name: 'pause', short: 'Mark the provided resource as paused', flags: FLAGS, run: pause },
    { name: 'restart', short: 'Restart a resource', flags: FLAGS, run: restart },
    { name: 'resume', short: 'Resume a paused resource', flags: FLAGS, run: pause },
    {
      name: 'status',
      short: 'Show the status of the rollout',
      flags: [
        ...FLAGS,
        { name: 'watch', short: 'w', type: 'bool' },
        { name: 'timeout', type: 'value' },
        { name: 'revision', type: 'int' },
      ],
      run: status,
    },
    {
      name: 'undo',
      short: 'Undo a previous rollout',
      flags: [...FLAGS, { name: 'to-revision', type: 'int' }],
      async run(run) {
        for (const found of await chosen(run)) await rollBack(run, found);
      },
    },
  ],
};
