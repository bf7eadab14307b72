/** A JSON body as fields that know their path, so that a problem lands where Discord would report it. */

import { type ApiError, type ErrorTree, invalidForm, type Problem } from '../errors.ts';

export interface Field {
  readonly value: unknown;
  readonly at: (key: string | number) => Field;
  readonly refuse: (problem: Problem) => void;
}

interface Form {
  root: Field;
  error: () => ApiError | undefined;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Discord takes `null` for «not given» nearly everywhere. */
export const isGiven = (field: Field): boolean => field.value !== undefined && field.value !== null;

/** Discord counts code points, not UTF-16 units. */
export const lengthOf = (text: string): number => [...text].length;

export const createForm = (body: unknown): Form => {
  const tree: ErrorTree = {};
  const fieldAt = (value: unknown, path: readonly string[]): Field => ({
    value,
    at: (key) => fieldAt(childOf(value, String(key)), [...path, String(key)]),
    refuse: (problem) => put(tree, path, problem),
  });
  return {
    root: fieldAt(body, []),
    error: () => (Object.keys(tree).length > 0 ? invalidForm(tree) : undefined),
  };
};

const childOf = (value: unknown, key: string): unknown => {
  if (Array.isArray(value)) return value[Number(key)];
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
};

const put = (tree: ErrorTree, [key, ...rest]: readonly string[], problem: Problem): void => {
  if (key === undefined) {
    const already = tree._errors;
    tree._errors = [...(Array.isArray(already) ? already : []), problem];
    return;
  }
  const child = tree[key];
  const next = child === undefined || Array.isArray(child) ? {} : child;
  tree[key] = next;
  put(next, rest, problem);
};
