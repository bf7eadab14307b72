import type { Question } from '../content/model.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import { actorOf } from '../core/learner-records.ts';
import type { Locale } from '../core/locale.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { button, markdown } from '../core/reply/builders.ts';
import { LIMITS } from '../core/reply/limits.ts';
import type { Course } from '../course/course.ts';
import { isKeptBack } from '../course/kept-back.ts';
import { truncate } from '../language/truncate.ts';
import { pickedSoFar } from '../questions/asking.ts';
import { isUnknown } from '../questions/graded.ts';
import { form, unclear } from '../questions/types.ts';
import { aboutOf } from './about.ts';
import { answeredIn, loadDrill, questionGone } from './drill-questions.ts';
import { type Assignment, inStep } from './homework.ts';
import { drillLine } from './lines.ts';
import { nextQuestion } from './order.ts';
import {
  gradeAnswer,
  isBegun,
  optionShuffle,
  type Practice,
  playerOf,
  practiceId,
  reseeded,
  restartPractice,
} from './practice.ts';
import { begin, type PracticeContext, USUAL_COUNT } from './start.ts';
import { renderSummary, type WayOn } from './summary.ts';
import { text } from './text.ts';
import { type HomeworkTopic, missedPracticeOf, type Topic, topicKey, topicOfKey } from './topics.ts';
import { renderGrade, renderQuestion } from './views.ts';
import { withheldNow } from './withheld.ts';

interface DrillContext extends PracticeContext {
  /** What a review ends with, instead of the same once more. */
  afterReview?: () => Promise<WayOn>;
}

/** What follows a practice: the same once more, or what comes next of a topic that has more. */
async function wayOnFrom(practice: Practice, { kind }: Topic, locale: Locale, context: DrillContext): Promise<WayOn> {
  if (kind === 'review' && context.afterReview) return context.afterReview();
  const { goOn, onceMore } = text(locale);
  const isWhole = kind === 'term' || kind === 'set';
  const again = restartPractice(practice);
  // What was missed may all have been right this time.
  const next = kind === 'missed' ? { ...again, topic: topicKey({ kind: 'all' }), count: USUAL_COUNT } : again;
  return { more: button(isWhole ? onceMore : goOn, drillLine.write({ practice: next })) };
}

/** The next question that is not withheld now, or else the summary. */
async function renderNext(
  practice: Practice,
  caller: Caller,
  course: Course,
  context: DrillContext,
  homework: Assignment | undefined,
): Promise<Reply> {
  const { locale, id } = caller;
  const drill = await loadDrill(practice, id, course, context, homework);
  const { topic, questions } = drill;
  const withheld = await context.withheld();
  const here = nextQuestion(practice, questions, withheld);
  if (here.next)
    return renderQuestion(here.practice, here.next, locale, {
      about: aboutOf(here.next, topic, course, locale),
      foot: homework?.topic.foot[locale],
    });
  const isAllSkipped = /^-+$/.test(here.practice.marks);
  if (isAllSkipped) throw withheldNow(withheld.get(questions[0]?.id ?? ''));
  const answered = await answeredIn(practice, drill, id, course, context);
  const missed = new Set(answered.filter(({ right }) => !right).map(({ question }) => question.term));
  const again = Array.from(missed).flatMap((term) => course.terms.get(term) ?? []);
  // A line with marks in it is a summary at once: it must not tell what is withheld now.
  const shown = answered.map((one) => {
    const why = withheld.get(one.question.id);
    return why === undefined ? one : { ...one, withheld: why };
  });
  const wayOn = await (homework?.wayOn() ?? wayOnFrom(practice, topic, locale, context));
  return renderSummary(practice, shown, again, locale, wayOn);
}

/** Grades an answer and records it; what is no whole answer is asked for again. */
async function answerQuestion(
  said: { practice: Practice; question: string; answer: string },
  caller: Caller,
  course: Course,
  context: DrillContext,
  homework: Assignment | undefined,
): Promise<Reply> {
  const { practice } = said;
  const { locale } = caller;
  const answer = truncate(said.answer, LIMITS.answer);
  const question = course.questionNamed(said.question);
  const term = question && course.terms.get(question.term);
  if (!question || !term) {
    if (!isBegun(practice)) throw questionGone();
    // Its words were changed meanwhile, or it has left the course: what is there now is asked instead.
    const next = await renderNext(practice, caller, course, context, homework);
    return { ...next, accent: 'warning', blocks: [markdown(text(locale).questionChanged), ...next.blocks] };
  }
  if (isKeptBack(question, course)) throw new UserError(text.both((words) => words.keptBack));
  const why = (await context.withheld()).get(question.id);
  if (why !== undefined) throw withheldNow(why);
  const shown = form(question, locale, optionShuffle(practice, question));
  const isMissed = missedPracticeOf(practice.topic) !== undefined;
  const topic =
    homework?.topic ??
    topicOfKey(practice.topic, course) ??
    (isMissed ? ({ kind: 'missed', questions: [] } as const) : undefined);
  if (!topic) throw questionGone();
  const ask = (picked?: readonly string[]): Reply =>
    renderQuestion(practice, question, locale, {
      ...(picked === undefined ? {} : { picked }),
      about: aboutOf(question, topic, course, locale),
      foot: homework?.topic.foot[locale],
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
  const graded = { question, term, answer, verdict };
  // Of a homework, the first answer counts: a button that is pressed again shows its grade alone.
  if (homework && !isOpenIn(homework.topic, question)) return renderGrade(practice, graded, locale);
  const at = caller.at ?? context.now().epochMilliseconds;
  await homework?.answer({ question: question.id, right: verdict === 'right', at });
  context.records.record({
    ...{ kind: 'answer', ...actorOf(caller), question: question.id, term: term.id, right: verdict === 'right', at },
    ...(isBegun(practice)
      ? { practice: { id: practiceId(practice), place: practice.marks.length, picked: answer } }
      : {}),
  });
  const isLast = after.marks.length === after.count;
  return renderGrade(after, graded, locale, isLast ? await homework?.done() : undefined);
}

/** Does an answer to it still count, or is all answered, so that it is asked again? */
const isOpenIn = ({ questions, answered }: HomeworkTopic, { id }: Question): boolean =>
  answered.length === questions.length || questions.slice(answered.length).some((one) => one.id === id);

/**
 * Goes on with a practice, as one of its buttons says; undefined is a line that none of them says. `homework`: where it is
 * one. @throws UserError where its content is gone, it is another student's, or the question is withheld now.
 */
export async function continuePractice(
  said: { practice: Practice; question?: string | undefined; answer?: string | undefined } | undefined,
  caller: Caller,
  context: DrillContext,
  homework?: Assignment,
): Promise<Reply> {
  if (!said) throw questionGone();
  if (said.practice.player !== playerOf(caller.id)) throw new UserError(text.both((words) => words.someoneElses));
  const course = context.course();
  const practice = homework ? inStep(said.practice, homework.topic) : said.practice;
  const { answer = '' } = said;
  // A homework may have lost a question since it was asked: then comes the next one.
  const asked = course.questionNamed(said.question ?? '');
  const isLost = homework !== undefined && !homework.topic.questions.some((one) => one.id === asked?.id);
  const question = isLost ? undefined : said.question;
  const reply =
    question !== undefined
      ? await answerQuestion({ practice, question, answer }, caller, course, context, homework)
      : !isBegun(practice) && practice.marks === ''
        ? await begin(reseeded(practice, context.now().epochMilliseconds), caller, context)
        : await renderNext(practice, caller, course, context, homework);
  // Question, grade and summary follow each other in one message.
  return { ...reply, replaces: true };
}
