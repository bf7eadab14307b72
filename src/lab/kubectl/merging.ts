import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../../core/json.ts';
import { type Field, fieldsOf, typeOfRow } from '../api/fields/fields.ts';
import { rowOfKind } from '../kinds/kinds.ts';
import type { Item } from './api.ts';

type Fields = Record<string, unknown>;

const isNothing = (value: unknown): boolean => value === undefined || value === null;

/** What an object's type is called in the schema; its lists are merged by it. */
export function typeOf({ apiVersion, kind }: Pick<Item, 'apiVersion' | 'kind'>): string {
  const row = rowOfKind(apiVersion, kind);
  return row ? typeOfRow(row) : 'any';
}

/**
 * The strategic merge patch of `kubectl apply`: what the manifest wants that is otherwise now, and what an earlier one
 * wanted and this one does not (apimachinery/pkg/util/strategicpatch, CreateThreeWayMergePatch). Empty where nothing is to
 * be done.
 */
export function threeWayPatch(before: unknown, wanted: Fields, now: unknown, type: string): Fields {
  const was = isObject(before) ? before : {};
  const is = isObject(now) ? now : {};
  const fields = fieldsOf(type);
  const patch: Fields = {};
  for (const [key, value] of Object.entries(wanted)) {
    if (isNothing(value)) {
      if (!isNothing(is[key])) patch[key] = null;
      continue;
    }
    const field = fields.get(key);
    const strategy = field?.strategy ?? '';
    if (isObject(value) && isObject(is[key]) && !strategy.startsWith('replace')) {
      const inner = threeWayPatch(was[key], value, is[key], inside(field));
      const left = Object.keys(is[key]).some((one) => !(one in value));
      if (strategy.includes('retainKeys') && (Object.keys(inner).length > 0 || wasOther(was[key], value, left)))
        patch[key] = { $retainKeys: Object.keys(value).sort(), ...inner };
      else if (Object.keys(inner).length > 0) patch[key] = inner;
    } else if (
      Array.isArray(value) &&
      Array.isArray(is[key]) &&
      strategy.includes('merge') &&
      field?.mergeKey !== undefined
    )
      Object.assign(patch, listPatch(key, { was: was[key], wanted: value, is: is[key] }, field));
    else if (!isDeepStrictEqual(value, is[key])) patch[key] = value;
  }
  for (const key of Object.keys(was)) if (!(key in wanted) && !isNothing(is[key])) patch[key] = null;
  return patch;
}

/** A choice among several (a strategy, a volume's source) that is another one now. */
const wasOther = (was: unknown, wanted: Fields, isMore: boolean): boolean =>
  isMore && isObject(was) && Object.keys(was).some((key) => !(key in wanted));

/** The values of a map have no fields. */
const inside = (field: Field | undefined): string => (field?.holds === 'one' ? field.type : 'any');

function listPatch(
  name: string,
  { was, wanted, is }: { was: unknown; wanted: readonly unknown[]; is: readonly unknown[] },
  field: Field,
): Fields {
  const key = field.mergeKey ?? '';
  const keyOf = (one: unknown): unknown => (isObject(one) ? one[key] : undefined);
  const find = (list: unknown, one: unknown): unknown =>
    Array.isArray(list) ? list.find((other) => isDeepStrictEqual(keyOf(other), keyOf(one))) : undefined;
  const changed = wanted.flatMap((one) => {
    const found = find(is, one);
    if (!isObject(one)) return [];
    if (found === undefined) return [one];
    const inner = threeWayPatch(find(was, one), one, found, field.type);
    return Object.keys(inner).length > 0 ? [{ [key]: keyOf(one), ...inner }] : [];
  });
  const gone = (Array.isArray(was) ? was : [])
    .filter((one) => find(wanted, one) === undefined && find(is, one) !== undefined)
    .map((one) => ({ $patch: 'delete', [key]: keyOf(one) }));
  if (changed.length === 0 && gone.length === 0) return {};
  return {
    [`$setElementOrder/${name}`]: wanted.map((one) => ({ [key]: keyOf(one) })),
    [name]: [...gone, ...changed],
  };
}
