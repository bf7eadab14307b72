import { distance } from '../../language/distance.ts';
import { isFunctionWord, looksLikeVerb } from '../../language/function-words.ts';
import { asInitials, hasSyllables, jamo, otherLayout } from '../../language/hangul.ts';
import { memoize } from '../../language/memoize.ts';
import { isOrdinary } from '../../language/ordinary-words.ts';
import { forms } from '../../language/word-forms.ts';
import { entryAt, isEnding, ROLE_OF, type Role, type Said } from './words.ts';

/** 하네, 먹자, 갈래: what ends so among friends is a verb. */
const isCasual = (word: string): boolean => /[가-힣](?:네|군|구나|자|래|냐|니|더라|던데)$/.test(word);

/** 잠겨있음, 안 뜸: a verb as a noun, as chats are written. */
const isNominal = (word: string): boolean => /[음함됨뜸옴봄]$/.test(word);

/** 들어가요, 봤습니다: what ends politely is a verb, or a noun with its copula. */
const isPolite = (word: string): boolean => word.length > 2 && /(?:요|니다|니까)$/.test(word);

/** A word that is not in words.txt. */
function unlisted(word: string): Said {
  if (isFunctionWord(word)) return { role: 'nothing', length: 0 };
  if (isOrdinary(word)) return { role: 'noun', length: 0 };
  const isVerb = isPolite(word) || isNominal(word) || isCasual(word) || looksLikeVerb(word);
  return { role: isVerb ? 'verb' : 'unknown', length: 0 };
}

/** What people say for itself; with a particle it is spoken of, as in 안녕을 영어로. */
const EXCLAMATIONS: readonly Role[] = ['greeting', 'thanks', 'ack', 'stop'];
const CASES = /(?:[을를은는이가의에로만]|에서|이라는|라는|이란|이라고|라고)$/;

/** The word as it stands, or without particles, plural or number. */
function whole(word: string): Said | undefined {
  for (const form of forms(word)) {
    // hw2
    const role = ROLE_OF.get(form) ?? ROLE_OF.get(form.replace(/(?<=[\p{L}]{2})\d{1,2}$/u, ''));
    if (role === undefined) continue;
    const isSpokenOf = EXCLAMATIONS.includes(role) && form !== word && CASES.test(word);
    return { role: isSpokenOf ? 'noun' : role, length: form.length };
  }
  return undefined;
}

/** A word of this many syllables may be several that a phone wrote without spaces. */
const RUN_TOGETHER = 6;

/**
 * The entries that a Hangul word begins with, one after another, and what is left of it between them. In words that are
 * run together an entry may begin anywhere, but for what is said for itself: the student who writes 하이퍼바이저 does not greet.
 */
function pieces(word: string): readonly Said[] {
  const isRun = word.length >= RUN_TOGETHER;
  const found: Said[] = [];
  let skipped = 0;
  for (let at = 0; at < word.length; ) {
    const entry = entryAt(word, at);
    const isMeant = entry && (at === 0 || !EXCLAMATIONS.includes(entry.role));
    if (!isMeant) {
      if (!isRun) break;
      skipped++;
      at++;
      continue;
    }
    if (skipped > 1) found.push(unlisted(word.slice(at - skipped, at)));
    skipped = 0;
    found.push(entry);
    at += entry.length;
    if (entryAt(word, at) === undefined && isEnding(word.slice(at), entry.length)) return found;
  }
  if (found.length === 0 || !isRun) return [unlisted(word)];
  return [...found, ...(skipped > 1 ? [unlisted(word.slice(-skipped))] : [])];
}

/** Keys of the shortest word that is read in the other layout though it is one in its own: 산 would be `tks`. */
const LEAST_SWITCHED = 5;

/** The word in the other keyboard layout. */
function switched(word: string): Said | undefined {
  const other = otherLayout(word);
  if (other === undefined || (/^[가-힣]+$/.test(word) && other.length < LEAST_SWITCHED)) return undefined;
  return whole(other) ?? (hasSyllables(other) ? pieces(other).find(({ length }) => length > 0) : undefined);
}

/** Keystrokes of the shortest word that is read with a slip in it. */
const LEAST_SLIPPED = 5;

/** What is said of the class, by its first key: nothing else would be found for it where it has a slip. */
const CLASS_WORDS = Map.groupBy(
  Array.from(ROLE_OF, ([word, role]) => ({ keys: jamo(word), role })).filter(
    ({ keys, role }) => (role === 'sure' || role === 'topic') && keys.length >= LEAST_SLIPPED,
  ),
  ({ keys }) => keys[0],
);

/** A word with one wrong key: `과재`. */
function slipped(word: string): Said | undefined {
  if (isOrdinary(word) || isFunctionWord(word)) return undefined;
  for (const form of forms(word)) {
    const keys = jamo(form);
    const near = CLASS_WORDS.get(keys[0])?.find((entry) => distance(keys, entry.keys, 1) <= 1);
    if (near && keys.length >= LEAST_SLIPPED) return { role: near.role, length: form.length };
  }
  return undefined;
}

/** Laughter and tears at a word's ends: `감사합니다ㅎㅎ`. */
const TEARS = /^[ㅋㅎㅠㅜ]+|(?<![ㅋㅎㅠㅜ])[ㅋㅎㅠㅜ]+$/g;

/** `ㄱㅅㄱㅅ`, `ㄳㄳ` -> `ㄱㅅ`. */
function sayOnce(initials: string): string {
  const all = asInitials(initials) ?? '';
  const unit = all.slice(0, 2);
  return all.length % 2 === 0 && unit.repeat(all.length / 2) === all ? unit : all;
}

/** `하이하이` -> `하이`. */
function halve(word: string): string {
  const half = word.slice(0, word.length / 2);
  return half + half === word ? half : word;
}

/** `hiii` -> `hi`. */
const shorten = (word: string): string =>
  Array.from(word)
    .filter((letter, i, all) => letter !== all[i - 1])
    .join('');

/** The word without what feeling adds to it: laughter, letters said over and over. */
function plain(word: string): string {
  const initials = sayOnce(/^[ㄱ-ㅎ]*/.exec(word)?.[0] ?? '');
  // ㄱㅅ요
  if (ROLE_OF.has(initials)) return initials;
  if (hasSyllables(word)) return halve(word.replace(TEARS, ''));
  const short = shorten(word);
  return !ROLE_OF.has(word) && ROLE_OF.has(short) ? short : word;
}

/** A word as it is read, in as many parts as it is run together of. */
function read(written: string): readonly Said[] {
  const word = plain(written);
  const said = whole(word) ?? (hasSyllables(word) ? undefined : switched(word));
  // 챗봇인가요 is more than 챗봇 with a particle.
  if (said && said.length >= (entryAt(word, 0)?.length ?? 0)) return [said];
  if (!hasSyllables(word)) return [unlisted(word)];
  const parts = pieces(word);
  if (parts.some(({ length }) => length > 0)) return parts;
  const other = switched(word) ?? slipped(word);
  return other ? [other] : parts;
}

const REMEMBERED = 20_000;

/** What a word does, in as many parts as it is run together of: `과제언제까지` in three. */
export const readWord = memoize(read, REMEMBERED);
