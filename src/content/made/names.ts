import { hasHangul } from '../../language/hangul.ts';
import { compact, normalize } from '../../language/normalize.ts';
import { nouns } from '../../language/particles.ts';
import type { Term } from '../model.ts';
import { namesIn } from '../names.ts';

/** All that a concept is called, its titles first; `Master (control plane)` has two names more. */
export const namesOf = ({ title, aliases }: Pick<Term, 'title' | 'aliases'>): string[] =>
  Array.from(
    new Set([title.ko, title.en, ...namesIn(title.ko), ...namesIn(title.en), ...aliases].map((name) => name.trim())),
  ).filter((name) => compact(name) !== '');

export const wordsIn = (text: string): string[] =>
  normalize(text)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** `pods가` -> `pod`: a Latin word without particles and its plural. */
function stripped(word: string): string {
  const latin = /^[a-z\d]+(?=[가-힣])/.exec(word)?.[0] ?? word;
  return /^[a-z\d]+[^s\d]s$/.test(latin) ? latin.slice(0, -1) : latin;
}

const run = (words: readonly string[]): string => ` ${words.map(stripped).join(' ')} `;

/** A text in which names are looked for. */
export interface Said {
  words: readonly string[];
  /** Its words with spaces around each, for names in Latin letters. */
  run: string;
  /** Its letters and digits alone: `컨테이너 런타임` is also written in one word. */
  key: string;
}

export function readSaid(text: string): Said {
  const words = wordsIn(text);
  return { words, run: run(words), key: compact(normalize(text)) };
}

/** A name as it is looked for. */
export type Name = Pick<Said, 'run' | 'key'>;

export const readName = (name: string): Name => ({ run: run(wordsIn(name)), key: compact(normalize(name)) });

/** Hangul names that are shorter stand in other words, too: they are looked for where a word begins. */
const TELLING = 3;

/** Does a text say a name? Case, spaces, particles and plurals do not count. */
export function says({ words, run: said, key }: Said, name: Name): boolean {
  if (!hasHangul(name.key)) return said.includes(name.run);
  if (name.key.length >= TELLING) return key.includes(name.key);
  return words.some((word) => (name.key.length > 1 ? word.startsWith(name.key) : nouns(word).includes(name.key)));
}
