import type { Question } from '../content/model.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import { actorOf } from '../core/learner-records.ts';
import type { Locale } from '../core/locale.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import { LIMITS } from '../core/reply/limits.ts';
import type { Course } from '../course/course.ts';
import { truncate } from '../language/truncate.ts';
import { pickedSoFar } from '../questions/asking.ts';
import { isUnknown } from '../questions/graded.ts';
import { form, unclear } from '../questions/types.ts';
import { aboutOf } from './about.ts';
import { loadTopic } from './known.ts';
import { drillLine } from './lines.ts';
import { nextQuestion } from './order.ts';
import {
  drawQuestions,
  gradeAnswer,
  isBegun,
  isMissed,
  optionShuffle,
  type Practice,
  playerOf,
  practiceId,
  reseeded,
  restartPractice,
} from './practice.ts';
import { askedInClass, begin, loadQuestions, type PracticeContext, USUAL_COUNT } from './start.ts';
import { type AnsweredQuestion, answeredQuestions, renderSummary, type WayOn } from './summary.ts';
import { text } from './text.ts';
import { missedPracticeOf, poolsOf, type Topic, topicKey, topicOfKey } from './topics.ts';
import { renderGrade, renderQuestion } from './views.ts';

interface DrillContext extends PracticeContext {
  /** What a review ends with, instead of the same once more. */
  afterReview: () => Promise<WayOn>;
}

const questionGone = (): UserError => new UserError(text.both((words) => words.questionGone));

/** The topic of a practice and its questions in their order. */
async function loadDrill(
  practice: Practice,
  person: string,
  course: Course,
  { records }: DrillContext,
): Promise<{ topic: Topic; questions: readonly Question[] }> {
  const topic = isBegun(practice)
    ? await loadTopic(practice, person, { records, course })
    : topicOfKey(practice.topic, course);
  if (!topic) throw questionGone();
  const questions = isBegun(practice)
    ? await loadQuestions(practice, topic, person, { records, course })
    : drawQuestions(practice, poolsOf(topic, course.terms));
  return { topic, questions };
}

/** How a practice went: as its records have it, or, where they are gone, by its marks. */
async function answeredIn(
  practice: Practice,
  questions: readonly Question[],
  person: string,
  course: Course,
  { records }: DrillContext,
): Promise<AnsweredQuestion[]> {
  const answers = isBegun(practice) ? await records.practiceAnswers(person, practiceId(practice)) : [];
  const kept = answeredQuestions(answers, course.questionNamed);
  if (kept.length > 0) return kept;
  return questions.flatMap((question, i) => {
    const mark = practice.marks[i];
    return mark === '1' || isMissed(mark) ? [{ question, picked: undefined, right: mark === '1' }] : [];
  });
}

/** What follows a practice: the same once more, or what comes next of a topic that has more. */
async function wayOnFrom(practice: Practice, { kind }: Topic, locale: Locale, context: DrillContext): Promise<WayOn> {
  if (kind === 'review') return context.afterReview();
  const { goOn, onceMore } = text(locale);
  const isWhole = kind === 'term' || kind === 'set';
  const again = restartPractice(practice);
  // What was missed may all have been right this time.
  const next = kind === 'missed' ? { ...again, topic: topicKey({ kind: 'all' }), count: USUAL_COUNT } : again;
  return { more: button(isWhole ? onceMore : goOn, drillLine.write({ practice: next })) };
}

/** The next question that no class is asked just now, or else the summary. */
async function renderNext(practice: Practice, caller: Caller, course: Course, context: DrillContext): Promise<Reply> {
  const { locale, id } = caller;
  const { topic, questions } = await loadDrill(practice, id, course, context);
  const inClass = await context.questionsInClass();
  const here = nextQuestion(practice, questions, inClass);
  if (here.next)
    return renderQuestion(here.practice, here.next, locale, { about: aboutOf(here.next, topic, course, locale) });
  const isAllSkipped = /^-+$/.test(here.practice.marks);
  if (isAllSkipped) throw askedInClass();
  const answered = await answeredIn(practice, questions, id, course, context);
  const missed = new Set(answered.filter(({ right }) => !right).map(({ question }) => question.term));
  const again = Array.from(missed).flatMap((term) => course.terms.get(term) ?? []);
  // A line with marks in it is a summary at once: it must not tell what a class is asked just now.
  const shown = answered.map((one) => (inClass.has(one.question.id) ? { ...one, isInClass: true } : one));
  return renderSummary(practice, shown, again, locale, await wayOnFrom(practice, topic, locale, context));
}

/** Grades an answer and records it; what is no whole answer is asked for again. */
async function answerQuestion(
  said: { practice: Practice; question: string; answer: string },
  caller: Caller,
  course: Course,
  context: DrillContext,
): Promise<Reply> {
  const { practice } = said;
  const { locale } = caller;
  const answer = truncate(said.answer, LIMITS.answer);
  const question = course.questionNamed(said.question);
  const term = question && course.terms.get(question.term);
  if (!question || !term) throw questionGone();
  if ((await context.questionsInClass()).has(question.id)) throw askedInClass();
  const shown = form(question, locale, optionShuffle(practice, question));
  const isMissed = missedPracticeOf(practice.topic) !== undefined;
  const topic =
    topicOfKey(practice.topic, course) ?? (isMissed ? ({ kind: 'missed', questions: [] } as const) : undefined);
  if (!topic) throw questionGone();
  const ask = (picked?: readonly string[]): Reply =>
    renderQuestion(practice, question, locale, {
      ...(picked === undefined ? {} : { picked }),
      about: aboutOf(question, topic, course, locale),
    });
  // An order comes press by press on platforms where one press is one message; of several menus each is one.
  const soFar = pickedSoFar(shown, answer);
  if (soFar !== undefined) return ask(soFar);
  const problem = isUnknown(answer) ? undefined : unclear(question, answer, locale);
  if (problem !== undefined) {
    const asked = ask();
    return { ...asked, accent: 'warning', blocks: [...asked.blocks, { type: 'text', markdown: `⚠️ ${problem}` }] };
  }
  const { verdict, practice: after } = gradeAnswer(practice, question, answer);
  const at = caller.at ?? context.now().epochMilliseconds;
  context.records.record({
    ...{ kind: 'answer', ...actorOf(caller), question: question.id, term: term.id, right: verdict === 'right', at },
    ...(isBegun(practice)
      ? { practice: { id: practiceId(practice), place: practice.marks.length, picked: answer } }
      : {}),
  });
  return renderGrade(after, { question, term, answer, verdict }, locale);
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
  if (!said) throw questionGone();
  const { practice, question, answer = '' } = said;
  if (practice.player !== playerOf(caller.id)) throw new UserError(text.both((words) => words.someoneElses));
  const course = context.course();
  const reply =
    question !== undefined
      ? await answerQuestion({ practice, question, answer }, caller, course, context)
      : !isBegun(practice) && practice.marks === ''
        ? await begin(reseeded(practice, context.now().epochMilliseconds), caller, context)
        : await renderNext(practice, caller, course, context);
  // Question, grade and summary follow each other in one message.
  return { ...reply, replaces: true };
}
