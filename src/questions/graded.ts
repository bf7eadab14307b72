import { isDontKnow, saysDontKnow } from '../core/dont-know.ts';
import type { Locale } from '../core/locale.ts';
import { escapeBesideCode, literalLine } from '../markdown/escape.ts';
import { text } from './text.ts';

/** An option of a question that was answered. */
export interface GradedOption {
  /** As its author wrote it: plain text with `code`. */
  label: string;
  picked: boolean;
  right: boolean;
}

export const MARK = { right: '✅', wrong: '❌', other: '▫️' } as const;

/** Does an answer, letters or words, say that the student does not know? */
export const isUnknown = (answer: string): boolean => isDontKnow(answer) || saysDontKnow(answer);

/** Lines under one another, as Markdown. */
export const lines = (all: readonly string[]): string => all.join('  \n');

const own = (markdown: string, locale: Locale): string => `${markdown} · ${text(locale).yourAnswer}`;

/** An option as a line: what is right stands out, and so does what was picked. */
function optionLine({ label, picked, right }: GradedOption, locale: Locale): string {
  const words = escapeBesideCode(label);
  const marked = right ? `${MARK.right} **${words}**` : `${picked ? MARK.wrong : MARK.other} ${words}`;
  return picked ? own(marked, locale) : marked;
}

/** What was picked and is wrong, then what is right, then the rest. */
const rankOf = ({ picked, right }: GradedOption): number => (right ? 1 : picked ? 0 : 2);

/** Options with what was picked and what is right: wrong picks, right options, then the rest, each as they were shown. */
export const gradedOptions = (options: readonly GradedOption[], locale: Locale): string =>
  lines(options.toSorted((a, b) => rankOf(a) - rankOf(b)).map((option) => optionLine(option, locale)));

/** What was typed, as plain text, and what is right; on one line where both are right, once where both are the same. */
export function gradedInput(answer: string, right: boolean, solution: string, locale: Locale): string {
  const typed = literalLine(answer);
  const wanted = `${MARK.right} **${literalLine(solution)}**`;
  if (!right && isUnknown(answer)) return wanted;
  const isSame = right && answer.trim().toLowerCase() === solution.toLowerCase();
  if (isSame) return own(wanted, locale);
  if (right) return `${own(wanted, locale)}: ${typed}`;
  return lines([own(`${MARK.wrong} ${typed}`, locale), wanted]);
}

/** Steps in the order in which they were put, each right where it stands in its place, and the right order. */
export function gradedOrder(picked: readonly string[], right: readonly string[], locale: Locale): string {
  const { yourOrder, rightOrder } = text(locale);
  const list = (steps: readonly string[], mark: (step: string, at: number) => string): string =>
    steps.map((step, at) => `${at + 1}. ${mark(step, at)}${escapeBesideCode(step)}`).join('\n');
  const own = list(picked, (step, at) => `${step === right[at] ? MARK.right : MARK.wrong} `);
  const wanted = list(right, () => '');
  if (picked.length === 0) return `${MARK.right} **${rightOrder}**\n\n${wanted}`;
  if (picked.every((step, at) => step === right[at])) return `**${yourOrder}**\n\n${own}`;
  return `**${yourOrder}**\n\n${own}\n\n${MARK.right} **${rightOrder}**\n\n${wanted}`;
}
