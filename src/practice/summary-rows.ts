import type { Question } from '../content/model.ts';
import type { Locale } from '../core/locale.ts';
import type { Block } from '../core/reply/blocks.ts';
import { markdown } from '../core/reply/builders.ts';
import { LIMITS } from '../core/reply/limits.ts';
import { truncate } from '../language/truncate.ts';
import { escapeBesideCode, escapeMarkdown, withoutEscapes } from '../markdown/escape.ts';
import { type CodeLook, codeExcerpt } from '../questions/code.ts';
import { isUnknown } from '../questions/graded.ts';
import { answerInWords, solutionInWords } from '../questions/types.ts';
import type { AnsweredQuestion } from './answered.ts';
import { optionShuffle, type Practice } from './practice.ts';
import { text } from './text.ts';

/** How much of a question is shown: code points of it and of an answer, and its code. */
interface Look {
  ask: number;
  answer: number;
  code: CodeLook;
}

/**
 * From the least on, which any practice has room for, to the most, where no answer is cut. Some code comes first: without it
 * a question may mean nothing.
 */
const LEAST: Look = { ask: 60, answer: 40, code: { lines: 0, width: 0 } };
const MORE: readonly Look[] = [
  { ask: 60, answer: 40, code: { lines: 2, width: 48 } },
  { ask: 60, answer: 100, code: { lines: 2, width: 48 } },
  { ask: 80, answer: LIMITS.answer, code: { lines: 4, width: 72 } },
  { ask: 100, answer: LIMITS.answer, code: { lines: 8, width: 72 } },
];
/** Characters of all questions: a message has 4,000, of which Slack's words for screen readers need more (see LIMITS). */
const ROOM = 2800;
/** Between two questions. */
const BETWEEN = '\n\n';

const SQUARES = { right: '🟩', wrong: '🟥', unknown: '⬜' } as const;

/** How an answer to a question went. */
const squareOf = ({ right, picked }: Pick<AnsweredQuestion, 'right' | 'picked'>): string =>
  SQUARES[right ? 'right' : picked !== undefined && isUnknown(picked) ? 'unknown' : 'wrong'];

/** One line of a question, as its author wrote it. */
const askInLine = ({ ask }: Question, most: number, locale: Locale): string =>
  escapeBesideCode(truncate(withoutEscapes(ask[locale]).replace(/\s+/g, ' '), most));

/** A question with its code, one's own answer, and what is right where that was not; of the latter none while a class is asked it. */
function rowOf(answered: AnsweredQuestion, at: number, practice: Practice, locale: Locale, look: Look): string {
  const { question, picked, right, later, withheld } = answered;
  const words = text(locale);
  const asked = `${squareOf(answered)} **${at}.** ${askInLine(question, look.ask, locale)}`;
  if (withheld !== undefined) return `${asked}  \n${words.withheld[withheld]}`;
  const short = (plain: string): string => escapeMarkdown(truncate(plain, look.answer));
  const own =
    picked === undefined ? [] : [short(answerInWords(question, picked, locale, optionShuffle(practice, question)))];
  const mark = right ? '✅' : picked !== undefined && isUnknown(picked) ? '🤔' : '❌';
  const solution = right ? [] : [`✅ ${short(solutionInWords(question, locale))}`];
  const again = later && !right ? [words.rightLater] : [];
  const answers = [...own.map((one) => `${mark} ${one}`), ...solution, ...again].join(' · ');
  const code = codeExcerpt(question, look.code);
  // Behind code a new paragraph begins; else two lines of one.
  return [asked + code, answers].filter(Boolean).join(code === '' ? '  \n' : '\n\n');
}

/** Every question as well as there is room for: all at least recognizable, then one after the other whole. */
function fitRows(answered: readonly AnsweredQuestion[], practice: Practice, locale: Locale): string[] {
  const row = (one: AnsweredQuestion, i: number, look: Look): string => rowOf(one, i + 1, practice, locale, look);
  const rows = answered.map((one, i) => row(one, i, LEAST));
  let left = ROOM - rows.join(BETWEEN).length;
  for (const look of MORE)
    for (const [i, one] of answered.entries()) {
      const better = row(one, i, look);
      const more = better.length - (rows[i]?.length ?? 0);
      if (more > left || better.length > LIMITS.text) continue;
      rows[i] = better;
      left -= more;
    }
  return rows;
}

/** The questions of a practice with their answers, in texts that each keep to the limit of one. */
export function answeredBlocks(answered: readonly AnsweredQuestion[], practice: Practice, locale: Locale): Block[] {
  const texts: string[] = [];
  for (const row of fitRows(answered, practice, locale)) {
    const longer = [...texts.slice(-1), row].join(BETWEEN);
    if (texts.length === 0 || longer.length > LIMITS.text) texts.push(row);
    else texts[texts.length - 1] = longer;
  }
  return texts.map((one) => markdown(one));
}
