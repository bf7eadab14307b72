import { askingKind } from '../language/asking.ts';
import { isFunctionWord, looksLikeVerb } from '../language/function-words.ts';
import { hasHangul } from '../language/hangul.ts';
import { isOfOtherField, isOrdinary } from '../language/ordinary-words.ts';
import { nouns } from '../language/particles.ts';
import type { Judge } from './focus.ts';

/** A name with slips among much other talk may as well be another word. */
export const SURE_ENOUGH = 0.9;

/** An everyday noun without a particle. */
const isBareOrdinary = (word: string): boolean =>
  isOrdinary(word) &&
  !isFunctionWord(word) &&
  askingKind(word) === undefined &&
  nouns(word).every((noun) => noun === word || !isOrdinary(noun));

/** What is known of a word. */
interface Knowledge {
  /** It is the name, or a word, of a document. */
  isName(word: string): boolean;
  isKnown(word: string): boolean;
  /** See Coverage. */
  rarity(word: string): number;
}

/** What the words of a sentence are to findFocus(). */
export function judgeOf(list: readonly string[], { isName, isKnown, rarity }: Knowledge): Judge {
  const isForeign = (word: string | undefined): boolean => word !== undefined && !hasHangul(word) && !isName(word);
  return {
    // Among Korean words an English one is a term, unless another is beside it.
    isOrdinary({ from, to, sure }) {
      if (sure < SURE_ENOUGH) return true;
      if (to - from > 1 || !isOrdinary(list[from] ?? '')) return false;
      // A noun of everyday life that the course does not know: 드라마, 주연.
      if (list.some((word) => isOrdinary(word) && !isFunctionWord(word) && !isKnown(word))) return true;
      return !list.some(hasHangul) || hasHangul(list[from] ?? '') || isForeign(list[from - 1]) || isForeign(list[to]);
    },
    isElsewhere: (word) => isBareOrdinary(word) && !isKnown(word),
    isOfOtherField,
    rarity: ({ from, to }) => Math.max(...list.slice(from, to).map(rarity)),
    isOther: (word) => !isFunctionWord(word) && !looksLikeVerb(word) && !/[가-힣]{2}게$/.test(word),
  };
}
