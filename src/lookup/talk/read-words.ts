import { hasHangul } from '../../language/hangul.ts';
import { readWord } from './read-word.ts';
import { entryAt, isEnding, ROLE_OF, type Said } from './words.ts';

/** No entry is said in more words. */
const MOST_TOGETHER = 5;

interface Together {
  said: Said;
  /** How many words it takes. */
  of: number;
}

/** Latin words that are an entry together: `never mind`. */
function latinTogether(words: readonly string[]): Together | undefined {
  for (let of = words.length; of > 1; of--) {
    const joined = words.slice(0, of).join('');
    const role = ROLE_OF.get(joined);
    if (role !== undefined) return { said: { role, length: joined.length }, of };
  }
  return undefined;
}

/** Korean words that are, or begin with, an entry together: `시험 범위`, `뭐 할 수 있어`. */
function koreanTogether(words: readonly string[]): Together | undefined {
  const entry = entryAt(words.join(''), 0);
  if (entry === undefined || entry.length <= (words[0] ?? '').length) return undefined;
  const of = words.findIndex((_, i) => words.slice(0, i + 1).join('').length >= entry.length) + 1;
  const tail = words.slice(0, of).join('').slice(entry.length);
  // 나 이제 is not 나이 with an ending.
  if (!isEnding(tail, entry.length) || (tail !== '' && ROLE_OF.has(words[of - 1] ?? ''))) return undefined;
  return { said: entry, of };
}

const VERB: Said = { role: 'verb', length: 0 };

/** 봐도 되나요, 내면 돼요, 써야 해요: what asks leave or tells a duty, and so is a verb. */
const isAuxiliary = (word: string, next: string): boolean =>
  /도$/.test(word)
    ? /^(?:[되돼됩될]|괜찮|상관|가능)/.test(next)
    : /[야면]$/.test(word) && /^[되돼됩될하해할]/.test(next);

/** What each word of a text does, some together, some in parts. */
export function readWords(words: readonly string[]): readonly Said[] {
  const said: Said[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? '';
    const near = words.slice(at, at + MOST_TOGETHER);
    const together = hasHangul(word) ? koreanTogether(near) : latinTogether(near);
    const parts = together ? [together.said] : readWord(word);
    const isVerb = isAuxiliary(word, words[at + 1] ?? '');
    said.push(...parts.map((one) => (isVerb && one.role !== 'nothing' && one.length === 0 ? VERB : one)));
    at += together?.of ?? 1;
  }
  return said;
}
