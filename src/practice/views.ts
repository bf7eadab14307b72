import type { Question, Term } from '../content/model.ts';
import { shortId } from '../content/question-ids.ts';
import type { Locale } from '../core/locale.ts';
import { type Block, type Button, button, type Reply } from '../core/reply/reply.ts';
import { termButtons } from '../course/term-blocks.ts';
import { form, solution } from '../questions/types.ts';
import { answeredMarks, encodePractice, optionShuffle, type Practice, restartPractice } from './practice.ts';

const reply = (accent: Reply['accent'], blocks: readonly Block[]): Reply => ({ visibility: 'caller', accent, blocks });

const score = (marks: string): number => marks.split('1').length - 1;

/** The code that a question is about, as Markdown. */
export const codeOf = (question: Question): string => {
  if (question.code === undefined) return '';
  const fence = question.code.includes('```') ? '~~~' : '```';
  return `\n\n${fence}${question.code.trimStart().startsWith('$') ? 'console' : 'yaml'}\n${question.code.trimEnd()}\n${fence}`;
};

/** A question of `total`, with what was picked of it so far. Nothing in it tells the answer. */
export function renderQuestion(
  practice: Practice,
  question: Question,
  total: number,
  locale: Locale,
  picked = '',
): Reply {
  const shown = form(question, locale, optionShuffle(practice, question));
  const line = `drill ${encodePractice(practice)} ${shortId(question)}`;
  const answered = answeredMarks(practice).length;
  const at = answered + 1;
  const of = total - (practice.marks.length - answered);
  return reply('info', [
    { type: 'heading', text: locale === 'ko' ? `문제 ${at} / ${of}` : `Question ${at} of ${of}` },
    { type: 'text', markdown: question.ask[locale] + codeOf(question) },
    shown.type === 'choice' ? { ...shown, line, picked: Array.from(picked) } : { ...shown, line },
  ]);
}

/** The grade of an answer, why, and the way on. */
export function renderGrade(
  after: Practice,
  question: Question,
  term: Term,
  right: boolean,
  last: boolean,
  locale: Locale,
): Reply {
  const ko = locale === 'ko';
  const answer = solution(question, locale);
  const told = answer.includes('\n') ? `\n\n${answer}` : ` ${answer}`;
  const next = button(
    last ? (ko ? '결과 보기' : 'See the result') : ko ? '다음 문제' : 'Next question',
    `drill ${encodePractice(after)}`,
  );
  return reply(right ? 'success' : 'error', [
    { type: 'heading', text: right ? (ko ? '⭕ 맞았어요!' : '⭕ Right!') : ko ? '❌ 아쉬워요' : '❌ Not quite' },
    ...(right ? [] : [{ type: 'text', markdown: `${ko ? '정답:' : 'The answer:'}${told}` } as const]),
    { type: 'text', markdown: question.why[locale] },
    { type: 'buttons', buttons: [{ ...next, primary: true }, ...termButtons([term], locale)] },
  ]);
}

/** The button that plays the same topic once more. */
const onceMore = (practice: Practice, locale: Locale): Button =>
  button(locale === 'ko' ? '한 번 더 풀기' : 'Once more', `drill ${encodePractice(restartPractice(practice))}`);

/** How it went, and what to look at again; `more` is the way on, `foot` small print. */
export function renderSummary(
  practice: Practice,
  again: readonly Term[],
  locale: Locale,
  { more = onceMore(practice, locale), foot }: { more?: Button; foot?: string } = {},
): Reply {
  const ko = locale === 'ko';
  const marks = answeredMarks(practice);
  const right = score(marks);
  const all = marks.length;
  const share = all === 0 ? 0 : right / all;
  const word =
    share === 1
      ? ko
        ? '전부 맞혔어요. 정말 잘했어요!'
        : 'All of them. Well done!'
      : share >= 0.6
        ? ko
          ? '잘했어요. 조금만 더 보면 완벽해요.'
          : 'Good. A little more and it is perfect.'
        : ko
          ? '괜찮아요. 틀린 문제에서 제일 많이 배워요.'
          : 'No worries. Mistakes teach the most.';
  return reply(share >= 0.6 ? 'success' : 'info', [
    { type: 'heading', text: ko ? `${all}문제 가운데 ${right}문제를 맞혔어요` : `${right} of ${all} right` },
    {
      type: 'text',
      markdown: `${Array.from(marks, (mark) => (mark === '1' ? '🟩' : '🟥')).join('')}\n\n${word}`,
    },
    ...(again.length > 0
      ? [
          {
            type: 'fields',
            fields: [
              {
                name: ko ? '다시 볼 개념' : 'Worth another look',
                value: again.map((term) => term.title[locale]).join(', '),
              },
            ],
          } as const,
        ]
      : []),
    {
      type: 'buttons',
      buttons: [{ ...more, primary: true }, ...termButtons(again.slice(0, 5), locale)],
    },
    ...(foot === undefined ? [] : [{ type: 'footer', text: foot } as const]),
  ]);
}
