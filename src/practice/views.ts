import type { Question, Term } from '../content/model.ts';
import { shortId } from '../content/question-ids.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Button, Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import { flagButton } from '../course/flag-button.ts';
import { termButtons } from '../course/term-blocks.ts';
import { codeMarkdown } from '../questions/code.ts';
import { form, solution } from '../questions/types.ts';
import { drillLine } from './lines.ts';
import { answeredMarks, optionShuffle, type Practice, restartPractice } from './practice.ts';
import { text } from './text.ts';

/** Concepts that a summary has buttons for. */
const MOST_AGAIN = 5;

/** This share of right answers is a good result. */
const GOOD = 0.6;

const reply = (accent: Reply['accent'], blocks: readonly Block[]): Reply => ({ visibility: 'caller', accent, blocks });

/** A question of `total`, with what was picked of it so far. Nothing in it tells the answer. */
export function renderQuestion(
  practice: Practice,
  question: Question,
  total: number,
  locale: Locale,
  picked = '',
): Reply {
  const shown = form(question, locale, optionShuffle(practice, question));
  const line = drillLine.write({ practice, question: shortId(question) });
  const answered = answeredMarks(practice).length;
  const skipped = practice.marks.length - answered;
  return reply('info', [
    { type: 'heading', text: text(locale).question(answered + 1, total - skipped) },
    { type: 'text', markdown: question.ask[locale] + codeMarkdown(question) },
    shown.type === 'choice' ? { ...shown, line, picked: Array.from(picked) } : { ...shown, line },
  ]);
}

/** The grade of an answer, why, and the way on; `after` is the practice after it. */
export function renderGrade(
  after: Practice,
  { question, term, right, last }: { question: Question; term: Term; right: boolean; last: boolean },
  locale: Locale,
): Reply {
  const words = text(locale);
  const answer = solution(question, locale);
  const space = answer.includes('\n') ? '\n\n' : ' ';
  const next = button(last ? words.seeResult : words.nextQuestion, drillLine.write({ practice: after }));
  return reply(right ? 'success' : 'error', [
    { type: 'heading', text: right ? words.right : words.wrong },
    ...(right ? [] : [{ type: 'text', markdown: words.theAnswer + space + answer } as const]),
    { type: 'text', markdown: question.why[locale] },
    {
      type: 'buttons',
      buttons: [{ ...next, primary: true }, ...termButtons([term], locale), flagButton(question, locale)],
    },
  ]);
}

/** Where a summary leads: its main button, and small print. */
export interface WayOn {
  more?: Button;
  foot?: string;
}

/** How it went, and what to look at again; without another way on, the same topic can be played once more. */
export function renderSummary(
  practice: Practice,
  again: readonly Term[],
  locale: Locale,
  { more, foot }: WayOn = {},
): Reply {
  const words = text(locale);
  const marks = answeredMarks(practice);
  const answered = marks.length;
  const right = Array.from(marks).filter((mark) => mark === '1').length;
  const share = answered === 0 ? 0 : right / answered;
  const praise = share === 1 ? words.allRight : share >= GOOD ? words.mostRight : words.fewRight;
  const squares = Array.from(marks, (mark) => (mark === '1' ? '🟩' : '🟥')).join('');
  const titles = again.map((term) => term.title[locale]).join(', ');
  const main = more ?? button(words.onceMore, drillLine.write({ practice: restartPractice(practice) }));
  return reply(share >= GOOD ? 'success' : 'info', [
    { type: 'heading', text: words.score(right, answered) },
    { type: 'text', markdown: `${squares}\n\n${praise}` },
    ...(again.length > 0
      ? [{ type: 'fields', fields: [{ name: words.worthAnotherLook, value: titles }] } as const]
      : []),
    { type: 'buttons', buttons: [{ ...main, primary: true }, ...termButtons(again.slice(0, MOST_AGAIN), locale)] },
    ...(foot === undefined ? [] : [{ type: 'footer', text: foot } as const]),
  ]);
}
