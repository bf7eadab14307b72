import type { Question } from '../content/model.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Locale } from '../core/locale.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import { newSeed } from '../core/seeded-shuffle.ts';
import type { Context } from '../course/context.ts';
import type { Course } from '../course/course.ts';
import { findTopics } from '../course/find.ts';
import { drawQuestions, type Practice, playerOf, skipQuestions } from './practice.ts';
import { text } from './text.ts';
import { poolsOf, type Topic, topicKey, topicLine } from './topics.ts';
import { renderQuestion } from './views.ts';

/** Questions of a practice on a section or on everything, where no number was asked for. */
const USUAL_COUNT = 5;

/** Ids of the questions that classes are asked in live quizzes just now: practice would give their answers away. */
export type QuestionsInClass = () => Promise<ReadonlySet<string>>;

/** For a student whose practice would show a question that a class is asked just now. */
export const askedInClass = (): UserError => new UserError(text.both((words) => words.askedInClass));

/** The concept or section that words name; otherwise the ids of what they may mean. */
function findTopic(words: string, course: Course): Topic | readonly string[] {
  const { answered, ids } = findTopics(words, course);
  const [id = ''] = ids;
  const term = course.terms.get(id);
  const section = course.sections.get(id);
  if (!answered) return ids;
  return term ? { kind: 'term', term } : section ? { kind: 'section', section } : ids;
}

/** Asks for another topic: concepts that the words may mean, or everything. */
function renderTopicChoice(ids: readonly string[], { terms }: Course, locale: Locale): Reply {
  const words = text(locale);
  const found = ids.flatMap((id) => terms.get(id) ?? []);
  return {
    visibility: 'caller',
    accent: 'warning',
    blocks: [
      { type: 'heading', text: words.whichTopic },
      { type: 'text', markdown: words.noSuchTopic },
      {
        type: 'buttons',
        buttons: [
          ...found.map((term) => button(term.title[locale], topicLine({ kind: 'term', term }))),
          { ...button(words.anyTopic, topicLine({ kind: 'all' })), primary: true },
        ],
      },
    ],
  };
}

/**
 * The first question of a practice that has just begun.
 * @throws UserError where classes are asked all of its questions just now.
 */
export function renderFirstQuestion(
  practice: Practice,
  questions: readonly Question[],
  inClass: ReadonlySet<string>,
  locale: Locale,
): Reply {
  const begun = skipQuestions({ ...practice, count: questions.length }, questions, inClass);
  const first = questions[begun.marks.length];
  if (!first) throw askedInClass();
  return renderQuestion(begun, first, questions.length, locale);
}

/**
 * Starts a practice on what the words name, or on everything, and shows its first question.
 * @throws UserError where there are no questions.
 */
export async function startPractice(
  { topic: words, count }: { topic: string | undefined; count: number | undefined },
  { id, locale }: Caller,
  {
    course: now,
    random,
    questionsInClass,
  }: Pick<Context, 'course' | 'random'> & { questionsInClass: QuestionsInClass },
): Promise<Reply> {
  const course = now();
  const topic = words === undefined ? ({ kind: 'all' } as const) : findTopic(words, course);
  if (!('kind' in topic)) return renderTopicChoice(topic, course, locale);
  // A term's own questions make a practice by themselves; its neighbours' only fill a number that was asked for.
  const usual = topic.kind === 'term' ? Math.max(1, topic.term.questions.length) : USUAL_COUNT;
  const practice: Practice = {
    topic: topicKey(topic),
    seed: newSeed(random),
    player: playerOf(id),
    count: count ?? usual,
    marks: '',
  };
  const questions = drawQuestions(practice, poolsOf(topic, course.terms));
  if (questions.length === 0) {
    const hasOthers = course.questions.size > 0;
    throw new UserError(text.both((own) => (hasOthers ? own.topicWithoutQuestions : own.courseWithoutQuestions)));
  }
  return renderFirstQuestion(practice, questions, await questionsInClass(), locale);
}
