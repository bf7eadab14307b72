import { memoize } from '../language/memoize.ts';
import type { Names } from './names.ts';

/** Shorter words hold no more than a name and its particles. */
const LONG = { hangul: 5, latin: 12 } as const;
/** A shorter name stands in too many other words. */
const NAME = { hangul: 2, latin: 4 } as const;
/** More letters than any sentence that a phone writes down without a space. */
const MOST = 200;
/** What follows a name of two syllables: 도커가 뭐냐, but not 키도커요. */
const PARTICLE =
  /^(?:$|[가이은는을를의에도란랑와과로들만야]|이란|라는|이라는|하고|한테|까지|부터|처럼|뭐|뭔|무엇|뜻|설명|파일|좀|한다|하는|해[서야도요]?|했|된다|되는|당[하했한])/;
/** Words that ask, which run into the rest. */
const ASKING = /(뭘하는|뭐하는|뭐|뭔|무엇|무슨|설명|알려|궁금|뜻|왜|어떻|말고|빼고|what|explain)/;
const REMEMBERED = 5000;

const isHangul = (word: string): boolean => /^[가-힣]+$/.test(word);

/** Names in a word without spaces, from the left, the longest first. */
function namesIn(word: string, names: Names): { from: number; to: number }[] {
  const least = isHangul(word) ? NAME.hangul : NAME.latin;
  const found: { from: number; to: number }[] = [];
  for (let from = 0; from + least <= word.length; ) {
    const length = names.longestAt(word, from);
    const isName = length > least || (length === least && PARTICLE.test(word.slice(from + length, from + length + 3)));
    if (isName) found.push({ from, to: from + length });
    from += isName ? length : 1;
  }
  return found;
}

/**
 * Splits words that speech or a hurried thumb has run together (`교수님디플로이먼트가뭔지`) at the names in them; other
 * words stay whole.
 */
export function createUnspaced(names: Names, isName: (word: string) => boolean): (word: string) => readonly string[] {
  return memoize((word) => {
    const isKorean = isHangul(word);
    if (word.length < (isKorean ? LONG.hangul : LONG.latin) || word.length > MOST) return [word];
    if (!isKorean && !/^[a-z]+$/.test(word)) return [word];
    const found = namesIn(word, names);
    if (found.length === 0 || isName(word)) return [word];
    const parts: string[] = [];
    let at = 0;
    for (const { from, to } of [...found, { from: word.length, to: word.length }]) {
      parts.push(...word.slice(at, from).split(ASKING), word.slice(from, to));
      at = to;
    }
    return parts.filter((part) => part !== '');
  }, REMEMBERED);
}
