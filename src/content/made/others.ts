import { hash } from '../../core/hash.ts';
import type { Subject } from '../../questions/definition.ts';
import type { Content } from '../model.ts';
import type { Concept } from './concepts.ts';
import { compareDefinitions } from './likeness.ts';
import { says } from './names.ts';

/** Concepts whose definitions have so much in common may both fit: a class of things and one of them, or twins. */
const ALIKE = 0.3;
/** With so much in common one could be called as the other. */
const TWINS = 0.4;
/** Letters of a title that is found within another word: PersistentVolume is a volume. */
const TELLING = 4;
/** Wrong answers that are looked for; a question has three. */
const MOST = 6;

/** Which meanings the names of a concept have, of the words that mean the same in the subject. */
function meaningsOf({ synonyms }: Pick<Content, 'synonyms'>): (concept: Concept) => number[] {
  const meanings = new Map(synonyms.flatMap((words, i) => words.map((word) => [word, i] as const)));
  return ({ looked }) => looked.flatMap(({ key }) => meanings.get(key) ?? []);
}

/** Is one the name of the other, or of a kind of it? `프로브`, `준비성 프로브`; `자동 확장`, also called `파드 자동 확장`. */
const areNamesAkin = (a: Concept, b: Concept): boolean =>
  a.looked.some(({ key }) => b.looked.some((other) => other.key === key)) || isWithin(a, b) || isWithin(b, a);

/** Has a name of `b` a title of `a` in it? A short one is looked for as a word. */
const isWithin = ({ titles }: Concept, b: Concept): boolean =>
  titles.some(
    (title) =>
      says(b.called, title) || (title.key.length >= TELLING && b.looked.some(({ key }) => key.includes(title.key))),
  );

/** A definition that says what else the concept is called: that would be a right answer, too. */
const OTHER_NAME = /라고도? ?(?:부르|부름|불|함|해요|한다|합니다)|\b(?:called|known as|a\.?k\.?a)\b/i;

const saysOtherName = ({ definition: { ko, en } }: Concept): boolean => OTHER_NAME.test(ko) || OTHER_NAME.test(en);

/** Does the definition of one name the other? */
const defines = ({ said }: Concept, { looked }: Concept): boolean => looked.some((name) => says(said, name));

const isTogether = (a: Concept, b: Concept): boolean => a.section !== undefined && a.section === b.section;

const namesRelated = (a: Concept, b: Concept): boolean => a.related.includes(b.id);

/** How near a concept is to another, the nearest first. */
const DISTANCES = ['beside', 'around', 'chapter', 'course', 'kin'] as const;

/**
 * Told together or related; related to the same; of one chapter; of one course. Last come those of one kind (`카나리 배포`, `무중단 배포`) and those
 * that name each other as related: one of them may be a case of the other, which no measure tells.
 */
function distanceBetween(a: Concept, b: Concept): (typeof DISTANCES)[number] {
  if (a.kinds.some((kind) => b.kinds.includes(kind))) return 'kin';
  if (isTogether(a, b)) return 'beside';
  const [there, back] = [namesRelated(a, b), namesRelated(b, a)];
  if (there && back) return 'kin';
  if (there || back) return 'beside';
  if (a.related.some((id) => b.related.includes(id))) return 'around';
  return a.chapter !== undefined && a.chapter === b.chapter ? 'chapter' : 'course';
}

/** What stands beside a concept in its questions. */
type Beside = Pick<Subject, 'others' | 'strangers' | 'group' | 'isUnmistakable'>;

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
  const ring = all.toSorted(
    (a, b) => hash(a.concept.id) - hash(b.concept.id) || (a.concept.id < b.concept.id ? -1 : 1),
  );
  const places = new Map(ring.map((one, place) => [one, place]));

  return (at) => {
    const own = all[at];
    if (!own) return { others: [], strangers: [], group: [], isUnmistakable: false };
    const place = places.get(own) ?? 0;
    const following = [...ring.slice(place + 1), ...ring.slice(0, place)];
    const around = Map.groupBy(following, (one) => distanceBetween(own.concept, one.concept));
    const nearest = (fits: (one: Placed) => boolean): Placed[] => {
      const found: Placed[] = [];
      for (const distance of DISTANCES) {
        if (distance === 'kin' && found.length > 0) break;
        for (const one of around.get(distance) ?? [])
          if (found.length < MOST && fits(one) && areApart(own, one)) found.push(one);
      }
      return found;
    };
    const others = nearest(() => true);
    const group: Placed[] = [];
    for (const one of others) if (group.every((other) => areApart(one, other))) group.push(one);
    const isStranger = ({ concept }: Placed): boolean =>
      isTogether(own.concept, concept) || !(namesRelated(own.concept, concept) || namesRelated(concept, own.concept));
    const conceptsIn = (all: readonly Placed[]): Concept[] => all.map(({ concept }) => concept);
    return {
      others: conceptsIn(others),
      strangers: conceptsIn(nearest(isStranger)),
      group: conceptsIn(group),
      isUnmistakable:
        !saysOtherName(own.concept) && !likenesses(at).some((value, other) => other !== at && value >= TWINS),
    };
  };
}
