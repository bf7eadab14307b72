import { isFunctionWord } from '../language/function-words.ts';
import { intentOf } from '../language/intents.ts';
import { memoize } from '../language/memoize.ts';
import type { Mention } from './mentions.ts';

/** A word of a question, or of a phrase, and what it does there. */
export interface Word {
  text: string;
  /** The name that it is, or is a part of. */
  mention: Mention | undefined;
  /** It says what the question is about: a part of a name, or anything but a word that only asks or joins. */
  tells: boolean;
  /** What is asked about the concept; see intents.ts. */
  intent: number | undefined;
}

/** Marks the names in some words, and what each word does. */
export type MarkWords = (list: readonly string[], mentions: readonly Mention[]) => Word[];

/** `most`: words that are remembered, since phrases and questions use the same ones over and over. */
export function createMarkWords(most: number): MarkWords {
  const alone = memoize((text) => ({ tells: !isFunctionWord(text), intent: intentOf(text) }), most);
  return (list, mentions) => {
    const named: (Mention | undefined)[] = list.map(() => undefined);
    for (const mention of mentions) named.fill(mention, mention.from, mention.to);
    return list.map((text, at) => {
      const mention = named[at];
      const { tells, intent } = alone(text);
      return { text, mention, tells: tells || mention !== undefined, intent };
    });
  };
}

/** The documents that are named. */
export const namedIn = (words: readonly Word[]): number[] =>
  Array.from(new Set(words.flatMap(({ mention }) => mention?.doc ?? [])));

/** Does the question ask for an aspect of what it names? */
export const asksIntent = (words: readonly Word[]): boolean =>
  words.some(({ mention }) => mention !== undefined) &&
  words.some(({ intent, mention }) => intent !== undefined && mention === undefined);

/** Does it say nothing more: `쿠버네티스의 장점`? */
export const asksOnly = (words: readonly Word[]): boolean =>
  asksIntent(words) &&
  words.every(({ tells, mention, intent }) => !tells || mention !== undefined || intent !== undefined);
