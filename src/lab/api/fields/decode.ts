import { isObject } from '../../../core/json.ts';
import { parseQuantity, quantityText } from '../../engine/quantity.ts';
import { type Field, fieldsOf, goName, hasFields, inner, rootField } from './fields.ts';

/** A body that cannot be read as what it should be, in the words of the API server's decoder. */
export class DecodeError extends Error {}

interface Walk {
  /** Fields that the API does not have, by their whole path. */
  unknown: string[];
}

/** Unknown fields that are told of, and the letters of each: a body may be made of nothing else. */
const MOST_UNKNOWN = 20;
const MOST_LETTERS = 500;

/** Where a value stands: the path as Go's decoder tells it, and as the strict one does. */
interface Place {
  struct: string;
  field: string;
  path: string;
}

/** `v1.Container`, `[]v1.Container`, `map[string]string` … */
function goType({ holds, type, go }: Field): string {
  const one =
    go ?? { int: 'int32', quantity: 'resource.Quantity', base64: '[]uint8', float: 'float64' }[type] ?? goName(type);
  if (holds === 'list') return `[]${one}`;
  return holds === 'map' ? `map[string]${one}` : one;
}

const wordOf = (value: unknown): string =>
  Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value;

const mismatch = (what: string, field: Field, { struct, field: path }: Place): DecodeError =>
  new DecodeError(`json: cannot unmarshal ${what} into Go struct field ${struct}.${path} of type ${goType(field)}`);

/** Letters of a quantity that is looked at closely: a longer one is none. */
const LONGEST = 100;
const QUANTITY = /^[-+]?[0-9.]*(?:[eEinumkKMGTP]+[-+]?[0-9]*|[-+][0-9]*)?$/;

function quantity(value: unknown): string {
  const text = String(value);
  if (typeof value !== 'string' && typeof value !== 'number')
    throw new DecodeError('unmarshalerDecoder: quantities must be strings or numbers');
  const read = parseQuantity(text);
  // It is kept in its canonical form: 0.5 is 500m.
  if (read !== undefined) return quantityText(read);
  throw new DecodeError(
    text.length <= LONGEST && QUANTITY.test(text) && /\d/.test(text)
      ? "unable to parse quantity's suffix"
      : "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
  );
}

