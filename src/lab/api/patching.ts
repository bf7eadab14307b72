import { isObject } from '../../core/json.ts';
import { ApiError, badRequest, invalid, invalidCause, notFound, requiredCause } from '../engine/errors.ts';
import { type Thing, timeText } from '../engine/object.ts';
import { apiVersionOf, type Row } from '../kinds/row.ts';
import { acceptObject, fieldValidationOf } from './accept.ts';
import { readApplied } from './applied.ts';
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
  const applied = readApplied(request, row);
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
