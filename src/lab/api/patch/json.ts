import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { isObject } from '../../../core/json.ts';
import { ApiError, badRequest } from '../../engine/errors.ts';

const operations = z.array(
  z.object({ op: z.string(), path: z.string(), from: z.string().optional(), value: z.unknown().optional() }),
);

/** Operations that one patch may have (apiserver/pkg/endpoints/handlers). */
const MOST = 10_000;

// The words are those of the library that the API server applies JSON patches with (evanphx/json-patch).
const refused = (why: string): ApiError =>
  new ApiError(422, 'Invalid', `the server rejected our request due to an error in our request`, {
    causes: [{ reason: 'UnexpectedServerResponse', message: why, field: '' }],
  });

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
    if (index < 0 || index > parent.length)
      throw refused(
        `error in add for path: '${path}': Unable to access invalid index: ${key}: invalid index referenced`,
      );
    parent.splice(index, 0, value);
  } else if (isObject(parent)) parent[key] = value;
  else throw refused(`add operation does not apply: doc is missing path: "${path}": missing value`);
  return root;
}

function remove(root: unknown, path: string, what = 'remove'): unknown {
  const keys = keysOf(path);
  const key = keys.at(-1) ?? '';
  const parent = find(root, keys.slice(0, -1));
  if (Array.isArray(parent)) {
    const index = indexOf(key);
    if (index < 0 || index >= parent.length)
      throw refused(
        `error in remove for path: '${path}': Unable to access invalid index: ${key}: invalid index referenced`,
      );
    return parent.splice(index, 1)[0];
  }
  if (!isObject(parent))
    throw refused(`${what} operation does not apply: doc is missing path: "${path}": missing value`);
  if (!Object.hasOwn(parent, key))
    throw refused(`error in remove for path: '${path}': Unable to remove nonexistent key: ${key}: missing value`);
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
  else {
    const what = typeof parent === 'object' && parent !== null ? 'key' : 'path';
    throw refused(`replace operation does not apply: doc is missing ${what}: ${path}: missing value`);
  }
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
  for (const { op, path, from = '', value = null } of read.data) {
    switch (op) {
      case 'add':
        root = add(root, path, value);
        break;
      case 'remove':
        remove(root, path);
        break;
      case 'replace':
        root = replace(root, path, value);
        break;
      case 'move':
        root = add(root, path, remove(root, from, 'move'));
        break;
      case 'copy': {
        const copied = find(root, keysOf(from));
        if (copied === undefined)
          throw refused(`copy operation does not apply: doc is missing from path: ${from}: missing value`);
        root = add(root, path, structuredClone(copied));
        break;
      }
      case 'test':
        if (!isDeepStrictEqual(find(root, keysOf(path)) ?? null, value))
          throw refused(`testing value ${path} failed: test failed`);
        break;
      default:
        throw badRequest(`Unexpected kind: ${op}`);
    }
  }
  return root;
}
