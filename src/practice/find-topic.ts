import type { UserError } from '../core/errors.ts';
import type { Localized } from '../core/locale.ts';
import type { Context } from '../course/context.ts';
import type { Course } from '../course/course.ts';
import { completeTitles, findNamed, findTopics, offeredName, splitNamed } from '../course/find.ts';
import { absentLesson, readNumbered } from '../course/lesson-numbers.ts';
import { weeksIn } from '../course/weeks.ts';
import { memoizePer } from '../language/memoize.ts';
import { compact, normalize } from '../language/normalize.ts';
import { findSet, isNamed, matchTitles, offerTitles, offerWithNames, setsInOrder } from './sets.ts';
import { chapterTopics, hasQuestions, type Topic, titleOf, topicsOfIds } from './topics.ts';
import { weeksByNumber, weeksTopic } from './weeks.ts';

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
/** Likewise, the number of a section. */
const SECTION_WORD = /^(?:chapter|ch\.?) ?\d{1,3}[ ,]+section$/;

/**
 * What words and a count ask for together: in `chapter 1`, `chapter 1 section 2` and
 * `week 3` the count is the number of that.
 */
export function withChapter({ topic, count }: { topic: string | undefined; count: number | undefined }): {
  topic: string | undefined;
  count: number | undefined;
} {
  if (topic === undefined || count === undefined) return { topic, count };
  const word = normalize(topic).toLowerCase();
  if (CHAPTER_WORD.test(word)) return { topic: `chapter ${count}`, count: undefined };
  if (SECTION_WORD.test(word)) return { topic: `${word} ${count}`, count: undefined };
  return WEEK_WORD.test(word) ? { topic: `week ${count}`, count: undefined } : { topic, count };
}

/** The chapter, or its section, that a number names. */
function byNumber(words: string, course: Course): Topic | undefined {
  const numbered = readNumbered(words);
  if (numbered?.kind !== 'chapter') return undefined;
  const chapter = chapterTopics(course).find((one) => one.number === numbered.number);
  if (!chapter || numbered.section === undefined) return chapter;
  const found = chapter.chapter.sections[numbered.section - 1];
  return found && { kind: 'section', section: found };
}

/** Letters of a part of a title, at least: fewer stand in many. */
const SHORTEST_PART = 2;

/** The only section of a numbered chapter that has words in its title: `1장 요약`, where each chapter has a summary. */
function inChapter(words: string, course: Course): Topic | undefined {
  const part = splitNamed(words, (some) => byNumber(some.replace(/(?<=장|단원|챕터)의$/, ''), course));
  const said = compact(part?.rest ?? '');
  if (part?.named.kind !== 'chapter' || said.length < SHORTEST_PART || findNamed(said, course)) return undefined;
  const [section, ...others] = part.named.chapter.sections.filter(({ title: { ko, en } }) =>
    [ko, en].some((title) => compact(title).includes(said)),
  );
  return section && others.length === 0 ? { kind: 'section', section } : undefined;
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

/**
 * The chapter, or a section of it, or the weeks that words name by a number or a title.
 * @throws UserError for a number that the course does not have.
 */
export function findLesson(words: string, course: Course): Topic | undefined {
  const named = byName(words, course);
  if (named?.kind === 'chapter' || named?.kind === 'weeks') return named;
  if (named) return undefined;
  const numbered = byNumber(words, course) ?? weeksByNumber(words, course) ?? inChapter(words, course);
  const missing = numbered ? undefined : absentLesson(words, course);
  if (missing) throw missing;
  return numbered;
}

/**
 * Topics that words may mean, best first; `rest`: what they say beside the first one, `several`: they name all of them.
 * `absent`: they name a chapter or a week by a number that the course does not have, so that nothing else is meant.
 */
export interface Maybe {
  topics: readonly Topic[];
  rest?: string;
  several?: true;
  absent?: UserError;
}

/** The topic that words name; otherwise those that they may mean: one is not begun where they say more than its name. */
export function findTopic(words: string, course: Course): Topic | Maybe {
  const named = (some: string): Topic | undefined =>
    byName(some, course) ?? byNumber(some, course) ?? weeksByNumber(some, course) ?? findNamed(some, course);
  const whole = named(words);
  if (whole) return whole;
  const absent = absentLesson(words, course);
  if (absent) return { topics: [], absent };
  const part = splitNamed(words, named);
  if (part?.rest === '') return part.named;
  const section = inChapter(words, course);
  if (section) return section;
  const { answered, ids } = findTopics(words, course);
  const found = topicsOfIds(ids, course);
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
    ...setsInOrder(course).map((set): Topic => ({ kind: 'set', set })),
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
