import { type Steps, stepwise } from '../core/steps.ts';
import { askingKind } from '../language/asking.ts';
import { asksToCompare, isFunctionWord, looksLikeVerb } from '../language/function-words.ts';
import { asInitials, jamo, otherLayout } from '../language/hangul.ts';
import { compact, normalize, words as wordsOf } from '../language/normalize.ts';
import { forms } from '../language/word-forms.ts';
import { asksForOne, besideOf } from './beside.ts';
import type { Material } from './carry.ts';
import { type Besides, type Contender, contendersOf } from './contenders.ts';
import { indexCoverage } from './coverage.ts';
import { isCovered } from './covers.ts';
import type { Document } from './document.ts';
import { ASKED, type Candidate, collectEvidence, convinces, nearlyNamed, SIMILAR } from './evidence.ts';
import { createFeatures } from './features.ts';
import { type Focus, findFocus, isPlace } from './focus.ts';
import { judgeOf, SURE_ENOUGH } from './judge.ts';
import type { Judged } from './learned/judge.ts';
import { type Naming, sayingsIn, type Target, weighSayings } from './learned/names-asked.ts';
import { indexLetterPairs } from './letter-pairs.ts';
import {
  createExactMentions,
  createNearest,
  findMentions,
  joinedNames,
  type Mention,
  SIDE_BY_SIDE,
} from './mentions.ts';
import { indexPhraseSimilarity } from './phrase-similarity.ts';
import { createMarkWords, namedIn } from './question.ts';
import { mayTell } from './removing.ts';
import { NONE, OFFERED, type Result, resultOf, type Scored } from './result.ts';
import { strangersIn } from './strangers.ts';
import { readWords, type Talk } from './talk.ts';
import { asksForTask, readTask } from './task-words.ts';
import { indexTasks, type TaskHit } from './tasks.ts';
import { createUnspaced } from './unspaced.ts';

/** What some talk is about. */
export interface Found extends Result {
  /** It is nothing but a name. */
  exact?: true;
  /** As a whole it is like the name of what most speaks for, misspelt or half typed. */
  isLikeAName?: true;
  /** A word beside the first match's name asks what that is. */
  defines?: true;
  /** Nothing but the first match's name speaks for it. */
  onlyNamed?: true;
  /** Its words as they were meant, and the names in them. */
  words: readonly string[];
  mentions: readonly Mention[];
  /** What the words around its names ask for, and all that it may be about, best first. */
  focus?: Focus | undefined;
  candidates?: readonly Candidate[];
  /** What was learned says of its words. */
  judged?: Judged | undefined;
  /** How it names what it names, and how much what was learned says for each that it may ask about. */
  naming?: Naming;
  asked?: ReadonlyMap<Target, number> | undefined;
}

export interface TalkSearch {
  /** What people ask in words. */
  find(text: string): Found;
  /** Does a text have a word that the course knows? */
  knows(text: string): boolean;
  /** The document whose name a text is, and nothing more. */
  named(text: string): number | undefined;
  /** What a half-typed question may become, best first, at most `most`. */
  complete(partial: string, most: number): Document[];
  /** The task that the words of a question ask for, best first. */
  findTasks(found: Pick<Found, 'words' | 'mentions'>): readonly TaskHit[];
  /** What is known of all that some talk may be about. */
  contend(found: Found, besides: Besides): Contender[];
  /** Makes all that the first question would wait for. */
  prepare(): Steps<void>;
}

/** What a course has learned from questions, as far as talk is read by it. */
interface Learned {
  /** See Weights. */
  sayings: Int8Array;
  judge(words: readonly string[]): Judged;
}

