import { words } from '../text/fold.ts';
import { isFunctionWord } from '../text/function-words.ts';
import { hasHangul, jamo } from '../text/hangul.ts';
import { nouns, singulars } from '../text/particles.ts';
import { remembering } from '../text/remember.ts';
import { EVERYDAY } from './everyday.ts';

/** A sign of what a word means, and how surely (0..1) two words that share it mean the same. */
export interface Feature {
  key: string;
  trust: number;
}

const SAME_WORD = 1;
const SAME_MEANING = 0.8;
const SAME_BEGINNING = 0.6;
/** Keystrokes that a Hangul verb keeps through its endings: 늘어, 늘린, 늘려 -> ㄴㅡㄹ… */
const BEGINNING = 4;

/** Everyday meanings by how a word begins; one-syllable entries by the whole word. */
const meaningOf = new Map<string, number>();
EVERYDAY.forEach((line, meaning) => {
  for (const entry of line) {
    const key = !hasHangul(entry) || entry.length === 1 ? `=${entry}` : jamo(entry);
    if (!meaningOf.has(key)) meaningOf.set(key, meaning);
  }
});
const longest = Math.max(...Array.from(meaningOf.keys(), (key) => key.length));

function meaning(word: string, keys: string, bare: readonly string[]): number | undefined {
  for (const noun of bare) {
    const exact = meaningOf.get(`=${noun}`);
    if (exact !== undefined) return exact;
  }
  for (let length = Math.min(keys.length, longest); length >= 3; length--) {
    const begun = meaningOf.get(keys.slice(0, length));
    if (begun !== undefined && hasHangul(word)) return begun;
  }
  return undefined;
}

/** English words without their usual endings: `restarting`, `restarts`, `restarted` -> `restart`. */
function stem(word: string): string {
  return word.length > 5 ? word.replace(/(?:ing|ed|er|ly|ion|s)$/, '') : word;
}

/** The features of one lower-case word. */
function featuresOf(word: string): Feature[] {
  const korean = hasHangul(word);
  const keys = jamo(word);
  const bare = korean ? nouns(word) : singulars(word);
  const features = bare.map((noun) => ({ key: noun, trust: SAME_WORD }));
  const everyday = meaning(word, keys, bare);
  if (everyday !== undefined) features.push({ key: `~${everyday}`, trust: SAME_MEANING });
  if (korean && keys.length > BEGINNING) features.push({ key: `${keys.slice(0, BEGINNING)}…`, trust: SAME_BEGINNING });
  if (!korean && stem(word) !== word) features.push({ key: `${stem(word)}…`, trust: SAME_BEGINNING });
  return features;
}

const REMEMBERED = 50_000;

/** As featuresOf, remembered: texts and queries use the same few thousand words over and over. */
export const features: (word: string) => readonly Feature[] = remembering(featuresOf, REMEMBERED);

/** The words of a text that say something of its subject. */
export function contentWords(text: string): string[] {
  return words(text).filter((word) => !isFunctionWord(word));
}
