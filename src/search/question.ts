import { isFunctionWord } from '../language/function-words.ts';
import { aspectOf } from '../language/intents.ts';
import { remembering } from '../language/memoize.ts';
import type { Hit } from './mentions.ts';

/** A word of a question, or of a phrase, and what it does there. */
export interface Word {
  text: string;
  /** The name that it is, or is a part of. */
  hit: Hit | undefined;
  /** It says what the question is about: a part of a name, or anything but a word that only asks or joins. */
  tells: boolean;
  /** What is asked about the concept; see aspects.ts. */
  aspect: number | undefined;
}

const REMEMBERED = 50_000;

/** What a word does wherever it stands; remembered, since phrases use the same words over and over. */
const alone = remembering((text) => ({ tells: !isFunctionWord(text), aspect: aspectOf(text) }), REMEMBERED);

/** The words with the names in them. */
export function wordsOf(list: readonly string[], hits: readonly Hit[]): Word[] {
  const named: (Hit | undefined)[] = list.map(() => undefined);
  for (const hit of hits) named.fill(hit, hit.from, hit.to);
  return list.map((text, at) => {
    const hit = named[at];
    const { tells, aspect } = alone(text);
    return { text, hit, tells: tells || hit !== undefined, aspect };
  });
}

/** The documents that are named. */
export const namedIn = (words: readonly Word[]): number[] =>
  Array.from(new Set(words.flatMap(({ hit }) => hit?.doc ?? [])));

/** Does the question ask for an aspect of what it names? */
export const asksAspect = (words: readonly Word[]): boolean =>
  words.some(({ hit }) => hit !== undefined) &&
  words.some(({ aspect, hit }) => aspect !== undefined && hit === undefined);

/** Does it say nothing more: `쿠버네티스의 장점`? */
export const asksOnly = (words: readonly Word[]): boolean =>
  asksAspect(words) && words.every(({ tells, hit, aspect }) => !tells || hit !== undefined || aspect !== undefined);
