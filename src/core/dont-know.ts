import type { Localized } from './locale.ts';
import { text } from './reply/text.ts';

const PASS = /^(?:(?:모르겠|몰라)\S*|(?:모름|패스|pass|skip|\?+|i don'?t know)[.!~]*)$/i;

/** What its button says, and what results say of those who pressed it. */
export const PASSED: Localized = text.both((words) => words.dontKnow);

/** Do the words say that a student does not know? Then the answer is shown, as for a wrong one. */
export const saysPass = (words: string): boolean => PASS.test(words.trim());

/** The answer that says so: a dash for each pick. */
export const passOf = (picks: number): string => '-'.repeat(picks);

export const isPass = (answer: string): boolean => /^-+$/.test(answer);
