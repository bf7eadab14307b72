import type { Localized } from './locale.ts';
import { text } from './reply/text.ts';

const DONT_KNOW = /^(?:(?:모르겠|몰라)\S*|(?:모름|패스|pass|skip|\?+|i don'?t know)[.!~]*)$/i;

/** What the button says by which a student does not know, and what results say of those who pressed it. */
export const dontKnowLabel: Localized = text.both((words) => words.dontKnow);

/** Do a student's words say that they do not know? Then the answer is shown, as for a wrong one. */
export const saysDontKnow = (words: string): boolean => DONT_KNOW.test(words.trim());

/** The answer that says so: a dash for each pick. */
export const dontKnowAnswer = (picks: number): string => '-'.repeat(picks);

export const isDontKnow = (answer: string): boolean => /^-+$/.test(answer);
