import { shareLine } from '../command/share-line.ts';
import { dontKnowAnswer } from '../dont-know.ts';
import type { Locale } from '../locale.ts';
import type { Button, Choice, ClockWords, Countdown, Input, Reply } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { text } from './text.ts';

/** Code points of an option that a phone shows whole on a button. */
const BUTTON = 20;
/** Code points of a field's name and value that a phone shows on one line. */
const LINE = 60;

/** An option as it is shown; `number` counts from 1. */
interface ShownOption {
  number: number;
  label: string;
  /** Says the label, or the number where the options are listed. In an order its line has what was picked before. */
  button: Button;
  isPicked: boolean;
}

interface Shown {
  options: readonly ShownOption[];
  /** The labels are too long for buttons: they stand above, each behind its number. */
  isListed: boolean;
  dontKnow: Button;
}

/** What a choice looks like on every platform, which only draws it. */
type ChoiceControls =
  /** Answered by one press. */
  | (Shown & { way: 'one' })
  /** By picks that are sent together. */
  | (Shown & { way: 'several' })
  /** By a press an option, in order: `soFar` are the numbers picked, and `hint` is shown while there are none. */
  | (Shown & { way: 'inOrder'; hint: string; soFar: { name: string; numbers: string; startOver: Button } | undefined });

/** A student who does not know is shown the answer, as for a wrong one. */
export const dontKnow = (line: string, picks: number, locale: Locale): Button => ({
  label: text(locale).dontKnow,
  line: `${line} ${dontKnowAnswer(picks)}`,
});

export const wayOf = ({ ordered, max }: Choice): ChoiceControls['way'] =>
  ordered ? 'inOrder' : max > 1 ? 'several' : 'one';

export function choiceControls(choice: Choice, locale: Locale): ChoiceControls {
  const { line, options, picked, min } = choice;
  const way = wayOf(choice);
  const isListed = way !== 'one' || options.some(({ label }) => Array.from(label).length > BUTTON);
  const before = way === 'inOrder' ? picked.join('') : '';
  const shown: Shown = {
    options: options.map(({ value, label }, i) => ({
      number: i + 1,
      label,
      button: { label: isListed ? String(i + 1) : label, line: `${line} ${before}${value}` },
      isPicked: picked.includes(value),
    })),
    isListed,
    dontKnow: dontKnow(line, way === 'one' ? 1 : min, locale),
  };
  if (way !== 'inOrder') return { ...shown, way };
  const { pressInOrder: hint, orderSoFar: name, startOver: label } = text(locale);
  const numbers = picked.map((value) => options.findIndex((option) => option.value === value) + 1).join(' → ');
  const soFar = picked.length === 0 ? undefined : { name, numbers, startOver: { label, line } };
  return { ...shown, way, hint, soFar };
}

/** Stands between the parts of a typed answer (Unicode: symbol for unit separator). */
const BETWEEN = '␟';

/** What was typed into several boxes, as one text; of one box as it is. */
export const joinTyped = (typed: readonly string[]): string =>
  typed.map((part) => part.replaceAll(BETWEEN, ' ').trim()).join(BETWEEN);

/** The parts of a typed answer again; one where no platform has joined several. */
export const splitTyped = (answer: string): string[] => answer.split(BETWEEN);

/** Code points that one of several boxes takes, so that all together are no longer than an answer may be. */
export const boxRoom = (boxes: number): number => Math.floor((LIMITS.answer + 1) / boxes) - 1;

/** `write` opens a box; its line is completed by what is typed there. */
export const inputControls = ({ line }: Input, locale: Locale): { write: Button; dontKnow: Button } => ({
  write: { label: text(locale).writeAnswer, line, primary: true },
  dontKnow: dontKnow(line, 1, locale),
});

/** Shows the channel what the caller alone sees; undefined where that cannot be, or the caller is alone. */
export const shareButton = (
  { share, visibility }: Reply,
  { locale, others }: { locale: Locale; others: boolean },
): Button | undefined =>
  share === undefined || !others || visibility === 'channel'
    ? undefined
    : { label: text(locale).share, line: shareLine.write({ line: share }) };

/** A clock as one line; `time` as the platform writes it. */
export const clockLine = ({ before, after }: ClockWords, time: string): string =>
  ['⏱', before, time, after].filter((part) => part !== '').join(' ');

/** A clock as it stood when the reply was made, where a platform's clients do not count by themselves. */
export const clockInWords = (clock: Countdown): string => clockLine(clock, clock.left);

/** Is each field short enough for its name and value to stand on one line, and fields beside one another? */
export const areShort = (fields: readonly { name: string; value: string }[]): boolean =>
  fields.every(({ name, value }) => Array.from(name + value).length <= LINE);
