import { isObject } from '../../../core/json.ts';
import { ApiError } from '../../engine/errors.ts';
import { type Field, fieldsOf } from '../fields/fields.ts';
import { inOrder, placesOf } from './order.ts';

type Fields = Record<string, unknown>;

const ORDER = '$setElementOrder/';
const TAKE_OUT = '$deleteFromPrimitiveList/';
const DIRECTIVE = /^\$(?:patch$|retainKeys$|setElementOrder\/|deleteFromPrimitiveList\/)/;

const refused = (why: string): ApiError => new ApiError(500, '', why);
const noKey = (key: string): ApiError => refused(`map does not contain declared merge key: ${key}`);

/** What a patch alone makes: no nulls, no directives. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => !isObject(one) || one.$patch === undefined).map(plain);
  if (!isObject(value)) return value;
  if (value.$patch === 'delete') return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (one === null || DIRECTIVE.test(key) ? [] : [[key, plain(one)]])),
  );
}

/**
 * Strategic merge patch (apimachinery/pkg/util/strategicpatch): maps are merged, and lists whose items are known by a key,
 * with the directives that clients such as `kubectl apply` write. @param type of `target`, for its fields' strategies
 * @throws ApiError where a patch cannot be meant
 */
export function strategicPatch(target: unknown, patch: Fields, type: string): Fields {
  const { $patch, $retainKeys, ...rest } = patch;
  if ($patch === 'replace') return Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, plain(one)]));
  if ($patch === 'delete') return {};
  if ($patch !== undefined && $patch !== 'merge') throw refused(`Unknown patch type: ${String($patch)}`);
  const merged: Fields = isObject(target) ? { ...target } : {};
  if (Array.isArray($retainKeys)) {
    const kept = new Set($retainKeys);
    for (const key of Object.keys(merged)) if (!kept.has(key)) delete merged[key];
  }
  const fields = fieldsOf(type);
  for (const [key, value] of Object.entries(rest)) {
    if (key.startsWith(ORDER) || key.startsWith(TAKE_OUT)) continue;
    if (value === null) delete merged[key];
    else merged[key] = mergedValue(merged[key], value, fields.get(key));
  }
  for (const [key, value] of Object.entries(rest)) {
    if (!Array.isArray(value)) continue;
    if (key.startsWith(TAKE_OUT)) takeOut(merged, key.slice(TAKE_OUT.length), value);
    if (key.startsWith(ORDER)) order(merged, key.slice(ORDER.length), value, { target, fields });
  }
  return merged;
}

function mergedValue(before: unknown, value: unknown, field: Field | undefined): unknown {
  const strategy = field?.strategy ?? '';
  if (isObject(value) && isObject(before))
    // A map's values have no fields of their own to look up, but may be objects (an extension).
    return strategy === 'replace' ? plain(value) : strategicPatch(before, value, typeWithin(field));
  if (Array.isArray(value) && Array.isArray(before) && strategy.includes('merge'))
    return mergedList(before, value, field);
  return plain(value);
}

const typeWithin = (field: Field | undefined): string => (field?.holds === 'one' ? field.type : 'any');

function mergedList(before: readonly unknown[], patch: readonly unknown[], field: Field | undefined): unknown[] {
  const key = field?.mergeKey;
  if (key === undefined) {
    const all = Array.from(new Set([...before, ...patch]));
    return inOrder(all, patch, before, (one) => one);
  }
  const idOf = (one: unknown): unknown => {
    if (!isObject(one) || one[key] === undefined) throw noKey(key);
    return one[key];
  };
  const [special, items] = [patch.filter(isSpecial), patch.filter((one) => !isSpecial(one))];
  if (special.some(({ $patch }) => $patch === 'replace')) return items.map(plain);
  const gone = new Set(special.map(idOf));
  const left = before.filter((one) => !gone.has(idOf(one)));
  const places = placesOf(left, idOf);
  const merged = [...left];
  for (const item of items) {
    const place = places.get(idOf(item)) ?? merged.length;
    places.set(idOf(item), place);
    const old = merged[place];
    merged[place] =
      old === undefined || !isObject(item) ? plain(item) : strategicPatch(old, item, field?.type ?? 'any');
  }
  return inOrder(merged, items, left, idOf);
}

/** An item of a patch's list that is no item, but says what to do with one, or with all. */
const isSpecial = (one: unknown): one is Fields => isObject(one) && one.$patch !== undefined;

function takeOut(merged: Fields, key: string, gone: readonly unknown[]): void {
  const list = merged[key];
  if (!Array.isArray(list)) return;
  const set = new Set(gone);
  merged[key] = list.filter((one) => !set.has(one));
}

function order(
  merged: Fields,
  key: string,
  wanted: readonly unknown[],
  { target, fields }: { target: unknown; fields: ReadonlyMap<string, Field> },
): void {
  const list = merged[key];
  if (!Array.isArray(list)) return;
  const before = isObject(target) ? target[key] : undefined;
  const mergeKey = fields.get(key)?.mergeKey;
  const idOf = (one: unknown): unknown => (mergeKey !== undefined && isObject(one) ? one[mergeKey] : one);
  merged[key] = inOrder(list, wanted, Array.isArray(before) ? before : [], idOf);
}
