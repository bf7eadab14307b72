import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { isObject } from '../../../core/json.ts';
import { ApiError, badRequest } from '../../engine/errors.ts';

const operations = z.array(
  z.object({ op: z.string(), path: z.string(), from: z.string().optional(), value: z.unknown().optional() }),
);

/** Operations that one patch may have (apiserver/pkg/endpoints/handlers). */
const MOST = 10_000;
/** Letters that its copies may make in all: a few lines of them can stand for more than there is memory. */
const MOST_COPIED = 3 * 1024 * 1024;

/** The API server says no more of an operation that does not fit, or a test that fails. */
const refused = (): ApiError =>
  new ApiError(422, 'Invalid', 'the server rejected our request due to an error in our request', {});

/** `/a/b~1c/0` -> its keys (RFC 6901). */
const keysOf = (pointer: string): string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((one) => one.replaceAll('~1', '/').replaceAll('~0', '~'));

const indexOf = (key: string): number => (/^\d+$/.test(key) ? Number(key) : -1);

/** What stands at a path; undefined where nothing does. */
function find(root: unknown, keys: readonly string[]): unknown {
  let at = root;
  for (const key of keys) {
    if (Array.isArray(at)) at = at[indexOf(key)];
    else if (isObject(at) && Object.hasOwn(at, key)) at = at[key];
    else return undefined;
  }
  return at;
}

function add(root: unknown, path: string, value: unknown): unknown {
  const keys = keysOf(path);
  const key = keys.at(-1);
  if (key === undefined) return value;
  const parent = find(root, keys.slice(0, -1));
  if (Array.isArray(parent)) {
    const index = key === '-' ? parent.length : indexOf(key);
    if (index < 0 || index > parent.length) throw refused();
    parent.splice(index, 0, value);
  } else if (isObject(parent)) parent[key] = value;
  else throw refused();
  return root;
}

function remove(root: unknown, path: string): unknown {
  const keys = keysOf(path);
  const key = keys.at(-1) ?? '';
  const parent = find(root, keys.slice(0, -1));
  if (Array.isArray(parent) && indexOf(key) >= 0 && indexOf(key) < parent.length)
    return parent.splice(indexOf(key), 1)[0];
  if (!isObject(parent) || !Object.hasOwn(parent, key)) throw refused();
  const value = parent[key];
  delete parent[key];
  return value;
}

function replace(root: unknown, path: string, value: unknown): unknown {
  const keys = keysOf(path);
  const key = keys.at(-1);
  if (key === undefined) return value;
  const parent = find(root, keys.slice(0, -1));
  if (Array.isArray(parent) && indexOf(key) >= 0 && indexOf(key) < parent.length) parent[indexOf(key)] = value;
  else if (isObject(parent) && Object.hasOwn(parent, key)) parent[key] = value;
  else throw refused();
  return root;
}

/** JSON Patch (RFC 6902). @throws ApiError where an operation does not fit, or a test fails. */
export function jsonPatch(target: unknown, patch: unknown): unknown {
  const read = operations.safeParse(patch);
  if (!read.success)
    throw badRequest(
      'error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp',
    );
  if (read.data.length > MOST)
    throw new ApiError(
      413,
      'RequestEntityTooLarge',
      `Request entity is too large: The allowed maximum operations in a JSON patch is ${MOST}, got ${read.data.length}`,
    );
  let root = structuredClone(target);
  let copiedSize = 0;
  for (const { op, path, from = '', value = null } of read.data) {
    const copied = op === 'copy' ? find(root, keysOf(from)) : undefined;
    copiedSize += copied === undefined ? 0 : JSON.stringify(copied).length;
    if (copiedSize > MOST_COPIED) throw refused();
    if (op === 'add') root = add(root, path, value);
    else if (op === 'remove') remove(root, path);
    else if (op === 'replace') root = replace(root, path, value);
    else if (op === 'move') root = add(root, path, remove(root, from));
    else if (op === 'copy' && copied !== undefined) root = add(root, path, structuredClone(copied));
    else if (op === 'test' && isDeepStrictEqual(find(root, keysOf(path)) ?? null, value)) continue;
    else throw refused();
  }
  return root;
}
