import { basename } from 'node:path';
import type { Question, QuestionSet, Term } from '../content/model.ts';
import type { Localized } from '../core/locale.ts';
import { LIMITS } from '../core/reply/limits.ts';
import { seededShuffle } from '../core/seeded-shuffle.ts';
import type { Course } from '../course/course.ts';
import { memoizePer } from '../language/memoize.ts';
import { compact } from '../language/normalize.ts';
import type { Pools } from '../practice/practice.ts';
import { placeOf } from './places.ts';

type Sources = Pick<Course, 'content' | 'terms' | 'questions'>;

/** The questions of a set in its order; where an item is a concept, `seed` draws one of its questions. */
export function drawSet(
  { items }: QuestionSet,
  { terms, questions }: { terms: ReadonlyMap<string, Term>; questions: ReadonlyMap<string, Question> },
  fits: (question: Question) => boolean,
  seed: string,
): Pools {
  const taken = new Set<string>();
  return items.flatMap(({ term, question }) => {
    const named = question === undefined ? undefined : questions.get(question);
    const own = named ? [named] : seededShuffle(terms.get(term ?? '')?.questions ?? [], seed, ({ id }) => id);
    const one = own.find((each) => fits(each) && !taken.has(each.id));
    if (!one) return [];
    taken.add(one.id);
    return [[one]];
  });
}

/**
 * The sets of a course in the order of the chapters that they belong to: that of the same file's name (`05-storage.md` and
 * `storage.md`), otherwise that of their first concept. What belongs to none comes last.
 */
export const setsInOrder = memoizePer(({ content, terms, questions }: Sources): readonly QuestionSet[] => {
  const nameOf = ({ file }: { file: string }): string => basename(file, '.md').replace(/^\d{1,3}[-_. ]/, '');
  const placed = content.sets.map((set) => {
    const named = content.chapters.findIndex((chapter) => nameOf(chapter) === nameOf(set));
    const [first] = set.items;
    const id = first?.term ?? questions.get(first?.question ?? '')?.term ?? '';
    const place = placeOf(id, { content, terms });
    const told = place ? content.chapters.indexOf(place.chapter) : content.chapters.length;
    return { set, at: named < 0 ? told : named };
  });
  return placed.toSorted((a, b) => a.at - b.at).map(({ set }) => set);
});

/** Are the words one of these names? Case, spaces and punctuation do not count. */
export function isNamed(words: string, names: readonly string[]): boolean {
  const said = compact(words);
  return names.some((name) => compact(name) === said);
}

/** The set that words name. */
export const findSet = (words: string, sets: readonly QuestionSet[]): QuestionSet | undefined =>
  sets.find(({ id, title }) => isNamed(words, [id, title.ko, title.en]));

/** The titles that contain half-typed words. */
export function matchTitles(partial: string, titles: readonly Localized[]): Localized[] {
  const typed = compact(partial);
  return titles.filter(({ ko, en }) => [ko, en].some((name) => compact(name).includes(typed)));
}

/**
 * What is offered of a few titles and of many names, best first: titles that begin as it was typed, then names, then titles
 * that have it further on. Of the titles none is left out for a name.
 */
export function offerWithNames(
  partial: string,
  titles: readonly Localized[],
  names: readonly Localized[],
): Localized[] {
  const typed = compact(partial);
  const found = matchTitles(partial, titles);
  const begun = found.filter(({ ko, en }) => [ko, en].some((name) => compact(name).startsWith(typed)));
  const room = Math.max(0, LIMITS.completions - found.length);
  return offerTitles(partial, [...begun, ...names.slice(0, room), ...found]);
}

/** What is offered of titles that half-typed words may mean: what is called just so first, each once. */
export function offerTitles(partial: string, titles: readonly Localized[]): Localized[] {
  const whole = titles.filter(({ ko, en }) => isNamed(partial, [ko, en]));
  return Array.from(new Set([...whole, ...titles])).slice(0, LIMITS.completions);
}
