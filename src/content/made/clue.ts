import { hasHangul } from '../../language/hangul.ts';
import { compact, normalize, oneLine } from '../../language/normalize.ts';
import { readName, readSaid, says, wordsIn } from './names.ts';

/** Stands for a concept's name in its definition. */
const BLANK = '◯◯';

/** UTF-16 units of a definition that a question has room for. */
const LONGEST = 300;
/** Letters that are left of a definition with blanks. */
const LEAST = 4;
/** Letters by which a longer word is known at least, and how much of it that is: `schedul` in scheduler and scheduling. */
const STEM = { latin: 5, hangul: 3, share: 0.7 } as const;

/** Where a Hangul word begins, and where a name of one syllable ends: at a particle at most. */
const HANGUL = {
  before: /(?<![가-힣])/.source,
  behind: /(?=[이가은는을를의에로과와도들]?(?![가-힣]))/.source,
} as const;
const LATIN = { before: '(?<![a-z\\d])', behind: '(?:e?s)?(?![a-z\\d])' } as const;
/** A name may be written in one word or in several. A class of letters here would take V8 a second to compile. */
const GAP = '[ \\-·_]?';

/** Where a text says a name; see says(). */
function namePattern(name: string): string {
  const key = compact(normalize(name));
  if (!hasHangul(key)) return LATIN.before + wordsIn(name).map(RegExp.escape).join(GAP) + LATIN.behind;
  const spelled = Array.from(key, RegExp.escape).join(GAP);
  if (key.length > 2) return spelled;
  return HANGUL.before + spelled + (key.length > 1 ? '' : HANGUL.behind);
}

/** The beginning by which a word of a name is known. */
function stemOf(word: string): string {
  const least = hasHangul(word) ? STEM.hangul : STEM.latin;
  return word.slice(0, Math.max(least, Math.ceil(word.length * STEM.share)));
}

/** Where a text says a word of a name. */
function wordPattern(word: string): string {
  const stem = RegExp.escape(stemOf(word));
  if (hasHangul(word)) return `${HANGUL.before}(?:${RegExp.escape(word)}|${stem})`;
  return word.length < STEM.latin ? LATIN.before + stem + LATIN.behind : `${LATIN.before}${stem}[a-z]*`;
}

/** Where a text says these names, or these words of names. */
function blanksFor(names: readonly string[], words: readonly string[]): RegExp | undefined {
  const longest = names.toSorted((a, b) => b.length - a.length);
  const patterns = [...longest.map(namePattern), ...words.map(wordPattern)];
  return patterns.length === 0 ? undefined : new RegExp(patterns.join('|'), 'gi');
}

/**
 * A definition of what is called by `names`, which are blanks in it, and so are `words` of them. Undefined for a
 * definition that says its name all the same, of which next to nothing is left, or that is too long for a question.
 */
export function clueOf(definition: string, names: readonly string[], words: readonly string[]): string | undefined {
  const plain = oneLine(definition);
  if (plain.length > LONGEST || compact(plain) === '') return undefined;
  const said = readSaid(plain);
  const blanks = blanksFor(
    names.filter((name) => says(said, readName(name))),
    words.filter((word) => said.key.includes(stemOf(word))),
  );
  if (!blanks) return plain;
  const clue = plain.replace(blanks, BLANK).replace(/◯◯(?:[ -]?◯◯)+/g, BLANK);
  const left = compact(clue).length;
  if (clue !== plain && (left < LEAST || left * 2 < compact(plain).length)) return undefined;
  const rest = readSaid(clue);
  return names.some((name) => says(rest, readName(name))) ? undefined : clue;
}
