import { compact, fold, words } from '../text/fold.ts';
import { asksToCompare, isFunctionWord } from '../text/function-words.ts';
import { asInitials, hasHangul, jamo, otherLayout } from '../text/hangul.ts';
import { nouns, singulars } from '../text/particles.ts';
import { indexCoverage } from './coverage.ts';
import type { Document } from './document.ts';
import { indexNames } from './names.ts';

export interface Match {
  document: Document;
  /** 0..1; how sure. */
  score: number;
}

export interface Result {
  /** Sure enough to answer with the first match (with the first two, where `compares`). */
  answered: boolean;
  /** The query sets the first two matches beside each other. */
  compares: boolean;
  /** Best first, at most MOST. */
  matches: readonly Match[];
}

/** How many matches a search gives. */
const MOST = 5;
/** Longer questions are read as far as this; nobody types more to ask for a concept. */
const READ = 200;
const READ_WORDS = 24;
/** Least score of an answer; between this and OFFERED a match is only offered. */
const ANSWERED = 0.55;
const OFFERED = 0.3;
const NONE: Result = { answered: false, compares: false, matches: [] };

export interface Search {
  /** What a question is about. Any text is taken; an empty one finds nothing. */
  (query: string): Result;
  /** What a half-typed question may become, best first, at most `most`. */
  complete(partial: string, most: number): Document[];
}

interface Hit {
  docs: readonly number[];
  /** Words `from` to before `to`. */
  from: number;
  to: number;
  /** How surely the words are that name. */
  sure: number;
}

