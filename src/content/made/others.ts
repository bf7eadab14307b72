import { hash } from '../../core/hash.ts';
import type { Content } from '../model.ts';
import type { Concept } from './concepts.ts';
import { compareDefinitions } from './likeness.ts';
import { says } from './names.ts';

/** Concepts whose definitions have so much in common may both fit: a class of things and one of them, or twins. */
const ALIKE = 0.36;
/** Wrong answers that are looked for; a question has three. */
const MOST = 6;

/** Which words mean the same in the subject; of a word that has no synonym nothing. */
function meaningsOf({ synonyms }: Pick<Content, 'synonyms'>): (concept: Concept) => number[] {
  const meanings = new Map(synonyms.flatMap((words, i) => words.map((word) => [word, i] as const)));
  return ({ keys }) => keys.flatMap((key) => meanings.get(key) ?? []);
}

/** Is one the name of the other, or of a kind of it? `프로브`, `준비성 프로브`. */
const areNamesAkin = (a: Concept, b: Concept): boolean =>
  a.keys.some((key) => b.keys.includes(key)) ||
  a.titles.some((one) => b.titles.some((other) => one.includes(other) || other.includes(one)));

const defines = ({ said }: Concept, { names }: Concept): boolean => names.some((name) => says(said, name));

/** How near a concept is to another, 0 the nearest: told together or related, of one chapter, of one course. */
function distanceBetween(a: Concept, b: Concept): 0 | 1 | 2 {
  const isTogether = a.section !== undefined && a.section === b.section;
  if (isTogether || a.related.includes(b.id) || b.related.includes(a.id)) return 0;
  return a.chapter !== undefined && a.chapter === b.chapter ? 1 : 2;
}

/**
 * For each concept, by its place, the concepts that are surely no right answer where it is the right one, nearest first,
 * and whether no other one could be called by its definition. Which of several equally near ones come is drawn by their
 * ids: a concept that comes or goes leaves most as they are.
 */
export function othersOf(
  concepts: readonly Concept[],
  content: Pick<Content, 'synonyms'>,
): (at: number) => { others: Concept[]; isUnmistakable: boolean } {
  const likenesses = compareDefinitions(concepts.map(({ definition }) => definition));
  const meanings = meaningsOf(content);
  const ring = concepts
    .map((concept, at) => ({ concept, at, place: hash(concept.id) }))
    .sort((a, b) => a.place - b.place || (a.concept.id < b.concept.id ? -1 : 1));
  const placeOf = new Map(ring.map(({ at }, i) => [at, i]));
  return (at) => {
    const own = concepts[at];
    if (!own) return { others: [], isUnmistakable: false };
    const likeness = likenesses(at);
    const place = placeOf.get(at) ?? 0;
    const following = [...ring.slice(place + 1), ...ring.slice(0, place)];
    const means = meanings(own);
    const isWrong = ({ concept, at: other }: (typeof ring)[number]): boolean =>
      (likeness[other] ?? 0) < ALIKE &&
      !areNamesAkin(own, concept) &&
      !defines(own, concept) &&
      !defines(concept, own) &&
      !meanings(concept).some((one) => means.includes(one));
    const others: Concept[] = [];
    for (const distance of [0, 1, 2] as const)
      for (const one of following) {
        if (others.length >= MOST) break;
        if (distanceBetween(own, one.concept) === distance && isWrong(one)) others.push(one.concept);
      }
    return { others, isUnmistakable: !likeness.some((value, other) => other !== at && value >= ALIKE) };
  };
}
