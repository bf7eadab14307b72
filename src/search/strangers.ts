import { asksToCompare, isFunctionWord, joinsNames, looksLikeVerb } from '../language/function-words.ts';
import { isCovered } from './covers.ts';
import type { Mention } from './mentions.ts';

/** Words of one at most: more describe something. */
const MOST = 2;
/** A word that does nothing but join, and what joins at the end of one. */
const JOINER = /(?:이?랑|하고|와|과|대|아니면|또는|이?냐|vs|versus|and|or)$/;
/** 하는 거랑, 선언형으로: what is told by what it does, or how. */
const NO_NOUN = /^.?(?:이?랑|하고|와|과)$|(?:으로|에서|에|하게|처럼)$/;
/** Particles behind the last name; not 이, which may be its last syllable. */
const PARTICLE = /(?<=[가-힣]{2})[은는을를의도가]$/;

/** By their places, the words of each thing that a question sets beside another; one where nothing joins any. */
function sidesOf(list: readonly string[]): number[][] {
  const sides: number[][] = [[]];
  for (const [at, word] of list.entries()) {
    if (word.replace(JOINER, '') !== '' || !joinsNames(word)) sides.at(-1)?.push(at);
    if (joinsNames(word)) sides.push([]);
  }
  return sides.filter((side) => side.length > 0);
}

/**
 * What a comparison sets beside names and the course has no concept of: `java` of `pod vs java`; nothing where it speaks of
 * more. `isTold`: a concept is called, or defined by, the word.
 */
export function strangersIn(
  list: readonly string[],
  mentions: readonly Mention[],
  isTold: (word: string) => boolean,
): string[] {
  const sides = sidesOf(list);
  const isNamed = (at: number): boolean => isCovered(mentions, at);
  const isOwn = (at: number): boolean => {
    const word = list[at] ?? '';
    return !isFunctionWord(word) && !asksToCompare(word) && !isNamed(at);
  };
  const isTalk = (at: number): boolean => !isOwn(at) || looksLikeVerb(list[at] ?? '');
  // 설정값 따로 빼두는 거: what is told with a verb is no name.
  const tells = (word: string): boolean =>
    isTold(word) || NO_NOUN.test(word) || (looksLikeVerb(word) && !joinsNames(word));
  const strange = sides.flatMap((side, place) => {
    // What joins stands right beside them: before the last, behind all others.
    const near = place === sides.length - 1 ? side : side.toReversed();
    const end = near.findIndex((at) => !isOwn(at));
    const own = (end < 0 ? near : near.slice(0, end)).toSorted((a, b) => a - b);
    const isName = own.length > 0 && own.length <= MOST && !own.some((at) => tells(list[at] ?? ''));
    return sides.length > 1 && isName ? [own] : [];
  });
  const known = new Set(strange.flat());
  if (!sides.flat().every((at) => known.has(at) || isTalk(at))) return [];
  return strange.map((own) => {
    const name = own.map((at) => list[at]).join(' ');
    return name.replace(JOINER, '').replace(PARTICLE, '');
  });
}
