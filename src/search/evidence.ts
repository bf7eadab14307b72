import { looksLikeVerb } from '../language/function-words.ts';
import type { Coverage } from './coverage.ts';
import type { Similarity } from './phrase-similarity.ts';
import { asksOnly, namedIn, type Word } from './question.ts';

/** A document that a question may be about. */
export interface Candidate {
  doc: number;
  /** 0..1; the share of the question's weight that the document accounts for, more where one of its phrases says so. */
  score: number;
  /** How many words speak for it. */
  words: number;
  /** How the question is like one of its phrases, 0..1. */
  like: number;
}

/** A word speaks for a document that accounts for this share of it. */
const SPEAKS = 0.3;
/** What an unknown verb weighs, as a share of an unknown noun. */
const UNKNOWN_VERB = 0.4;
/** People who describe a thing use more words than they need; so an unknown noun among this many says less, too. */
const LONG = 7;
const UNKNOWN_IN_LONG = 0.6;
/** Most that a document gets of a word that is another one's whole name. */
const BESIDE_A_NAME = 0.65;
/** A single word that is no name may mean many things. */
const ALONE = 0.6;
/** In a Korean course a Latin word of one document only is as good as its name: `PodSecurityPolicy`, `stdout`. */
const LATIN = /^[a-z]/;
/** Only an exact name is certain. */
const MOST = 0.96;
/** Next to certain is what is asked as one of the document's phrases asks it; the nearer, the more. */
export const ASKED = 0.97;
const SPARE = 0.02;
/** What it is worth that the whole question says what a phrase of the document says. */
const SAID = 0.3;
/** Likeness from which a phrase is evidence enough by itself. */
const ALIKE = 0.63;
/** Likeness from which a phrase asks something like it. */
export const SIMILAR = 0.45;

/** The words that say what the question is about; in one that only asks for an aspect of a concept, its names. */
function tellingIn(words: readonly Word[]): Word[] {
  const only = asksOnly(words);
  return words.filter(
    ({ tells, mention, intent }) => tells && !(only && mention === undefined && intent !== undefined),
  );
}

/** Is one of the words a noun that no document has? */
const isStrange = (words: readonly Word[], coverage: Coverage): boolean =>
  words.some(({ text }) => !looksLikeVerb(text) && !coverage.knows(text));

/** What speaks for each document: its share of what the question's words weigh, and phrases that say the same. */
export function collectEvidence(
  words: readonly Word[],
  coverage: Coverage,
  likeness: ReadonlyMap<number, Similarity>,
): Map<number, Candidate> {
  const candidates = new Map<number, Candidate>();
  const of = (doc: number): Candidate => {
    const known = candidates.get(doc) ?? { doc, score: 0, words: 0, like: 0 };
    candidates.set(doc, known);
    return known;
  };
  const account = (doc: number, part: number, weight: number): void => {
    const candidate = of(doc);
    candidate.score += part * weight;
    if (part >= SPEAKS) candidate.words++;
  };
  const telling = tellingIn(words);
  const unknownNoun = words.length >= LONG ? UNKNOWN_IN_LONG : 1;
  let total = 0;
  for (const { text, mention } of telling) {
    const { known, weight: rarity, found } = coverage.match(text);
    const weight = known || mention ? rarity : rarity * (looksLikeVerb(text) ? UNKNOWN_VERB : unknownNoun);
    total += weight;
    // What is named for sure is not as well named by a longer name that has the word in it.
    const most = mention?.sure === 1 ? BESIDE_A_NAME : 1;
    for (const [doc, part] of found) if (doc !== mention?.doc) account(doc, Math.min(part, most), weight);
    if (mention) account(mention.doc, mention.sure, weight);
  }
  const named = namedIn(words);
  const [first, other] = telling;
  const itsOwn = first !== undefined && other === undefined && LATIN.test(first.text) && candidates.size === 1;
  for (const candidate of candidates.values()) {
    const alone = !itsOwn && candidate.words < 2 && !named.includes(candidate.doc);
    candidate.score = Math.min(MOST, (candidate.score / total) * (alone ? ALONE : 1));
  }
  const strange = isStrange(telling, coverage);
  for (const [doc, { score: like, words: said, same }] of likeness) {
    const candidate = of(doc);
    candidate.like = like;
    if (like >= SIMILAR) candidate.words = Math.max(candidate.words, said);
    if (!strange) candidate.score = Math.min(MOST, candidate.score + SAID * like);
    if (like >= ALIKE) candidate.score = Math.max(candidate.score, like);
    // Even before the concept itself that is named.
    if (same) candidate.score = Math.max(candidate.score, ASKED + SPARE * like);
  }
  return candidates;
}

/** A word is nearly a document's name when the document accounts for this share of it. */
const NEARLY_NAMED = 0.7;

/** A question that compares two things by parts of their names has few other nouns; more make it a description. */
const COMPARED = 3;

/** Things told apart by a part of their names (`liveness readiness 차이`): for each word, the document it is most of. */
export function nearlyNamed(words: readonly Word[], coverage: Coverage): number[] {
  const nouns = words.filter(({ tells, text }) => tells && !looksLikeVerb(text));
  // pod vs pod: a name is nothing but itself.
  if (nouns.length > COMPARED || nouns.every(({ mention }) => mention !== undefined)) return [];
  const docs = nouns.flatMap(({ text }) => {
    const [best] = Array.from(coverage.match(text).found).sort((a, b) => b[1] - a[1]);
    return best && best[1] >= NEARLY_NAMED ? [best[0]] : [];
  });
  return Array.from(new Set(docs));
}

/** Least score to answer with: one word may mean anything, three together hardly ever. */
const LEAST = { named: 0.46, little: 0.58, two: 0.45, more: 0.28 } as const;
/** So few words, if they name nothing and are like no phrase, must nearly all speak for the document. */
const FEW = 3;
/** Among so few words a noun that no document has makes the question one about something else. */
const BESIDE_A_STRANGER = 4;

/** Is the evidence for the first candidate enough to answer with it? */
export function convinces(first: Candidate | undefined, words: readonly Word[], coverage: Coverage): boolean {
  if (first === undefined) return false;
  const telling = tellingIn(words);
  const strange = isStrange(telling, coverage);
  if (first.like >= ALIKE) return true;
  if (strange && telling.length <= BESIDE_A_STRANGER && first.score < LEAST.little) return false;
  if (!strange && namedIn(words).includes(first.doc)) return first.score >= LEAST.named;
  if (telling.length <= FEW && first.like < SIMILAR) return first.score >= LEAST.little;
  if (first.words < 2) return first.score >= LEAST.little;
  return first.score >= (first.words === 2 ? LEAST.two : LEAST.more);
}
