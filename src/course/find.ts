import type { Content, Section, Term } from '../content/model.ts';
import { inEvery, type Localized } from '../core/locale.ts';
import { LIMITS } from '../core/reply/limits.ts';
import { isFunctionWord } from '../language/function-words.ts';
import { memoizePer } from '../language/memoize.ts';
import { compact, normalize } from '../language/normalize.ts';
import type { Result } from '../search/result.ts';
import type { Context } from './context.ts';
import type { Course } from './course.ts';

/** What words are about; `ids` of concepts and sections, best first. */
export interface Topics extends Omit<Result, 'matches'> {
  ids: readonly string[];
  /** 0..1; how sure the first is. */
  score: number;
}

const BY_ID = { answered: true, named: true, score: 1 } as const;

/** By their ids, what sections are called whose title another one has, too, such as a chapter's summary. */
const namesWithChapter = memoizePer(({ chapters }: Content): ReadonlyMap<string, Localized> => {
  const all = chapters.flatMap(({ title, sections }) => sections.map((section) => ({ section, chapter: title })));
  const namesOf = ({ title }: Section): string[] => Array.from(new Set([compact(title.ko), compact(title.en)]));
  const bearers = Map.groupBy(
    all.flatMap(({ section }) => namesOf(section)),
    (name) => name,
  );
  const named = all.filter(({ section }) => namesOf(section).some((name) => (bearers.get(name)?.length ?? 0) > 1));
  return new Map(
    named.map(({ section: { id, title }, chapter }) => [
      id,
      inEvery((locale) => `${title[locale]} (${chapter[locale]})`),
    ]),
  );
});

/** What a concept or section is offered as: by its title, with its chapter where others are called so. */
export const offeredName = (
  { id, title }: Pick<Section, 'id' | 'title'>,
  { content }: Pick<Course, 'content'>,
): Localized => namesWithChapter(content).get(id) ?? title;

const isCalled = (words: string, { ko, en }: Localized): boolean => {
  const said = compact(words);
  return compact(ko) === said || compact(en) === said;
};

/** The sections that words name with their chapters, whole or half typed. */
function sectionsWithChapter(words: string, { content }: Pick<Course, 'content'>): { id: string; name: Localized }[] {
  if (!words.includes('(')) return [];
  const typed = compact(words);
  return Array.from(namesWithChapter(content), ([id, name]) => ({ id, name })).filter(({ name: { ko, en } }) =>
    [ko, en].some((one) => compact(one).startsWith(typed)),
  );
}

/**
 * The concepts and sections that words name, best first: buttons' lines carry their ids (`pod`, `pod vs node`), all else
 * goes to the search.
 */
export function findTopics(words: string, course: Course): Topics {
  const { terms, sections } = course;
  if (terms.has(words) || sections.has(words)) return { ...BY_ID, compares: false, ids: [words] };
  const several = words.length > LIMITS.line ? [] : Array.from(new Set(words.split(' vs ')));
  if (several.length > 1 && several.every((id) => terms.has(id))) return { ...BY_ID, compares: true, ids: several };
  const section = sectionsWithChapter(words, course).find(({ name }) => isCalled(words, name));
  if (section) return { ...BY_ID, compares: false, ids: [section.id] };
  // The search is made when it is first asked for: an id needs none.
  const { matches, ...found } = course.search(words);
  return { ...found, ids: matches.map((match) => match.document.id), score: matches[0]?.score ?? 0 };
}

/** What has a name: a concept or a section, as practice takes it for a topic. */
type Named = { kind: 'term'; term: Term } | { kind: 'section'; section: Section };

type Sources = Pick<Course, 'content' | 'terms' | 'sections'>;

const namesIn = memoizePer(({ content, terms, sections }: Sources): ReadonlyMap<string, Named> => {
  const named = new Map<string, Named>();
  const add = (names: readonly string[], one: Named): void => {
    for (const name of names.map(compact)) if (name !== '' && !named.has(name)) named.set(name, one);
  };
  for (const term of terms.values()) add([term.id, term.title.ko, term.title.en], { kind: 'term', term });
  for (const term of terms.values()) add([...term.aliases, ...term.misspellings], { kind: 'term', term });
  for (const section of sections.values()) {
    const { ko, en } = offeredName(section, { content });
    add([section.id, section.title.ko, section.title.en, ko, en], { kind: 'section', section });
  }
  return named;
});

/** The concept or section that words name whole. Case, spaces and punctuation do not count. */
export const findNamed = (words: string, course: Sources): Named | undefined => namesIn(course).get(compact(words));

/** Words among which a name is looked for: longer talk is no name with something behind it. */
const SHORT = 10;

/** Words for what is asked for anyway: `파드 문제 풀래`. */
const REQUEST =
  /^(?:퀴즈|문제|문항|연습|복습|카드|공부|풀[어기래게까자고]|내(?:줘|줄|주|봐|기|요)|시작|해\s?보|quiz|question|practi[cs]e|card|review|start)/;

/**
 * A name at the beginning or the end of words, and what else they say; `rest` is empty where that says nothing. Undefined
 * where there is no such name, and where the words are one. `find`: what words name whole.
 */
export function splitNamed<T>(
  words: string,
  find: (words: string) => T | undefined,
): { named: T; typed: string; rest: string } | undefined {
  const list = normalize(words).split(' ');
  if (list.length < 2 || list.length > SHORT) return undefined;
  for (let length = list.length - 1; length > 0; length--)
    for (const at of [0, list.length - length]) {
      const typed = list.slice(at, at + length).join(' ');
      const named = find(typed);
      if (named === undefined) continue;
      const others = list.toSpliced(at, length).filter((word) => !isFunctionWord(word) && !REQUEST.test(word));
      return { named, typed, rest: others.join(' ') };
    }
  return undefined;
}

/** Completes a half-typed name to names of concepts and sections, best first; with `only`, to those of concepts. */
export const completeTitles =
  (context: Pick<Context, 'course'>, only?: 'term') =>
  (partial: string): readonly Localized[] => {
    const course = context.course();
    const sections = only === undefined ? sectionsWithChapter(partial, course) : [];
    const found = course.search
      .complete(partial, LIMITS.completions)
      .filter(({ kind }) => only === undefined || kind === only);
    const names = [...sections.map(({ name }) => name), ...found.map((one) => offeredName(one, course))];
    const whole = names.filter((name) => isCalled(partial, name));
    return Array.from(new Set([...whole, ...names])).slice(0, LIMITS.completions);
  };
