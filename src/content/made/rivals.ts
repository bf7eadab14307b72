import { distance } from '../../language/distance.ts';
import { jamo } from '../../language/hangul.ts';
import type { Concept } from './concepts.ts';

/** Keystrokes with which names begin that are compared at all: a slip is seldom made in the first ones. */
const BEGINNING = 3;
/** Keystrokes in which two names differ that could be taken for one another. */
const SLIPS = 3;

/** For each concept the names of others that are spelled much like one of its own: 컨테이너, 컨테이너디. */
export function rivalsIn(concepts: readonly Concept[]): (concept: Concept) => string[] {
  const all = concepts.flatMap((concept) => concept.looked.map(({ key }) => ({ concept, key, keys: jamo(key) })));
  const alike = Map.groupBy(all, ({ keys }) => keys.slice(0, BEGINNING));
  return (concept) => {
    const own = new Set(concept.looked.map(({ key }) => key));
    const near = concept.looked.flatMap(({ key }) => {
      const keys = jamo(key);
      return (alike.get(keys.slice(0, BEGINNING)) ?? []).filter(
        (one) => one.concept !== concept && !own.has(one.key) && distance(one.keys, keys, SLIPS) <= SLIPS,
      );
    });
    return Array.from(new Set(near.map(({ key }) => key)));
  };
}
