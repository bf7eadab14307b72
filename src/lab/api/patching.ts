import { isObject } from '../../core/json.ts';
import { ApiError, badRequest, invalid, invalidCause, notFound, requiredCause } from '../engine/errors.ts';
import { type Thing, timeText } from '../engine/object.ts';
import { apiVersionOf, type Row } from '../kinds/row.ts';
import { acceptObject, fieldValidationOf } from './accept.ts';
import { asThing, mediaType, readBody } from './body.ts';
import { decode } from './fields/decode.ts';
import { typeOfRow } from './fields/fields.ts';
import { keepLastApplied } from './managed/last-applied.ts';
import { apply } from './managed/managers.ts';
import type { ApiRequest } from './messages.ts';
import { goText } from './patch/go-text.ts';
import { jsonPatch } from './patch/json.ts';
import { mergePatch } from './patch/merge.ts';
import { strategicPatch } from './patch/strategic.ts';
import { create, update, type Writing } from './write.ts';

const TYPES = [
  ...['application/json-patch+json', 'application/merge-patch+json', 'application/strategic-merge-patch+json'],
  'application/apply-patch+yaml',
];
const PATCH = { group: '', plural: '', kind: '' } as const;
const PATCH_OPTIONS = { group: 'meta.k8s.io', plural: '', kind: 'PatchOptions' } as const;

interface Patching {
  writing: Writing;
  row: Row;
  part: string | undefined;
}

function patched(request: ApiRequest, before: Thing, row: Row): unknown {
  const patch = readBody(request);
  switch (mediaType(request)) {
    case 'application/json-patch+json':
      return jsonPatch(before, patch);
    case 'application/merge-patch+json':
      if (!isObject(patch))
        throw badRequest(
          'error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}',
        );
      return mergePatch(before, patch);
    case 'application/strategic-merge-patch+json':
      if (!isObject(patch))
        throw badRequest(
          'error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}',
        );
      return strategicPatch(before, patch, typeOfRow(row));
    default:
      throw new ApiError(
        415,
        'UnsupportedMediaType',
        `the body of the request was in an unknown format - accepted media types include: ${TYPES.join(', ')}`,
      );
  }
}

/** Changes an object by a patch of three of the four kinds. @throws ApiError */
export function patchObject(request: ApiRequest, before: Thing, { writing, row, part }: Patching): Thing {
  if (request.query.has('force'))
    throw invalid(PATCH_OPTIONS, '', [
      { reason: 'FieldValueForbidden', message: 'Forbidden: may not be specified for non-apply patch', field: 'force' },
    ]);
  const next = patched(request, before, row);
  const level = fieldValidationOf(request);
  const isStrategic = mediaType(request) === 'application/strategic-merge-patch+json';
  const said = (): string => (isStrategic ? goText(readBody(request)) : JSON.stringify(next));
  const given = acceptObject(
    next,
    { row, level, warn: writing.warn },
    {
      refused: (why) => invalid(PATCH, '', [invalidCause('patch', said(), why)]),
    },
  );
  return update(writing, row, before, given, part);
}

/** The object that a client applies. */
function readApplied(request: ApiRequest, { row, writing: { warn } }: Patching): Record<string, unknown> {
  const patch = readBody(request);
  if (!isObject(patch)) throw badRequest('error decoding patch: it is no object');
  const { apiVersion, kind } = patch;
  if (kind === undefined || kind === '') throw badRequest("Object 'Kind' is missing in the apply patch");
  if (apiVersion !== apiVersionOf(row))
    throw badRequest(
      `Incorrect version specified in apply patch. Specified patch version: ${String(apiVersion)}, expected: ${apiVersionOf(row)}`,
    );
  const read = acceptApplied(patch, { row, level: fieldValidationOf(request), warn });
  if (read.metadata.managedFields !== undefined) throw badRequest('metadata.managedFields must be nil');
  // What was filled in to read it was not applied.
  return onlyGiven(read, patch);
}

function acceptApplied(
  patch: Record<string, unknown>,
  { row, level, warn }: { row: Row; level: ReturnType<typeof fieldValidationOf>; warn(message: string): void },
): Thing {
  return acceptObject(
    patch,
    { row, level, warn },
    {
      refused: (why) =>
        why.startsWith('strict decoding error: ')
          ? badRequest(`error strict decoding patch: ${why.slice('strict decoding error: '.length)}`)
          : new ApiError(
              500,
              'InternalError',
              `failed to create typed patch object (${nameOf(patch)}; ${apiVersionOf(row)}, Kind=${row.kind}): ${why}`,
            ),
    },
  );
}

function nameOf({ metadata }: Record<string, unknown>): string {
  const { namespace, name } = isObject(metadata) ? metadata : {};
  return `${typeof namespace === 'string' ? namespace : ''}/${typeof name === 'string' ? name : ''}`;
}

/** Of what was read only what stood in the patch. */
function onlyGiven(read: object, patch: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(read).flatMap(([key, value]): [string, unknown][] => {
      const given = patch[key];
      if (given === undefined || given === null) return [];
      if (isObject(value) && isObject(given)) return [[key, onlyGiven(value, given)]];
      if (!Array.isArray(value) || !Array.isArray(given)) return [[key, value]];
      return [
        [
          key,
          value.map((one, index) => (isObject(one) && isObject(given[index]) ? onlyGiven(one, given[index]) : one)),
        ],
      ];
    }),
  );
}

/** Server-side apply, which also makes what is not there. Tells whether it was new. @throws ApiError */
export function applyObject(
  request: ApiRequest,
  before: Thing | undefined,
  { patching, namespace, name }: { patching: Patching; namespace: string | undefined; name: string },
): { object: Thing; isNew: boolean } {
  const { writing, row, part } = patching;
  const { query } = request;
  if ((query.get('fieldManager') ?? '') === '')
    throw invalid(PATCH_OPTIONS, '', [requiredCause('fieldManager', 'is required for apply patch')]);
  const applied = readApplied(request, patching);
  if (before === undefined && part !== undefined) throw notFound(row, name);
  const none: Thing = {
    ...{ apiVersion: apiVersionOf(row), kind: row.kind },
    metadata: { name, uid: '', resourceVersion: '', creationTimestamp: '' },
  };
  const { lab, manager } = writing;
  const time = timeText(lab.clock.now());
  const isForced = query.get('force') === 'true';
  const { object, managedFields } = apply(row, before ?? none, applied, { name: manager, part, time, isForced });
  const { metadata, ...rest } = keepLastApplied(object, applied, manager);
  const { creationTimestamp, ...kept } = isObject(metadata) ? metadata : {};
  // What is always there, be it empty, may have been taken out.
  const given = asThing(decode({ ...rest, metadata: kept }, typeOfRow(row)).object, row);
  const own: Writing = { ...writing, managedFields };
  if (before === undefined) return { object: create(own, row, namespace, given), isNew: true };
  return { object: update(own, row, before, given, part), isNew: false };
}
