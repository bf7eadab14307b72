import type { Localized } from './locale.ts';

const PASS = /^(?:(?:모르겠|몰라)\S*|(?:모름|패스|pass|skip|\?+|i don'?t know)[.!~]*)$/i;

/** What a button says for it, and what is told of it. */
export const PASSED: Localized = { ko: '모르겠어요', en: 'I do not know' };

/** Do the words say that somebody does not know? Whoever does not is shown the answer, as for a wrong one. */
export const saysPass = (text: string): boolean => PASS.test(text.trim());

/** The answer that says so: a dash for each pick. */
export const passOf = (picks: number): string => '-'.repeat(picks);

export const isPass = (answer: string): boolean => /^-+$/.test(answer);
