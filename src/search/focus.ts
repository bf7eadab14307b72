import { askingKind } from '../language/asking.ts';
import { hasHangul } from '../language/hangul.ts';
import { isParticle } from '../language/particles.ts';
import { covers, isCovered } from './covers.ts';
import type { Mention } from './mentions.ts';

/** Which of the documents that a sentence names it asks about. */
export interface Focus {
  doc: number;
  /** A word right beside the name asks what it is. */
  defines: boolean;
  /** The name is spoken of as a word, `조정 루프란`. */
  asTerm: boolean;
  /** By how much the words around it ask for it more than those around the next name. */
  lead: number;
  /** The name is no ordinary word, or the sentence asks what that word is, or speaks of the subject. */
  sure: boolean;
  /** The name is used of other things as well, and no lesson is spoken of. */
  ordinary: boolean;
  /** How much the words around each name ask for it. */
  scores: ReadonlyMap<number, number>;
}

/** So many words behind a name, and before it, may ask for it; so near, they ask what it is. */
const REACH = { words: 4, near: 2 } as const;
/** Words of a clause that is no more than `그럼 크론잡은?`. */
const SHORT = 3;
/** What speaks for a name, and against it. */
const WORTH = {
  define: 3,
  wonder: 2.5,
  dismissed: -4,
  known: -3,
  liked: -2.5,
  term: 1,
  only: 1.5,
  place: -2,
  rare: 3,
  clause: 0.3,
  again: 0.3,
} as const;

/** `에서`, `에는`: the name tells where something is. */
const PLACE = /(?:에서|에선|에서는|에서도|에|에는|엔)$/;
const PREPOSITION = /^(?:in|on|inside|within|into|with|for|to|from)$/;
/** `이란`, `라는 게`: the name is spoken of as a word. */
const AS_A_WORD = /(?:라는|란)(?:게|건|걸|거|것|데)?요?$/;
/** So many nouns beside a name may still be about it. */
const MOST_OTHERS = 2;
/** What asks for a definition only where nothing follows: 뭐 먹지. */
const BARE = /^(?:뭐|머|뭘)$/;
/** `톨러레이션만`: only that is asked for. */
const ONLY = /[가-힣]만(?:은|요|이라도)?$/;
/** 그게 뭔가요, what is it: stands for the name before it. */
const PRONOUN = /^(?:[그이저]게|[그이]거|[그이]건|그것|이것|얘|걔|it|that|this|they)(?:[은는이가]|요)?$/;
/** So many words around a pronoun ask for what it stands for. */
const ASKED_NEAR = 3;
/** Words between `what` and what it asks for. */
const ARTICLE = /^(?:is|are|was|does|do|did|a|an|the|this|that|exactly|actually|이|그|좀|도대체|대체|정확히|진짜)$/;

interface Around {
  words: readonly string[];
  /** Whether a clause begins at a word. */
  begins: readonly boolean[];
  /** Whether a question ends with a word. */
  asks: readonly boolean[];
  mentions: readonly Mention[];
}

/** A word around a name; `far`: how many words that say something are between. */
interface Near {
  word: string;
  far: number;
}

/** Words of the same clause from `at` on in a direction, up to the next name that `isTransparent` does not let pass. */
function wordsFrom(
  at: number,
  step: 1 | -1,
  { words, begins, mentions }: Around,
  isTransparent: (mention: Mention) => boolean,
): Near[] {
  const found: Near[] = [];
  let far = 0;
  for (let i = at; i >= 0 && i < words.length && far < REACH.words; i += step) {
    if (step === 1 ? begins[i] : begins[i + 1]) break;
    const name = mentions.find((one) => covers(one, i));
    if (name && !isTransparent(name)) break;
    const word = words[i] ?? '';
    if (name || isParticle(word) || ARTICLE.test(word)) continue;
    found.push({ word, far });
    far++;
  }
  return found;
}

/** `쿠버네티스에서`, `in Kubernetes`: where something is, rather than what. */
export function isPlace({ from, to }: Mention, words: readonly string[]): boolean {
  const last = words[to - 1] ?? '';
  const next = words[to] ?? '';
  const before = words[from - 1] ?? '';
  return (
    (isParticle(next) && PLACE.test(next)) ||
    (hasHangul(last) && PLACE.test(last)) ||
    PREPOSITION.test(before) ||
    (ARTICLE.test(before) && PREPOSITION.test(words[from - 2] ?? ''))
  );
}

