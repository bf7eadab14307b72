import type { Question } from '../content/model.ts';
import type { Caller } from '../core/command/command.ts';
import { isDontKnow, saysDontKnow } from '../core/dont-know.ts';
import { UserError } from '../core/errors.ts';
import { actorOf } from '../core/learner-records.ts';
import type { Reply } from '../core/reply/blocks.ts';
import type { Context } from '../course/context.ts';
import type { Course } from '../course/course.ts';
import { form, unclear } from '../questions/types.ts';
import { drawQuestions, gradeAnswer, optionShuffle, type Practice, playerOf, skipQuestions } from './practice.ts';
import { askedInClass, type QuestionsInClass } from './start.ts';
import { text } from './text.ts';
import { poolsOf, type Topic, topicOfKey } from './topics.ts';
import { renderGrade, renderQuestion, renderSummary, type WayOn } from './views.ts';

interface DrillContext extends Pick<Context, 'course' | 'records' | 'now'> {
  questionsInClass: QuestionsInClass;
  /** What a review ends with, instead of the same once more. */
  afterReview: () => Promise<WayOn>;
}

/** A practice as one press finds it. */
interface Drill {
  practice: Practice;
  topic: Topic;
  questions: readonly Question[];
  course: Course;
  inClass: ReadonlySet<string>;
}

const questionGone = (): UserError => new UserError(text.both((words) => words.questionGone));

/** How many questions it has: fewer than it began with where the content has lost some. */
const totalOf = ({ practice, questions }: Drill): number => Math.min(practice.count, questions.length);

/** The next question that no class is asked just now, or else the summary. */
async function renderNext(drill: Drill, caller: Caller, { afterReview }: DrillContext): Promise<Reply> {
  const { practice, topic, questions, course, inClass } = drill;
  const { locale } = caller;
  const here = skipQuestions(practice, questions, inClass);
  const next = questions[here.marks.length];
  if (next && here.marks.length < here.count) return renderQuestion(here, next, totalOf(drill), locale);
  const isAllSkipped = /^-+$/.test(here.marks);
  if (isAllSkipped) throw askedInClass();
  const missed = new Set(questions.filter((_, i) => practice.marks[i] === '0').map((question) => question.term));
  const again = Array.from(missed).flatMap((term) => course.terms.get(term) ?? []);
  return renderSummary(practice, again, locale, topic.kind === 'review' ? await afterReview() : {});
}

/** Grades an answer and records it; what is no whole answer is asked for again. */
function answerQuestion(id: string, answer: string, drill: Drill, caller: Caller, context: DrillContext): Reply {
  const { practice, course, inClass } = drill;
  const { locale } = caller;
  const total = totalOf(drill);
  const question = course.questionNamed(id);
  const term = question && course.terms.get(question.term);
  if (!question || !term) throw questionGone();
  if (inClass.has(question.id)) throw askedInClass();
  const shown = form(question, locale, optionShuffle(practice, question));
  // An order comes press by press on platforms where one press is one message.
  if (shown.type === 'choice' && answer.length < shown.min)
    return renderQuestion(practice, question, total, locale, answer);
  // A student who does not know is shown the answer.
  const problem = isDontKnow(answer) || saysDontKnow(answer) ? undefined : unclear(question, answer, locale);
  if (problem !== undefined) {
    const asked = renderQuestion(practice, question, total, locale);
    return { ...asked, accent: 'warning', blocks: [...asked.blocks, { type: 'text', markdown: `⚠️ ${problem}` }] };
  }
  const { right, practice: after } = gradeAnswer(practice, question, answer);
  const at = caller.at ?? context.now().epochMilliseconds;
  const answered = { question: question.id, term: question.term, right, at };
  context.records.record({ kind: 'answer', ...actorOf(caller), ...answered });
  return renderGrade(after, { question, term, right, last: after.marks.length >= total }, locale);
}

/**
 * Goes on with a practice, as one of its buttons says; undefined is a line that none of them says.
 * @throws UserError where its content is gone, it is another student's, or a class is asked the question just now.
 */
export async function continuePractice(
  said: { practice: Practice; question?: string | undefined; answer?: string | undefined } | undefined,
  caller: Caller,
  context: DrillContext,
): Promise<Reply> {
  const course = context.course();
  const topic = said && topicOfKey(said.practice.topic, course);
  if (!said || !topic) throw questionGone();
  const { practice, question, answer = '' } = said;
  if (practice.player !== playerOf(caller.id)) throw new UserError(text.both((words) => words.someoneElses));
  const questions = drawQuestions(practice, poolsOf(topic, course.terms));
  const drill: Drill = { practice, topic, questions, course, inClass: await context.questionsInClass() };
  const reply =
    question === undefined
      ? await renderNext(drill, caller, context)
      : answerQuestion(question, answer, drill, caller, context);
  // Question, grade and summary follow each other in one message.
  return { ...reply, replaces: true };
}
