import { hash } from '../../core/hash.ts';
import { askingKind } from '../../language/asking.ts';
import { isFunctionWord } from '../../language/function-words.ts';
import { hasHangul } from '../../language/hangul.ts';
import type { Mention } from '../mentions.ts';
import type { Talk } from '../talk.ts';
import { BUCKETS } from './buckets.ts';

/** A question that names something. */
export interface Naming extends Talk {
  mentions: readonly Mention[];
  /** How much the words around each name ask for it, where focus.ts says so. */
  scores: ReadonlyMap<number, number>;
  /** It sets names side by side, as far as its words for that say. */
  isBeside: boolean;
}

/** What is asked about: one of the documents that are named, all of them together, or none of them. */
export type Target = number | 'all' | 'none';

/** What a question says of each that it may ask about, as places of weights. */
export type Sayings = ReadonlyMap<Target, readonly number[]>;

/** A weight of 1 as it is written. */
export const SAYING = 32;

/** Words before and behind a name that say how it is meant; words of its clause that are looked at on each side. */
const REACH = { near: 4, clause: 12 } as const;
/** So many names are looked at, those nearest to the end: a question comes last. */
const MOST_NAMES = 16;
/** Words behind the last name that say whether all are meant. */
const BEHIND_ALL = 8;
/** A Korean word of more letters than this says something by its end and by its beginning. */
const PART = 2;
/** How many words a score of focus.ts weighs as much as, and that names are set side by side. A score's step, and its ends. */
const WITNESS = { words: 4, step: 1.5, most: 4, least: -2 } as const;
/** Clauses, and words between two names, are counted up to these. */
const COUNTED = { clauses: 3, apart: 5 } as const;
/** Where a question ends. */
const END = '|';

/** What a word says by itself, by its kind, its end and its beginning. */
function sayingsOf(word: string): string[] {
  const kind = askingKind(word);
  const parts = hasHangul(word) && word.length > PART ? [`~${word.slice(-PART)}`, `${word.slice(0, PART)}~`] : [];
  return [word, ...(kind === undefined ? [] : [`#${kind}`]), ...parts];
}

/** A score of focus.ts in steps. */
const stepOf = (score: number, least: number = -WITNESS.most): number =>
  Math.max(least, Math.min(WITNESS.most, Math.round(score / WITNESS.step)));

const witnesses = Array.from({ length: WITNESS.words }, (_, at) => at);

/** A question's words, with a mark for each name in them. */
interface Marked extends Naming {
  docs: readonly number[];
  nameAt: readonly (Mention | undefined)[];
  /** In which clause each word stands, from 1; and how many clauses there are. */
  clauses: readonly number[];
  last: number;
}

function mark(naming: Naming): Marked {
  const { list, begins, mentions: all } = naming;
  const mentions = all.slice(-MOST_NAMES);
  const nameAt: (Mention | undefined)[] = list.map(() => undefined);
  for (const mention of mentions) nameAt.fill(mention, mention.from, mention.to);
  let last = 0;
  const clauses = list.map((_, at) => (begins[at] ? ++last : last));
  const docs = Array.from(new Set(mentions.map(({ doc }) => doc)));
  return { ...naming, mentions, docs, nameAt, clauses, last };
}

/** A word as it stands around a document's name: that name, another one with its particles, or what it is. */
function wordAt(at: number, { list, nameAt }: Marked, doc?: number): string {
  const name = nameAt[at];
  if (name === undefined) return list[at] ?? END;
  return name.doc === doc ? '=' : `@${name.tail ?? ''}`;
}

function kindAt(at: number, marked: Marked, doc: number): string {
  const word = wordAt(at, marked, doc);
  // A word of one letter is itself: 안, 왜, the end.
  if (marked.nameAt[at] !== undefined || word.length === 1) return word;
  return askingKind(word) ?? (isFunctionWord(word) ? '-' : '+');
}

