import { isObject } from '../../../core/json.ts';
import type { Run } from '../command.ts';
import { failed } from '../errors.ts';
import { list, text } from '../read.ts';
import type { Found } from '../targets.ts';
import { chosenBy, containersIn, selects, splitChanges } from './pod-specs.ts';
import { type Change, patchContainers } from './set-containers.ts';

/** `A=1` sets, `A-` takes away. */
const isEnv = (word: string): boolean => /^[A-Za-z_][\w.-]*(?:=|-$)/.test(word) && !word.includes('/');

function listEnv(run: Run, { item }: Found): void {
  for (const { container, name } of containersIn(item)) {
    run.out(`# ${item.kind} ${item.metadata.name}, container ${name}\n`);
    for (const one of list(container, 'env')) {
      const from = isObject(one) && isObject(one.valueFrom) ? one.valueFrom : undefined;
      const ref = Object.entries(from ?? {})[0];
      if (ref === undefined) run.out(`${text(one, 'name')}=${text(one, 'value')}\n`);
      else if (ref[0] === 'configMapKeyRef' || ref[0] === 'secretKeyRef')
        run.out(
          `# ${text(one, 'name')} from ${ref[0] === 'secretKeyRef' ? 'secret' : 'configmap'} ${text(ref[1], 'name')}, key ${text(ref[1], 'key')}\n`,
        );
      else run.out(`# ${text(one, 'name')} from field path ${text(ref[1], 'fieldPath')}\n`);
    }
  }
}

/** Variables of all keys of a ConfigMap or a Secret. */
async function variablesFrom(run: Run, from: string): Promise<Record<string, unknown>[]> {
  const [type = '', name = ''] = from.split('/');
  const kind = await run.api.find(type);
  if (kind?.kind !== 'ConfigMap' && kind?.kind !== 'Secret') throw failed('unsupported resource specified in --from');
  const item = await run.api.get(kind, run.namespace, name);
  const keys = isObject(item.data) ? Object.keys(item.data).sort() : [];
  const prefix = run.flags.value('prefix') ?? '';
  const ref = kind.kind === 'Secret' ? 'secretKeyRef' : 'configMapKeyRef';
  return keys.map((key) => ({
    name: `${prefix}${key.toUpperCase().replace(/[^A-Z0-9_]/g, '_')}`,
    valueFrom: { [ref]: { name, key } },
  }));
}

export async function setEnv(run: Run): Promise<void> {
  const { flags } = run;
  const [resources, words] = splitChanges(run.args, isEnv);
  const from = flags.value('from');
  const found = await chosenBy(run, resources, 'setting environment');
  if (flags.is('list')) {
    for (const one of found) listEnv(run, one);
    return;
  }
  const given = [...words, ...flags.all('env')];
  const set = given
    .filter((word) => word.includes('='))
    .map((word) => ({ name: word.slice(0, word.indexOf('=')), value: word.slice(word.indexOf('=') + 1) }));
  const more = from === undefined ? [] : await variablesFrom(run, from);
  const gone = given
    .filter((word) => !word.includes('='))
    .map((word) => ({ $patch: 'delete', name: word.replace(/-$/, '') }));
  if (set.length + gone.length + more.length === 0) throw failed('at least one environment variable must be provided');
  const pattern = flags.value('containers') ?? '*';
  for (const one of found) {
    const meant = containersIn(one.item).filter(({ of, name }) => of === 'containers' && selects(pattern, name));
    if (meant.length === 0)
      throw failed(
        `${one.item.kind.toLowerCase()} ${one.item.metadata.name} has no containers matching ${JSON.stringify(pattern)}`,
      );
    const changes = meant.map(({ of, name, container }): Change => {
      const before = list(container, 'env').map((variable) => text(variable, 'name'));
      const after = [...before, ...[...set, ...more].map((variable) => text(variable, 'name'))];
      // New variables come behind those that are there.
      const order = Array.from(new Set(after)).filter((key) => !gone.some((variable) => variable.name === key));
      const fields = { '$setElementOrder/env': order.map((key) => ({ name: key })), env: [...gone, ...set, ...more] };
      return { of, name, fields };
    });
    await patchContainers(run, one, changes, 'env updated');
  }
}
