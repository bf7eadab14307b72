import type { Finding } from '../../finding.ts';
import { quotedWhere } from '../../schema/yaml.ts';
import { dig, fields, maps, type Spot, textOf } from '../../spot.ts';
import { containersOf, type Rule, refused, type Thing, unmeant } from '../rule.ts';
import {
  isDataKey,
  isLabel,
  isLabelValue,
  isPathSegment,
  isQualifiedName,
  isServiceName,
  isSubdomain,
  madeName,
} from './forms.ts';
import { type Named, text } from './text.ts';

const RBAC = new Set(['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding']);
/** Most characters of a name, where it is less than 253: what is added to it has to fit 63. */
const SHORTER: Readonly<Record<string, number>> = { CronJob: 52, CSIDriver: 63 };

const renamed = (name: string, options: { dots?: boolean; most?: number } = {}): string | null => {
  const made = madeName(name, options);
  return made === undefined ? null : `name: ${quotedWhere(made)}`;
};

/** A name that has to be a DNS label. */
function* asLabel(spot: Spot | undefined, what: Named): Generator<Finding> {
  const name = textOf(spot);
  if (spot === undefined || name === undefined || name === '' || isLabel(name)) return;
  const isLong = name.length > 63 && isLabel(name.slice(0, 62).replace(/(?<!-)-+$/, ''));
  yield refused(
    'bad-name',
    spot,
    text.both((t) => (isLong ? t.tooLong(t.what[what], 63) : t.label(t.what[what], name))),
    what === 'namespace' ? null : renamed(name),
  );
}

function* objectName({ kind, root }: Thing): Generator<Finding> {
  const spot = dig(root, 'metadata', 'name');
  const name = textOf(spot);
  yield* asLabel(dig(root, 'metadata', 'namespace'), 'namespace');
  if (spot === undefined || name === undefined || name === '') return;
  if (kind === 'Namespace') yield* asLabel(spot, 'namespace');
  else if (kind === 'Service') {
    if (!isServiceName(name))
      yield refused(
        'bad-name',
        spot,
        text.both((t) => t.service(name)),
        renamed(/^[0-9]/.test(name) ? `svc-${name}` : name),
      );
  } else if (RBAC.has(kind)) {
    if (!isPathSegment(name))
      yield refused(
        'bad-name',
        spot,
        text.both((t) => t.path(name)),
      );
  } else if (kind === 'CustomResourceDefinition') {
    const plural = textOf(dig(root, 'spec', 'names', 'plural'));
    const group = textOf(dig(root, 'spec', 'group'));
    if (plural !== undefined && group !== undefined && name !== `${plural}.${group}`)
      yield refused(
        'bad-name',
        spot,
        text.both((t) => t.crdName(`${plural}.${group}`)),
        `name: ${plural}.${group}`,
      );
  } else if (!isSubdomain(name) && kind !== 'APIService')
    yield refused(
      'bad-name',
      spot,
      text.both((t) => t.subdomain(t.what.object, name)),
      renamed(name, { dots: true }),
    );
  const most = SHORTER[kind];
  if (most !== undefined && name.length > most)
    yield refused(
      'bad-name',
      spot,
      text.both((t) => t.tooLong(t.what.object, most)),
      renamed(name, { most }),
    );
}

function* labels(spot: Spot | undefined): Generator<Finding> {
  for (const label of fields(spot)) {
    const value = textOf(label);
    if (!isQualifiedName(label.key))
      yield refused(
        'bad-label',
        label,
        text.both((t) => t.labelKey(label.key)),
      );
    else if (value !== undefined && !isLabelValue(value)) {
      const made = value
        .normalize('NFKC')
        .replace(/[^A-Za-z0-9._-]+/g, '-')
        .replace(/^[-._]+/, '')
        .slice(0, 63)
        .replace(/(?<![-._])[-._]+$/, '');
      yield refused(
        'bad-label',
        label,
        text.both((t) => t.labelValue(label.key, value)),
        made === '' ? null : `${quotedWhere(label.key)}: ${quotedWhere(made)}`,
      );
    }
  }
}

function* podNames({ pod }: Thing): Generator<Finding> {
  if (pod === undefined) return;
  yield* labels(dig(pod.spec, 'nodeSelector'));
  for (const volume of maps(dig(pod.spec, 'volumes'))) yield* asLabel(dig(volume, 'name'), 'volume');
  const seen = new Set<string>();
  for (const container of containersOf(pod)) {
    const spot = dig(container, 'name');
    const name = textOf(spot);
    yield* asLabel(spot, 'container');
    if (spot !== undefined && name !== undefined && seen.has(name))
      yield refused(
        'duplicate-name',
        spot,
        text.both((t) => t.containerTwice(name)),
      );
    if (name !== undefined) seen.add(name);
    for (const env of maps(dig(container, 'env'))) {
      const at = dig(env, 'name');
      const variable = textOf(at);
      // Kubernetes 1.34 takes every sign of ASCII that can be seen, but for the one that ends a name.
      if (at !== undefined && variable !== undefined && !/^[\x20-\x3c\x3e-\x7e]*$/.test(variable))
        yield refused(
          'bad-name',
          at,
          text.both((t) => t.envName(variable)),
        );
    }
  }
}

/** Names, labels and keys that the API server does not take. */
export const names: Rule = function* (things) {
  for (const thing of things) {
    const { kind, root, pod } = thing;
    yield* objectName(thing);
    yield* labels(dig(root, 'metadata', 'labels'));
    if (pod && pod.at !== root) yield* labels(pod.labelsAt);
    yield* labels(
      kind === 'Service' || kind === 'ReplicationController'
        ? dig(root, 'spec', 'selector')
        : dig(root, 'spec', 'selector', 'matchLabels'),
    );
    for (const annotation of fields(dig(root, 'metadata', 'annotations')))
      if (!isQualifiedName(annotation.key))
        yield refused(
          'bad-label',
          annotation,
          text.both((t) => t.labelKey(annotation.key)),
        );
    yield* podNames(thing);
    if (kind === 'ConfigMap' || kind === 'Secret')
      for (const key of ['data', 'binaryData', 'stringData'].flatMap((one) => fields(dig(root, one))))
        if (!isDataKey(key.key))
          yield refused(
            'bad-name',
            key,
            text.both((t) => t.dataKey(key.key)),
          );
  }
};

/** Two objects of a kind under one name. */
export const duplicates: Rule = function* (things) {
  const seen = new Set<string>();
  for (const { kind, name, namespace, root } of things) {
    if (name === undefined) continue;
    const key = JSON.stringify([kind, name, namespace]);
    if (seen.has(key))
      yield unmeant(
        'duplicate-object',
        dig(root, 'metadata', 'name') ?? root,
        text.both((t) => t.twice(kind, name)),
      );
    seen.add(key);
  }
};
