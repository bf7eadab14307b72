import type { ApiError, ErrorTree } from '../errors.ts';

/** What an error refuses, one line each: `components.0.content BASE_TYPE_MAX_LENGTH`, or the code alone. */
export const reasons = (error: ApiError | undefined): string[] => {
  if (!error) return [];
  return error.errors ? lines(error.errors, []) : [String(error.code || error.status)];
};

const lines = (tree: ErrorTree, path: readonly string[]): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    Array.isArray(value)
      ? value.map(({ code }) => [...path, code].join(' '))
      : lines(value, [[...path, key].join('.')]),
  );
