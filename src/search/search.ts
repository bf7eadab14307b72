import { compact, fold, words } from '../text/fold.ts';
import { asksToCompare, isFunctionWord, looksLikeVerb } from '../text/function-words.ts';
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
/** A match below this is not even offered. */
const OFFERED = 0.27;
const NONE: Result = { answered: false, compares: false, matches: [] };

export interface Search {
  /** What a question is about. Any text is taken; an empty one finds nothing. */
  (query: string): Result;
  /** What a half-typed question may become, best first, at most `most`. */
  complete(partial: string, most: number): Document[];
}

/** A word counts for a document that accounts for this share of it. */
const COUNTS = 0.3;
/** What an unknown verb weighs, as a share of an unknown noun. */
const UNKNOWN_VERB = 0.4;
/** People who describe a thing use more words than they need; so an unknown noun among this many says less, too. */
const LONG = 7;
const UNKNOWN_IN_LONG = 0.6;
/** Most that a document gets of a word that is another one's whole name. */
const BESIDE_A_NAME = 0.65;
/** A single word that is no name may mean many things. */
const ALONE = 0.6;
/** Share of unknown nouns above which a question is about something else, whatever else it names. */
const MOST_STRANGE = 0.4;
/** How far an answer from loose evidence must be ahead of the next. */
const AHEAD = 1.1;
/** Least score to answer with, by how many words speak for it: one word may mean anything, three rarely do. */
const SURE_OF = { name: 0.42, one: 0.55, two: 0.42, three: 0.33, whole: 0.55 } as const;

/** A word is nearly a document's name when the document accounts for this share of it. */
const NEARLY_NAMED = 0.7;