export function indexSearch(documents: readonly Document[]): Search {
  const names = indexNames(documents);
  const coverage = indexCoverage(documents);

  /** Forms of the last word of a name within a sentence: with and without particles, plural and singular. */
  const forms = (word: string): string[] => (hasHangul(word) ? nouns(word) : singulars(word));

  const isSpoken = (word: string): boolean =>
    isFunctionWord(word) || forms(word).some((form) => names.exact(form).length > 0) || coverage.match(word).known;

  /** Names in the words, longest first from the left; then near misses among words that mean nothing else. */
  function hitsOf(list: readonly string[]): Hit[] {
    const hits: Hit[] = [];
    for (let from = 0; from < list.length; ) {
      let hit: Hit | undefined;
      for (let to = Math.min(list.length, from + names.longest); to > from && !hit; to--) {
        const head = list.slice(from, to - 1).join('');
        for (const form of forms(list[to - 1] ?? '')) {
          const docs = names.exact(compact(head + form));
          if (docs.length > 0) {
            hit = { docs, from, to, sure: 1 };
            break;
          }
        }
      }
      if (hit) hits.push(hit);
      from = hit?.to ?? from + 1;
    }
    return hits;
  }

  function slipsOf(list: readonly string[], hits: readonly Hit[]): Hit[] {
    const found: Hit[] = [];
    list.forEach((word, i) => {
      if (hits.some((hit) => hit.from <= i && i < hit.to) || isFunctionWord(word) || coverage.match(word).known) return;
      let bestHit: Hit | undefined;
      for (const form of forms(word)) {
        const [near] = names.resembling(form, 1);
        if (near && near.score > (bestHit?.sure ?? 0)) bestHit = { docs: [near.doc], from: i, to: i + 1, sure: near.score };
      }
      if (bestHit) found.push(bestHit);
    });
    return found;
  }

  const result = (scores: ReadonlyMap<number, number>, compares = false): Result => {
    const matches = Array.from(scores)
      .filter(([, score]) => score >= OFFERED)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MOST)
      .flatMap(([doc, score]) => {
        const document = documents[doc];
        return document ? [{ document, score: Math.min(1, Math.round(score * 1000) / 1000) }] : [];
      });
    return matches.length === 0 ? NONE : { answered: (matches[0]?.score ?? 0) >= ANSWERED, compares, matches };
  };

  const ranked = (docs: readonly number[], first: number): Map<number, number> =>
    new Map(docs.slice(0, MOST).map((doc, i) => [doc, i === 0 ? first : Math.max(OFFERED, first - 0.2 - i * 0.05)]));

  /** A question whose words are as they were meant. */
  function read(list: readonly string[]): Result {
    const whole = compact(list.join(''));
    const same = names.exact(whole);
    if (same.length > 0) return result(ranked(same, 1));

    const asked = list.filter((word, i) => !(isFunctionWord(word) && names.exact(word).length === 0) || (list.length === 1 && i === 0));
    const consonants = asInitials(asked.join(''));
    if (consonants !== undefined && consonants.length > 1) {
      const docs = names.byInitials(consonants);
      return docs.length > 0 ? result(ranked(docs, 0.9)) : NONE;
    }
    const hits = hitsOf(list);
    const all = [...hits, ...slipsOf(list, hits)].sort((a, b) => a.from - b.from);
    const scores = new Map<number, number>();

    // What share of what the words weigh does each document account for?
    const shares = list.map((word) => (isFunctionWord(word) && !hits.some((hit) => hit.docs.length > 0 && list[hit.from] === word && hit.to === hit.from + 1) ? undefined : coverage.match(word)));
    let total = 0;
    shares.forEach((share, i) => {
      if (share === undefined) return;
      const hit = all.find((one) => one.from <= i && i < one.to);
      const weight = share.known ? share.weight : share.weight;
      total += weight;
      for (const [doc, part] of share.found) scores.set(doc, (scores.get(doc) ?? 0) + (hit?.docs[0] === doc ? 0 : weight * part));
      if (hit) for (const doc of hit.docs.slice(0, 1)) scores.set(doc, (scores.get(doc) ?? 0) + weight * hit.sure);
    });
    if (total > 0) for (const [doc, score] of scores) scores.set(doc, (score / total) * 0.96);

    const named = Array.from(new Set(all.map((hit) => hit.docs[0] ?? -1)));
    if (named.length >= 2 && asksToCompare(list.join(' '))) {
      const [a = 0, b = 0] = named;
      scores.set(a, 0.95).set(b, 0.94);
      return result(scores, true);
    }
    // The whole, without what only asks, may be a name with a slip or one half typed.
    const core = compact(asked.join(''));
    for (const form of new Set([core, ...forms(asked.at(-1) ?? '').map((last) => compact(asked.slice(0, -1).join('') + last))])) {
      for (const doc of names.exact(form).slice(0, 1)) scores.set(doc, 0.97);
      for (const { doc, score } of names.resembling(form, 3)) scores.set(doc, Math.max(scores.get(doc) ?? 0, score * 0.95));
    }
    if (jamo(core).length >= 3) {
      for (const { doc, score } of names.beginning(core, 3)) scores.set(doc, Math.max(scores.get(doc) ?? 0, 0.5 + score * 0.4));
    }
    return result(scores);
  }

  const search = (query: string): Result => {
    const list = words(fold(query.slice(0, READ * 4)).slice(0, READ)).slice(0, READ_WORDS);
    if (list.length === 0) return NONE;
    const typed = read(list);
    if (typed.answered) return typed;
    const meant = list.map((word) => (isSpoken(word) ? word : (otherLayout(word) ?? word)));
    if (meant.every((word, i) => word === list[i])) return typed;
    const other = read(words(meant.join(' ')));
    return (other.matches[0]?.score ?? 0) > (typed.matches[0]?.score ?? 0) ? other : typed;
  };

  return Object.assign(search, {
    complete(partial: string, most: number): Document[] {
      const key = compact(fold(partial));
      const found = key === '' ? [] : names.beginning(key, most).map(({ doc }) => documents[doc]);
      const more = search(partial).matches.map((match) => match.document);
      return Array.from(new Set([...found, ...more])).filter((document) => document !== undefined).slice(0, most);
    },
  });
}
