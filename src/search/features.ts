import { hasHangul, jamo } from '../language/hangul.ts';
import { memoize } from '../language/memoize.ts';
import { SYNONYMS } from '../language/synonyms.ts';
import { forms, indexLines } from '../language/word-forms.ts';
import type { Keys } from './keys.ts';

/** A sign of what a word means, and how surely (0..1) two words that share it mean the same. */
export interface Feature {
  key: string;
  trust: number;
}

/** Gives the features of a lower-case word. */
export type ReadFeatures = (word: string) => readonly Feature[];

/** Of the words of the documents, while an index is made, and of questions; `keys`: their keys' numbers. */
export interface Readers {
  keys: Keys;
  read: ReadFeatures;
  features: ReadFeatures;
}

const SAME_WORD = 1;
const SAME_NOUN = 0.9;
const SAME_MEANING = 0.8;
export const SAME_BEGINNING = 0.6;
/** Keystrokes that a Hangul verb keeps through its endings: 늘어, 늘린, 늘려 -> ㄴㅡㄹ… */
const BEGINNING = 4;

/** English words without their usual endings: `restarting`, `restarts`, `restarted` -> `restart`. */
function stem(word: string): string {
  return word.length > 5 ? word.replace(/(?:ings?|ed|ers?|ly|ions?|es?|s)$/, '') : word;
}

/** A noun that 하다 or 되다 makes a verb of: `도입하기`, `고정돼야`. */
const DONE = /^([가-힣]{2,})(?:하|한|할|함|해|했|되|된|될|됨|돼|됐)[가-힣]{0,3}$/;

/** The features of one lower-case word, of which `meaningOf` gives the line of synonyms. */
function featuresOf(word: string, meaningOf: (word: string) => number | undefined): Feature[] {
  const korean = hasHangul(word);
  const keys = jamo(word);
  const bare = forms(word);
  const features = bare.map((noun) => ({ key: noun, trust: SAME_WORD }));
  const done = DONE.exec(word)?.[1];
  if (done !== undefined && !bare.includes(done)) features.push({ key: done, trust: SAME_NOUN });
  const everyday = meaningOf(word);
  if (everyday !== undefined) features.push({ key: `~${everyday}`, trust: SAME_MEANING });
  if (korean && keys.length > BEGINNING) features.push({ key: `${keys.slice(0, BEGINNING)}…`, trust: SAME_BEGINNING });
  if (!korean && stem(word) !== word) features.push({ key: `${stem(word)}…`, trust: SAME_BEGINNING });
  return features;
}

/**
 * The features of words; `synonyms` are a subject's own beside the general ones. As many words are remembered as `most`:
 * texts and questions use the same few thousand over and over.
 */
export function createFeatures(synonyms: readonly (readonly string[])[], most: number): ReadFeatures {
  const meaningOf = indexLines([...SYNONYMS, ...synonyms]);
  return memoize((word) => featuresOf(word, meaningOf), most);
}
