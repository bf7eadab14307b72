import { asksMeaning, isFunctionWord, looksLikeVerb } from '../text/function-words.ts';
import { type Coverage, PHRASE } from './coverage.ts';
import { covers, type Hit } from './hits.ts';

/** A document that a question may be about. */
export interface Candidate {
  doc: number;
  /** 0..1; the share of the question's weight that the document accounts for. */
  score: number;
  /** How many content words speak for it. */
  words: number;
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
/** What it is worth that the whole question says what a paraphrase of the document says. */
const SAID = 0.3;
/** How many candidates are held against their paraphrases. */
const LIKELY = 12;

const contentOf = (words: readonly string[], hits: readonly Hit[]): string[] =>
  words.filter((word, at) => !isFunctionWord(word) || hits.some((hit) => covers(hit, at)));

/** How many of the words are nouns that no document has. */
const strangeOf = (content: readonly string[], coverage: Coverage): number =>
  content.filter((word) => !looksLikeVerb(word) && !coverage.knows(word)).length;

/** What share of what the content words weigh does each document account for, and with how many of them? */
export function evidence(words: readonly string[], hits: readonly Hit[], coverage: Coverage): Map<number, Candidate> {
  const candidates = new Map<number, Candidate>();
  const account = (doc: number, part: number, weight: number): void => {
    const candidate = candidates.get(doc) ?? { doc, score: 0, words: 0 };
    candidate.score += part * weight;
    if (part >= SPEAKS) candidate.words++;
    candidates.set(doc, candidate);
  };
  const unknownNoun = words.length >= LONG ? UNKNOWN_IN_LONG : 1;
  let total = 0;
  words.forEach((word, at) => {
    const hit = hits.find((one) => covers(one, at));
    if (!hit && isFunctionWord(word)) return;
    const { known, weight: rarity, found } = coverage.match(word);
    const weight = known || hit ? rarity : rarity * (looksLikeVerb(word) ? UNKNOWN_VERB : unknownNoun);
    total += weight;
    // What is named for sure is not as well named by a longer name that has the word in it.
    const most = hit?.sure === 1 ? BESIDE_A_NAME : 1;
    for (const [doc, part] of found) if (doc !== hit?.doc) account(doc, Math.min(part, most), weight);
    if (hit) account(hit.doc, hit.sure, weight);
  });
  const [only = '', other] = words.filter((word) => !isFunctionWord(word));
  const itsOwn = other === undefined && LATIN.test(only) && candidates.size === 1;
  for (const candidate of candidates.values()) {
    const alone = !itsOwn && candidate.words < 2 && !hits.some((hit) => hit.doc === candidate.doc);
    candidate.score = Math.min(MOST, (candidate.score / total) * (alone ? ALONE : 1));
  }
  const content = contentOf(words, hits);
  if (content.length >= PHRASE && strangeOf(content, coverage) === 0) {
    const likely = Array.from(candidates.values()).sort((a, b) => b.score - a.score);
    for (const candidate of likely.slice(0, LIKELY))
      candidate.score = Math.min(MOST, candidate.score + SAID * coverage.paraphrases(candidate.doc, content));
  }
  return candidates;
}

/** A word is nearly a document's name when the document accounts for this share of it. */
const NEARLY_NAMED = 0.7;

/** Whoever compares two things by parts of their names names little else; a description may only sound like that. */
const COMPARED = 3;

/** Things told apart by a part of their names (`liveness readiness 차이`): for each word, the document it is most of. */
export function nearlyNamed(words: readonly string[], coverage: Coverage): number[] {
  const content = words.filter((word) => !isFunctionWord(word) && !looksLikeVerb(word));
  if (content.length > COMPARED) return [];
  const docs = content.flatMap((word) => {
    const [best] = Array.from(coverage.match(word).found).sort((a, b) => b[1] - a[1]);
    return best && best[1] >= NEARLY_NAMED ? [best[0]] : [];
  });
  return Array.from(new Set(docs));
}

/** Least score to answer with, by how much speaks for it: one word may mean anything, four together hardly ever. */
const LEAST = { named: 0.42, meant: 0.3, one: 0.55, two: 0.42, three: 0.345, four: 0.28 } as const;
/** Share of unknown nouns above which a question is about something else, whatever else it names. */
const MOST_STRANGE = 0.4;
/** How far an answer from loose evidence must be ahead of the next. */
const AHEAD = 1.05;
/** Two words are as good as three where nothing else comes near. */
const FAR_AHEAD = 3;

/** Is the evidence for the first candidate enough to answer with it? */
export function convinces(
  [first, second]: readonly Candidate[],
  words: readonly string[],
  hits: readonly Hit[],
  coverage: Coverage,
): boolean {
  if (first === undefined) return false;
  const content = contentOf(words, hits);
  const strange = strangeOf(content, coverage);
  const named = strange === 0 && hits.some((hit) => hit.doc === first.doc);
  if (named) return first.score >= (asksMeaning(words.join(' ')) ? LEAST.meant : LEAST.named);
  if (first.words < 2) return first.score >= LEAST.one;
  const lone = strange === 0 && first.score >= (second?.score ?? 0) * FAR_AHEAD;
  if (first.words === 2) return first.score >= (lone ? LEAST.three : LEAST.two);
  if (strange / content.length > MOST_STRANGE) return first.score >= LEAST.two;
  const ahead = first.score >= LEAST.two || first.score >= (second?.score ?? 0) * AHEAD;
  return ahead && first.score >= (first.words === 3 ? LEAST.three : LEAST.four);
}
