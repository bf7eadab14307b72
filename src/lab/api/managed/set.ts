import { isObject } from '../../../core/json.ts';

/**
 * Which fields of an object a manager owns: `self` where this one is, and what is owned within it, by the steps that
 * managed fields write (`f:` a field, `k:` an item by its keys, `v:` an item by itself).
 */
export interface FieldSet {
  self: boolean;
  within: ReadonlyMap<string, FieldSet>;
}

export const NONE: FieldSet = { self: false, within: new Map() };
export const LEAF: FieldSet = { self: true, within: new Map() };

export const isEmpty = ({ self, within }: FieldSet): boolean => !self && within.size === 0;

/** Only what says something: a step to nothing is no step. */
export function setOf(self: boolean, within: Iterable<[string, FieldSet]>): FieldSet {
  return { self, within: new Map(Array.from(within).filter(([, one]) => !isEmpty(one))) };
}

export const union = (one: FieldSet, other: FieldSet): FieldSet =>
  setOf(
    one.self || other.self,
    Array.from(new Set([...one.within.keys(), ...other.within.keys()]), (step) => [
      step,
      union(one.within.get(step) ?? NONE, other.within.get(step) ?? NONE),
    ]),
  );

export const intersection = (one: FieldSet, other: FieldSet): FieldSet =>
  setOf(
    one.self && other.self,
    Array.from(one.within, ([step, within]) => [step, intersection(within, other.within.get(step) ?? NONE)]),
  );

/** What of `one` is not in `other`. */
export const difference = (one: FieldSet, other: FieldSet): FieldSet =>
  setOf(
    one.self && !other.self,
    Array.from(one.within, ([step, within]) => [step, difference(within, other.within.get(step) ?? NONE)]),
  );

/** `fieldsV1` of managed fields -> the set (structured-merge-diff, fieldpath/serialize). */
export function readSet(fieldsV1: unknown): FieldSet {
  const read = (value: unknown): FieldSet => {
    if (!isObject(value)) return LEAF;
    const steps = Object.entries(value).filter(([step]) => step !== '.');
    return setOf(
      '.' in value || steps.length === 0,
      steps.map(([step, one]) => [step, read(one)]),
    );
  };
  return isObject(fieldsV1) && Object.keys(fieldsV1).length > 0 ? read(fieldsV1) : NONE;
}

export function writeSet({ self, within }: FieldSet): Record<string, unknown> {
  const steps = Array.from(within).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return {
    ...(self && steps.length > 0 ? { '.': {} } : {}),
    ...Object.fromEntries(steps.map(([step, one]) => [step, writeSet(one)])),
  };
}

/** `f:spec`, `k:{"name":"web"}` -> `.spec`, `[name="web"]`, as a conflict tells them. */
function stepText(step: string): string {
  const rest = step.slice(2);
  if (step.startsWith('f:')) return `.${rest}`;
  if (step.startsWith('v:')) return `[=${rest}]`;
  const keys: unknown = JSON.parse(rest);
  if (!isObject(keys)) return `[${rest}]`;
  return `[${Object.entries(keys)
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .join(',')}]`;
}

/** Paths of all that is in a set: `.spec.replicas`. */
export function pathsOf({ self, within }: FieldSet, before = ''): string[] {
  const steps = Array.from(within).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return [...(self ? [before] : []), ...steps.flatMap(([step, one]) => pathsOf(one, before + stepText(step)))];
}
