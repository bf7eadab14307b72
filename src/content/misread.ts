import type { z } from 'zod';
import { isObject } from '../core/json.ts';

/** What YAML takes a word without quotes for. */
export type ReadAs = 'nothing' | 'boolean' | 'number' | 'date';

/** A value that is no text, within another one. */
interface Misread {
  path: readonly PropertyKey[];
  kind: ReadAs;
}

/** Lists of each language; nothing that is written in words is deeper. */
const DEEPEST = 2;

function kindOf(value: unknown): ReadAs | undefined {
  if (value === null) return 'nothing';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return 'number';
  return value instanceof Date ? 'date' : undefined;
}

function allIn(value: unknown, path: readonly PropertyKey[] = []): Misread[] {
  const kind = kindOf(value);
  if (kind !== undefined) return [{ path, kind }];
  if (path.length === DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((one: unknown, i) => allIn(one, [...path, i]));
  return isObject(value) ? Object.entries(value).flatMap(([key, one]) => allIn(one, [...path, key])) : [];
}

/**
 * What of a value that is to be words YAML took for something else: `NULL` is nothing, `true` no text. A number comes last:
 * some lists may have one.
 */
export function misread(issue: z.core.$ZodIssue, value: unknown): Misread | undefined {
  const isForWords = issue.code === 'invalid_union' || (issue.code === 'invalid_type' && issue.expected === 'string');
  if (!isForWords) return undefined;
  const all = allIn(value);
  return all.find(({ kind }) => kind !== 'number') ?? all[0];
}