/** Longer questions are weighed as far as this; a student needs fewer words to describe a concept. */
const WEIGHED = 24;
/** Names are looked for as far as this: a lecture's sentence is longer. */
const READ = { letters: 600, words: 100 } as const;
/** Words of questions that are remembered. */
const REMEMBERED = 50_000;
/** Least score of a name that the whole question resembles, to answer with it. */
const RESEMBLES = 0.55;
/** A section whose phrase is as like the question as this is asked for, whatever names stand in it. */
const TOLD = 0.8;
/** By how much a section has to be more likely than a concept. */
const WIDE = { named: 0.2, told: 0.12 } as const;
/** Evidence below this says less than a name. */
const WEAK = 0.46;
/** Words of a question that sets names side by side without a word for it. */
const MOST_BESIDE = 12;
/** Syllables or letters of a name with its particles. */
const LONGEST_NAME = 30;
/** Words of a sentence that explains something without naming it, as lectures and textbooks do. */
const STATEMENT = 12;
/** Least score of what such a sentence explains. */
const EXPLAINED = 0.3;
/** 1장, 3 장, chapter 2: which chapter a question is on. */
function chapterIn(words: readonly string[]): number | undefined {
  const [, korean, english] = /(?:^| )(?:제 ?)?(\d{1,2}) ?(?:장|단원)|chapter (\d{1,2})/.exec(words.join(' ')) ?? [];
  const number = korean ?? english;
  return number === undefined ? undefined : Number(number);
}

/** Is it a word of its own, that neither asks nor does anything? */
const tellsByItself = (word: string): boolean =>
  !isFunctionWord(word) && askingKind(word) === undefined && !looksLikeVerb(word);

const isStatement = (words: readonly string[]): boolean =>
  words.length >= STATEMENT && /[가-힣]다$/.test(words.at(-1) ?? '') && !/니다$/.test(words.at(-1) ?? '');
/** By how much one name's words must ask for it more than another's. */
const LEAD = 2;
/** Score of a concept that is named in talk about other things, and of one that the talk asks for. */
const NAMED = { asked: 0.85, only: 0.7 } as const;
/** How many tasks are worth a look. */
const TASKS = 8;
/** A beginning shorter than this (keystrokes) may become anything. */
const BEGINNING = 3;

/**
 * Search over documents by name and by description. Names first: exact, by initial
 * consonants, with slips of the finger, half typed, in the other keyboard layout (names.ts, mentions.ts); then by what
 * the words mean and how much of the question that explains (coverage.ts, evidence.ts). Little explained means no
 * answer.
 */
