import { nearest } from '../../schema/misspelt.ts';
import { quotedWhere } from '../../schema/yaml.ts';
import { dig, fields, type Spot, textOf } from '../../spot.ts';
import { near } from '../near.ts';
import { type Rule, type Thing, together, unmeant } from '../rule.ts';
import { MOST_COMPARED, misfit, plainMisfit, podsByLabel } from '../selecting.ts';
import { text } from './text.ts';

const READERS = new Set(['Service', 'PodDisruptionBudget', 'NetworkPolicy']);

const selectorOf = ({ kind, root }: Thing): Spot | undefined =>
  dig(root, 'spec', kind === 'NetworkPolicy' ? 'podSelector' : 'selector');

const misfitOf = (reader: Thing, labels: ReadonlyMap<string, string>): Spot | undefined =>
  reader.kind === 'Service' ? plainMisfit(selectorOf(reader), labels) : misfit(selectorOf(reader), labels);

/** It finds Pods by labels, and there are some to find. */
const hasSelector = (thing: Thing): boolean => READERS.has(thing.kind) && fields(selectorOf(thing)).length > 0;

const shown = (labels: ReadonlyMap<string, string>): string =>
  [...labels].map(([key, value]) => `${key}: ${value}`).join(', ');

/** These Pods were meant: the file has no others, or label or name are nearly the same. */
function isMeant(reader: Thing, pods: Thing, isOnly: boolean): boolean {
  const labels = pods.pod?.labels ?? new Map<string, string>();
  const wrong = misfitOf(reader, labels);
  const wanted = textOf(wrong);
  if (wrong === undefined || wanted === undefined) return false;
  const value = labels.get(wrong.key);
  if (value !== undefined && near(value, wanted)) return true;
  if (value === undefined && nearest(wrong.key, [...labels.keys()]) !== undefined) return true;
  return isOnly || (value !== undefined && reader.name !== undefined && reader.name === pods.name);
}

/** What finds Pods by their labels finds those of the file, where it was meant to. */
export const readers: Rule = function* (things) {
  const workloads = things.filter(({ pod }) => pod !== undefined && pod.labels.size > 0);
  const podsOf = podsByLabel(things);
  const ofKind = new Map<string, number>();
  for (const one of things) if (hasSelector(one)) ofKind.set(one.kind, (ofKind.get(one.kind) ?? 0) + 1);
  for (const reader of things) {
    if (!hasSelector(reader)) continue;
    const fitting = podsOf(selectorOf(reader)).filter(({ pod }) => pod && misfitOf(reader, pod.labels) === undefined);
    const [elsewhere] = fitting;
    if (elsewhere && !fitting.some((one) => together(one, reader))) {
      const at = dig(reader.root, 'metadata', 'namespace') ?? reader.root;
      yield unmeant(
        'other-namespace',
        at,
        text.both((t) => t.otherNamespace(reader.namespace ?? '', elsewhere.namespace ?? '')),
        `namespace: ${elsewhere.namespace ?? ''}`,
      );
    }
    if (fitting.length > 0) continue;
    // A policy may be for Pods of all sorts: only what is nearly right counts.
    const isOnly = workloads.length === 1 && ofKind.get(reader.kind) === 1 && reader.kind !== 'NetworkPolicy';
    const meant = workloads
      .slice(0, MOST_COMPARED)
      .find((one) => together(one, reader) && isMeant(reader, one, isOnly));
    const wrong = meant?.pod && misfitOf(reader, meant.pod.labels);
    const wanted = textOf(wrong);
    if (!meant?.pod || !wrong || wanted === undefined) continue;
    const labels = meant.pod.labels;
    const right = labels.get(wrong.key);
    yield unmeant(
      'selector-finds-none',
      wrong,
      text.both((t) => t.selectsNone(wrong.key, wanted, shown(labels))),
      right === undefined ? null : `${quotedWhere(wrong.key)}: ${quotedWhere(right)}`,
    );
  }
};
