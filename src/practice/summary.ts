import type { Question, Term } from '../content/model.ts';
import type { PracticeAnswer } from '../core/learner-records.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Button, Reply } from '../core/reply/blocks.ts';
import { button, buttons, footer, heading, markdown } from '../core/reply/builders.ts';
import { termButtons } from '../course/term-blocks.ts';
import { truncate } from '../language/truncate.ts';
import { escapeBesideCode, escapeMarkdown, withoutEscapes } from '../markdown/escape.ts';
import { isUnknown } from '../questions/graded.ts';
import { answerInWords, solutionInWords } from '../questions/types.ts';
import { drillLine } from './lines.ts';
import {
  answeredMarks,
  type Begun,
  isBegun,
  optionShuffle,
  type Practice,
  practiceId,
  restartPractice,
} from './practice.ts';
import { text } from './text.ts';
import { missedKey } from './topics.ts';

/** Concepts that a summary has buttons for. */
const MOST_AGAIN = 5;
/** This share of right answers is a good result. */
const GOOD = 0.6;
/** Code points of a question, and of an answer, that a phone shows in a line or two. */
const ASK = 60;
const ANSWER = 40;
/** Questions in one text: all of a practice are more than a text may have (LIMITS.text). */
const IN_ONE = 5;

/** A question as it was answered the first time; `later`: it was asked again, and how that went. */
export interface AnsweredQuestion {
  question: Question;
  /** Undefined where it is no longer known what was picked. */
  picked: string | undefined;
  right: boolean;
  later?: boolean;
  /** A class is asked it just now: no answer to it is shown. */
  isInClass?: boolean;
}

/** The questions of a practice as its records have them, in the order in which they were asked. */
export function answeredQuestions(
  answers: readonly PracticeAnswer[],
  questionNamed: (name: string) => Question | undefined,
): AnsweredQuestion[] {
  const found = new Map<string, AnsweredQuestion>();
  for (const { question: name, picked, right } of answers.toSorted((a, b) => a.place - b.place)) {
    const question = questionNamed(name);
    if (!question) continue;
    const first = found.get(question.id);
    found.set(question.id, first ? { ...first, later: right } : { question, picked, right });
  }
  return [...found.values()];
}

const SQUARES = { right: '🟩', wrong: '🟥', unknown: '⬜' } as const;

/** How an answer to a question went. */
const squareOf = ({ right, picked }: Pick<AnsweredQuestion, 'right' | 'picked'>): string =>
  SQUARES[right ? 'right' : picked !== undefined && isUnknown(picked) ? 'unknown' : 'wrong'];

/** One line of a question, as its author wrote it. */
const askInLine = ({ ask }: Question, locale: Locale): string =>
  escapeBesideCode(truncate(withoutEscapes(ask[locale]).replace(/\s+/g, ' '), ASK));

/** A question, one's own answer, and what is right where that was not; neither while a class is asked it. */
function rowOf(answered: AnsweredQuestion, at: number, practice: Practice, locale: Locale): string {
  const { question, picked, right, later, isInClass } = answered;
  const words = text(locale);
  const asked = `${squareOf(answered)} **${at}.** ${askInLine(question, locale)}`;
  if (isInClass) return `${asked}  \n${words.askedInClass}`;
  const short = (plain: string): string => escapeMarkdown(truncate(plain, ANSWER));
  const own =
    picked === undefined ? [] : [short(answerInWords(question, picked, locale, optionShuffle(practice, question)))];
  const mark = right ? '✅' : picked !== undefined && isUnknown(picked) ? '🤔' : '❌';
  const solution = right ? [] : [`✅ ${short(solutionInWords(question, locale))}`];
  const again = later && !right ? [words.rightLater] : [];
  return [asked, [...own.map((one) => `${mark} ${one}`), ...solution, ...again].join(' · ')]
    .filter(Boolean)
    .join('  \n');
}

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
  const rows = answered.map((one, i) => rowOf(one, i + 1, practice, locale));
  const missed = answered.filter((one) => !one.right).length;
  const ways = [...(missed > 0 && isBegun(practice) ? [missedButton(practice, missed, locale)] : []), more];
  const lists: Block[] = [];
  for (let at = 0; at < rows.length; at += IN_ONE) lists.push(markdown(rows.slice(at, at + IN_ONE).join('\n\n')));
  return {
    visibility: 'caller',
    accent: share >= GOOD ? 'success' : 'info',
    blocks: [
      heading(words.score(right, marks.length)),
      ...lists,
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