function isAWord({ to }: Mention, words: readonly string[]): boolean {
  const next = words[to] ?? '';
  return AS_A_WORD.test(words[to - 1] ?? '') || (isParticle(next) && AS_A_WORD.test(next));
}

interface Weighed {
  score: number;
  asks: 'define' | 'wonder' | undefined;
}

/** Does a question end with the name, or with its particle? */
const isAsked = ({ to }: Mention, { words, asks }: Around): boolean =>
  asks[to - 1] === true || (asks[to] === true && isParticle(words[to] ?? ''));

/** What the words around a name say of it. */
function weigh(mention: Mention, around: Around, isTransparent: (mention: Mention) => boolean): Weighed {
  const after = wordsFrom(mention.to, 1, around, isTransparent);
  const ahead = wordsFrom(mention.from - 1, -1, around, isTransparent);
  const asking = (kind: 'define' | 'wonder', far: number): Weighed => {
    const asks = kind === 'define' && far < REACH.near ? 'define' : 'wonder';
    return { score: WORTH[asks], asks };
  };
  const denies = (list: readonly Near[]): boolean => list.some(({ word }) => askingKind(word) === 'deny');
  // 컨테이너가 뭔지는 배웠는데: what is asked there was answered before.
  const isKnown = (at: number): boolean => {
    const beyond = wordsFrom(mention.to, 1, around, () => true);
    const known = beyond.findIndex(({ word }, i) => i > at && askingKind(word) === 'know');
    return known >= 0 && !denies(beyond.slice(at, known + 2)) && !/^싶/.test(beyond[known + 1]?.word ?? '');
  };
  for (const [i, { word, far }] of after.entries()) {
    const kind = askingKind(word);
    const isBare = BARE.test(word);
    if (kind === 'define' || kind === 'wonder' || isBare) {
      if (isKnown(i)) return { score: WORTH.known, asks: undefined };
      const isWhole = isBare && /^(?:$|하는|해주는)/.test(after[i + 1]?.word ?? '');
      return asking(kind === 'define' || isWhole ? 'define' : 'wonder', far);
    }
    if (kind === 'dismiss' && far <= REACH.near) return { score: WORTH.dismissed, asks: undefined };
    if (kind === 'like' && far < REACH.near) return { score: WORTH.liked, asks: undefined };
    if (kind === 'know')
      return /^싶/.test(after[i + 1]?.word ?? '') || denies(after.slice(0, i + 2))
        ? asking('wonder', far)
        : { score: WORTH.known, asks: undefined };
  }
  // 그럼 크론잡은?
  const end = after.length === 0 && isAsked(mention, around);
  if (end && ahead.length < SHORT) return { score: WORTH.define, asks: 'define' };
  // Pod is a computer?
  if (ahead.length === 0 && /^(?:is|are)$/.test(around.words[mention.to] ?? '') && around.asks.some(Boolean))
    return { score: WORTH.wonder, asks: 'define' };
  for (const [i, { word, far }] of ahead.entries()) {
    // Korean puts what it says of a name behind it.
    if (hasHangul(word)) continue;
    const kind = askingKind(word);
    // What record label is it: what stands between has a say.
    if (kind === 'define') return asking(far === 0 ? 'define' : 'wonder', far);
    if (kind === 'wonder') return asking(kind, far);
    if (kind === 'know')
      return denies(ahead.slice(i)) ? asking('wonder', far) : { score: WORTH.known, asks: undefined };
    if (kind === 'skip' && far < REACH.near) return { score: WORTH.dismissed, asks: undefined };
    if (kind === 'like') return { score: WORTH.liked, asks: undefined };
  }
  return { score: 0, asks: undefined };
}

/** What findFocus() asks about words. */
export interface Judge {
  /** The name is used of other things as well. */
  isOrdinary(mention: Mention): boolean;
  /** The word is a noun: it says what is spoken about. */
  isOther(word: string): boolean;
  /** The word is a noun of everyday life that the course does not know. */
  isElsewhere(word: string): boolean;
  /** How few documents have its rarest word, 0..1: a pod is spoken of everywhere. */
  rarity(mention: Mention): number;
  /** The word tells of another field. */
  isOfOtherField(word: string): boolean;
}

