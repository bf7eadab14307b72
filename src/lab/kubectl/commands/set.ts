import { isDeepStrictEqual } from 'node:util';
import { ALL_NAMESPACES, type Command, DRY_RUN, FIELD_MANAGER, FILES, OUTPUT, type Run, SELECTOR } from '../command.ts';
import { failed, KubectlError } from '../errors.ts';
import { chosenBy, containersIn, nested, patchAndSay, selects, specPath, splitChanges } from './pod-specs.ts';
import { type Change, patchContainers } from './set-containers.ts';
import { setEnv } from './set-env.ts';

const FLAGS = [
  ...FILES,
  ...OUTPUT,
  ...[SELECTOR, ALL_NAMESPACES, DRY_RUN, FIELD_MANAGER],
  { name: 'all', type: 'bool' },
  { name: 'local', type: 'bool' },
] as const;

const isPair = (word: string): boolean => word.includes('=');

async function setImage(run: Run): Promise<void> {
  const [resources, pairs] = splitChanges(run.args, isPair);
  if (pairs.length === 0) throw failed('at least one image update is required');
  const images = pairs.map((pair) => ({
    pattern: pair.slice(0, pair.indexOf('=')),
    image: pair.slice(pair.indexOf('=') + 1),
  }));
  if (images.length > 1 && images.some(({ pattern }) => pattern === '*'))
    throw failed(
      'all containers are already specified by *, but saw more than one container_name=container_image pairs',
    );
  const problems: string[] = [];
  for (const found of await chosenBy(run, resources, 'setting image')) {
    const all = containersIn(found.item);
    const changes = images.flatMap(({ pattern, image }) => {
      const meant = all.filter(({ name }) => (pattern.includes('*') ? selects(pattern, name) : pattern === name));
      if (meant.length === 0) problems.push(`error: unable to find container named ${JSON.stringify(pattern)}`);
      return meant
        .filter(({ container }) => container.image !== image)
        .map(({ of, name }): Change => ({ of, name, fields: { image } }));
    });
    await patchContainers(run, found, changes, 'image updated');
  }
  if (problems.length > 0) throw new KubectlError(problems.join('\n'));
}

/** `cpu=100m,memory=64Mi` -> amounts by their names. */
function amountsIn(words: string | undefined): Record<string, string> | undefined {
  if (words === undefined || words === '') return undefined;
  return Object.fromEntries(
    words.split(',').map((one) => {
      const [name = '', amount, ...more] = one.split('=');
      if (amount === undefined || more.length > 0)
        throw failed(`Invalid argument syntax ${one}, expected <resource>=<value>`);
      return [name, amount];
    }),
  );
}

async function setResources(run: Run): Promise<void> {
  const [limits, requests] = [amountsIn(run.flags.value('limits')), amountsIn(run.flags.value('requests'))];
  if (!limits && !requests)
    throw failed('you must specify an update to requests or limits (in the form of --requests/--limits)');
  const pattern = run.flags.value('containers') ?? '*';
  for (const found of await chosenBy(run, run.args, 'setting resources')) {
    const meant = containersIn(found.item).filter(({ of, name }) => of === 'containers' && selects(pattern, name));
    if (meant.length === 0) throw new KubectlError(`error: unable to find container named ${pattern}`);
    const resources = { ...(limits ? { limits } : {}), ...(requests ? { requests } : {}) };
    const changed = meant.filter(({ container }) => !isDeepStrictEqual(container.resources, resources));
    const changes = changed.map(({ of, name }): Change => ({ of, name, fields: { resources } }));
    await patchContainers(run, found, changes, 'resource requirements updated');
  }
}

async function setAccount(run: Run): Promise<void> {
  const resources = run.args.slice(0, -1);
  const account = run.args.at(-1);
  if (account === undefined || resources.length === 0) throw failed('serviceaccount is required');
  for (const found of await chosenBy(run, resources, 'setting serviceaccount')) {
    const path = specPath(found.item);
    if (path !== undefined)
      await patchAndSay(
        run,
        found,
        nested(path, { serviceAccountName: account, serviceAccount: account }),
        'serviceaccount updated',
      );
  }
}

async function setSelector(run: Run): Promise<void> {
  const resources = run.args.slice(0, -1);
  const chosen = run.args.at(-1) ?? '';
  const selector = Object.fromEntries(chosen.split(',').map((one) => one.split('=').slice(0, 2)));
  for (const found of await chosenBy(run, resources, 'setting selector')) {
    if (found.item.kind !== 'Service') throw failed('setting a selector is only supported for Services');
    await patchAndSay(run, found, { spec: { selector: { $patch: 'replace', ...selector } } }, 'selector updated');
  }
}

export const SET_COMMAND: Command = {
  name: 'set',
  short: 'Set specific features on objects',
  children: [
    { name: 'image', short: 'Update the image of a pod template', flags: FLAGS, run: setImage },
    {
      name: 'env',
      short: 'Update environment variables on a pod template',
      flags: [
        ...FLAGS,
        { name: 'containers', short: 'c', type: 'value' },
        { name: 'env', short: 'e', type: 'array' },
        { name: 'from', type: 'value' },
        { name: 'prefix', type: 'value' },
        { name: 'list', type: 'bool' },
        { name: 'resolve', type: 'bool' },
        { name: 'overwrite', type: 'bool' },
        { name: 'keys', type: 'list' },
      ],
      run: setEnv,
    },
    {
      name: 'resources',
      short: 'Update resource requests/limits on objects with pod templates',
      flags: [
        ...FLAGS,
        { name: 'containers', short: 'c', type: 'value' },
        { name: 'limits', type: 'value' },
        { name: 'requests', type: 'value' },
      ],
      run: setResources,
    },
    {
      name: 'serviceaccount',
      aliases: ['sa'],
      short: 'Update the service account of a resource',
      flags: FLAGS,
      run: setAccount,
    },
    { name: 'selector', short: 'Set the selector on a resource', flags: FLAGS, run: setSelector },
  ],
};
