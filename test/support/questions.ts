import type { Locale } from '../../src/core/locale.ts';
import type { Choice } from '../../src/core/reply/blocks.ts';
import type { Shuffle } from '../../src/questions/fields.ts';
import { form, isRight, type QuestionText, questionSchema } from '../../src/questions/types.ts';

/** A question as its author writes it; `ask` and `why` are given. */
export const written = (fields: object): QuestionText => questionSchema.parse({ ask: '물음', why: '까닭', ...fields });

/** Where a question is wrong, as paths within it, in order; empty where nothing is. */
export function faults(fields: object): string[] {
  const { error } = questionSchema.safeParse({ ask: '물음', why: '까닭', ...fields });
  return (error?.issues ?? []).map(({ path }) => path.join('.'));
}

export const asWritten: Shuffle = (items) => [...items];
export const backwards: Shuffle = (items) => items.toReversed();

export function choiceOf(
  question: QuestionText,
  locale: Locale = 'ko',
  shuffle: Shuffle = asWritten,
): Omit<Choice, 'line'> {
  const shown = form(question, locale, shuffle);
  if (shown.type !== 'choice') throw new Error(`no choice but ${shown.type}`);
  return shown;
}

/** Options as people see them: `a 노드`, `b 파드`. */
export const shownOptions = (question: QuestionText, locale: Locale = 'ko', shuffle: Shuffle = asWritten): string[] =>
  choiceOf(question, locale, shuffle).options.map(({ value, label }) => `${value} ${label}`);

/** Which of these answers are right. */
export const rightOnes = (question: QuestionText, answers: readonly string[], shuffle: Shuffle = asWritten): string[] =>
  answers.filter((answer) => isRight(question, answer, shuffle));