/** Names that a pronoun stands for and is asked about: 헬름을 쓰래요. 그게 뭔가요? */
function findMeant({ words, mentions }: Around): ReadonlySet<Mention> {
  const meant = new Set<Mention>();
  for (const [at, word] of words.entries()) {
    if (!PRONOUN.test(word) || isCovered(mentions, at)) continue;
    const near = hasHangul(word)
      ? words.slice(at + 1, at + 1 + ASKED_NEAR)
      : words.slice(Math.max(0, at - ASKED_NEAR), at + 1 + ASKED_NEAR);
    const named = mentions.findLast(({ to }) => to <= at);
    if (named && near.some((one) => askingKind(one) === 'define' || askingKind(one) === 'wonder')) meant.add(named);
  }
  return meant;
}

/**
 * Of the names in some talk the one that is asked about: beside a word that asks, rather than one that is set aside
 * (`도커 말고`), known (`파드는 알겠는데`), only compared with (`도커 같은`) or a place (`쿠버네티스에서`). An ordinary word
 * counts where the sentence asks what it is, is said of a lesson, names something that is no ordinary word, or speaks
 * of nothing else.
 */
export function findFocus(
  around: Around,
  { isOrdinary, isOther, isElsewhere, isOfOtherField, rarity }: Judge,
): Focus | undefined {
  const { mentions, words, begins } = around;
  const places = new Set(mentions.filter((mention) => isPlace(mention, words)));
  const isOnly = new Set(mentions.map(({ doc }) => doc)).size === 1;
  const isNamed = (at: number): boolean => isCovered(mentions, at);
  const ofLesson = words.some(hasHangul) && words.some((word) => askingKind(word) === 'class');
  // A row of nouns that has no verb and asks nothing, as is typed into a shop's search, is on what the others name.
  const others = words.filter((word, at) => !isNamed(at) && isOther(word));
  const isRow = others.length > MOST_OTHERS && others.length + mentions.length >= words.length;
  const ofSubject =
    ofLesson ||
    mentions.some((one) => one.sure === 1 && !isOrdinary(one)) ||
    !words.some((word, at) => !isNamed(at) && askingKind(word) === undefined && isOther(word));
  // 컨테이너 하우스, 자바 어노테이션: right beside a noun of another field it is a part of that one's name.
  const isPartOfOther = ({ from, to }: Mention): boolean =>
    (!begins[from] && isElsewhere(words[from - 1] ?? '')) || (!begins[to] && isElsewhere(words[to] ?? ''));
  const ofOtherField = !ofLesson && words.some((word, at) => !isNamed(at) && isOfOtherField(word));
  const scores = new Map<number, Omit<Focus, 'lead' | 'scores'> & { score: number }>();
  const meant = findMeant(around);
  let clause = 0;
  let read = 0;
  for (const mention of mentions) {
    for (; read <= mention.from; read++) if (begins[read]) clause++;
    const said = weigh(mention, around, (one) => places.has(one) && !places.has(mention));
    const isMeant = meant.has(mention) && said.asks === undefined && said.score >= 0;
    const { score, asks } = isMeant ? ({ score: WORTH.define, asks: 'define' } as const) : said;
    const isOf = words[mention.to] === 'of' && !isNamed(mention.to + 1) && !isNamed(mention.to + 2);
    const isAside = (places.has(mention) && !isOnly) || isOf;
    const known = scores.get(mention.doc);
    const isTerm = isAWord(mention, words);
    const worth =
      (isAside
        ? WORTH.place
        : score + (isTerm ? WORTH.term : 0) + (ONLY.test(words[mention.to - 1] ?? '') ? WORTH.only : 0)) +
      WORTH.clause * clause +
      WORTH.rare * rarity(mention);
    const defines = asks === 'define' && !isAside;
    scores.set(mention.doc, {
      doc: mention.doc,
      asTerm: isTerm,
      defines: defines || (known?.defines ?? false),
      ordinary: !ofLesson && isOrdinary(mention) && (known?.ordinary ?? true),
      sure:
        (known?.sure ?? false) ||
        (!isRow &&
          !isPartOfOther(mention) &&
          !(ofOtherField && !defines) &&
          (defines || isTerm || ofSubject || !isOrdinary(mention))),
      score: known === undefined ? worth : Math.max(known.score, worth) + WORTH.again,
    });
  }
  const [best, other] = Array.from(scores.values()).sort(
    (a, b) => Number(b.sure) - Number(a.sure) || b.score - a.score,
  );
  const all = new Map(Array.from(scores.values(), ({ doc, score }) => [doc, score]));
  return best && { ...best, lead: best.score - (other?.score ?? 0), scores: all };
}
