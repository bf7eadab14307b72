import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { once } from '../../language/memoize.ts';

/**
 * What a field takes: `string`, `int`, `float`, `bool`, `quantity` (`500m`), `intOrString`, `time`, `base64`, `any`, a type
 * by its name, `[` before what a list and `{` before what a map holds; `!` behind it where the field is required.
 */
type FieldType = string;

export interface Kind {
  type: string;
  namespaced: boolean;
}

export interface Schema {
  /** `apps/v1` -> kind -> its type. */
  kinds: Readonly<Record<string, Readonly<Record<string, Kind>>>>;
  /** Type -> its fields. */
  types: Readonly<Record<string, Readonly<Record<string, FieldType>>>>;
}

const schemaFile = z.object({
  kinds: z.record(z.string(), z.record(z.string(), z.object({ type: z.string(), namespaced: z.boolean() }))),
  types: z.record(z.string(), z.record(z.string(), z.string())),
});

/** The API of Kubernetes 1.34, read when it is first asked for; scripts/kubernetes-schema.ts makes the file. */
/** By names that people may have typed: `constructor` is none unless it is one of these. */
const named = <T>(entries: readonly (readonly [string, T])[]): Record<string, T> =>
  Object.assign(Object.create(null), Object.fromEntries(entries));

export const schema = once((): Schema => {
  const file = schemaFile.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'kubernetes.json'), 'utf8')));
  return {
    ...file,
    types: named(Object.entries(file.types).map(([type, fields]) => [type, named(Object.entries(fields))])),
  };
});

/** What a field takes, apart: `[string!` -> a required list of texts. */
export interface Shape {
  holds: 'list' | 'map' | 'one';
  type: string;
  isRequired: boolean;
}

export function shapeOf(type: FieldType): Shape {
  const isRequired = type.endsWith('!');
  const bare = isRequired ? type.slice(0, -1) : type;
  const holds = bare.startsWith('[') ? 'list' : bare.startsWith('{') ? 'map' : 'one';
  return { holds, type: holds === 'one' ? bare : bare.slice(1), isRequired };
}
