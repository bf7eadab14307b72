import { badRequest, invalid, unsupportedCause } from '../engine/errors.ts';
import type { Thing } from '../engine/object.ts';
import type { Row } from '../kinds/row.ts';
import { asThing, checkKind, mediaType, readBody, textOf } from './body.ts';
import { DecodeError, decode } from './fields/decode.ts';
import { duplicateFields } from './fields/duplicates.ts';
import { typeOfRow } from './fields/fields.ts';
import type { ApiRequest } from './messages.ts';

/** What to do about fields that the API does not have: refuse, tell, or say nothing. */
type FieldValidation = 'Strict' | 'Warn' | 'Ignore';

const LEVELS = ['Ignore', 'Strict', 'Warn'];

/** @throws ApiError where a request names none of the three. */
export function fieldValidationOf({ query, method }: ApiRequest): FieldValidation {
  const asked = query.get('fieldValidation') ?? '';
  if (asked === 'Strict' || asked === 'Ignore') return asked;
  if (asked === '' || asked === 'Warn') return 'Warn';
  const options = { PATCH: 'PatchOptions', PUT: 'UpdateOptions' }[method] ?? 'CreateOptions';
  throw invalid({ group: 'meta.k8s.io', plural: '', kind: options }, '', [
    unsupportedCause('fieldValidation', asked, LEVELS),
  ]);
}

interface Accepting {
  row: Row;
  level: FieldValidation;
  warn(message: string): void;
}

/**
 * Reads a value as an object of a kind: of the types that the API has, without fields that it does not have.
 * @param refused makes of the decoder's words what the client is told
 * @throws ApiError
 */
export function acceptObject(
  value: unknown,
  { row, level, warn }: Accepting,
  { duplicates = [], refused }: { duplicates?: readonly string[]; refused: (why: string) => Error },
): Thing {
  try {
    const { object, unknown } = decode(value, typeOfRow(row));
    const wrong = [
      ...duplicates.map((one) => `duplicate field ${JSON.stringify(one)}`),
      ...unknown.map((one) => `unknown field ${JSON.stringify(one)}`),
    ];
    if (wrong.length > 0 && level === 'Strict') throw refused(`strict decoding error: ${wrong.join(', ')}`);
    if (level === 'Warn') for (const one of wrong) warn(one);
    return asThing(object, row);
  } catch (error) {
    if (error instanceof DecodeError) throw refused(error.message);
    throw error;
  }
}

/** A request's body as an object of a kind, for creating or replacing one. @throws ApiError */
export function acceptBody(request: ApiRequest, accepting: Accepting): Thing {
  const value = readBody(request);
  const { row } = accepting;
  checkKind(value, row);
  const isText = mediaType(request) === 'application/json' && accepting.level !== 'Ignore';
  return acceptObject(value, accepting, {
    duplicates: isText ? duplicateFields(textOf(request)) : [],
    refused: (why) =>
      badRequest(`${row.kind} in version ${JSON.stringify(row.version)} cannot be handled as a ${row.kind}: ${why}`),
  });
}
