import { isObject } from '../../../core/json.ts';
import type { ManagedFields, Thing } from '../../engine/object.ts';
import { apiVersionOf, type Row } from '../../kinds/row.ts';
import { rootField, typeOfRow } from '../fields/fields.ts';
import { applyConflict, type Conflict } from './conflict.ts';
import { difference, type FieldSet, intersection, isEmpty, NONE, pathsOf, readSet, union, writeSet } from './set.ts';
import { compare, type Difference, fieldsIn, merge, prune } from './walk.ts';

/** Who writes: a manager's name, and the part of the object that it writes to. */
interface Manager {
  name: string;
  part: string | undefined;
  /** As it is written into managed fields. */
  time: string;
}

/** What one manager owns. */
interface Owned {
  entry: Omit<ManagedFields, 'fieldsV1'>;
  set: FieldSet;
}

const ownedIn = ({ metadata: { managedFields = [] } }: Thing): Owned[] =>
  managedFields.map(({ fieldsV1, ...entry }) => ({ entry, set: readSet(fieldsV1) }));

const isOf = (
  { entry }: Owned,
  { name, part }: Pick<Manager, 'name' | 'part'>,
  operation: ManagedFields['operation'],
  apiVersion: string,
): boolean =>
  entry.manager === name &&
  entry.operation === operation &&
  (entry.subresource ?? '') === (part ?? '') &&
  (operation === 'Apply' || entry.apiVersion === apiVersion);

/** Fields of metadata that no manager owns (apimachinery, managedfields/internal/stripmeta.go). */
const UNOWNED = new Set([
  ...['name', 'namespace', 'uid', 'creationTimestamp', 'generation', 'resourceVersion', 'selfLink', 'managedFields'],
  ...['deletionTimestamp', 'deletionGracePeriodSeconds'],
]);

/** What of an object can be owned by who writes to this part of it. */
function ownable(row: Row, object: object, part: string | undefined): Record<string, unknown> {
  const { apiVersion, kind, metadata, status, ...rest }: Record<string, unknown> = { ...object };
  const isPart = row.parts?.includes('status') ?? false;
  const kept = isObject(metadata) ? Object.entries(metadata).filter(([key]) => !UNOWNED.has(key)) : [];
  const own = kept.length > 0 ? { metadata: Object.fromEntries(kept) } : {};
  if (part === 'status') return status === undefined ? own : { ...own, status };
  return { ...rest, ...own, ...(isPart || status === undefined ? {} : { status }) };
}

/** As `managedFields` are kept: applied ones first, then by time (managedfields/internal/managedfields.go). */
function written(all: readonly Owned[]): ManagedFields[] {
  const keyOf = ({ entry }: Owned): string =>
    `${entry.operation} ${entry.time ?? ''} ${entry.manager} ${entry.apiVersion} ${entry.subresource ?? ''}`;
  return all
    .filter(({ set }) => !isEmpty(set))
    .toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
    .map(({ entry, set }) => ({ ...entry, fieldsV1: writeSet(set) }));
}

const entryOf = (
  row: Row,
  { name, part, time }: Manager,
  operation: ManagedFields['operation'],
): Omit<ManagedFields, 'fieldsV1'> => ({
  ...{ manager: name, operation, apiVersion: apiVersionOf(row), time, fieldsType: 'FieldsV1' },
  ...(part === undefined ? {} : { subresource: part }),
});

const isNothing = ({ changed, removed }: Difference): boolean => isEmpty(changed) && isEmpty(removed);

/**
 * Whose fields are whose after a change that is no apply: what it changes becomes the manager's own. Of an object that
 * no manager ever managed, nothing is kept. @param before undefined of a new object
 */
export function afterUpdate(row: Row, before: Thing | undefined, after: Thing, manager: Manager): ManagedFields[] {
  const { managedFields: given } = after.metadata;
  if (before && given === undefined && before.metadata.managedFields === undefined) return [];
  // Who gives an empty list has them forgotten; who gives others, as kubectl does where it changes its way, is heard.
  const known = ownedIn(given === undefined && before ? before : after);
  if (before && known.length === 0) return [];
  const part = manager.part;
  const old = before ? ownable(row, before, part) : {};
  const what = compare(old, ownable(row, after, part), rootField(typeOfRow(row)));
  if (isNothing(what)) return written(known);
  const { changed, removed } = what;
  const gone = union(changed, removed);
  const apiVersion = apiVersionOf(row);
  const own = known.find((one) => isOf(one, manager, 'Update', apiVersion));
  const others = known.filter((one) => one !== own).map(({ entry, set }) => ({ entry, set: difference(set, gone) }));
  const set = difference(union(own?.set ?? NONE, changed), removed);
  return written(capped([...others, { entry: entryOf(row, manager, 'Update'), set }]));
}

