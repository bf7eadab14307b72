import type { Question } from '../content/model.ts';
import { isMade } from '../content/question-ids.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Locale } from '../core/locale.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { button, buttons, heading, markdown } from '../core/reply/builders.ts';
import { newSeed } from '../core/seeded-shuffle.ts';
import type { Context } from '../course/context.ts';
import { asksAnything, type Course } from '../course/course.ts';
import { truncate } from '../language/truncate.ts';
import { literalLine } from '../markdown/escape.ts';
import { aboutOf } from './about.ts';
import { findTopic, type Maybe, withChapter } from './find-topic.ts';
import { loadKnown, loadTopic } from './known.ts';
import { nextQuestion, orderQuestions } from './order.ts';
import { type Begun, beginPractice, MOST_QUESTIONS, type Practice, playerOf } from './practice.ts';
import { readPreference } from './preference.ts';
import { text } from './text.ts';
import { chapterTopics, hasQuestions, type Topic, titleOf, topicKey, topicLine } from './topics.ts';
import { renderQuestion } from './views.ts';
import { type FindWithheld, withheldNow } from './withheld.ts';

/** Questions of a practice on much, where no number was asked for. */
export const USUAL_COUNT = 5;
/** Questions that were missed, likewise. */
const USUAL_MISSED = 10;
/** Chapters that are offered where a topic was not found. */
const OFFERED_CHAPTERS = 4;

/** What a practice begins and goes on with. */
export type PracticeContext = Pick<Context, 'course' | 'records' | 'now'> & { withheld: FindWithheld };

/** Code points of a student's own words that are said back. */
const SHOWN = 40;

/** Asks for another topic: what the words may mean, the chapters, or everything. `suffix`: what else was typed. */
function renderTopicChoice({ topics, rest, several }: Maybe, suffix: string, course: Course, locale: Locale): Reply {
  const words = text(locale);
  const asks = (topic: Topic): boolean => topic.kind === 'missed' || hasQuestions(topic, course);
  const found = topics
    .filter(asks)
    .filter((topic, i, all) => all.findIndex((one) => topicKey(one) === topicKey(topic)) === i);
  const chapters = chapterTopics(course).filter(asks).slice(0, OFFERED_CHAPTERS);
  const unclear = several ? words.oneTopic : words.noSuchTopic;
  const offered = [...found, ...(found.length > 0 ? [] : chapters)].map((topic) =>
    button(titleOf(topic)?.[locale] ?? words.everything, topicLine(topic) + suffix),
  );
  const any = button(words.anyTopic, topicLine({ kind: 'all' }) + suffix);
  // What was named is the main thing, though more was typed.
  const isNamed = rest !== undefined || several === true;
  const why = rest === undefined ? unclear : words.notAll(literalLine(truncate(rest, SHOWN)));
  return {
    visibility: 'caller',
    accent: 'warning',
    blocks: [
      heading(words.whichTopic),
      markdown(why),
      buttons(
        ...[...offered, any].map((one, i) => (i === (isNamed ? 0 : offered.length) ? { ...one, primary: true } : one)),
      ),
    ],
  };
}

/**
 * What authors wrote on a term, or put in a set, makes a practice by itself; of all else there is a usual number. Of one
 * definition little can be asked: those of related terms come with it.
 */
function usualCount(topic: Topic): number {
  switch (topic.kind) {
    case 'term':
      return topic.term.questions.some(isMade) ? USUAL_COUNT : topic.term.questions.length;
    case 'set':
      return topic.set.items.length;
    case 'review':
    case 'homework':
      return topic.questions.length;
    case 'missed':
      return Math.min(USUAL_MISSED, topic.questions.length);
    case 'all':
    case 'practical':
    case 'chapter':
    case 'section':
    case 'weeks':
      return USUAL_COUNT;
    default:
      return topic satisfies never;
  }
}

const courseWithoutQuestions = ({ lookUp }: Course): UserError =>
  new UserError(text.both((words) => words.courseWithoutQuestions(lookUp)));

/** There is nothing to ask of a topic. */
function noQuestions(topic: Topic, course: Course): UserError {
  if (topic.kind === 'missed') return new UserError(text.both((words) => words.noneMissed));
  return asksAnything(course)
    ? new UserError(text.both((words) => words.topicWithoutQuestions))
    : courseWithoutQuestions(course);
}

/** The questions of a practice that has begun, in their order. */
export async function loadQuestions(
  practice: Begun,
  topic: Topic,
  person: string,
  { records, course }: { records: PracticeContext['records']; course: Course },
): Promise<Question[]> {
  const known = await loadKnown(person, practice, { records, course });
  return orderQuestions(practice, topic, course, known);
}

/**
 * Begins a practice now, of a usual number of questions where `count` is left out, and shows its first question.
 * @throws UserError where there is nothing to ask, or all of it is withheld now.
 */
export async function begin(
  practice: Omit<Practice, 'count'> & { count: number | undefined },
  caller: Pick<Caller, 'id' | 'locale'>,
  context: PracticeContext,
): Promise<Reply> {
  const course = context.course();
  const begun = beginPractice({ ...practice, count: practice.count ?? 1 }, context.now().epochMilliseconds);
  const topic = await loadTopic(begun, caller.id, { records: context.records, course });
  if (!topic) throw new UserError(text.both((words) => words.questionGone));
  const wanted = { ...begun, count: Math.min(MOST_QUESTIONS, practice.count ?? Math.max(1, usualCount(topic))) };
  const questions = await loadQuestions(wanted, topic, caller.id, { records: context.records, course });
  if (questions.length === 0) throw noQuestions(topic, course);
  const withheld = await context.withheld();
  const first = nextQuestion({ ...wanted, count: questions.length }, questions, withheld);
  if (!first.next) throw withheldNow(withheld.get(questions[0]?.id ?? ''));
  const about = aboutOf(first.next, topic, course, caller.locale);
  return renderQuestion(first.practice, first.next, caller.locale, { about });
}

/**
 * Starts a practice on what the words name, or on everything, and shows its first question.
 * @throws UserError where there are no questions, and for a chapter or a week that the course does not have.
 */
export async function startPractice(
  asked: { topic: string | undefined; count: number | undefined; level?: string | undefined },
  caller: Caller,
  context: PracticeContext & Pick<Context, 'random'>,
): Promise<Reply> {
  const course = context.course();
  const { topic: words, count } = withChapter(asked);
  if (!asksAnything(course)) throw courseWithoutQuestions(course);
  const found = words === undefined ? ({ kind: 'all' } as const) : findTopic(words, course);
  if (!('kind' in found) && found.absent) throw found.absent;
  // Where an option takes its words as they are, `파드 어렵게` may all be the topic's.
  const inTopic = 'kind' in found || asked.level !== undefined ? undefined : readPreference(found.rest ?? '');
  const level = readPreference(asked.level ?? '') ?? inTopic;
  const topic = 'kind' in found || inTopic === undefined ? found : (found.topics[0] ?? found);
  if (!('kind' in topic)) {
    const suffix = [...(count === undefined ? [] : [` count:${count}`]), ...(level ? [` level:${level}`] : [])].join(
      '',
    );
    return renderTopicChoice(topic, suffix, course, caller.locale);
  }
  const practice = { topic: topicKey(topic), seed: newSeed(context.random), player: playerOf(caller.id), count };
  return begin({ ...practice, ...(level ? { level } : {}), marks: '' }, caller, context);
}
