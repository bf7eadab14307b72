import { distance, slips } from '../../language/distance.ts';
import { once } from '../../language/memoize.ts';
import { type Finding, finding } from '../finding.ts';
import type { Spot } from '../spot.ts';
import { type Schema, schema, shapeOf } from './schema.ts';
import { text } from './text.ts';
import { yamlOf } from './yaml.ts';

/** As it is compared: without case and what joins words (`image_pull_policy`). */
const folded = (word: string): string => word.toLowerCase().replace(/[-_.\s]/g, '');

/** Words of at most this many characters are compared; longer ones are no slip of a finger. */
const LONGEST = 80;

/** The one of these words that was meant: by its case, by slips of the finger, as the singular or plural. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  if (word.length > LONGEST) return undefined;
  const sought = folded(word);
  const same = words.find((one) => folded(one) === sought);
  if (same !== undefined) return same;
  const plural = words.find((one) => folded(one) === `${sought}s` || `${folded(one)}s` === sought);
  if (plural !== undefined) return plural;
  let best: { word: string; cost: number } | undefined;
  for (const one of words) {
    const limit = Math.min(
      slips(Math.max(sought.length, folded(one).length)) || (sought.length >= 3 ? 1 : 0),
      (best?.cost ?? 9) - 1,
    );
    if (limit <= 0) continue;
    const cost = distance(sought, folded(one), limit);
    if (cost <= limit) best = { word: one, cost };
  }
  return best?.word;
}

/** The field whose name has this word at its end: `name` for `secretName`. Several, and it is not known which. */
export function longerName(word: string, words: readonly string[]): string | undefined {
  const found = words.filter((one) => one.length > word.length && one.toLowerCase().endsWith(word.toLowerCase()));
  return found.length === 1 ? found[0] : undefined;
}

/**
 * The way down from a type to a field of this name, by single objects: `containers` in a Deployment's spec ->
 * `template.spec.containers`. At most three steps, the shortest way.
 */
export function wayDown(type: string, field: string, { types }: Schema = schema()): string | undefined {
  let level = [{ type, path: '' }];
  for (let step = 0; step < 3; step++) {
    const below = level.flatMap(({ type: from, path }) =>
      Object.entries(types[from] ?? {}).flatMap(([name, of]) => {
        const { holds, type: inner } = shapeOf(of);
        return holds === 'one' &&
          types[inner] &&
          name !== 'status' &&
          (name !== 'metadata' || (step === 0 && types[type]?.kind !== undefined))
          ? [{ type: inner, path: path === '' ? name : `${path}.${name}` }]
          : [];
      }),
    );
    const found = below.filter((one) => types[one.type]?.[field] !== undefined);
    if (found.length > 0) return found.length === 1 ? `${found[0]?.path}.${field}` : undefined;
    level = below;
  }
  return undefined;
}

/** Every field's name that the API has. */
export const fieldNames = once(() => new Set(Object.values(schema().types).flatMap((fields) => Object.keys(fields))));

/** A field whose name was meant as `right`. */
export const misspeltField = (field: Spot, right: string): Finding =>
  finding(
    'error',
    'unknown-field',
    field,
    text.both((t) => t.misspelt(field.key, right)),
    yamlOf(right, field.node),
  );
