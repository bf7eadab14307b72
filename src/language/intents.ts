import { indexLines } from './word-forms.ts';
import { readWordLines } from './word-lines.ts';

/** What people ask about a concept; see intents.txt. */
export const INTENTS = readWordLines('intents.txt');

/** The intent of a word: its line in INTENTS. */
export const intentOf = indexLines(INTENTS);
