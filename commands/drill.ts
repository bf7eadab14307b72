import { type Caller, command } from '../src/core/command/command.ts';
import { LINE } from '../src/core/command/options.ts';
import { isPass, saysPass } from '../src/core/dont-know.ts';
import { UserError } from '../src/core/errors.ts';
import { actorOf } from '../src/core/learner-records.ts';
import { button, type Reply } from '../src/core/reply/reply.ts';
import type { Context } from '../src/course/context.ts';
import { beingAsked, openQuestions } from '../src/live/open-questions.ts';
import {
  decodePractice,
  drawQuestions,
  encodePractice,
  gradeAnswer,
  optionShuffle,
  playerOf,
  skipQuestions,
} from '../src/practice/practice.ts';
import { poolsOf, topicOfKey } from '../src/practice/topics.ts';
import { renderGrade, renderQuestion, renderSummary } from '../src/practice/views.ts';
import { form, unclear } from '../src/questions/types.ts';
import { createReview, streakInWords } from '../src/review/review-practice.ts';
import { loadStanding } from '../src/review/standing.ts';

const gone = () =>
  new UserError({
    ko: '이 문제는 이제 없어요. 수업 내용이 바뀌었나 봐요. `/quiz`로 새로 시작해 주세요.',
    en: 'This question is gone; the course has changed. Start again with `/quiz`.',
  });

const someoneElses = () =>
  new UserError({
    ko: '다른 사람이 풀고 있는 문제예요. `/quiz`로 내 문제를 시작해 보세요.',
    en: 'Someone else is playing this one. Start your own with `/quiz`.',
  });

/** What a review ends with: the next terms that are due, as a practice in the same message, or how far one is. */
async function afterReview(caller: Caller, context: Context) {
  const ko = caller.locale === 'ko';
  const standing = await loadStanding(caller, context);
  const left = standing.due.length;
  const more =
    left === 0
      ? button(ko ? '내 진도 보기' : 'My progress', 'progress')
      : button(
          ko ? `이어서 복습하기 (${left}개 남음)` : `Go on reviewing (${left} left)`,
          `drill ${encodePractice(createReview(standing, caller.id, context))}`,
        );
  return { more, foot: streakInWords(standing, caller.locale) };
}

async function play(line: string, caller: Caller, context: Context): Promise<Reply> {
  const { id: callerId, locale } = caller;
  const [state = '', id, ...rest] = line.split(' ');
  const practice = decodePractice(state);
  const course = context.course();
  const topic = practice && topicOfKey(practice.topic, course);
  if (!practice || !topic) throw gone();
  if (practice.player !== playerOf(callerId)) throw someoneElses();
  const questions = drawQuestions(practice, poolsOf(topic, course.terms));
  const total = Math.min(practice.count, questions.length);
  const closed = await openQuestions(context);
  if (id === undefined) {
    const here = skipQuestions(practice, questions, closed);
    const next = questions[here.marks.length];
    if (next && here.marks.length < here.count) return renderQuestion(here, next, total, locale);
    // There was nothing else in it.
    if (/^-+$/.test(here.marks)) throw beingAsked();
    const missed = questions.filter((_, i) => practice.marks[i] === '0').map((question) => question.term);
    const again = Array.from(new Set(missed)).flatMap((term) => course.terms.get(term) ?? []);
    return renderSummary(practice, again, locale, topic.kind === 'review' ? await afterReview(caller, context) : {});
  }
  const question = course.questionNamed(id);
  const term = question && course.terms.get(question.term);
  if (!question || !term) throw gone();
  if (closed.has(question.id)) throw beingAsked();
  const answer = rest.join(' ');
  const shown = form(question, locale, optionShuffle(practice, question));
  // An order comes press by press on platforms where one press is one message.
  if (shown.type === 'choice' && answer.length < shown.min)
    return renderQuestion(practice, question, total, locale, answer);
  // What is no answer is asked for again; to a student who passes, the answer is shown.
  const again = isPass(answer) || saysPass(answer) ? undefined : unclear(question, answer, locale);
  if (again !== undefined) {
    const asked = renderQuestion(practice, question, total, locale);
    return { ...asked, accent: 'warning', blocks: [...asked.blocks, { type: 'text', markdown: `⚠️ ${again}` }] };
  }
  const { right, practice: after } = gradeAnswer(practice, question, answer);
  const at = caller.at ?? context.now().epochMilliseconds;
  context.records.record({
    kind: 'answer',
    ...actorOf(caller),
    question: question.id,
    term: question.term,
    right,
    at,
  });
  return renderGrade(after, question, term, right, after.marks.length >= total, locale);
}

/** `drill <state>` shows the next question or the summary; `drill <state> <question> <answer>` grades. */
export default (context: Context) =>
  command({
    name: 'drill',
    summary: { ko: '연습 문제의 버튼', en: "Practice questions' buttons" },
    usedBy: 'buttons',
    examples: [],
    options: LINE,
    async run({ line }, caller) {
      // Question, grade and summary follow each other in one message.
      return { ...(await play(line, caller, context)), replaces: true };
    },
  });
