import { dig, fields, items, type Spot, textOf } from '../spot.ts';
import { nearest } from './misspelt.ts';
import { schema, shapeOf } from './schema.ts';

/** A document without a `kind`. */
export type Kindless =
  /** An object that lost it. */
  | { is: 'object' }
  /** Another program's file: a chart, a kustomization, Compose, a workflow. */
  | { is: 'foreign' }
  /** A part of a manifest, of these types; `kind` where there is only one to which it can belong. */
  | { is: 'part'; kind: string | undefined; of: readonly { spot: Spot; type: string }[] };

/** Kinds whose `spec` people copy, the more usual first. */
const KINDS = [
  ...['Pod', 'Deployment', 'Service', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob', 'Ingress'],
  ...['PersistentVolumeClaim', 'PersistentVolume', 'HorizontalPodAutoscaler', 'NetworkPolicy', 'PodDisruptionBudget'],
];
/** What a list is of whose items begin with a name. */
const ITEMS = ['V1Container', 'V1ServicePort', 'V1ContainerPort', 'V1EnvVar', 'V1VolumeMount', 'V1Volume'];
/** More keys tell no more. */
const MOST_KEYS = 40;

/** The value of a key at the top, misspelt ones as well: `apiversion`. */
export function topField(root: Spot, name: string): Spot | undefined {
  return dig(root, name) ?? fields(root).find(({ key }) => key !== name && nearest(key, [name]) !== undefined);
}

const typesOf = (kind: string): { type: string; spec: string }[] =>
  Object.values(schema().kinds).flatMap((kinds) => {
    const type = kinds[kind]?.type;
    const spec = type === undefined ? undefined : schema().types[type]?.spec;
    return type === undefined || spec === undefined ? [] : [{ type, spec: shapeOf(spec).type }];
  });

/** How many of a map's keys a type has; undefined where most are of something else. */
function scoreOf(spot: Spot, type: string): number | undefined {
  const known = Object.keys(schema().types[type] ?? {});
  const given = fields(spot).slice(0, MOST_KEYS);
  const same = given.filter(({ key }) => known.includes(key)).length;
  const near = given.filter(({ key }) => !known.includes(key) && nearest(key, known) !== undefined).length;
  const others = given.length - same - near;
  return same + near > 2 * others ? same + near / 2 - others : undefined;
}

/** Those that a map fits best, in their order. */
function best<T>(spot: Spot, candidates: readonly T[], typeOf: (one: T) => string): T[] {
  const fits = candidates.map((one) => ({ one, score: scoreOf(spot, typeOf(one)) ?? 0 }));
  const most = Math.max(...fits.map(({ score }) => score));
  return most <= 0 ? [] : fits.filter(({ score }) => score === most).map(({ one }) => one);
}

/** A part that begins with `spec:` or with what stands around it in a template. */
function partOfSpec(root: Spot, spec: Spot): Kindless {
  const candidates = KINDS.flatMap((kind) => typesOf(kind).map((types) => ({ kind, ...types })));
  const found = best(spec, candidates, (one) => one.spec);
  const [first] = found;
  if (first === undefined) {
    // Of a mixture, such as containers beside replicas, the containers are sure.
    const of = items(dig(spec, 'containers')).map((container) => ({ spot: container, type: 'V1Container' }));
    return of.length > 0 ? { is: 'part', kind: undefined, of } : { is: 'foreign' };
  }
  const isSure = found.every(({ kind }) => kind === first.kind);
  return { is: 'part', kind: isSure ? first.kind : undefined, of: [{ spot: root, type: first.type }] };
}

/** What a document is that has no `kind`; undefined where it has one, or is neither a map nor a list. */
export function kindlessOf(root: Spot): Kindless | undefined {
  if (root.node.kind === 'list') {
    const [first] = items(root);
    const [type] = first !== undefined && fields(first).length > 1 ? best(first, ITEMS, (one) => one) : [];
    if (type === undefined) return { is: 'foreign' };
    return { is: 'part', kind: undefined, of: items(root).map((spot) => ({ spot, type })) };
  }
  if (root.node.kind !== 'map' || topField(root, 'kind') !== undefined) return undefined;
  const keys = new Set(fields(root).map(({ key }) => key));
  const version = topField(root, 'apiVersion');
  if (version !== undefined) {
    const isChart = keys.has('name') && keys.has('version') && !keys.has('metadata') && !keys.has('spec');
    return { is: isChart || textOf(version)?.startsWith('kustomize.') ? 'foreign' : 'object' };
  }
  const metadata = topField(root, 'metadata');
  if (dig(metadata, 'name') !== undefined || dig(metadata, 'generateName') !== undefined) return { is: 'object' };
  if (dig(root, 'containers')?.node.kind === 'list')
    return { is: 'part', kind: undefined, of: [{ spot: root, type: 'V1PodSpec' }] };
  const spec = dig(root, 'spec');
  return spec?.node.kind === 'map' ? partOfSpec(root, spec) : { is: 'foreign' };
}
