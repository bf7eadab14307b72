import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../../../core/json.ts';
import { type Field, fieldsOf, hasFields, inner } from '../fields/fields.ts';
import { type FieldSet, LEAF, NONE, setOf } from './set.ts';

/** A part of a value that may have an owner of its own. */
interface Child {
  value: unknown;
  field: Field;
  /** An item of a list or a map: it is owned as a whole besides its fields. */
  isItem: boolean;
}

const ANY: Field = { holds: 'one', type: 'any', isRequired: false };

/** What a key of an item is where the item leaves it out (the API's own defaults). */
const KEY_DEFAULTS: Readonly<Record<string, unknown>> = { protocol: 'TCP' };

/** `{"containerPort":80,"protocol":"TCP"}` of an item; undefined where a key is missing that has no default. */
function keyStep(item: unknown, keys: readonly string[]): string | undefined {
  if (!isObject(item)) return undefined;
  const entries = keys.toSorted().map((key): [string, unknown] => [key, item[key] ?? KEY_DEFAULTS[key]]);
  // Keys that are left out tell items apart just as well.
  return `k:${JSON.stringify(Object.fromEntries(entries.filter(([, value]) => value !== undefined)))}`;
}

/** How items of a list are known; undefined where the list is one value. */
function stepOf(item: unknown, field: Field): string | undefined {
  if (field.set) return `v:${JSON.stringify(item)}`;
  return field.keys ? keyStep(item, field.keys) : undefined;
}

/** The parts of a value, by their steps; undefined where it is one value of one owner. */
function childrenOf(value: unknown, field: Field): Map<string, Child> | undefined {
  if (field.atomic) return undefined;
  if (field.holds === 'list') {
    if (!Array.isArray(value) || (!field.set && !field.keys)) return undefined;
    const children = new Map<string, Child>();
    for (const item of value) {
      const step = stepOf(item, field);
      if (step === undefined) return undefined;
      if (!children.has(step)) children.set(step, { value: item, field: inner(field), isItem: true });
    }
    return children;
  }
  if (!isObject(value)) return undefined;
  if (field.holds === 'map')
    return new Map(
      Object.entries(value).map(([key, one]) => [`f:${key}`, { value: one, field: inner(field), isItem: true }]),
    );
  if (!hasFields(field.type)) return undefined;
  const fields = fieldsOf(field.type);
  return new Map(
    Object.entries(value)
      .filter(([, one]) => one !== undefined && one !== null)
      .map(([key, one]) => [`f:${key}`, { value: one, field: fields.get(key) ?? ANY, isItem: false }]),
  );
}

/** All fields of a value, as who applies it owns them (structured-merge-diff, typed/tofieldset). */
export function fieldsIn(value: unknown, field: Field): FieldSet {
  const children = childrenOf(value, field);
  if (children === undefined || children.size === 0) return LEAF;
  return setOf(
    false,
    Array.from(children, ([step, child]) => {
      const within = fieldsIn(child.value, child.field);
      return [step, child.isItem ? { ...within, self: true } : within];
    }),
  );
}

export interface Difference {
  /** What is new, or another value now. */
  changed: FieldSet;
  removed: FieldSet;
}

const NOTHING: Difference = { changed: NONE, removed: NONE };

/** What is there where nothing was given: some fields are never left out, be they empty. */
function emptyOf(field: Field): unknown {
  if (field.value) return {};
  return field.isRequired && field.holds === 'list' ? [] : undefined;
}

/** What is different between two values of a field; undefined is no value (structured-merge-diff, typed/compare). */
export function compare(before: unknown, after: unknown, field: Field): Difference {
  if (before === undefined && after === undefined) return NOTHING;
  const [old, next] = [childrenOf(before, field), childrenOf(after, field)];
  const isWhole = (before !== undefined && old === undefined) || (after !== undefined && next === undefined);
  if (isWhole) {
    if (isDeepStrictEqual(before, after)) return NOTHING;
    return after === undefined ? { changed: NONE, removed: LEAF } : { changed: LEAF, removed: NONE };
  }
  const steps = Array.from(new Set([...(old?.keys() ?? []), ...(next?.keys() ?? [])]));
  const parts = steps.map((step): [string, Difference] => {
    const [one, other] = [old?.get(step), next?.get(step)];
    const of = other?.field ?? one?.field ?? ANY;
    const was = one?.value ?? (before === undefined ? undefined : emptyOf(of));
    return [step, compare(was, other?.value, of)];
  });
  return {
    changed: setOf(
      before === undefined,
      parts.map(([step, { changed }]) => [step, changed]),
    ),
    removed: setOf(
      after === undefined,
      parts.map(([step, { removed }]) => [step, removed]),
    ),
  };
}

/** Puts what is applied over what is there: fields and items of both, values of the first (typed/merge). */
export function merge(live: unknown, applied: unknown, field: Field): unknown {
  if (applied === undefined) return live;
  const [old, next] = [childrenOf(live, field), childrenOf(applied, field)];
  if (old === undefined || next === undefined) return applied;
  if (Array.isArray(applied)) {
    const merged: unknown[] = [];
    const added = Array.from(next.keys()).filter((step) => !old.has(step));
    for (const [step, { value, field: of }] of old) merged.push(merge(value, next.get(step)?.value, of));
    for (const step of added) merged.push(next.get(step)?.value);
    return merged;
  }
  const merged: Record<string, unknown> = isObject(live) ? { ...live } : {};
  for (const [step, { value, field: of }] of next) merged[step.slice(2)] = merge(old.get(step)?.value, value, of);
  return merged;
}

/** Takes out what is in `gone`, but for what `kept` has, and all that holds it. */
export function prune(value: unknown, field: Field, gone: FieldSet, kept: FieldSet): unknown {
  const children = childrenOf(value, field);
  if (children === undefined) return value;
  const left = Array.from(children).flatMap(([step, child]): [string, unknown][] => {
    const out = gone.within.get(step);
    if (out === undefined) return [[step, child.value]];
    const stays = kept.within.get(step);
    return stays === undefined ? [] : [[step, prune(child.value, child.field, out, stays)]];
  });
  return Array.isArray(value)
    ? left.map(([, one]) => one)
    : Object.fromEntries(left.map(([step, one]) => [step.slice(2), one]));
}
