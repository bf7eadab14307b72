import type { Localized } from '../core/locale.ts';
import { matchTitles } from './sets.ts';
import { text } from './text.ts';

/** Which questions a student would rather have: without the hard ones, or without the easy ones. */
export const PREFERENCES = ['easier', 'harder'] as const;
export type Preference = (typeof PREFERENCES)[number];

/** As people say them, in any form of theirs; a bare `hard` may be a part of a name, such as a hard link. */
const SAID: Readonly<Record<Preference, RegExp>> = {
  easier: /^(?:더 ?|좀 ?)?(?:쉽게|쉬운(?: ?(?:문제|것|거|걸)(?:만|로|들|들로)?)?)$|^easier$|^easy (?:questions?|ones)$/,
  harder:
    /^(?:더 ?|좀 ?)?(?:어렵게|어려운(?: ?(?:문제|것|거|걸)(?:만|로|들|들로)?)?)$|^harder$|^hard (?:questions?|ones)$/,
};

/** `어렵게`, `쉬운 문제`, `harder`; undefined for anything else. */
export const readPreference = (typed: string): Preference | undefined =>
  PREFERENCES.find((one) => SAID[one].test(typed.trim().toLowerCase()));

/** The words for it that half-typed ones may become. */
export const completePreferences = (partial: string): readonly Localized[] =>
  matchTitles(
    partial,
    PREFERENCES.map((one) => text.both((words) => words.preferences[one])),
  );