/** What stands around one name. */
function aroundName({ doc, from, to, tail = '' }: Mention, marked: Marked): string[] {
  const { list, asks, scores, docs, clauses, last } = marked;
  const scoreOf = (one: number): number => scores.get(one) ?? -WITNESS.most;
  const others = Math.max(...docs.map((other) => (other === doc ? -WITNESS.most : scoreOf(other))));
  const [lead, own] = [stepOf(scoreOf(doc) - others), stepOf(scoreOf(doc), WITNESS.least)];
  const said = witnesses.flatMap((at) => [`score${at} ${lead}`, `own${at} ${own}`]);
  for (let far = 0; far < REACH.near; far++) {
    const both = { behind: wordAt(to + far, marked, doc), before: wordAt(from - 1 - far, marked, doc) };
    for (const [side, word] of Object.entries(both))
      said.push(...sayingsOf(word).flatMap((one) => [`${side}${far} ${one}`, `${side} ${one}`]));
  }
  const [next, second, third] = [to, to + 1, to + 2].map((at) => kindAt(at, marked, doc));
  const [ahead, further] = [from - 1, from - 2].map((at) => kindAt(at, marked, doc));
  said.push(`kinds ${tail} ${next} ${second}`, `kinds ${next} ${second} ${third}`);
  said.push(`kinds ${further} ${ahead} . ${next}`);
  for (let at = Math.max(0, from - REACH.clause); at < Math.min(list.length, to + REACH.clause); at++) {
    if (clauses[at] !== clauses[from] || (from <= at && at < to)) continue;
    said.push(...sayingsOf(wordAt(at, marked, doc)).map((one) => `${at < from ? 'left' : 'right'} ${one}`));
  }
  const place = docs.indexOf(doc);
  said.push(`tail ${tail}`, `clause ${clauses[from] === last} ${clauses[from] === 1}`);
  said.push(`place ${place === 0 ? 'first' : place === docs.length - 1 ? 'last' : ''}`);
  if (asks[to - 1] || asks[to]) said.push('asked', `asked ${tail}`);
  return said;
}

/** What a question says as a whole: whether all that it names is meant, or none of it. */
function aroundAll(marked: Marked, first: Mention, end: Mention): string[] {
  const { list, mentions, docs, clauses, last, isBeside } = marked;
  const words = list.map((_, at) => wordAt(at, marked));
  const said = ['', `names ${docs.length}`, `names ${docs.length} ${isBeside}`];
  said.push(`clauses ${Math.min(COUNTED.clauses, last)}`, ...witnesses.map((at) => `beside${at} ${isBeside}`));
  said.push(...words.flatMap((word, at) => [...sayingsOf(word), `${word} ${words[at + 1] ?? END}`]));
  said.push(...list.slice(end.to, end.to + BEHIND_ALL).flatMap((word) => sayingsOf(word).map((one) => `end ${one}`)));
  const other = mentions.find(({ doc }) => doc !== first.doc);
  if (other) {
    const apart = Math.min(COUNTED.apart, other.from - first.to);
    said.push(...list.slice(first.to, other.from).map((word) => `between ${word}`));
    said.push(`apart ${apart} ${clauses[first.from] === clauses[other.from]}`);
  }
  return said;
}

/**
 * What stands around each name of a question, without the names themselves: what is learned of it holds for every name,
 * also of a course that it was not learned from.
 */
export function sayingsIn(naming: Naming): Sayings {
  const marked = mark(naming);
  const { mentions, docs } = marked;
  const [first] = mentions;
  const end = mentions.at(-1);
  const found = new Map<Target, Set<number>>();
  const say = (target: Target, texts: readonly string[]): void => {
    const own = found.get(target) ?? new Set();
    found.set(target, own);
    for (const text of texts) own.add(hash(text) & (BUCKETS - 1));
  };
  for (const mention of mentions) say(mention.doc, aroundName(mention, marked));
  const all = first && end ? aroundAll(marked, first, end) : [];
  for (const target of ['all', 'none'] as const)
    if (all.length > 0 && (target === 'none' || docs.length > 1))
      say(
        target,
        all.map((text) => `${target} ${text}`),
      );
  return new Map(Array.from(found, ([target, own]) => [target, Array.from(own)]));
}

/** How much is said for each that a question may ask about, in steps of 1 / SAYING where the weights are so. */
export const weighSayings = (sayings: Sayings, weights: ArrayLike<number>): Map<Target, number> =>
  new Map(
    Array.from(sayings, ([target, own]) => [
      target,
      own.reduce((sum, bucket) => sum + (weights[bucket] ?? 0), 0) / Math.sqrt(own.length),
    ]),
  );