/** Managers that change an object otherwise than by apply, each for itself. */
const MOST_UPDATES = 10;

/** Of many that changed an object long ago it is not kept who did what (managedfields/internal/capmanagers.go). */
function capped(all: readonly Owned[]): Owned[] {
  const updates = all
    .filter(({ entry, set }) => entry.operation === 'Update' && !isEmpty(set))
    .toSorted((one, other) => ((one.entry.time ?? '') < (other.entry.time ?? '') ? -1 : 1));
  const old = updates.slice(0, updates.length - MOST_UPDATES + 1);
  const newest = old.at(-1);
  if (updates.length <= MOST_UPDATES || newest === undefined) return [...all];
  const { subresource, ...entry } = newest.entry;
  const set = old.reduce((sum, one) => union(sum, one.set), NONE);
  return [...all.filter((one) => !old.includes(one)), { entry: { ...entry, manager: 'ancient-changes' }, set }];
}

const told = ({ entry }: Owned): string => {
  const name = JSON.stringify(entry.manager);
  const whole =
    entry.subresource === undefined ? name : `${name} with subresource ${JSON.stringify(entry.subresource)}`;
  return entry.operation === 'Update' ? `${whole} using ${entry.apiVersion}` : whole;
};

interface Applied {
  object: Record<string, unknown>;
  /** Whose fields are whose then. */
  managedFields: ManagedFields[];
}

/**
 * Server-side apply (structured-merge-diff, merge/update.go): what is applied is put over what is there, what the manager
 * applied before and does no more is taken out, and what it changes of others is theirs to object to.
 * @throws ApiError where others own it, and it is not forced
 */
export function apply(
  row: Row,
  live: Thing,
  applied: Record<string, unknown>,
  manager: Manager & { isForced: boolean },
): Applied {
  const field = rootField(typeOfRow(row));
  const { part } = manager;
  const known = ownedIn(live);
  const isFirst = known.length === 0 && live.metadata.uid !== '';
  const before = isFirst ? [beforeFirstApply(row, live, manager)] : known;
  const own = before.find((one) => isOf(one, manager, 'Apply', apiVersionOf(row)));
  const others = before.filter((one) => one !== own);
  const set = fieldsIn(ownable(row, applied, part), field);
  const kept = others.reduce((all, one) => union(all, one.set), set);
  const merged = merge({ ...live }, applied, field);
  const object = prune(merged, field, difference(own?.set ?? NONE, set), kept);
  if (!isObject(object)) throw new TypeError('an object was no object any more');
  const { changed, removed } = compare(ownable(row, live, part), ownable(row, object, part), field);
  const conflicts: Conflict[] = others.flatMap((one) => {
    const paths = pathsOf(intersection(one.set, changed));
    return paths.length === 0 ? [] : [{ manager: told(one), paths }];
  });
  if (conflicts.length > 0 && !manager.isForced) throw applyConflict(row, live.metadata.name, conflicts);
  const gone = union(changed, removed);
  const left = others.map(({ entry, set: theirs }) => ({ entry, set: difference(theirs, gone) }));
  const isSame =
    own !== undefined && isEmpty(gone) && JSON.stringify(writeSet(own.set)) === JSON.stringify(writeSet(set));
  const entry = isSame ? own.entry : entryOf(row, manager, 'Apply');
  return { object, managedFields: written([...left, { entry, set }]) };
}

/** Of an object that no manager managed, all belongs to what came before (managedfields/internal/skipnonapplied.go). */
const beforeFirstApply = (row: Row, live: Thing, { part, time }: Manager): Owned => ({
  entry: entryOf(row, { name: 'before-first-apply', part: undefined, time }, 'Update'),
  set: compare({}, ownable(row, live, part), rootField(typeOfRow(row))).changed,
});
