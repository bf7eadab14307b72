import type { Question } from '../content/model.ts';
import type { Class } from '../core/class.ts';
import { UserError } from '../core/errors.ts';
import { JUDGED } from '../core/learner-records.ts';
import type { Locale, Localized } from '../core/locale.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { button, buttons, markdown } from '../core/reply/builders.ts';
import { LIMITS } from '../core/reply/limits.ts';
import type { Context } from '../course/context.ts';
import type { Course } from '../course/course.ts';
import { completeTitles, findTopics } from '../course/find.ts';
import { askedIn } from '../course/hidden-questions.ts';
import { samplesOf } from '../course/samples.ts';
import { drawQuestions, type Pools } from '../practice/practice.ts';
import { drawSet, findSet, isNamed, matchTitles, offerTitles } from '../practice/sets.ts';
import { poolsOf, type Topic } from '../practice/topics.ts';
import { whyNotLive } from '../questions/types.ts';

import { text } from './text.ts';
import { asksForWeak, findWeakTerms, WEAK, weakPools } from './weak-terms.ts';

/** The questions of a live quiz, and what it is about. */
interface FoundQuestions {
  /** Undefined for the whole course. */
  topic: Localized | undefined;
  questions: readonly Question[];
}

/** What questions are found with. */
export type FindingDeps = Pick<Context, 'courses' | 'now'> & {
  records: Pick<Context['records'], 'answered'>;
  reports: Pick<Context['reports'], 'hiddenQuestions'>;
};

/** Questions of a session where the instructor does not say how many; of a set, all of them. */
const USUAL = 5;
/** Topics that are offered as what words may mean. */
const OFFERED = 3;

/** Can a class play it in a live quiz? */
const isPlayable = (question: Question): boolean => whyNotLive(question) === undefined;

/** At most `count` playable questions. */
const drawPlayable = (pools: Pools, count: number, seed: string): Question[] =>
  drawQuestions(
    { seed, count },
    pools.map((pool) => pool.filter(isPlayable)),
  );

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
 * The questions that words ask for, or the ids of what they may mean. `seed` draws them; `count` is how many.
 * @throws UserError where there is nothing to ask.
 */
export async function findQuestions(
  words: string | undefined,
  count: number | undefined,
  one: Class,
  seed: string,
  context: FindingDeps,
): Promise<FoundQuestions | readonly string[]> {
  const found = (questions: readonly Question[], topic: Localized | undefined): FoundQuestions => {
    if (questions.length === 0) throw new UserError(text.both((words) => words.noQuestions));
    return { questions, topic };
  };
  const most = count ?? USUAL;
  const course = (await askedIn(one, context)).course();
  if (words === undefined) return found(drawPlayable(poolsOf({ kind: 'all' }, course.terms), most, seed), undefined);
  if (asksForWeak(words)) {
    const since = context.now().epochMilliseconds - JUDGED.recent;
    const terms = findWeakTerms(await context.records.answered(one.id, since), course.terms);
    if (terms.length === 0) throw new UserError(text.both((words) => words.tooFewAnswers));
    return found(
      drawPlayable(weakPools(terms, seed), most, seed),
      text.both((words) => words.missedMost),
    );
  }
  const set = findSet(words, course.content.sets);
  if (set)
    return found(drawPlayable(drawSet(set, course, isPlayable, seed), count ?? set.items.length, seed), set.title);
  const { ids } = findTopics(words, course);
  const named = topicNamed(words, ids, course);
  if (!named) return ids;
  const pools = poolsOf(named.topic, course.terms);
  // Questions on related concepts come only where the instructor wants more than the topic's own.
  const [own = []] = pools;
  return found(
    drawPlayable(pools, count ?? Math.min(USUAL, own.filter(isPlayable).length || USUAL), seed),
    named.title,
  );
}

/** More than any course has. */
const ALL = 10_000;

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
): Promise<Question | undefined> {
  const { terms } = (await askedIn(one, context)).course();
  const found = await findQuestions(words, ALL, one, seed, context).catch((error: unknown) => {
    // The topic may have left the course.
    if (error instanceof UserError) return [];
    throw error;
  });
  const own = 'questions' in found ? found.questions : [];
  const near = [terms.get(old.term)?.questions ?? [], ...poolsOf({ kind: 'all' }, terms)];
  return [...own, ...drawPlayable(near, ALL, seed)].find(({ id }) => !taken.has(id));
}

/**
 * Topics that words may mean, each as a button that begins a quiz on it, or calls another `command` with it; `rest` is what
 * else was typed.
 * @throws UserError where there are none.
 */
export function offerTopics(
  ids: readonly string[],
  rest: string,
  course: Course,
  locale: Locale,
  { command = 'live start', asks = text(locale).whichTopic } = {},
): Reply {
  const { terms, sections } = course;
  const found = ids
    .flatMap((id) => {
      const title = terms.get(id)?.title ?? sections.get(id)?.title;
      const line = `${command} topic:"${id}"${rest}`;
      return title && Array.from(line).length <= LIMITS.line ? [button(title[locale], line)] : [];
    })
    .slice(0, OFFERED);
  if (found.length === 0) throw new UserError(text.both((words, own) => words.noTopic(samplesOf(course).concept[own])));
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [markdown(asks), buttons(...found)],
  };
}

/** Completes half-typed words to topics: what is missed most and sets first, since there are few of them. */
export const completeTopics =
  (context: Context) =>
  (partial: string): readonly Localized[] => {
    const own = matchTitles(partial, [WEAK, ...context.course().content.sets.map(({ title }) => title)]);
    return offerTitles(partial, [...own, ...completeTitles(context)(partial)]);
  };
