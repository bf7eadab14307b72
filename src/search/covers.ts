import type { Mention } from './mentions.ts';

/** Is the word at this place of a question a part of the name? */
export const covers = ({ from, to }: Mention, word: number): boolean => from <= word && word < to;

/** Is the word at this place a part of any of the names? */
export const isCovered = (mentions: readonly Mention[], word: number): boolean =>
  mentions.some((one) => covers(one, word));
