import type { Cause } from '../engine/errors.ts';
import type { Thing } from '../engine/object.ts';

/** A column that `kubectl get` prints; of priority 1 with `-o wide` alone. */
export interface Column<T> {
  name: string;
  type?: 'string' | 'integer' | 'boolean' | 'date';
  priority?: 0 | 1;
  /** A time is told as its age by `now`, epoch milliseconds of the lab. */
  cell(object: T, now: number): string | number | boolean;
}

/** The text of a field. Written as a method: a row of Pods is a row of things. */
type FieldOf<T> = { of(object: T): string }['of'];

/**
 * A kind of the API, as one row of a table: its names, and all in which it differs from others. What the schema says of
 * its fields (types, required ones) is not repeated here.
 */
export interface Row<T extends Thing = Thing> {
  /** `''` for the core group. */
  group: string;
  version: string;
  kind: string;
  plural: string;
  singular: string;
  short?: readonly string[];
  categories?: readonly string[];
  namespaced: boolean;
  /** `status`, `scale`, `log` …: paths below an object. */
  parts?: readonly string[];
  /** `metadata.generation` counts the changes of its spec. */
  counted?: true;
  /** What who asks for it should know: kubectl prints it. */
  warning?: string;
  /** Answers to these alone; to all where nothing is said. */
  verbs?: readonly string[];
  /** Beside NAME, and AGE at the end where nothing is said of it. */
  columns?: readonly Column<T>[];
  /** Fills in what a manifest may leave out, as the API server does. The draft is the caller's own. */
  defaults?(draft: T): void;
  /** Before it is stored anew: what clients may not set is put back (a status). The draft is the caller's own. */
  created?(draft: T): void;
  /** Before a change is stored: what may not be changed by it is put back. */
  changed?(draft: T, before: T): void;
  /** What is wrong beyond the schema; `before` where it replaces one. */
  check?(object: T, before: T | undefined): Iterable<Cause>;
  /** What is allowed and not wise: told to who writes it. */
  warnings?(object: T): Iterable<string>;
  /** Fields by which `--field-selector` may choose, beside name and namespace. */
  fields?: Readonly<Record<string, FieldOf<T>>>;
}

/** Lets a row's functions know the type of its objects. */
export const row = <T extends Thing>(of: Row<T>): Row<T> => of;

/** `v1` -> `api/v1`, `apps/v1` -> `apis/apps/v1`: where the API has the kinds of a version. */
export const rootOf = (apiVersion: string): string =>
  apiVersion.includes('/') ? `apis/${apiVersion}` : `api/${apiVersion}`;

export const apiVersionOf = ({ group, version }: Pick<Row, 'group' | 'version'>): string =>
  group === '' ? version : `${group}/${version}`;