function whole(value: unknown, field: Field, place: Place): number {
  if (typeof value !== 'number') throw mismatch(wordOf(value), field, place);
  const most = field.go === 'int64' ? Number.MAX_SAFE_INTEGER : 2_147_483_647;
  if (!Number.isInteger(value) || Math.abs(value) > most + 1) throw mismatch(`number ${value}`, field, place);
  return value;
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

function base64(value: unknown, field: Field, place: Place): string {
  if (typeof value !== 'string') throw mismatch(wordOf(value), field, place);
  const text = value.replaceAll(/[\r\n]/g, '');
  const bare = text.replace(/={1,2}$/, '');
  if (BASE64.test(text) && text.length % 4 === 0) return text;
  const at = bare.search(/[^A-Za-z0-9+/]/);
  throw new DecodeError(`illegal base64 data at input byte ${at < 0 ? text.length - (text.length % 4) : at}`);
}

function time(value: unknown): string {
  if (typeof value === 'string' && !Number.isNaN(Date.parse(value)) && value.includes('T')) return value;
  const text = JSON.stringify(value);
  throw new DecodeError(`parsing time ${JSON.stringify(text)} as "2006-01-02T15:04:05Z07:00": cannot parse it`);
}

function scalar(value: unknown, field: Field, place: Place): unknown {
  switch (field.type) {
    case 'string':
      if (typeof value !== 'string') throw mismatch(wordOf(value), field, place);
      return value;
    case 'bool':
      if (typeof value !== 'boolean') throw mismatch(wordOf(value), field, place);
      return value;
    case 'int':
      return whole(value, field, place);
    case 'float':
      if (typeof value !== 'number') throw mismatch(wordOf(value), field, place);
      return value;
    case 'intOrString':
      if (typeof value === 'string' || Number.isInteger(value)) return value;
      throw new DecodeError(`json: cannot unmarshal ${wordOf(value)} into Go value of type int32`);
    case 'quantity':
      return quantity(value);
    case 'base64':
      return base64(value, field, place);
    case 'time':
      return time(value);
    default:
      return value;
  }
}

function struct(value: Record<string, unknown>, type: string, place: Place, walk: Walk): Record<string, unknown> {
  const fields = fieldsOf(type);
  const read: Record<string, unknown> = {};
  const name = goName(type).replace(/^v\d\w*\./, '');
  for (const [key, one] of Object.entries(value)) {
    const field = fields.get(key);
    const path = place.path === '' ? key : `${place.path}.${key}`;
    if (field === undefined) {
      if (walk.unknown.length < MOST_UNKNOWN) walk.unknown.push(path.slice(0, MOST_LETTERS));
      continue;
    }
    if (one === null) continue;
    const of = { struct: name, field: place.field === '' ? key : `${place.field}.${key}`, path };
    const decoded = decodeValue(one, field, of, walk);
    if (!isLeftOut(decoded, field)) read[key] = decoded;
  }
  for (const [key, field] of fields)
    if (read[key] === undefined && (field.value || (field.isRequired && !field.pointer))) {
      const zero = zeroOf(field);
      if (zero !== undefined) read[key] = zero;
    }
  return read;
}

const ZEROS: Readonly<Record<string, unknown>> = { string: '', int: 0, float: 0, bool: false, quantity: '0' };

/** What Go has where nothing is given and something always is. Of a field of fields it is those, empty as well. */
function zeroOf(field: Field): unknown {
  if (field.holds !== 'one') return field.holds === 'list' ? [] : {};
  if (!field.value) return ZEROS[field.type];
  return struct({}, field.type, { struct: '', field: '', path: '' }, { unknown: [] });
}

/** What Go leaves out when it writes the object: an empty list or map, and a zero that says no more than nothing. */
function isLeftOut(value: unknown, { holds, isRequired, pointer, type }: Field): boolean {
  if (isRequired) return false;
  if (holds === 'list') return Array.isArray(value) && value.length === 0;
  if (holds === 'map') return isObject(value) && Object.keys(value).length === 0;
  return !pointer && type !== 'intOrString' && type !== 'any' && (value === '' || value === 0 || value === false);
}

function decodeValue(value: unknown, field: Field, place: Place, walk: Walk): unknown {
  if (field.holds === 'list') {
    if (!Array.isArray(value)) throw mismatch(wordOf(value), field, place);
    return value.map((one, index) => {
      const path = `${place.path}[${index}]`;
      return one === null && !hasFields(field.type)
        ? (ZEROS[field.type] ?? '')
        : decodeValue(one ?? {}, inner(field), { ...place, path }, walk);
    });
  }
  if (field.holds === 'map') {
    if (!isObject(value)) throw mismatch(wordOf(value), field, place);
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => {
        const path = `${place.path}.${key}`;
        return [
          key,
          one === null ? (ZEROS[field.type] ?? '') : decodeValue(one, inner(field), { ...place, path }, walk),
        ];
      }),
    );
  }
  if (hasFields(field.type)) {
    if (!isObject(value)) throw mismatch(wordOf(value), field, place);
    return struct(value, field.type, place, walk);
  }
  return scalar(value, field, place);
}

/**
 * Reads a body as an object of a type, as Go's decoder does: fields that the type does not have are left out, and told of.
 * @throws DecodeError
 */
export function decode(value: unknown, type: string): { object: unknown; unknown: string[] } {
  if (!hasFields(type)) return { object: value, unknown: [] };
  const walk: Walk = { unknown: [] };
  const object = decodeValue(value, rootField(type), { struct: '', field: '', path: '' }, walk);
  return { object, unknown: walk.unknown };
}
