import type { Localized } from '../../core/locale.ts';
import { type Finding, type Fix, finding } from '../finding.ts';
import { dig, fields, isNull, items, type Spot, textOf, textsOf } from '../spot.ts';
import { text } from './text.ts';

/** One of Kubernetes' own objects, as its rules see it. */
export interface Thing {
  kind: string;
  name: string | undefined;
  /** undefined: the one in which it is applied. */
  namespace: string | undefined;
  root: Spot;
  pod: Pod | undefined;
}

/** What a Pod is made of: a Pod's own or a template's. */
export interface Pod {
  /** Its labels' key, or where labels would stand. */
  labelsAt: Spot | undefined;
  labels: ReadonlyMap<string, string>;
  /** `template`, or the Pod itself. */
  at: Spot;
  spec: Spot | undefined;
}

/** A rule over a file's objects. */
export type Rule = (things: readonly Thing[]) => Iterable<Finding>;
/** A rule over a value of one type of the API, wherever it stands. */
export type TypeRule = (spot: Spot) => Iterable<Finding>;

type Advice = Parameters<Parameters<typeof text.both>[0]>[0];

/** Rule -> what to do, where no better is known. */
const ADVICE: Readonly<Record<string, keyof Advice>> = {
  'bad-label': 'labelForm',
  'bad-name': 'smallLatin',
  'duplicate-key': 'rename',
  'duplicate-mount': 'rename',
  'duplicate-name': 'rename',
  'duplicate-object': 'rename',
  'duplicate-port': 'rename',
  'idle-rules': 'correct',
  'job-selector': 'removeIt',
  'misplaced-field': 'removeIt',
  'missing-field': 'addIt',
  'missing-handler': 'chooseOne',
  'missing-key': 'addIt',
  'too-many-handlers': 'keepOne',
  'unknown-port': 'knownPort',
};

const orAdvice = (rule: string, fix: Fix): Fix => fix ?? text.both((t) => t[ADVICE[rule] ?? 'correct']);

/** kubectl or the API server refuses this. */
export const refused = (
  rule: string,
  at: { line: number; path: string },
  message: Localized,
  fix: Fix = null,
): Finding => finding('error', rule, at, message, orAdvice(rule, fix));
/** They take it, and its author did not mean it. */
export const unmeant = (
  rule: string,
  at: { line: number; path: string },
  message: Localized,
  fix: Fix = null,
): Finding => finding('warning', rule, at, message, orAdvice(rule, fix));

/** Kinds whose objects have a template of Pods -> the keys that lead to it. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  PodTemplate: ['template'],
  Pod: [],
};

/** The template that an object makes Pods by, or the Pod itself; undefined for what makes none. */
export function templateOf(kind: string, root: Spot): Spot | undefined {
  const keys = Object.hasOwn(TEMPLATES, kind) ? TEMPLATES[kind] : undefined;
  return keys && dig(root, ...keys);
}

function podOf(kind: string, root: Spot): Pod | undefined {
  const at = templateOf(kind, root);
  if (at === undefined) return undefined;
  const labelsAt = dig(at, 'metadata', 'labels');
  return { at, labelsAt, labels: textsOf(labelsAt), spec: dig(at, 'spec') };
}

export const thingOf = (kind: string, root: Spot): Thing => ({
  kind,
  name: textOf(dig(root, 'metadata', 'name')),
  namespace: textOf(dig(root, 'metadata', 'namespace')),
  root,
  pod: podOf(kind, root),
});

/** They may be in the same namespace: one that names none is applied to any. */
export const together = (one: Thing, other: Thing): boolean =>
  one.namespace === undefined || other.namespace === undefined || one.namespace === other.namespace;

/** Those of these keys that a map has with a value. */
export const given = (spot: Spot, keys: readonly string[]): Spot[] =>
  fields(spot).filter(({ key, node }) => keys.includes(key) && !isNull(node));

/** A Pod's containers, those that prepare it too. */
export const containersOf = (pod: Pod | undefined): Spot[] =>
  ['initContainers', 'containers', 'ephemeralContainers'].flatMap((key) => items(dig(pod?.spec, key)));

/** The names of these maps that another one before has as well. */
export function repeatedNames(all: readonly Spot[]): { at: Spot; name: string }[] {
  const seen = new Set<string>();
  return all.flatMap((one) => {
    const at = dig(one, 'name');
    const name = textOf(at);
    if (at === undefined || name === undefined) return [];
    const isRepeated = seen.has(name);
    seen.add(name);
    return isRepeated ? [{ at, name }] : [];
  });
}