interface Candidate {
  doc: number;
  score: number;
  /** How many content words speak for it. */
  words: number;
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
          const exact = names.exact(compact(head + form));
          const docs = exact.length > 0 || to - from < 2 ? exact : names.mixed([...list.slice(from, to - 1), form]);
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
        if (near && near.score > (bestHit?.sure ?? 0))
          bestHit = { docs: [near.doc], from: i, to: i + 1, sure: near.score };
      }
      if (bestHit) found.push(bestHit);
    });
    return found;
  }

  /** Things compared by a part of their name (`liveness readiness 차이`): for each word, the document it is most of. */
  function nearlyNamed(list: readonly string[]): number[] {
    const docs = list.flatMap((word) => {
      if (isFunctionWord(word)) return [];
      const [best] = Array.from(coverage.match(word).found).sort((a, b) => b[1] - a[1]);
      return best && best[1] >= NEARLY_NAMED ? [best[0]] : [];
    });
    return Array.from(new Set(docs));
  }

  const result = (candidates: readonly Candidate[], answered: boolean, compares = false): Result => {
    const matches = candidates
      .filter(({ score }) => score >= OFFERED)
      .slice(0, MOST)
      .flatMap(({ doc, score }) => {
        const document = documents[doc];
        return document ? [{ document, score: Math.min(1, Math.round(score * 1000) / 1000) }] : [];
      });
    return matches.length === 0 ? NONE : { answered, compares, matches };
  };

  /** The first for sure, the others after it. */
  const surely = (docs: readonly number[], score: number): Result =>
    result(
      docs.map((doc, i) => ({ doc, score: i === 0 ? score : Math.max(OFFERED, score - 0.3 - i * 0.05), words: 1 })),
      true,
    );

  /** What share of what the content words weigh does each document account for, and with how many of them? */
  function covering(list: readonly string[], hits: readonly Hit[]): Map<number, Candidate> {
    const candidates = new Map<number, Candidate>();
    const account = (doc: number, part: number, weight: number): void => {
      const candidate = candidates.get(doc) ?? { doc, score: 0, words: 0 };
      candidate.score += part * weight;
      if (part >= COUNTS) candidate.words++;
      candidates.set(doc, candidate);
    };
    let total = 0;
    const unknownNoun = list.length >= LONG ? UNKNOWN_IN_LONG : 1;
    list.forEach((word, i) => {
      const hit = hits.find(({ from, to }) => from <= i && i < to);
      if (!hit && isFunctionWord(word)) return;
      const match = coverage.match(word);
      const weight =
        match.known || hit ? match.weight : match.weight * (looksLikeVerb(word) ? UNKNOWN_VERB : unknownNoun);
      total += weight;
      // What is named for sure is not as well named by a longer name that has the word in it.
      const most = hit?.sure === 1 ? BESIDE_A_NAME : 1;
      for (const [doc, part] of match.found) if (doc !== hit?.docs[0]) account(doc, Math.min(part, most), weight);
      if (hit) account(hit.docs[0] ?? 0, hit.sure, weight);
    });
    const named = new Set(hits.map((hit) => hit.docs[0]));
    for (const candidate of candidates.values()) {
      const alone = candidate.words < 2 && !named.has(candidate.doc);
      candidate.score = Math.min(0.96, (candidate.score / total) * (alone ? ALONE : 1));
    }
    return candidates;
  }

  /** A question whose words are as they were meant. */
  function read(list: readonly string[]): Result {
    const same = names.exact(compact(list.join('')));
    if (same.length > 0) return surely(same, 1);
    const asked = list.filter((word) => !isFunctionWord(word) || names.exact(word).length > 0);
    const consonants = asInitials(asked.join('')) ?? asInitials(list.join(''));
    if (consonants !== undefined && consonants.length > 1) return surely(names.byInitials(consonants), 0.9);

    const every = hitsOf(list);
    // 역할 is a name, but not in a question about another name's 역할.
    const other = every.filter(({ from, to }) => to - from > 1 || !isFunctionWord(list[from] ?? ''));
    const exact = other.length > 0 ? other : every;
    const hits = [...exact, ...slipsOf(list, exact)].sort((a, b) => a.from - b.from);
    const candidates = covering(list, hits);
    const named = Array.from(new Set(hits.map((hit) => hit.docs[0] ?? 0)));
    if (asksToCompare(list.join(' '))) {
      const pair = named.length >= 2 ? named : nearlyNamed(list);
      if (pair.length >= 2)
        return result(
          pair.slice(0, 2).map((doc, i) => ({ doc, score: 0.95 - i * 0.01, words: 1 })),
          true,
          true,
        );
    }
    // The whole, without what only asks, may be a name with a slip or one half typed.
    const core = compact(asked.join(''));
    const ends = forms(asked.at(-1) ?? '').map((last) => compact(asked.slice(0, -1).join('') + last));
    let whole = 0;
    const take = (doc: number, score: number): void => {
      const known = candidates.get(doc);
      if (known === undefined || known.score < score) candidates.set(doc, { doc, score, words: known?.words ?? 1 });
      whole = Math.max(whole, score);
    };
    for (const form of new Set([core, ...ends])) {
      for (const doc of names.exact(form).slice(0, 1)) take(doc, 0.97);
      for (const { doc, score } of names.resembling(form, 3)) take(doc, score * 0.95);
    }
    if (jamo(core).length >= 3) for (const { doc, score } of names.beginning(core, 3)) take(doc, 0.6 + score * 0.38);

    const ranked = Array.from(candidates.values()).sort((a, b) => b.score - a.score || a.doc - b.doc);
    const [first, second] = ranked;
    if (first === undefined) return NONE;
    const content = list.filter((word, i) => !isFunctionWord(word) || hits.some(({ from, to }) => from <= i && i < to));
    const strange = content.filter((word) => !looksLikeVerb(word) && !coverage.match(word).known).length;
    const isNamed = named.includes(first.doc) && strange === 0;
    const least = isNamed
      ? SURE_OF.name
      : first.words >= 3 && strange / content.length <= MOST_STRANGE
        ? SURE_OF.three
        : first.words === 2
          ? SURE_OF.two
          : SURE_OF.one;
    const clear = first.score >= SURE_OF.two || isNamed || first.score >= (second?.score ?? 0) * AHEAD;
    return result(ranked, (first.score >= least && clear) || (whole === first.score && whole >= SURE_OF.whole));
  }

  /** A word typed in the other layout; a particle after it may have been typed in the right one (`ㅔㅐㅇ가`). */
  function meantBy(word: string): string {
    const swapped = forms(word).flatMap((form) => otherLayout(form) ?? []);
    return swapped.find((one) => names.exact(one).length > 0) ?? swapped[0] ?? word;
  }

  const search = (query: string): Result => {
    const list = words(fold(query.slice(0, READ * 4)).slice(0, READ)).slice(0, READ_WORDS);
    if (list.length === 0) return NONE;
    const typed = read(list);
    if (typed.answered) return typed;
    const meant = list.map((word) => (isSpoken(word) ? word : meantBy(word)));
    if (meant.every((word, i) => word === list[i])) return typed;
    const other = read(words(meant.join(' ')));
    return (other.matches[0]?.score ?? 0) > (typed.matches[0]?.score ?? 0) ? other : typed;
  };

  return Object.assign(search, {
    complete(partial: string, most: number): Document[] {
      const key = compact(fold(partial));
      const found = key === '' ? [] : names.beginning(key, most).map(({ doc }) => documents[doc]);
      const more = search(partial).matches.map((match) => match.document);
      return Array.from(new Set([...found, ...more]))
        .filter((document) => document !== undefined)
        .slice(0, most);
    },
  });
}
