import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../../../core/json.ts';
import { once } from '../../../language/memoize.ts';
import { badRequest } from '../../engine/errors.ts';
import { bytesIn, numberIn, textIn, type Wire, wiresOf } from './reader.ts';

interface Field {
  name: string;
  type: string;
  holds: 'list' | 'map' | 'one';
  /** Its fields stand within its owner in JSON. */
  isInline: boolean;
  /** JSON leaves it out where it is empty. */
  isLeftOut: boolean;
}

const file = z.object({ types: z.record(z.string(), z.record(z.string(), z.string())) });

/** `namespace? string`, `finalizers [string`, `labels? {string`; scripts/kubernetes-protobuf.ts makes the file. */
function fieldOf(words: string): Field {
  const [name = '', type = ''] = words.split(' ');
  return {
    name: name.replace(/[~?]$/, ''),
    type: type.replace(/^[[{]/, ''),
    holds: type.startsWith('[') ? 'list' : type.startsWith('{') ? 'map' : 'one',
    isInline: name.endsWith('~'),
    isLeftOut: name.endsWith('?'),
  };
}

const types = once(() => {
  const read = file.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'fields.json'), 'utf8')));
  return new Map(
    Object.entries(read.types).map(([name, fields]) => [
      name,
      new Map(Object.entries(fields).map(([number, words]) => [Number(number), fieldOf(words)])),
    ]),
  );
});

const numbersOf = (bytes: Uint8Array): Map<number, Wire['value']> =>
  new Map(Array.from(wiresOf(bytes), ({ number, value }) => [number, value]));

/** Seconds and nanoseconds; undefined for Go's zero time, which JSON leaves out. */
function timeOf(bytes: Uint8Array, hasMicros: boolean): string | undefined {
  const of = numbersOf(bytes);
  const seconds = numberIn(of.get(1) ?? 0n);
  if (seconds <= 0 || seconds > 253_402_300_799) return undefined;
  const text = new Date(seconds * 1000).toISOString().slice(0, 19);
  const micros = Math.floor(numberIn(of.get(2) ?? 0n) / 1000);
  return hasMicros ? `${text}.${`${micros}`.padStart(6, '0')}Z` : `${text}Z`;
}

function intOrString(bytes: Uint8Array): number | string {
  const of = numbersOf(bytes);
  return numberIn(of.get(1) ?? 0n) === 0 ? numberIn(of.get(2) ?? 0n) : textIn(of.get(3) ?? new Uint8Array());
}

function readAs(type: string, value: Wire['value'], room: { left: number }): unknown {
  switch (type) {
    case 'string':
      return textIn(value);
    case 'bytes':
      return Buffer.from(bytesIn(value)).toString('base64');
    case 'int32':
    case 'int64':
      return numberIn(value);
    case 'bool':
      return numberIn(value) !== 0;
    case 'time':
      return timeOf(bytesIn(value), false);
    case 'microTime':
      return timeOf(bytesIn(value), true);
    case 'intOrString':
      return intOrString(bytesIn(value));
    case 'quantity':
      return textIn(numbersOf(bytesIn(value)).get(1) ?? new Uint8Array());
    case 'texts':
      return Array.from(wiresOf(bytesIn(value)), (one) => textIn(one.value));
    case 'json':
      return parseJson(textIn(numbersOf(bytesIn(value)).get(1) ?? new Uint8Array())) ?? null;
    default:
      return objectOf(type, bytesIn(value), room);
  }
}

const isEmpty = (value: unknown): boolean => value === '' || value === 0 || value === false || value === undefined;

/** Fields that an object may have in all, with those of its parts: thousands are a large manifest. */
const MOST = 20_000;

/** A message as the JSON that Go would write of it. */
function objectOf(type: string, bytes: Uint8Array, room: { left: number }): Record<string, unknown> {
  const fields = types().get(type);
  if (fields === undefined) throw badRequest(`no kind "${type}" is registered`);
  const object: Record<string, unknown> = {};
  const lists = new Map<string, unknown[]>();
  const maps = new Map<string, [string, unknown][]>();
  for (const { number, value } of wiresOf(bytes)) {
    if (room.left-- <= 0) throw badRequest('the object provided has too many fields');
    const field = fields.get(number);
    if (field === undefined) continue;
    const { name, holds, isInline, isLeftOut } = field;
    if (holds === 'list') {
      const list = lists.get(name) ?? [];
      lists.set(name, list);
      list.push(readAs(field.type, value, room));
    } else if (holds === 'map') {
      const entry = numbersOf(bytesIn(value));
      const pairs = maps.get(name) ?? [];
      maps.set(name, pairs);
      const nothing = new Uint8Array();
      pairs.push([textIn(entry.get(1) ?? nothing), readAs(field.type, entry.get(2) ?? nothing, room)]);
    } else {
      const read = readAs(field.type, value, room);
      if (isInline) Object.assign(object, read);
      else if (!(isLeftOut && isEmpty(read))) object[name] = read;
    }
  }
  return Object.assign(
    object,
    Object.fromEntries(lists),
    Object.fromEntries(Array.from(maps, ([name, pairs]) => [name, Object.fromEntries(pairs)])),
  );
}

const MAGIC = [0x6b, 0x38, 0x73, 0x00];

/** The message of a kind: its package is the first word of its group. */
function typeOf(apiVersion: string, kind: string): string {
  if (kind === 'DeleteOptions') return 'meta.v1.DeleteOptions';
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['core', apiVersion];
  return `${group?.split('.')[0]}.${version}.${kind}`;
}

/**
 * An object that a client sent as protobuf (`application/vnd.kubernetes.protobuf`), as JSON: behind four letters a
 * `runtime.Unknown` with the names of its kind and its bytes (apimachinery/pkg/runtime/serializer/protobuf). @throws ApiError
 */
export function decodeProtobuf(body: Uint8Array): Record<string, unknown> {
  if (MAGIC.some((byte, at) => body[at] !== byte))
    throw badRequest('provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]');
  const envelope = numbersOf(body.subarray(MAGIC.length));
  const names = numbersOf(bytesIn(envelope.get(1) ?? new Uint8Array()));
  const apiVersion = textIn(names.get(1) ?? new Uint8Array());
  const kind = textIn(names.get(2) ?? new Uint8Array());
  const raw = bytesIn(envelope.get(2) ?? new Uint8Array());
  return { apiVersion, kind, ...objectOf(typeOf(apiVersion, kind), raw, { left: MOST }) };
}
