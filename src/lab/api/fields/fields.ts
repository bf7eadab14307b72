import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Shape, schema, shapeOf } from '../../../doctor/schema/schema.ts';
import { once } from '../../../language/memoize.ts';
import { apiVersionOf, type Row } from '../../kinds/row.ts';

const merging = z.object({
  /** Of a strategic merge patch: what items of a list are known by. */
  mergeKey: z.string().optional(),
  /** `merge`, `replace`, `retainKeys`, or two of them. */
  strategy: z.string().optional(),
  /** Of apply: what items of a list are known by. */
  keys: z.array(z.string()).optional(),
  /** Of apply: items are known by themselves. */
  set: z.literal(true).optional(),
  /** Of apply: the whole has one owner. */
  atomic: z.literal(true).optional(),
  /** The Go type of a plain field, where it is no string, int32 or bool. */
  go: z.string().optional(),
  /** Of a plain field: its zero value says something, and is kept. */
  pointer: z.literal(true).optional(),
  /** A field of fields that is always there, be it empty. */
  value: z.literal(true).optional(),
});
const file = z.object({
  atomic: z.array(z.string()),
  types: z.record(z.string(), z.record(z.string(), merging)),
});

/** Made by scripts/kubernetes-merging.ts; read when it is first asked for. */
const read = once(() => {
  const { atomic, types } = file.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'merging.json'), 'utf8')));
  return { types, atomic: new Set(atomic) };
});

/** A field of a type: what it takes, and how it is merged. */
export interface Field extends Shape, z.infer<typeof merging> {}

const known = new Map<string, ReadonlyMap<string, Field>>();

/** A type's fields by their names; none of a type that is not known, such as `any`. */
export function fieldsOf(type: string): ReadonlyMap<string, Field> {
  const before = known.get(type);
  if (before) return before;
  const { types, atomic } = read();
  const fields = new Map(
    Object.entries(schema().types[type] ?? {}).map(([name, of]): [string, Field] => {
      const shape = shapeOf(of);
      const isAtomic = shape.holds === 'one' && atomic.has(shape.type);
      return [name, { ...shape, ...types[type]?.[name], ...(isAtomic ? { atomic: true } : {}) }];
    }),
  );
  known.set(type, fields);
  return fields;
}

/** Is this a type with fields of its own? */
export const hasFields = (type: string): boolean => schema().types[type] !== undefined;

/** The type of a kind's objects, such as `V1Deployment`. */
export const typeOfRow = (row: Row): string => schema().kinds[apiVersionOf(row)]?.[row.kind]?.type ?? 'any';

/** `V1PodSpec` -> `v1.PodSpec`, as the API server's Go names it. */
export const goName = (type: string): string => type.replace(/^(?:[A-Z][a-z]+)??V(\d+)(?=[A-Z])/, 'v$1.');

/** The fields of an object that stands at no field of its own. */
export const rootField = (type: string): Field => ({ holds: 'one', type, isRequired: true });

/** What an item of a list, or a value of a map, takes. */
export const inner = ({ type }: Field): Field => ({ holds: 'one', type, isRequired: true });
