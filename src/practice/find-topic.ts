import type { Localized } from '../core/locale.ts';
import type { Context } from '../course/context.ts';
import type { Course } from '../course/course.ts';
import { completeTitles, findNamed, findTopics, offeredName, splitNamed } from '../course/find.ts';
import { weeksIn } from '../course/weeks.ts';
import { memoizePer } from '../language/memoize.ts';
import { compact, normalize } from '../language/normalize.ts';
import { numeral } from '../language/numerals.ts';
import { findSet, isNamed, matchTitles, offerTitles, offerWithNames } from './sets.ts';
import { chapterTopics, hasQuestions, type Topic, titleOf } from './topics.ts';
import { weeksByNumber, weeksTopic } from './weeks.ts';

/** `1장`, `제1장`, `첫째 장`, `1장 2절`, `chapter 1`, `ch. 1`: a chapter by its number, and a section of it. */
const CHAPTER = /^(?:제 ?)?(\S{1,4}?)(?:번?째)? ?(?:장|챕터|단원)(?: ?(?:제 ?)?(\d{1,2}) ?절)?$/;
const ENGLISH_CHAPTER = /^(?:chapter|ch\.?|챕터|단원) ?(\d{1,3})(?:[ ,]+section (\d{1,2}))?$/;

/** What people call a topic that no title names, without spaces. */
const CALLED = {
  missed:
    /^(?:내가)?(?:틀린|틀렸던|못맞힌)(?:문제|것|거)?(?:들|만)?$|^오답(?:노트|문제)?$|^(?:my)?(?:missed|mistakes|wrong)(?:answers|questions)?$/,
  practical: /^(?:실습|실기|실전)(?:문제)?$|^(?:practical|handson|exercises?)(?:questions)?$/,
  all: /^(?:전체|전부|모두|아무거나|랜덤|all|everything|anything|random)$/,
} as const;

/** A word for chapters, or for weeks: the number beside it was no count of questions. */
const CHAPTER_WORD = /^(?:chapter|ch\.?|장|챕터|단원)$/;
const WEEK_WORD = /^(?:weeks?|주차)$/;

/** What words and a count ask for together: in `chapter 1` and `week 3` the count is the number of that. */
export function withChapter({ topic, count }: { topic: string | undefined; count: number | undefined }): {
  topic: string | undefined;
  count: number | undefined;
} {
  if (topic === undefined || count === undefined) return { topic, count };
  const word = normalize(topic).toLowerCase();
  if (CHAPTER_WORD.test(word)) return { topic: `chapter ${count}`, count: undefined };
  return WEEK_WORD.test(word) ? { topic: `week ${count}`, count: undefined } : { topic, count };
}

const numberOf = (word: string | undefined): number | undefined =>
  word === undefined ? undefined : /^첫$/.test(word) ? 1 : numeral(word);

/** The chapter, or its section, that a number names. */
function byNumber(words: string, course: Course): Topic | undefined {
  const [, number, section] = CHAPTER.exec(words) ?? ENGLISH_CHAPTER.exec(words) ?? [];
  const wanted = numberOf(number);
  const chapter = wanted === undefined ? undefined : chapterTopics(course).find((one) => one.number === wanted);
  if (!chapter || section === undefined) return chapter;
  const found = chapter.chapter.sections[Number(section) - 1];
  return found && { kind: 'section', section: found };
}

/** What is called so whole: a concept, a section, a set or a chapter, by its id or title, or one of CALLED. */
function byName(words: string, course: Course): Topic | undefined {
  const term = course.terms.get(words);
  if (term) return { kind: 'term', term };
  const section = course.sections.get(words);
  if (section) return { kind: 'section', section };
  const said = compact(words);
  const kind = (['missed', 'practical', 'all'] as const).find((one) => CALLED[one].test(said));
  if (kind === 'missed') return { kind, questions: [] };
  if (kind !== undefined) return { kind };
  const set = findSet(words, course.content.sets);
  if (set) return { kind: 'set', set };
  return (
    chapterTopics(course).find((topic) => {
      const { ko = '', en = '' } = titleOf(topic) ?? {};
      return isNamed(words, [topic.chapter.id, topic.chapter.title.ko, topic.chapter.title.en, ko, en]);
    }) ??
    weekTopics(course).find((topic) => {
      const { ko = '', en = '' } = titleOf(topic) ?? {};
      return isNamed(words, [ko, en]);
    })
  );
}

