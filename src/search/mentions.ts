import { askingKind } from '../language/asking.ts';
import { isFunctionWord, joinsNames } from '../language/function-words.ts';
import { asInitials, hasHangul } from '../language/hangul.ts';
import { memoize } from '../language/memoize.ts';
import { isOfOtherField, isOrdinary } from '../language/ordinary-words.ts';
import { isParticle } from '../language/particles.ts';
import { forms } from '../language/word-forms.ts';
import type { Coverage } from './coverage.ts';
import { covers } from './covers.ts';
import { isPlace } from './focus.ts';
import type { Begun, Names } from './names.ts';
import type { Talk } from './talk.ts';

/** A name that stands in a question. */
export interface Mention {
  doc: number;
  /** Words `from` to before `to`. */
  from: number;
  to: number;
  /** How surely the words are that name; 1 where they are it exactly. */
  sure: number;
  /** What follows the name in its last word: particles, `s`. */
  tail?: string;
}

/** A word as a part of names. */
interface Part {
  text: string;
  forms: readonly string[];
  /** What it names by itself, a list a form of it. */
  named: readonly { form: string; docs: readonly number[] }[];
  begun: Begun | undefined;
}

const otherThan = (docs: readonly number[], but: number | undefined): number | undefined =>
  docs.find((doc) => doc !== but);

/** What a word has behind one of its forms. */
const tailOf = (word: string, form: string): string => (word.startsWith(form) ? word.slice(form.length) : '');

/** Of two names side by side each counts: `minikube, kind, k3s`. */
const isNameBeside = (one: Pick<Mention, 'from' | 'to'>, other: Mention, words: readonly string[]): boolean =>
  (other.to === one.from || other.from === one.to) &&
  !isFunctionWord(words[other.from] ?? '') &&
  !hasHangul(words[one.from] ?? '');

const asksWhat = (word: string | undefined): boolean => word !== undefined && askingKind(word) === 'define';

/** Finds names in words, longest first from the left, but for those of the document `but`. */
export type FindExact = (words: readonly string[], but?: number) => Mention[];

/** `most`: words that are remembered, since the same few come over and over. */
export function createExactMentions(names: Names, most: number): FindExact {
  const partOf = memoize((word): Part => {
    const all = forms(word);
    const named = all.map((form) => ({ form, docs: names.exact(form) })).filter(({ docs }) => docs.length > 0);
    return { text: word, forms: all, named, begun: names.begin(word) };
  }, most);

  /** The longest name of several words that begins with word `from`. */
  function longestFrom(parts: readonly Part[], from: number, but: number | undefined): Mention | undefined {
    let longest: Mention | undefined;
    let begun = parts[from]?.begun;
    for (let to = from + 2; begun !== undefined; to++) {
      const last = parts[to - 1];
      if (last === undefined) break;
      for (const form of last.forms) {
        const doc = otherThan(begun.endingIn(form), but);
        if (doc === undefined) continue;
        longest = { doc, from, to, sure: 1, tail: tailOf(last.text, form) };
        break;
      }
      begun = begun.and(last.text);
    }
    return longest;
  }

  function mentionFrom(parts: readonly Part[], from: number, but: number | undefined): Mention | undefined {
    const several = longestFrom(parts, from, but);
    if (several) return several;
    const { text = '', named = [] } = parts[from] ?? {};
    for (const { form, docs } of named) {
      const doc = otherThan(docs, but);
      if (doc !== undefined) return { doc, from, to: from + 1, sure: 1, tail: tailOf(text, form) };
    }
    return undefined;
  }

  return (words, but) => {
    const parts = words.map(partOf);
    const mentions: Mention[] = [];
    for (let from = 0; from < words.length; ) {
      const mention = mentionFrom(parts, from, but);
      if (mention) mentions.push(mention);
      from = mention?.to ?? from + 1;
    }
    // 역할 is a name, but not in a question about another name's 역할. One that also ends sentences (인가) is a name where a
    // particle follows it.
    const telling = mentions.filter(
      ({ from, to, tail = '' }) =>
        to - from > 1 ||
        !isFunctionWord(words[from] ?? '') ||
        (tail !== '' && isParticle((words[from] ?? '').slice(0, -tail.length))) ||
        joinsNames(words[from - 1] ?? '') ||
        joinsNames(words[to] ?? '') ||
        mentions.some((other) => isNameBeside({ from, to }, other, words)) ||
        (!hasHangul(words[from] ?? '') && [words[from - 1], words[to], words[to + 1]].some(asksWhat)),
    );
    return telling.some((one) => !isPlace(one, words)) ? telling : mentions;
  };
}

