import type { Question } from '../content/model.ts';
import type { Class } from '../core/class.ts';
import { UserError } from '../core/errors.ts';
import { JUDGED } from '../core/learner-records.ts';
import type { Localized } from '../core/locale.ts';
import type { Context } from '../course/context.ts';
import type { Course } from '../course/course.ts';
import { completeTitles, findNamed, findTopics, splitNamed } from '../course/find.ts';
import { askedIn, ledBy } from '../course/hidden-questions.ts';
import { findLesson, lessonTopics, withChapter } from '../practice/find-topic.ts';
import { drawSet, findSet, isNamed, offerWithNames } from '../practice/sets.ts';
import { poolsOf, type Topic, titleOf, topicsOfIds } from '../practice/topics.ts';
import { inThisWeek, type WeekDeps } from '../practice/weeks.ts';
import { ALL, type DrawnQuestions, drawPlayable, drawPools, drawTopic, isPlayable, USUAL } from './draw-questions.ts';
import type { SourceName } from './source/source.ts';
import { text } from './text.ts';
import { asksForWeak, findWeakTerms, WEAK, weakPools } from './weak-terms.ts';

/** The questions of a live quiz, and what it is about. */
interface FoundQuestions extends DrawnQuestions {
  /** Undefined for the whole course. */
  topic: Localized | undefined;
}

/** What words may mean that name nothing whole: what a part of them names, otherwise the best `ids`. */
function unclear(words: string, ids: readonly string[], course: Course): UnclearTopic {
  const part = splitNamed(words, (some) => findNamed(some, course) ?? findLesson(some, course));
  if (part && part.rest !== '') return { topics: [part.named], unread: part.rest };
  return { topics: topicsOfIds(ids, course) };
}

/** What questions are found with. */
export type FindingDeps = Pick<Context, 'courses'> &
  WeekDeps & {
    records: Pick<Context['records'], 'answered'>;
    classQuestions: Pick<Context['classQuestions'], 'differences' | 'of'>;
  };

/** Topics that words may mean, best first; `unread`: what they say beside the first one. */
export interface UnclearTopic {
  topics: readonly Topic[];
  unread?: string;
}

/** The concept or section, of these, that words name whole: a class is watching, so that a mere guess begins nothing. */
function topicNamed(
  words: string,
  ids: readonly string[],
  { terms, sections }: Course,
): { topic: Topic; title: Localized } | undefined {
  for (const id of ids) {
    const term = terms.get(id);
    if (term && isNamed(words, [id, term.title.ko, term.title.en, ...term.aliases, ...term.misspellings]))
      return { topic: { kind: 'term', term }, title: term.title };
    const section = sections.get(id);
    if (section && isNamed(words, [id, section.title.ko, section.title.en]))
      return { topic: { kind: 'section', section }, title: section.title };
  }
  return undefined;
}

/**
 * The questions that words ask for, or what they may mean. `seed` draws them; `count` is how many; without a
 * `source` those that authors wrote, which may be none where the bot can make some.
 * @throws UserError where there is nothing to ask.
 */
export async function findQuestions(
  typed: string | undefined,
  wanted: number | undefined,
  one: Class,
  seed: string,
  context: FindingDeps,
  source?: SourceName,
): Promise<FoundQuestions | UnclearTopic> {
  const { topic, count } = withChapter({ topic: typed, count: wanted });
  const found = (drawn: DrawnQuestions, topic: Localized | undefined): FoundQuestions => {
    if (drawn.questions.length === 0 && drawn.withMade === 0)
      throw new UserError(text.both((words) => words.noQuestions));
    return { ...drawn, topic };
  };
  const course = (await askedIn(one, context)).course();
  const words = topic && (await inThisWeek(topic, one, course, context));
  const drawOf = (topic: Topic) => drawTopic(topic, course.terms, count, seed, source);
  if (words === undefined) return found(drawOf({ kind: 'all' }), undefined);
  if (asksForWeak(words)) {
    const since = context.now().epochMilliseconds - JUDGED.recent;
    const terms = findWeakTerms(await context.records.answered(one.id, since), course.terms);
    if (terms.length === 0) throw new UserError(text.both((words) => words.tooFewAnswers));
    return found(
      drawPools(weakPools(terms, seed), count ?? USUAL, seed, source),
      text.both((words) => words.missedMost),
    );
  }
  // An instructor who plays a set that is kept back shows its questions to those who play, and to nobody else.
  const whole = (await ledBy(one, context)).course();
  const set = findSet(words, whole.content.sets);
  if (set)
    return found(drawPools(drawSet(set, whole, isPlayable, seed), count ?? set.items.length, seed, source), set.title);
  const lesson = findLesson(words, course);
  if (lesson) return found(drawOf(lesson), titleOf(lesson));
  const { ids } = findTopics(words, course);
  const named = topicNamed(words, ids, course);
  return named ? found(drawOf(named.topic), named.title) : unclear(words, ids, course);
}

/**
 * A question to ask instead of `old`, in a quiz on `words`: of the same topic, then of the same concept, then of the
 * whole course; none of those `taken`, by id. Undefined where there is no other.
 */
export async function findInstead(
  words: string | undefined,
  old: Question,
  taken: ReadonlySet<string>,
  one: Class,
  seed: string,
  context: Context,
  source?: SourceName,
): Promise<Question | undefined> {
  const { terms } = (await askedIn(one, context)).course();
  const found = await findQuestions(words, ALL, one, seed, context, source).catch((error: unknown) => {
    // The topic may have left the course.
    if (error instanceof UserError) return { topics: [] };
    throw error;
  });
  const own = 'questions' in found ? found.questions : [];
  const near = [terms.get(old.term)?.questions ?? [], ...poolsOf({ kind: 'all' }, terms)];
  return [...own, ...drawPlayable(near, ALL, seed, source)].find(({ id }) => !taken.has(id));
}

/** Completes half-typed words to topics: what is missed most, sets and lessons first, since there are few of them. */
export const completeTopics =
  (context: Context) =>
  (partial: string): readonly Localized[] => {
    const course = context.course();
    const lessons = lessonTopics(course).flatMap((topic) => titleOf(topic) ?? []);
    const own = [WEAK, ...course.content.sets.map(({ title }) => title), ...lessons];
    return offerWithNames(partial, own, completeTitles(context)(partial));
  };
