import { z } from 'zod';
import type { Locale, Localized } from '../core/locale.ts';
import type { Choice, Input } from '../core/reply.ts';

const words = z.string().trim().min(1);

/** `{ ko, en }`, or one text for both where a class writes in one language only. */
export const localized = z.union([
  words.transform((text): Localized => ({ ko: text, en: text })),
  z.object({ ko: words, en: words }),
]);

/** What every question has, whatever its type. */
export const common = {
  ask: localized,
  /** A manifest or terminal output shown with it. */
  code: z.string().optional(),
  /** Asks for a skill (read, mend, order) rather than for a fact. */
  practical: z.boolean().default(false),
  /** Why the right answer is right. */
  why: localized,
};

/** The same items in an order that only the session's seed knows; the same each time within one question. */
export type Shuffle = <T>(items: readonly T[]) => T[];

/** What an answer is given with; the line it runs is the quiz's to add. */
export type Form = Omit<Choice, 'line'> | Omit<Input, 'line'>;

/**
 * One type of question, whole: what an author writes, what a student is shown, what is right.
 * `Q` is the question as the schema gives it. Choices are named a, b, c … in the order in which they are shown, so
 * that no value tells the answer.
 */
export interface QuestionType<Q> {
  schema: z.ZodType<Q>;
  form(question: Q, locale: Locale, shuffle: Shuffle): Form;
  /** `answer` is what came back: letters of choices, or free text; anything at all may come. */
  isRight(question: Q, answer: string, shuffle: Shuffle): boolean;
  /** The right answer in words. */
  solution(question: Q, locale: Locale): string;
}

export const letter = (index: number): string => String.fromCharCode(97 + index);

/** A choice among `labels`, in the order given. */
export function choice(labels: readonly string[], how: { min: number; max: number; ordered?: boolean }): Form {
  return {
    type: 'choice',
    options: labels.map((label, index) => ({ value: letter(index), label })),
    ordered: false,
    picked: [],
    ...how,
  };
}
