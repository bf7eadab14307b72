import { hash } from '../../core/hash.ts';
import type { Subject } from '../../questions/definition.ts';
import type { Content } from '../model.ts';
import type { Concept } from './concepts.ts';
import { compareDefinitions } from './likeness.ts';
import { says } from './names.ts';

/** Concepts whose definitions have so much in common may both fit: a class of things and one of them, or twins. */
const ALIKE = 0.36;
/** Wrong answers that are looked for; a question has three. */
const MOST = 6;

/** Which meanings the names of a concept have, of the words that mean the same in the subject. */
function meaningsOf({ synonyms }: Pick<Content, 'synonyms'>): (concept: Concept) => number[] {
  const meanings = new Map(synonyms.flatMap((words, i) => words.map((word) => [word, i] as const)));
  return ({ keys }) => keys.flatMap((key) => meanings.get(key) ?? []);
}

/** Is one the name of the other, or of a kind of it? `프로브`, `준비성 프로브`. */
const areNamesAkin = (a: Concept, b: Concept): boolean =>
  a.keys.some((key) => b.keys.includes(key)) ||
  a.titles.some((one) => b.titles.some((other) => one.includes(other) || other.includes(one)));

/** A definition that says what else the concept is called: that would be a right answer, too. */
const OTHER_NAME = /라고도? ?(?:부르|부름|불|함|해요|한다|합니다)|\b(?:called|known as|a\.?k\.?a)\b/i;

const saysOtherName = ({ definition: { ko, en } }: Concept): boolean => OTHER_NAME.test(ko) || OTHER_NAME.test(en);

const defines = ({ said }: Concept, { names }: Concept): boolean => names.some((name) => says(said, name));

/** How near a concept is to another, 0 the nearest: told together or related, of one chapter, of one course. */
function distanceBetween(a: Concept, b: Concept): 0 | 1 | 2 {
  const isTogether = a.section !== undefined && a.section === b.section;
  if (isTogether || a.related.includes(b.id) || b.related.includes(a.id)) return 0;
  return a.chapter !== undefined && a.chapter === b.chapter ? 1 : 2;
}

/** What stands beside a concept in its questions. */
export type Beside = Pick<Subject, 'others' | 'group' | 'isUnmistakable'>;

/**
 * For each concept, by its place, the others that stand beside it. Which of several equally near ones come is drawn by
 * their ids: a concept that comes or goes leaves most as they are.
 */
export function besideIn(concepts: readonly Concept[], content: Pick<Content, 'synonyms'>): (at: number) => Beside {
  const compare = compareDefinitions(concepts.map(({ definition }) => definition));
  const known = new Map<number, readonly number[]>();
  const likenesses = (at: number): readonly number[] => {
    const found = known.get(at) ?? compare(at);
    known.set(at, found);
    return found;
  };
  const meanings = meaningsOf(content);
  const all = concepts.map((concept, at) => ({ concept, at, means: meanings(concept) }));
  type Placed = (typeof all)[number];
  /** Is neither a right answer where the other one is? */
  const areApart = (a: Placed, b: Placed): boolean =>
    (likenesses(a.at)[b.at] ?? 0) < ALIKE &&
    !areNamesAkin(a.concept, b.concept) &&
    !defines(a.concept, b.concept) &&
    !defines(b.concept, a.concept) &&
    !a.means.some((one) => b.means.includes(one));
  const ring = all.toSorted((a, b) => hash(a.concept.id) - hash(b.concept.id) || (a.concept.id < b.concept.id ? -1 : 1));
  const places = new Map(ring.map((one, place) => [one, place]));

  return (at) => {
    const own = all[at];
    if (!own) return { others: [], group: [], isUnmistakable: false };
    const place = places.get(own) ?? 0;
    const following = [...ring.slice(place + 1), ...ring.slice(0, place)];
    const others: Placed[] = [];
    for (const distance of [0, 1, 2] as const)
      for (const one of following) {
        if (others.length >= MOST) break;
        if (distanceBetween(own.concept, one.concept) === distance && areApart(own, one)) others.push(one);
      }
    const group: Placed[] = [];
    for (const one of others) if (group.every((other) => areApart(one, other))) group.push(one);
    return {
      others: others.map(({ concept }) => concept),
      group: group.map(({ concept }) => concept),
      isUnmistakable:
        !saysOtherName(own.concept) && !likenesses(at).some((value, other) => other !== at && value >= ALIKE),
    };
  };
}
