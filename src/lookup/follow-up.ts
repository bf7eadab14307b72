import type { Caller } from '../core/command/command.ts';
import type { Context } from '../course/context.ts';
import { askingKind, asksForExample, asksForWritten, isWritten } from '../language/asking.ts';
import { asksToCompare, isFunctionWord, looksLikeVerb } from '../language/function-words.ts';
import { hasHangul } from '../language/hangul.ts';
import { intentOf } from '../language/intents.ts';
import { memoizePer } from '../language/memoize.ts';
import { normalize, words } from '../language/normalize.ts';
import { doingOf } from '../language/verbs.ts';

/** Milliseconds that a concept is remembered: a conversation of later is another one. */
const REMEMBERED = 10 * 60_000;
/** People whose last concept is remembered, those of longest ago forgotten first. */
const MOST = 10_000;

interface Seen {
  /** Of one, or of those that were set side by side. */
  ids: readonly string[];
  /** Those that were set side by side last, which outlast what was seen since. */
  sides: readonly string[];
  /** Epoch milliseconds. */
  at: number;
}

const seenIn = memoizePer((_: Context) => new Map<string, Seen>());

const placeOf = ({ id, channel = '' }: Caller): string => `${id} ${channel}`;

/** Remembers what this person saw in this place. */
export function rememberSeen(ids: readonly string[], caller: Caller, context: Context): void {
  const seen = seenIn(context);
  const place = placeOf(caller);
  const sides = ids.length > 1 ? ids : (lastSeen(caller, context)?.sides ?? []);
  seen.delete(place);
  seen.set(place, { ids, sides, at: context.now().epochMilliseconds });
  const [oldest] = seen.keys();
  if (seen.size > MOST && oldest !== undefined) seen.delete(oldest);
}

/** What this person saw last in this place, within ten minutes: ids of concepts and sections. */
export function lastSeen(caller: Caller, context: Context): Seen | undefined {
  const known = seenIn(context).get(placeOf(caller));
  return known && context.now().epochMilliseconds - known.at <= REMEMBERED ? known : undefined;
}

/** A pronoun, and what may stand behind it; `그 파일`, `the file` are one with their noun. */
const KOREAN =
  /(^|\s)(그거|그것|그게|그걸|그건|거기|이거|이것|이게|이걸|이건|저거|저게|걔|얘)(랑|하고|는|은|도|를|을|가|이|의|에|에서|에다|로|만)?(?=\s|$|[?.!,])/;
const ENGLISH = /\b(it|that|this|they|them|those|these)\b/i;

/** 내일 비와: what everybody talks about, and no concept is asked for by. */
const SMALL_TALK =
  /^(?:내일|모레|글피|어제|그저께|주말|방학|비[와오가]|눈[와오]|날씨|배고[파프픈]|졸[려리린]|심심|뭐해|머해|tomorrow|tonight|weekend|rain(?:s|ing|y)?|snow(?:s|ing|y)?|weather|hungry|sleepy)/;
const isSmallTalk = (list: readonly string[]): boolean => list.some((word) => SMALL_TALK.test(word));

/** `에서`, `에는`: it tells where something is. */
const isPlace = (word: string): boolean => /[가-힣](?:에서|에|에는|에서는|에도|에서도)$/.test(word);

/** Letters and words that are looked at: what is said right after an answer is short, and a file may be long. */
const READ = { letters: 1000, words: 100 } as const;

const read = (question: string): string => normalize(question.slice(0, READ.letters));
/** The words of what is said after an answer. */
export const wordsIn = (question: string): string[] => words(read(question)).slice(0, READ.words);

/** Does a word say nothing of its own, but only that something is asked, done or wrong? */
export const saysNothing = (word: string): boolean =>
  isFunctionWord(word) ||
  looksLikeVerb(word) ||
  askingKind(word) !== undefined ||
  doingOf(word) !== undefined ||
  intentOf(word) !== undefined ||
  asksForExample([word]);

/** How many words of a question say something of their own: none of `왜 필요한데?`, `예제 하나만 더`. */
export const countOwnWords = (question: string): number =>
  wordsIn(question).filter((word) => !saysNothing(word)).length;