export function indexTalk({ documents, words, named }: Material, learned?: Learned): TalkSearch {
  const { synonyms, keys, features, meanings } = words;
  const { names, phrases, tasks } = named;
  // What a plain name does not need is made with the first question that does.
  const meaning = stepwise(function* () {
    // Of a course's own words every one is remembered while its index is made, and of questions' the latest.
    const readers = { keys, features, read: createFeatures(synonyms, Number.POSITIVE_INFINITY) };
    const findExact = createExactMentions(names, Number.POSITIVE_INFINITY);
    const markWords = createMarkWords(Number.POSITIVE_INFINITY);
    const coverage = yield* indexCoverage(documents, readers, meanings);
    return {
      names,
      coverage,
      similarTo: yield* indexPhraseSimilarity(documents, { ...readers, findExact, markWords }, phrases),
      findExact: createExactMentions(names, REMEMBERED),
      // Made with the first question that may ask for one: it takes as long as all else.
      tasks: stepwise(() => indexTasks(documents, { ...readers, findExact, isKnown: coverage.knows }, tasks)),
      nearest: createNearest(names, REMEMBERED),
      markWords: createMarkWords(REMEMBERED),
    };
  });
  const isTerm = (doc: number): boolean => documents[doc]?.kind === 'term';

  // A section tells of much: a concept that the words speak for nearly as well is what they ask for, the more where one is named.
  const standing = ({ doc, score }: Scored, isNamed: boolean): number =>
    isTerm(doc) || score >= ASKED ? score : score - (isNamed ? WIDE.named : WIDE.told);

  const result = (candidates: readonly Scored[], answered: boolean, compares = false): Result =>
    resultOf(candidates, documents, { answered, compares });

  /** Documents that share a name: the closest for sure, the others after it. */
  const surely = (docs: readonly number[], score: number): Result =>
    result(
      docs.map((doc, i) => ({ doc, score: i === 0 ? score : Math.max(OFFERED, score - 0.3 - i * 0.05) })),
      true,
    );

  /** The question as a whole, without what only asks, as a name with a slip or one half typed. */
  function whole(asked: readonly string[]): Map<number, number> {
    const scores = new Map<number, number>();
    const take = (doc: number, score: number): void => void scores.set(doc, Math.max(score, scores.get(doc) ?? 0));
    const head = asked.slice(0, -1).join('');
    for (const last of forms(asked.at(-1) ?? '')) {
      const key = compact(head + last);
      for (const doc of names.exact(key).slice(0, 1)) take(doc, 0.97);
      for (const { doc, score } of names.resembling(key, 3)) take(doc, score * 0.95);
    }
    const key = compact(asked.join(''));
    if (jamo(key).length >= BEGINNING)
      for (const { doc, score } of names.beginning(key, 3)) take(doc, 0.6 + score * 0.38);
    return scores;
  }

  /** A question whose words are as they were meant. */
  function read(talk: Talk): Found {
    const { list: all, begins, asks } = talk;
    const list = all.slice(0, WEIGHED);
    const plain = { words: list, mentions: [] };
    const same = names.exact(compact(list.join('')));
    if (same.length > 0) return { ...surely(same, 1), exact: true, ...plain };
    const asked = list.filter((word) => !isFunctionWord(word) || names.exact(word).length > 0);
    const consonants = asInitials(asked.join('')) ?? asInitials(list.join(''));
    if (consonants !== undefined && consonants.length > 1)
      return { ...surely(names.byInitials(consonants), 0.9), ...plain };

    const index = meaning.get();
    const { coverage, similarTo, markWords } = index;
    const mentions = findMentions(all, index);
    const judge = judgeOf(all, { isName, isKnown: coverage.knows, rarity: coverage.rarity });
    const focus = findFocus({ words: all, begins, asks, mentions }, judge);
    const hits = mentions.filter(({ to }) => to <= list.length);
    const words = markWords(list, hits);
    const likeness = similarTo(words);
    const named = namedIn(words);
    // What a section tells of them says more than two of them side by side, unless just that was asked for.
    const told = Array.from(likeness).some(([doc, { score }]) => !isTerm(doc) && score >= TOLD);
    const compares = asksToCompare(list.join(' ')) && !(focus?.defines && focus.asTerm);
    const joined = joinedNames({ list }, hits, names);
    // A lecture's sentence names several things and explains another.
    const setsBeside =
      (compares || (joined.length > 1 && list.length <= MOST_BESIDE)) && !(told && (named.length > 2 || !compares));
    const several = joined.length > 1 ? joined : named;
    const nearly = several.length > 1 || !compares ? [] : nearlyNamed(words, coverage).filter(isTerm);
    const beside = setsBeside ? Array.from(new Set([...several, ...nearly])).slice(0, SIDE_BY_SIDE) : [];
    const naming = { ...talk, mentions, scores: focus?.scores ?? new Map(), isBeside: beside.length > 1 };
    const weighed = learned && mentions.length > 0 ? weighSayings(sayingsIn(naming), learned.sayings) : undefined;
    const judged = learned?.judge(all);
    const said = { words: all, mentions, naming, asked: weighed, judged };
    const joins = beside.length < 2 || asksForOne(weighed, compares) ? undefined : compares ? 'compared' : 'joined';
    // Of nothing but names there is nothing to learn.
    const saysMore = list.some((word, at) => !isCovered(hits, at) && !isFunctionWord(word) && !asksToCompare(word));
    const strangers = compares && named.length > 0 ? strangersIn(list, hits, coverage.isTold) : [];
    if (strangers.length > 0) {
      const scored = named.slice(0, SIDE_BY_SIDE).map((doc, i) => ({ doc, score: 0.95 - i * 0.01 }));
      return { ...result(scored, true, named.length > 1), ...said, strangers };
    }
    // whats the diff between a and b: it says itself what it compares.
    const isPlain = /\bdiff\w* between\b/.test(list.join(' ')) && several.length === 2;
    const sides = isPlain
      ? several
      : judged?.beside !== undefined && saysMore
        ? besideOf({ mentions, judged, beside: judged.beside, joins, isTerm }, SIDE_BY_SIDE)
        : joins
          ? beside
          : [];
    if (sides.length > 1) {
      const scored = sides.map((doc, i) => ({ doc, score: 0.95 - i * 0.01 }));
      return { ...result(scored, true, true), ...said };
    }
    // 쿠버네티스에서 카프카가 뭐야: what is asked for is not where it is.
    const rest = list.filter((word, at) => tellsByItself(word) && !isCovered(hits, at));
    const asksWhat = list.some((word) => askingKind(word) === 'define');
    const isOnlyPlaced = hits.length > 0 && hits.every((one) => isPlace(one, list));
    if (isOnlyPlaced && asksWhat && rest.length === 1 && !coverage.isTold(rest[0] ?? '')) return { ...NONE, ...said };
    const candidates = collectEvidence(words, coverage, likeness);
    const chapter = chapterIn(list);
    if (chapter !== undefined)
      for (const doc of candidates.keys()) if ((documents[doc]?.chapter ?? chapter) !== chapter) candidates.delete(doc);
    const resembled = whole(asked);
    for (const [doc, score] of resembled) {
      const known = candidates.get(doc);
      if (known === undefined || known.score < score)
        candidates.set(doc, { doc, score, words: known?.words ?? 1, like: known?.like ?? 0 });
    }
    const ranked = Array.from(candidates.values()).sort(
      (a, b) => standing(b, named.length > 0) - standing(a, named.length > 0) || a.doc - b.doc,
    );
    const first = ranked[0];
    const best = first?.score ?? 0;
    const resembles = best >= RESEMBLES && best === Math.max(0, ...resembled.values());
    const isLikeAName = (resembled.get(first?.doc ?? -1) ?? 0) >= RESEMBLES;
    const known = { ...said, focus, candidates: ranked, ...(isLikeAName ? { isLikeAName } : {}) };
    // 서비스가 가리키는 파드들의 주소를 나누어 저장한다: what it names is not what it explains.
    const explained = isStatement(all) && !focus?.defines ? ranked.filter(({ doc }) => !named.includes(doc)) : [];
    if ((explained[0]?.score ?? 0) >= EXPLAINED) return { ...result([...explained, ...ranked], true), ...known };
    // 크롬 시크릿 모드 여는 법: beside a word of another field a name that other things have as well is none of ours.
    const isElsewhere =
      mentions.every(judge.isOrdinary) &&
      all.some((word) => judge.isOfOtherField(word) && !coverage.match(word).found.has(first?.doc ?? -1));
    const convincing = resembles || (!isElsewhere && convinces(first, words, coverage));
    const weak = !convincing || (best < WEAK && (first?.like ?? 0) < SIMILAR && isTerm(first?.doc ?? 0));
    // Of two that are named the one that is asked for.
    const isOutdone = focus !== undefined && focus.lead >= LEAD && named.includes(first?.doc ?? -1);
    // A section may have a phrase that asks for several things at once.
    const isAsked = best >= ASKED && (isOutdone || isTerm(first?.doc ?? 0));
    if (focus?.sure && (weak || ((focus.defines || isOutdone) && !isAsked))) {
      const others = ranked.filter(({ doc }) => doc !== focus.doc);
      const score = Math.max(best, focus.defines ? NAMED.asked : NAMED.only);
      const found = result([{ doc: focus.doc, score }, ...others], true);
      return {
        ...found,
        ...known,
        ...(focus.defines ? { defines: true } : focus.lead < LEAD ? { onlyNamed: true } : {}),
      };
    }
    const defines = focus?.defines && focus.doc === first?.doc;
    return { ...result(ranked, convincing), ...known, ...(defines ? { defines } : {}) };
  }

  const isName = (word: string): boolean => forms(word).some((form) => names.exact(form).length > 0);
  const isNear = (word: string): boolean => (names.resembling(word, 1)[0]?.score ?? 0) >= SURE_ENOUGH;
  const split = createUnspaced(
    names,
    (word) => isName(word) || (word.length <= LONGEST_NAME && forms(word).some(isNear)),
  );
  const isSpoken = (word: string): boolean =>
    isFunctionWord(word) || meaning.get().coverage.knows(word) || isName(word);

  /** A word typed in the other layout; a particle after it may have been typed in the right one (`ㅔㅐㅇ가`). */
  function meantBy(word: string): string {
    const swapped = forms(word).flatMap((form) => otherLayout(form) ?? []);
    return swapped.find((one) => names.exact(one).length > 0) ?? swapped[0] ?? word;
  }

  const find = (query: string): Found => {
    // Folding can only shorten, by at most a few marks a letter.
    const text = normalize(query.slice(0, READ.letters * 4)).slice(0, READ.letters);
    const talk = readWords(text, READ.words, split);
    const { list } = talk;
    if (list.length === 0) return { ...NONE, words: [], mentions: [] };
    const typed = read(talk);
    if (typed.exact) return typed;
    const meant = list.map((word) => (isSpoken(word) ? word : meantBy(word)));
    if (meant.every((word, i) => word === list[i])) return typed;
    // tkdlemzk 컨테이너: what is no word is a name in the other layout, whatever is named beside it.
    const isMeant = meant.some((word, i) => word !== list[i] && isName(word));
    if (typed.answered && !isMeant) return typed;
    const other = read(readWords(meant.join(' '), READ.words, (word) => [word]));
    if (isMeant && other.answered) return other;
    return (other.matches[0]?.score ?? 0) > (typed.matches[0]?.score ?? 0) ? other : typed;
  };

  const letters = stepwise(() => indexLetterPairs(documents, words.pairs, words.letters));

  return {
    find,
    knows: (text) => wordsOf(normalize(text)).some((word) => meaning.get().coverage.knows(word) || isName(word)),
    named: (text) => names.exact(compact(normalize(text)))[0],
    contend: (found, besides) =>
      contendersOf(found, besides, { coverage: meaning.get().coverage, compareLetters: letters.get() }),
    *prepare() {
      yield* meaning.steps();
      yield* letters.steps();
      yield* meaning.get().tasks.steps();
    },
    findTasks({ words, mentions }) {
      const said = readTask(words, mentions);
      const find = meaning.get().tasks.get();
      // What an author has written word for word is always meant.
      const isMeant = asksForTask(said) || find.isWritten(said, words);
      const near = isMeant ? find(said, words, TASKS) : [];
      const hits = asksForTask(said) ? near : near.filter(({ verbatim }) => verbatim);
      const phrasesOf = ({ doc, task }: TaskHit): readonly string[] => documents[doc]?.tasks[task] ?? [];
      return hits.filter((hit) => hit.kind !== 'task' || hit.verbatim || mayTell(phrasesOf(hit), words));
    },
    complete(partial: string, most: number): Document[] {
      const key = compact(normalize(partial));
      const consonants = asInitials(key);
      const typed = consonants === undefined ? names.beginning(key, most) : names.beginningInitials(consonants, most);
      const begun = typed.flatMap(({ doc }) => documents[doc] ?? []);
      const found = find(partial).matches.map((match) => match.document);
      return Array.from(new Set([...begun, ...found])).slice(0, most);
    },
  };
}
