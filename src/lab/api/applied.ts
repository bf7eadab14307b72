import { isObject } from '../../core/json.ts';
import { ApiError, badRequest } from '../engine/errors.ts';
import { apiVersionOf, type Row } from '../kinds/row.ts';
import { asThing, readBody } from './body.ts';
import { DecodeError, decode } from './fields/decode.ts';
import { typeOfRow } from './fields/fields.ts';
import type { ApiRequest } from './messages.ts';

type Fields = Record<string, unknown>;

/** Of an apply the API server says no more than that it failed (structured-merge-diff, typed). */
function refused(patch: Fields, row: Row, why: string): ApiError {
  const { namespace = '', name = '' } = isObject(patch.metadata) ? patch.metadata : {};
  const what = `${String(namespace)}/${String(name)}; ${apiVersionOf(row)}, Kind=${row.kind}`;
  return new ApiError(500, '', `failed to create typed patch object (${what}): ${why}`);
}

/** `spec.containers[0].foo` -> `.spec.containers[name="web"].foo`: items are told by their keys. */
function keyed(path: string, patch: Fields): string {
  let at: unknown = patch;
  let said = '';
  for (const [, key = '', index] of path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)) {
    if (index === undefined) {
      at = isObject(at) ? at[key] : undefined;
      said += `.${key}`;
    } else {
      at = Array.isArray(at) ? at[Number(index)] : undefined;
      const name = isObject(at) ? at.name : undefined;
      said += typeof name === 'string' ? `[name=${JSON.stringify(name)}]` : `[${index}]`;
    }
  }
  return said;
}

/** The fields that a client applies: what stands in the request, and nothing that is filled in. @throws ApiError */
export function readApplied(request: ApiRequest, row: Row): Fields {
  const patch = readBody(request);
  if (!isObject(patch)) throw badRequest('error decoding patch: it is no object');
  const { apiVersion, kind } = patch;
  if (kind === undefined || kind === '') throw badRequest("Object 'Kind' is missing in the apply patch");
  if (apiVersion !== apiVersionOf(row))
    throw badRequest(
      `Incorrect version specified in apply patch. Specified patch version: ${String(apiVersion)}, expected: ${apiVersionOf(row)}`,
    );
  const { object, unknown } = read(patch, row);
  if (unknown.length > 0) {
    const lines = unknown.map((path) => `${keyed(path, patch)}: field not declared in schema`);
    throw refused(patch, row, lines.length === 1 ? String(lines[0]) : ['errors:', ...lines].join('\n  '));
  }
  const thing = asThing(object, row);
  if (thing.metadata.managedFields !== undefined) throw badRequest('metadata.managedFields must be nil');
  return onlyGiven(thing, patch);
}

function read(patch: Fields, row: Row): ReturnType<typeof decode> {
  try {
    return decode(patch, typeOfRow(row));
  } catch (error) {
    if (error instanceof DecodeError) throw refused(patch, row, error.message);
    throw error;
  }
}

/** Of what was read only what stood in the patch. */
function onlyGiven(object: object, patch: Fields): Fields {
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]): [string, unknown][] => {
      const given = patch[key];
      if (given === undefined || given === null) return [];
      if (isObject(value) && isObject(given)) return [[key, onlyGiven(value, given)]];
      if (!Array.isArray(value) || !Array.isArray(given)) return [[key, value]];
      const items = value.map((one, index) =>
        isObject(one) && isObject(given[index]) ? onlyGiven(one, given[index]) : one,
      );
      return [[key, items]];
    }),
  );
}