/** Between two sides of a comparison, or at the end of the first. */
const BETWEEN = /^(?:vs|versus|and|or|와|과|랑|이랑|하고|아니면|또는)$/;
const FIRST_SIDE = /[가-힣a-z](?:와|과|랑|하고|이냐|냐)$/i;

/** Does a comparison name or tell both of its sides, rather than one that is set beside what was seen before? */
export function setsTwo(question: string): boolean {
  const all = wordsIn(question);
  const isAny = (word: string): boolean => !BETWEEN.test(word) && !asksToCompare(word);
  // apply vs create, logs랑 describe: between two words for a comparison, and in Latin letters among Korean, any word is a side.
  const isVersus = all.some((word) => /^(?:vs|versus)$/.test(word));
  const isTerm = (word: string): boolean => hasHangul(question) && /^[a-z]/.test(word);
  const isSide = (word: string): boolean => isAny(word) && (isVersus || isTerm(word) || !saysNothing(word));
  return all.some((word, at) => {
    const behind = all.slice(at + 1);
    if (BETWEEN.test(word)) return all.slice(0, at).some(isSide) && behind.some(isSide);
    return FIRST_SIDE.test(word) && !isFunctionWord(word) && behind.some(isSide);
  });
}

/** describe는 언제 써: among Korean words one in Latin letters is what is spoken of. */
const isLatinTerm = (word: string, question: string): boolean => /^[a-z]{3,}/.test(word) && hasHangul(question);

/** Does it say nothing of its own but what is asked? */
export function isElliptic(question: string): boolean {
  const all = wordsIn(question);
  return all.length > 0 && all.every((word) => saysNothing(word) && !isLatinTerm(word, question)) && !isSmallTalk(all);
}

/** What denies the word behind it says nothing by itself. */
const DENIES = /^[안못]$/;

/** How many words tell of something: two of `죽으면 다시 살려 주는 거`, which is a question of its own. */
export const countTelling = (question: string): number =>
  wordsIn(question).filter((word) => !isFunctionWord(word) && !DENIES.test(word)).length;

/** Does it ask for nothing but an example, or for what is written: `yaml 보여줘`, `예시는?` */
export function asksForExampleAlone(question: string): boolean {
  const all = wordsIn(question);
  const isAsked = (word: string): boolean => asksForExample([word]) || isWritten(word);
  return (asksForExample(all) || asksForWritten(all)) && all.every((word) => isAsked(word) || isFunctionWord(word));
}

/** 두 번째 거, the first one: one of those that stand side by side, by its place. */
const PLACES: readonly RegExp[] = [
  /첫 ?(?:번째|째) ?(?:거|것|게|꺼|건|걸)?|(?<![가-힣])(?:전자)(?=$|[\s은는이가를의도])|\b(?:the )?(?:first|former)(?: one)?\b/i,
  /(?:두 ?번째|둘째) ?(?:거|것|게|꺼|건|걸)?|(?<![가-힣])(?:후자)(?=$|[\s은는이가를의도])|\b(?:the )?(?:second|latter)(?: one)?\b/i,
];

/** Which of things side by side a question speaks of by its place, from 0, and the question with a name in place of that. */
export function readPlace(question: string): { place: number; named(name: string): string } | undefined {
  const place = PLACES.findIndex((pattern) => pattern.test(question));
  const pattern = PLACES[place];
  return pattern && { place, named: (name) => question.replace(pattern, () => name) };
}

/**
 * Does it speak of something by a pronoun that stands for nothing in the question itself? `I keep hearing observability,
 * what does it mean` says before what it speaks of.
 */
export function refersBack(question: string): boolean {
  const text = read(question);
  if (isSmallTalk(words(text))) return false;
  const at = KOREAN.exec(text)?.index ?? ENGLISH.exec(text)?.index;
  // 파드에서 그거 어떻게 써: a place is not what is spoken of.
  return at !== undefined && words(text.slice(0, at)).every((word) => saysNothing(word) || isPlace(word));
}

/** The question with a name in place of its pronoun, or before it where it has none. */
export function withName(question: string, name: string): string {
  const text = read(question);
  if (KOREAN.test(text))
    return text.replace(KOREAN, (_, before: string, __, particle = '') => `${before}${name}${particle}`);
  if (ENGLISH.test(text)) return text.replace(ENGLISH, name);
  return `${name} ${text}`;
}
