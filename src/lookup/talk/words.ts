import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFunctionWord } from '../../language/function-words.ts';
import { isParticle } from '../../language/particles.ts';
import { wordLines } from '../../language/word-lines.ts';

/** What a word does in what is said to the bot; see words.txt. */
const ROLES = [
  ...['greeting', 'thanks', 'ack', 'stop', 'you', 'being', 'trait', 'guide', 'upset', 'sad', 'crisis'],
  ...['sure', 'topic', 'detail', 'handin', 'is', 'when', 'not', 'filler', 'ask', 'about', 'tell', 'that', 'other'],
] as const;
export type Role = (typeof ROLES)[number];

/** The roles by word. */
export const ROLE_OF: ReadonlyMap<string, Role> = new Map(
  wordLines(readFileSync(join(import.meta.dirname, 'words.txt'), 'utf8')).flatMap(([name, ...words]) => {
    const role = ROLES.find((one) => `${one}:` === name);
    if (role === undefined) throw new Error(`words.txt: ${name} is no role`);
    return words.map((word) => [word, role] as const);
  }),
);

/** What a word, or a part of one that is run together, does. */
export interface Said {
  /** `noun` (an everyday one), `verb` and `unknown`: a word that is not in words.txt. `nothing`: it says nothing. */
  role: Role | 'noun' | 'verb' | 'unknown' | 'nothing';
  /** Letters of the entry in words.txt that says so; 0 where there is none. */
  length: number;
}

/** Entries that are how a word begins. */
const BEGINNINGS = new Map(Array.from(ROLE_OF).filter(([word]) => /^[가-힣]{2,}$/.test(word)));
const LONGEST = Math.max(...Array.from(BEGINNINGS.keys(), (word) => word.length));

/** The longest entry that a word may begin with which the text has at `from`. */
export function entryAt(text: string, from: number): { role: Role; length: number } | undefined {
  for (let length = Math.min(LONGEST, text.length - from); length >= 2; length--) {
    const role = BEGINNINGS.get(text.slice(from, from + length));
    if (role !== undefined) return { role, length };
  }
  return undefined;
}

/** How Korean sentences end, politely, casually and as the young write: what follows an entry may end so. */
const SENTENCE_END = /[요다까죠지네음임당니냐야줘함용여염듯데고서면게유아어해거건것자걸래군나당욤욥옹웡욘딩]$/;

/** Syllables of an entry that is told by itself: one more may follow it, whatever it is. */
const SURE = 3;

/** May this stand behind an entry of that many syllables, as its ending? */
export const isEnding = (tail: string, entry: number): boolean =>
  tail.length <= (entry < SURE ? 0 : 1) || isParticle(tail) || isFunctionWord(tail) || SENTENCE_END.test(tail);
