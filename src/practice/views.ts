import type { Question, Term } from '../content/model.ts';
import { shortId } from '../content/question-ids.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { button, buttons, footer, heading, markdown } from '../core/reply/builders.ts';
import { flagButton } from '../course/flag-button.ts';
import { madeBlocks } from '../course/made-note.ts';
import { termButtons } from '../course/term-blocks.ts';
import { formBlock } from '../questions/asking.ts';
import { codeMarkdown } from '../questions/code.ts';
import type { Shuffle } from '../questions/fields.ts';
import { form, graded } from '../questions/types.ts';
import { drillLine } from './lines.ts';
import { missedCount, optionShuffle, type Practice, type Verdict } from './practice.ts';
import { text } from './text.ts';

const ACCENTS = { right: 'success', wrong: 'error', unknown: 'info' } as const;

/** What is asked, with its code, as Markdown. */
const askMarkdown = (question: Question, locale: Locale): string => question.ask[locale] + codeMarkdown(question);

/** A question that was answered: what was asked, what was picked and what is right, and why. */
const gradedBlocks = (question: Question, answer: string, shuffle: Shuffle, locale: Locale): Block[] => [
  markdown(askMarkdown(question, locale)),
  markdown(graded(question, answer, locale, shuffle)),
  markdown(question.why[locale]),
];

/** Which question comes next, of how many; those that were passed over are not counted. */
function placeIn(practice: Practice, locale: Locale): string {
  const { marks, count } = practice;
  const passed = (some: string): number => some.split('-').length - 1;
  const words = text(locale);
  if (marks.length < count) return words.question(marks.length - passed(marks) + 1, count - passed(marks));
  const again = marks.slice(count);
  return words.questionAgain(again.length - passed(again) + 1, missedCount(practice) - passed(again));
}

/** A question, with what was picked of it so far, what it is about, and small print. Nothing in it tells the answer. */
export function renderQuestion(
  practice: Practice,
  question: Question,
  locale: Locale,
  {
    picked = [],
    about,
    foot,
  }: {
    picked?: readonly string[];
    about?: string | undefined;
    foot?: string | undefined;
  } = {},
): Reply {
  const shown = form(question, locale, optionShuffle(practice, question));
  const line = drillLine.write({ practice, question: shortId(question) });
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      heading(placeIn(practice, locale), about),
      markdown(askMarkdown(question, locale)),
      formBlock(shown, line, picked),
      ...madeBlocks(question, locale),
      ...(foot === undefined ? [] : [footer(foot)]),
    ],
  };
}

/** What the button behind a grade says, and whether the question comes back. */
function wayOn(after: Practice, verdict: Verdict, locale: Locale): { label: string; foot?: string } {
  const words = text(locale);
  const { marks, count } = after;
  const isAskedAgain = marks.length <= count && verdict !== 'right' && missedCount(after) > 0;
  const foot = isAskedAgain ? { foot: words.comesBack } : {};
  if (marks.length < count) return { label: words.nextQuestion, ...foot };
  if (marks.length >= count + missedCount(after)) return { label: words.seeResult };
  return { label: marks.length === count ? words.tryAgain : words.nextQuestion, ...foot };
}

/**
 * The grade of an answer: the question, what was picked and what is right, why, and the way on. `after`: the practice after
 * it; `note`: what else has come of it.
 */
export function renderGrade(
  after: Practice,
  { question, term, answer, verdict }: { question: Question; term: Term; answer: string; verdict: Verdict },
  locale: Locale,
  note?: string,
): Reply {
  const words = text(locale);
  const { label, foot } = wayOn(after, verdict, locale);
  return {
    visibility: 'caller',
    accent: ACCENTS[verdict],
    blocks: [
      heading(words.verdicts[verdict]),
      ...gradedBlocks(question, answer, optionShuffle(after, question), locale),
      ...(note === undefined ? [] : [markdown(note)]),
      buttons(
        { ...button(label, drillLine.write({ practice: after })), primary: true },
        ...termButtons([term], locale),
        flagButton(question, locale),
      ),
      ...(foot === undefined ? [] : [footer(foot)]),
    ],
  };
}
