import { indexLines } from './word-forms.ts';
import { readWordLines } from './word-lines.ts';

/** How a word asks for a name beside it, or sets it aside; see asking.txt. */
export type AskingKind = 'define' | 'wonder' | 'dismiss' | 'know' | 'skip' | 'like' | 'deny' | 'class' | 'chat';

/** In the order of asking.txt. */
const KINDS: readonly AskingKind[] = ['define', 'wonder', 'dismiss', 'know', 'skip', 'like', 'deny', 'class', 'chat'];

const lineOf = indexLines(readWordLines('asking.txt'));

export const askingKind = (word: string): AskingKind | undefined => KINDS[lineOf(word) ?? -1];
