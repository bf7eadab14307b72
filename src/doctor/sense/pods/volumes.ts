import type { Finding } from '../../finding.ts';
import { nearest } from '../../schema/misspelt.ts';
import { schema } from '../../schema/schema.ts';
import { quotedWhere, yamlOf } from '../../schema/yaml.ts';
import { dig, maps, type Spot, textOf } from '../../spot.ts';
import { near } from '../near.ts';
import { containersOf, given, type Rule, refused, repeatedNames, type Thing, type TypeRule, unmeant } from '../rule.ts';
import { text } from './text.ts';

const volumeTypes = (): string[] => Object.keys(schema().types.V1Volume ?? {}).filter((one) => one !== 'name');

/** A volume is of one kind. */
export const volume: TypeRule = function* (spot) {
  const [one, other] = given(spot, volumeTypes());
  if (one && other)
    yield refused(
      'too-many-handlers',
      spot,
      text.both((t) => t.onlyOneOf(t.handlers.volume, one.key, other.key)),
      text.both((t) => t.keepOne),
    );
};

/** The volumes that a container may mount: the Pod's, those of a StatefulSet's claims, and such as were misplaced. */
function namesIn(thing: Thing): string[] {
  const { pod, root } = thing;
  const claims = maps(dig(root, 'spec', 'volumeClaimTemplates')).flatMap(
    (claim) => textOf(dig(claim, 'metadata', 'name')) ?? [],
  );
  const misplaced = [root, dig(root, 'spec'), pod?.at, ...containersOf(pod)].flatMap((at) => maps(dig(at, 'volumes')));
  const own = [...maps(dig(pod?.spec, 'volumes')), ...misplaced].flatMap((one) => textOf(dig(one, 'name')) ?? []);
  return [...new Set([...claims, ...own])];
}

function* mountsOf(container: Spot, names: readonly string[], isStateful: boolean): Generator<Finding> {
  const paths = new Set<string>();
  for (const mount of [...maps(dig(container, 'volumeMounts')), ...maps(dig(container, 'volumeDevices'))]) {
    const at = dig(mount, 'name');
    const name = textOf(at);
    if (at && name !== undefined && !names.includes(name)) {
      const meant =
        nearest(name, names) ?? names.find((one) => near(name, one)) ?? (names.length === 1 ? names[0] : undefined);
      // A StatefulSet is taken, since its volumes come from claims; its Pods are not.
      const report = isStateful ? unmeant : refused;
      yield report(
        'unknown-volume',
        at,
        text.both((t) => t.noVolume(name, names)),
        meant === undefined ? text.both((t) => t.addVolume(name)) : `name: ${quotedWhere(meant)}`,
      );
    }
    const path = dig(mount, 'mountPath');
    const mountPath = textOf(path);
    if (!path || mountPath === undefined || mountPath === '') continue;
    if (paths.has(mountPath))
      yield refused(
        'duplicate-mount',
        path,
        text.both((t) => t.mountTwice(mountPath)),
      );
    paths.add(mountPath);
    if (!/^(?:\/|[A-Za-z]:|\$)/.test(mountPath))
      yield unmeant(
        'relative-path',
        path,
        text.both((t) => t.relativeMount(mountPath)),
        `mountPath: /${mountPath.replace(/^\.?\/?/, '')}`,
      );
    const sub = dig(mount, 'subPath');
    const subPath = textOf(sub);
    if (sub && subPath !== undefined && leadsOut(subPath))
      yield refused(
        'relative-path',
        sub,
        text.both((t) => t.relativePath(subPath)),
        `subPath: ${subPath.replace(/^\/+/, '')}`,
      );
  }
}

/** A path that leads out of its volume. */
const leadsOut = (path: string): boolean => path.startsWith('/') || path.split('/').includes('..');

/** Volumes have different names, and mounts name one of them. */
export const volumes: Rule = function* (things) {
  for (const thing of things) {
    const names = namesIn(thing);
    for (const { at, name } of repeatedNames(maps(dig(thing.pod?.spec, 'volumes'))))
      yield refused(
        'duplicate-name',
        at,
        text.both((t) => t.volumeTwice(name)),
      );
    for (const container of containersOf(thing.pod)) yield* mountsOf(container, names, thing.kind === 'StatefulSet');
  }
};

/** The path of a key within a volume. */
export const keyToPath: TypeRule = function* (spot) {
  const at = dig(spot, 'path');
  const path = textOf(at);
  if (at && path !== undefined && leadsOut(path))
    yield refused(
      'relative-path',
      at,
      text.both((t) => t.relativePath(path)),
      yamlOf('path', {
        ...at.node,
        kind: 'scalar',
        value: path.replace(/^\/+/, ''),
        source: path.replace(/^\/+/, ''),
        quoted: true,
      }),
    );
};
