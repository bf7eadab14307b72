import { z } from 'zod';
import type { Locale, Localized } from '../core/locale.ts';
import type { Choice, Input, Menus } from '../core/reply/blocks.ts';
import { LIMITS } from '../core/reply/limits.ts';
import type { Made, Subject } from './definition.ts';
import type { Exchange } from './exchange.ts';
import type { Given, Share } from './shares.ts';

/** Far more than any question says; it keeps what is shown within a message. */
export const LONGEST = 1000;

const words = z.string().trim().min(1).max(LONGEST);

/** `{ ko, en }`, or one text for both where a class writes in one language only. */
export const bilingual = z.union([
  z.strictObject({ ko: words, en: words }),
  words.transform((text): Localized => ({ ko: text, en: text })),
]);

const fits = ({ ko, en }: Localized, most: number): boolean =>
  [ko, en].every((text) => Array.from(text).length <= most);

/** Can these words stand on a button, and in a menu, of every platform? */
export const isOption = (text: Localized): boolean => fits(text, LIMITS.label);

/** A choice's words: short enough for a menu on every platform. */
export const optionText = bilingual.refine(isOption, { message: 'too-long-option' });

/** Can these words stand in a list, whose buttons say the numbers? */
export const isListed = (text: Localized): boolean => fits(text, LIMITS.option);

/** The words of a choice that is answered by one press: where they are too long for a button they are listed. */
export const listedText = bilingual.refine(isListed, { message: 'too-long-listed' });

/** What every question has, whatever its type. */
export const common = {
  /** What it is known by, however its words change. */
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(40)
    .optional(),
  ask: bilingual,
  /** A manifest or terminal output shown with it. */
  code: z.string().max(LONGEST).optional(),
  /** Asks for a skill (read, mend, order) rather than for a fact. */
  practical: z.boolean().default(false),
  /** How hard it is, 1 the easiest; where it is left out, its type and how classes do say it. */
  level: z.literal([1, 2, 3]).optional(),
  /** Why the right answer is right. */
  why: bilingual,
};

/** A label is plain text on every platform; marks of code would show as they are. */
export const plain = (label: string): string => label.replaceAll('`', '');

/** Options that differ, in every language; of two alike one would be graded as the other. */
export const distinct = (options: readonly Localized[]): boolean =>
  (['ko', 'en'] as const).every(
    (locale) => new Set(options.map((option) => plain(option[locale]))).size === options.length,
  );

/** The same items in an order that only the session's seed knows; the same each time within one question. */
export type Shuffle = <T>(items: readonly T[]) => T[];

export type Level = 1 | 2 | 3;

/** What an answer is given with; the line it runs is the quiz's to add. */
export type Form = Omit<Choice, 'line'> | Omit<Menus, 'line'> | Omit<Input, 'line'>;

/**
 * One type of question, whole: what an author writes, what a student is shown, what is right, what a class sees of its
 * answers. `Q` is the question as the schema gives it. Choices are named a, b, c … in the order in which they are shown,
 * so that no value tells the answer. What a type need not say has a default that shows no student's own words.
 */
export interface QuestionType<Q> {
  schema: z.ZodType<Q>;
  form(question: Q, locale: Locale, shuffle: Shuffle): Form;
  /** `answer` is what came back: letters of choices, or free text; anything at all may come. */
  isRight(question: Q, answer: string, shuffle: Shuffle): boolean;
  /** The right answer in words. */
  solution(question: Q, locale: Locale): string;
  /** What to say to an answer that is none at all, which is then asked for again; undefined for one that is graded. */
  unclear?(question: Q, answer: string, locale: Locale): string | undefined;
  /**
   * How a class answered, in few rows. They are shown to the class: what a student typed may be among them only where
   * several gave the same. By default each option, or how many were right.
   */
  shares?(question: Q, given: readonly Given[], locale: Locale, shuffle: Shuffle): Share[];
  /** How hard it is by itself; by default 2. */
  level?: Level;
  /** Its answer is never what a concept is called. By default that may be wherever an answer is typed. */
  neverNamed?: true;
  /** What was answered and what is right, as Markdown. By default the options, or what was typed and the solution. */
  graded?(question: Q, answer: string, locale: Locale, shuffle: Shuffle): string;
  /** The same question once the names of concepts are known; `namesOf` gives all that one is called, by one of them. */
  withNames?(question: Q, namesOf: (name: string) => readonly string[]): Q;
  /** How it goes out to other programs and comes in from them; absent where no other program has its like. */
  exchange?: Exchange<Q>;
  /** An answer in one line of plain text, or the right one where none is given. By default its options, or as it was typed. */
  inLine?(question: Q, answer: string | undefined, locale: Locale, shuffle: Shuffle): string;
  /**
   * What each of a class's answers scores in a live quiz with ranks, as a share of the most that one can score, 0 to 1. By
   * default a right answer scores by its time.
   */
  score?(question: Q, given: readonly Given[]): number[];
  /** How it scores, where it has a score() of its own. */
  howItScores?: Localized;
  /** Questions of this type about a concept on which nobody has written any, as its schema would give them. */
  fromDefinition?(subject: Subject): readonly Made<Q>[];
  /** Why a class cannot play it in a live quiz, said of the question; absent where it can. */
  whyNotLive?: Localized;
  /** How it is written in chat; absent where it can only be written in a file. */
  writing?: Writing<Q>;
}

/** What an author fills in for a question's answer: plain lines, none of them empty. */
export interface FilledAnswer {
  right: readonly string[];
  wrong: readonly string[];
}

/** Why a part that was filled in is none of a type's. */
export interface Misfit {
  part: keyof FilledAnswer;
  why: Localized;
}

/** How a question of a type is written in chat, where an author fills in what is right, and what is wrong. */
export interface Writing<Q> {
  /** The type's name where it is chosen, a word each language. */
  name: Localized;
  /** What stands above the right answers, and above the wrong ones where it has some; at most 45 characters. */
  labels: { right: Localized; wrong?: Localized };
  /** It may have wrong answers, and need not. */
  isWrongOptional?: true;
  /** Of a few answers, the right one is picked: as it is filled in, and in words. */
  choices?: readonly { value: string; label: Localized }[];
  /** Do these lines look like this type, where the author names none? `perhaps`: where they look like no other. */
  looks(filled: FilledAnswer): 'surely' | 'perhaps' | 'not';
  /** The type's own fields, for its schema to check. */
  read(filled: FilledAnswer): Readonly<Record<string, unknown>> | Misfit;
  /** A question of plain texts, filled in again; in lines, those that begin with a number are right as well. */
  write(question: Q): FilledAnswer;
}

export const letter = (index: number): string => String.fromCharCode(97 + index);

/** A choice among `labels`, in the order given. */
export function choice(
  labels: readonly string[],
  how: { min: number; max: number; ordered?: boolean },
): Omit<Choice, 'line'> {
  return {
    type: 'choice',
    options: labels.map((label, index) => ({ value: letter(index), label: plain(label) })),
    ordered: false,
    picked: [],
    ...how,
  };
}

/** A menu of `labels`, in the order given, beside others. */
export const menu = (label: string, labels: readonly string[]): Menus['menus'][number] => ({
  label: plain(label),
  options: labels.map((one, index) => ({ value: letter(index), label: plain(one) })),
});

/** The option that a letter names, of those in the order in which they were shown. */
export const lettered = <T>(options: readonly T[], value: string | undefined): T | undefined =>
  value?.length === 1 ? options[value.charCodeAt(0) - letter(0).charCodeAt(0)] : undefined;