/** A course's weeks, one by one, as topics. */
const weekTopics = (course: Course): Topic[] =>
  weeksIn(course.content).flatMap(({ number }) => weeksTopic(number, number, course) ?? []);

/** What lessons tell of, as topics: weeks and chapters. */
export const lessonTopics = (course: Course): Topic[] => [...weekTopics(course), ...chapterTopics(course)];

/** The chapter, or a section of it, or the weeks that words name by a number or a title. */
export function findLesson(words: string, course: Course): Topic | undefined {
  const named = byName(words, course);
  if (named?.kind === 'chapter' || named?.kind === 'weeks') return named;
  return named ? undefined : (byNumber(normalize(words).toLowerCase(), course) ?? weeksByNumber(words, course));
}

/** Topics that words may mean, best first; `rest`: what they say beside the first one, `several`: they name all of them. */
export interface Maybe {
  topics: readonly Topic[];
  rest?: string;
  several?: true;
}

const topicOfId = (id: string, { terms, sections }: Course): Topic[] => {
  const term = terms.get(id);
  const section = sections.get(id);
  return term ? [{ kind: 'term', term }] : section ? [{ kind: 'section', section }] : [];
};

/** The topic that words name; otherwise those that they may mean: one is not begun where they say more than its name. */
export function findTopic(words: string, course: Course): Topic | Maybe {
  const named = (some: string): Topic | undefined =>
    byName(some, course) ??
    byNumber(normalize(some).toLowerCase(), course) ??
    weeksByNumber(some, course) ??
    findNamed(some, course);
  const whole = named(words);
  if (whole) return whole;
  const part = splitNamed(words, named);
  if (part?.rest === '') return part.named;
  const { answered, ids } = findTopics(words, course);
  const found = ids.flatMap((id) => topicOfId(id, course));
  if (part) {
    const other = named(part.rest);
    if (other) return { topics: [part.named, other], several: true };
    return { topics: [part.named, ...(answered ? found.slice(0, 1) : [])], rest: part.rest };
  }
  const [first] = found;
  return answered && first ? first : { topics: found };
}

/** Completes half-typed words to weeks, chapters and their sections. */
export const completeLessons =
  (context: Pick<Context, 'course'>) =>
  (partial: string): readonly Localized[] => {
    const course = context.course();
    const sections = Array.from(course.sections.values(), (section) => offeredName(section, course));
    const lessons = lessonTopics(course).flatMap((topic) => titleOf(topic) ?? []);
    return offerTitles(partial, matchTitles(partial, [...lessons, ...sections]));
  };

/** Topics beside concepts and sections, but for those on which there is nothing to ask. */
const otherTopics = memoizePer((course: Course): Topic[] => {
  const few: Topic[] = [
    { kind: 'missed', questions: [] },
    { kind: 'practical' },
    ...lessonTopics(course),
    ...course.content.sets.map((set): Topic => ({ kind: 'set', set })),
  ];
  return few.filter((topic) => topic.kind === 'missed' || hasQuestions(topic, course));
});

/**
 * Completes half-typed words to topics: what is called just so first, then words for topics, weeks, chapters and sets,
 * since there are few of them. `first`: what else is offered, before all; `forAll`: without what differs from student to
 * student.
 */
export const completeTopics =
  (
    context: Pick<Context, 'course'>,
    { first = [], forAll = false }: { first?: readonly Localized[]; forAll?: boolean } = {},
  ) =>
  (partial: string): readonly Localized[] => {
    const few = otherTopics(context.course()).filter(({ kind }) => !forAll || kind !== 'missed');
    const titles = [...first, ...few.flatMap((topic) => titleOf(topic) ?? [])];
    return offerWithNames(partial, titles, completeTitles(context)(partial));
  };
