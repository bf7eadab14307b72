import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { isObject } from '../../../core/json.ts';
import { ApiError, badRequest } from '../../engine/errors.ts';

const operations = z.array(
  z.object({
    op: z.enum(['add', 'remove', 'replace', 'move', 'copy', 'test']),
    path: z.string(),
    from: z.string().optional(),
    value: z.unknown(),
  }),
);

const refused = (why: string): ApiError =>
  new ApiError(422, 'Invalid', `the server rejected our request due to an error in our request: ${why}`);

/** `/a/b~1c/0` -> its keys (RFC 6901). */
const keysOf = (pointer: string): string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((one) => one.replaceAll('~1', '/').replaceAll('~0', '~'));

const indexIn = (list: readonly unknown[], key: string): number => {
  const index = key === '-' ? list.length : /^\d+$/.test(key) ? Number(key) : -1;
  if (index < 0 || index > list.length) throw refused(`no index ${key}`);
  return index;
};

function find(root: unknown, keys: readonly string[]): unknown {
  let at = root;
  for (const key of keys) {
    if (Array.isArray(at)) at = at[indexIn(at, key)];
    else if (isObject(at) && Object.hasOwn(at, key)) at = at[key];
    else throw refused(`nothing at /${keys.join('/')}`);
  }
  return at;
}

/** Puts a value at a place of a copy of its own. */
function put(root: unknown, keys: readonly string[], value: unknown, isNew: boolean): unknown {
  const key = keys.at(-1);
  if (key === undefined) return value;
  const parent = find(root, keys.slice(0, -1));
  if (Array.isArray(parent)) parent.splice(indexIn(parent, key), isNew ? 0 : 1, value);
  else if (isObject(parent)) {
    if (!isNew && !Object.hasOwn(parent, key)) throw refused(`nothing at /${keys.join('/')}`);
    parent[key] = value;
  } else throw refused(`nothing at /${keys.slice(0, -1).join('/')}`);
  return root;
}

function take(root: unknown, keys: readonly string[]): unknown {
  const key = keys.at(-1);
  const parent = find(root, keys.slice(0, -1));
  const value = find(root, keys);
  if (key === undefined) return value;
  if (Array.isArray(parent)) parent.splice(indexIn(parent, key), 1);
  else if (isObject(parent)) delete parent[key];
  return value;
}

/** JSON Patch (RFC 6902). @throws ApiError where an operation does not fit, or a test fails. */
export function jsonPatch(target: unknown, patch: unknown): unknown {
  const read = operations.safeParse(patch);
  if (!read.success) throw badRequest('error decoding patch: it is no list of operations');
  let root = structuredClone(target);
  for (const { op, path, from = '', value } of read.data) {
    const keys = keysOf(path);
    if (op === 'add') root = put(root, keys, value, true);
    else if (op === 'replace') root = put(root, keys, value, false);
    else if (op === 'remove') take(root, keys);
    else if (op === 'move') root = put(root, keys, take(root, keysOf(from)), true);
    else if (op === 'copy') root = put(root, keys, structuredClone(find(root, keysOf(from))), true);
    else if (!isDeepStrictEqual(find(root, keys), value)) throw refused(`test failed at ${path}`);
  }
  return root;
}
