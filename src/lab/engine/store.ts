import { isDeepStrictEqual } from 'node:util';
import type { Row } from '../kinds/row.ts';
import { createCapacity, weightOf } from './capacity.ts';
import { alreadyExists, conflict, expired, notFound } from './errors.ts';
import { type Thing, timeText } from './object.ts';

export interface Change<T extends Thing = Thing> {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: T;
  version: number;
}

/** Where an object is: `namespace` is undefined for what belongs to the whole cluster. */
export interface Place {
  namespace?: string | undefined;
  name: string;
}

export type Listener = (row: Row, change: Change) => void;

/** Changes of one kind that are kept for those who watch and were away, and their bytes. */
const KEPT = { changes: 1000, bytes: 1_000_000 } as const;

export const keyOf = ({ namespace, name }: Place): string => (namespace === undefined ? name : `${namespace}/${name}`);
export const placeOf = (key: string): Place => {
  const at = key.indexOf('/');
  return at < 0 ? { name: key } : { namespace: key.slice(0, at), name: key.slice(at + 1) };
};

interface Table {
  objects: Map<string, Thing>;
  changes: Change[];
  /** Of all changes. */
  bytes: number;
  /** The version of the last change that is no longer kept. */
  forgotten: number;
}

/** Every object of a lab: the truth of its API. An object is never changed; a change stores a new one. */
export function createStore({ now, uid }: { now: () => number; uid: () => string }) {
  const tables = new Map<Row, Table>();
  const listeners = new Set<Listener>();
  let version = 1;
  let size = 0;
  const capacity = createCapacity();

  function tableOf(row: Row): Table {
    const known = tables.get(row);
    if (known) return known;
    const table: Table = { objects: new Map(), changes: [], bytes: 0, forgotten: version };
    tables.set(row, table);
    return table;
  }
  function forget(table: Table): void {
    const { changes } = table;
    let gone = 0;
    for (const { object, version: at } of changes) {
      if (gone + 1 === changes.length) break;
      if (changes.length - gone <= KEPT.changes && table.bytes <= KEPT.bytes) break;
      gone++;
      table.bytes -= weightOf(object);
      table.forgotten = at;
    }
    changes.splice(0, gone);
  }
  function note(row: Row, type: Change['type'], object: Thing): void {
    const table = tableOf(row);
    const change = { type, object, version };
    table.changes.push(change);
    table.bytes += weightOf(object);
    if (table.changes.length > 2 * KEPT.changes || table.bytes > 2 * KEPT.bytes) forget(table);
    for (const listener of listeners) listener(row, change);
  }
  // What stands in a row's table was stored as an object of its type: `create` and `replace` take no other.
  const asOf = <T extends Thing>(_: Row<T>, object: Thing | undefined): T | undefined => object as T | undefined;

  function get<T extends Thing>(row: Row<T>, place: Place): T | undefined {
    return asOf(row, tableOf(row).objects.get(keyOf(place)));
  }
  function replace<T extends Thing>(row: Row<T>, object: T, isBinding = false): T {
    const before = get(row, object.metadata);
    const { name, resourceVersion, uid: own } = object.metadata;
    if (before === undefined) throw notFound(row, name);
    if (resourceVersion !== before.metadata.resourceVersion || own !== before.metadata.uid) throw conflict(row, name);
    if (isDeepStrictEqual(object, before)) return before;
    const isCounted =
      row.counted && !isBinding && 'spec' in object && 'spec' in before && !isDeepStrictEqual(object.spec, before.spec);
    const { generation = 1 } = before.metadata;
    const metadata = {
      ...object.metadata,
      resourceVersion: `${version + 1}`,
      ...(row.counted ? { generation: isCounted ? generation + 1 : generation } : {}),
    };
    const stored = { ...object, metadata };
    capacity.admitGrowth(row, stored, before);
    version++;
    capacity.count(row, before, -1);
    capacity.count(row, stored, 1);
    tableOf(row).objects.set(keyOf(metadata), stored);
    note(row, 'MODIFIED', stored);
    return stored;
  }

  return {
    /** The newest resource version. */
    version: (): number => version,
    /** How many objects there are. */
    size: (): number => size,
    get,
    /** In the order in which they were made. */
    list<T extends Thing>(row: Row<T>, namespace?: string): T[] {
      const all = Array.from(tableOf(row).objects.values()).flatMap((one) => asOf(row, one) ?? []);
      return namespace === undefined ? all : all.filter(({ metadata }) => metadata.namespace === namespace);
    },
    /** Stores a new object, with a uid where it has none, and the time. @throws ApiError where its name is taken. */
    create<T extends Thing>(
      row: Row<T>,
      object: Omit<T, 'metadata'> & { metadata: Partial<T['metadata']> & Place },
    ): T {
      const table = tableOf(row);
      const key = keyOf(object.metadata);
      if (table.objects.has(key)) throw alreadyExists(row, object.metadata.name);
      capacity.admit(row, object);
      version++;
      size++;
      const metadata = {
        ...object.metadata,
        uid: object.metadata.uid || uid(),
        resourceVersion: `${version}`,
        creationTimestamp: timeText(now()),
        ...(row.counted ? { generation: 1 } : {}),
      };
      // All that `Omit` took out is there again.
      const stored = { ...object, metadata } as unknown as T;
      capacity.count(row, stored, 1);
      table.objects.set(key, stored);
      note(row, 'ADDED', stored);
      return stored;
    },
    /** Stores a change of an object. @throws ApiError where it is gone, or has changed since the caller read it. */
    replace,
    /**
     * Changes a copy of what is stored now, and stores that; undefined where there is none. To place a Pod (`isBinding`) is no
     * change of its spec by a client: its generation stays.
     */
    edit<T extends Thing>(row: Row<T>, place: Place, change: (draft: T) => void, isBinding = false): T | undefined {
      const before = get(row, place);
      if (before === undefined) return undefined;
      const draft = structuredClone(before);
      change(draft);
      return replace(row, draft, isBinding);
    },
    /** Takes an object out for good; undefined where it is gone. */
    remove<T extends Thing>(row: Row<T>, place: Place): T | undefined {
      const table = tableOf(row);
      const before = get(row, place);
      if (before === undefined) return undefined;
      version++;
      size--;
      capacity.count(row, before, -1);
      table.objects.delete(keyOf(place));
      const gone = { ...before, metadata: { ...before.metadata, resourceVersion: `${version}` } };
      note(row, 'DELETED', gone);
      return gone;
    },
    /** What has changed since a version. @throws ApiError where that is no longer known. */
    since(row: Row, from: number): Change[] {
      const { changes, forgotten } = tableOf(row);
      if (from < forgotten && from !== 0) throw expired(from);
      return changes.filter((change) => change.version > from);
    },
    /** Is told of each change, at once; what it returns ends that. */
    listen(listener: Listener): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Everything as it is, for a snapshot. */
    dump: (): { version: number; objects: Thing[] } => ({
      version,
      objects: Array.from(tables.values()).flatMap(({ objects }) => Array.from(objects.values())),
    }),
    /** Puts back what `dump` gave, into an empty store. */
    restore(row: Row, objects: readonly Thing[], at: number): void {
      const table = tableOf(row);
      version = Math.max(version, at);
      table.forgotten = version;
      for (const one of objects) {
        table.objects.set(keyOf(one.metadata), one);
        capacity.count(row, one, 1);
      }
      size += objects.length;
      for (const object of objects) for (const listener of listeners) listener(row, { type: 'ADDED', object, version });
    },
  };
}

export type Store = ReturnType<typeof createStore>;