/** `ㅋㅌㅇㄴ가`: initial consonants, and particles behind them. */
const CONSONANTS = /^([ㄱ-ㅎ]{2,})[가-힣]{0,4}$/;
/** How surely initial consonants mean the name that has them. */
const BY_INITIALS = 0.9;
/** How many words with slips may be one name. Shorter ones may be anything, and so may what is less like it. */
const SEVERAL = { words: 3, length: 8, sure: 0.8 } as const;

/** What a word, or several as one, nearly is. */
function nearest(word: string, names: Names): { doc: number; sure: number } | undefined {
  const consonants = CONSONANTS.exec(word)?.[1];
  if (consonants !== undefined) {
    const [doc] = names.byInitials(asInitials(consonants) ?? consonants);
    return doc === undefined ? undefined : { doc, sure: BY_INITIALS };
  }
  const near = forms(word).flatMap((form) => names.resembling(form, 1));
  const [best] = near.sort((a, b) => b.score - a.score);
  return best && { doc: best.doc, sure: best.score };
}

/** Finds the name that a word nearly is. */
export type FindNearest = ReturnType<typeof createNearest>;

/** `most`: words that are remembered. */
export const createNearest = (
  names: Names,
  most: number,
): ((word: string) => { doc: number; sure: number } | undefined) => memoize((word) => nearest(word, names), most);

const ARTICLE = /^(?:a|an|the)$/;

/** How many things are set side by side at most. */
export const SIDE_BY_SIDE = 3;

/**
 * The names that a sentence sets side by side: `clusterip하고 nodeport 중에`, `minikube, kind or k3s?`, three in a row.
 * Fewer than two where it does not.
 */
export function joinedNames({ list }: Pick<Talk, 'list'>, mentions: readonly Mention[], names: Names): number[] {
  const isBare = ({ from, to }: Mention): boolean => names.exact(list.slice(from, to).join('')).length > 0;
  let best: number[] = [];
  let run: Mention[] = [];
  let joined = false;
  for (const mention of mentions) {
    const last = run.at(-1);
    const between = last ? list.slice(last.to - 1, mention.from) : [];
    const joins = between.some(joinsNames);
    const follows =
      last !== undefined &&
      between.filter((word) => !ARTICLE.test(word)).length <= 2 &&
      !between.some((word) => askingKind(word) === 'like') &&
      (joins || (between.length === 1 && isBare(last)));
    run = follows ? [...run, mention] : [mention];
    joined = follows && (joined || joins);
    const docs = Array.from(new Set(run.map(({ doc }) => doc)));
    const isAll =
      docs.length > 1 &&
      run.length === mentions.length &&
      run.every(isBare) &&
      run.reduce((sum, { from, to }) => sum + to - from, 0) === list.length;
    if ((joined && docs.length > 1) || isAll || docs.length >= SIDE_BY_SIDE) best = docs.slice(0, SIDE_BY_SIDE);
  }
  return best;
}

/** Names in the words, in their order: exact ones, and near misses among words that mean nothing else. */
export function findMentions(
  words: readonly string[],
  { findExact, coverage, nearest }: { findExact: FindExact; coverage: Coverage; nearest: FindNearest },
): Mention[] {
  let mentions = findExact(words);
  const isFree = (at: number): boolean => !mentions.some((hit) => covers(hit, at));
  const isStrange = (word: string): boolean =>
    !isFunctionWord(word) && !isOrdinary(word) && !isOfOtherField(word) && !coverage.knows(word);
  /** The name of several words that those around a strange one nearly are, the longest first. */
  const severalAround = (strange: number): Mention | undefined => {
    let best: Mention | undefined;
    for (let size: number = SEVERAL.words; size > 1; size--) {
      for (let from = Math.max(0, strange - size + 1); from <= strange; from++) {
        const own = words.slice(from, from + size);
        const whole = own.join('');
        if (own.length < size || own.some(isFunctionWord) || whole.length < SEVERAL.length) continue;
        const near = nearest(whole);
        if (near && near.sure >= Math.max(SEVERAL.sure, best?.sure ?? 0)) best = { ...near, from, to: from + size };
      }
      if (best) return best;
    }
    return undefined;
  };
  for (const [at, word] of words.entries()) {
    if (!isFree(at) || !isStrange(word)) continue;
    const several = severalAround(at);
    const alone = nearest(word);
    if (several && several.sure >= (alone?.sure ?? 0)) {
      // horizantal pod autoscaler: what it has of other names is a part of it.
      mentions = [...mentions.filter(({ from, to }) => to <= several.from || from >= several.to), several];
    } else if (alone) mentions.push({ ...alone, from: at, to: at + 1 });
  }
  return mentions.sort((a, b) => a.from - b.from);
}
