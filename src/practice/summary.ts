import type { Term } from '../content/model.ts';
import type { Locale } from '../core/locale.ts';
import type { Button, Reply } from '../core/reply/blocks.ts';
import { button, buttons, footer, heading, markdown } from '../core/reply/builders.ts';
import { termButtons } from '../course/term-blocks.ts';
import type { AnsweredQuestion } from './answered.ts';
import { drillLine } from './lines.ts';
import { answeredMarks, type Begun, isBegun, type Practice, practiceId, restartPractice } from './practice.ts';
import { answeredBlocks } from './summary-rows.ts';
import { text } from './text.ts';
import { missedKey } from './topics.ts';

/** Concepts that a summary has buttons for. */
const MOST_AGAIN = 5;
/** This share of right answers is a good result. */
const GOOD = 0.6;

/** Where a summary leads, beside what was missed: a button, and small print. */
export interface WayOn {
  more: Button;
  foot?: string;
}

/** How it went: each question with one's own answer, and the way on. `again`: the concepts of what was wrong. */
export function renderSummary(
  practice: Practice,
  answered: readonly AnsweredQuestion[],
  again: readonly Term[],
  locale: Locale,
  { more, foot }: WayOn,
): Reply {
  const words = text(locale);
  const marks = answeredMarks(practice);
  const right = Array.from(marks).filter((mark) => mark === '1').length;
  const share = marks.length === 0 ? 0 : right / marks.length;
  const praise = share === 1 ? words.allRight : share >= GOOD ? words.mostRight : words.fewRight;
  const missed = answered.filter((one) => !one.right).length;
  const ways = [...(missed > 0 && isBegun(practice) ? [missedButton(practice, missed, locale)] : []), more];
  return {
    visibility: 'caller',
    accent: share >= GOOD ? 'success' : 'info',
    blocks: [
      heading(words.score(right, marks.length)),
      ...answeredBlocks(answered, practice, locale),
      markdown(praise),
      buttons(
        ...ways.map((way, i) => (i === 0 ? { ...way, primary: true } : way)),
        ...termButtons(again.slice(0, MOST_AGAIN), locale),
      ),
      ...(foot === undefined ? [] : [footer(foot)]),
    ],
  };
}

/** The button that begins a practice of what was not right in this one. */
const missedButton = (practice: Begun, missed: number, locale: Locale): Button =>
  button(
    text(locale).practiseMissed(missed),
    drillLine.write({
      practice: { ...restartPractice(practice), topic: missedKey(practiceId(practice)), count: missed },
    }),
  );
