import { hasHangul } from '../language/hangul.ts';
import { compact, normalize } from '../language/normalize.ts';
import { nouns, singulars } from '../language/particles.ts';
import { type Accepted, type Accepting, type Compared, comparedOf, readAccepted, type Wanted } from './accepted.ts';
import { answerReadings } from './framing.ts';
import { numbersIn } from './numbers.ts';
import { isSlip } from './slips.ts';

/** `-c web`, `--container=web`: an option with what it is given. */
const isFlag = (given: string, wanted: string): boolean =>
  /^--?[a-z]/.test(wanted) && given.startsWith(wanted) && /^(?: |=)[^\s-]\S*$/.test(given.slice(wanted.length));

/** Is it the accepted answer to the letter, but for case, spaces, hyphens and what an option is given? */
function isSame(given: Compared, wanted: Wanted): boolean {
  if (given.key === '') return given.text === wanted.text;
  if (wanted.marks !== '' && given.marks !== wanted.marks) return false;
  return given.key === wanted.key || isFlag(given.text, wanted.text);
}

/** Can it be the accepted answer at all? In code an option has its hyphens, and a plural is another word (`replica: 3`). */
function isPossible(given: Form, wanted: Wanted, inCode: boolean): boolean {
  if (given.isPlural && (inCode || wanted.exact.includes(true))) return false;
  return !inCode || !wanted.text.startsWith('-') || /^[-–—]/.test(given.text);
}

const arePlurals = (one: string, other: string): boolean => `${one}s` === other || one === `${other}s`;

/**
 * Is it the accepted answer with slips of the finger? They are looked for word by word, so that those forgiven in a long
 * command cannot turn one word of it into another. A name with digits or marks (`shop-6c8f5d9b7c`, `DB_HOST`, a path)
 * has none: with another letter it names another thing.
 */
function isNearly(given: Compared, wanted: Wanted, inCode: boolean): boolean {
  if (given.key === '' || (wanted.marks !== '' && given.marks !== wanted.marks)) return false;
  if (given.parts.length !== wanted.parts.length)
    return !wanted.exact.includes(true) && given.flags === wanted.flags && isSlip(given.key, wanted.key, 1);
  return wanted.parts.every((word, i) => {
    const one = given.parts[i] ?? '';
    return wanted.exact[i] || (inCode && arePlurals(one, word)) ? one === word : isSlip(one, word);
  });
}

/** What an answer may be meant as, and whether its last word was taken for a plural. */
type Form = Compared & { isPlural: boolean };

/** An answer without the particles or the plural of its last word, all the ways it may be meant; as it is first. */
function forms(text: string): Form[] {
  const at = text.lastIndexOf(' ') + 1;
  return nouns(text.slice(at))
    .flatMap((noun) => singulars(noun).map((word) => ({ word, isPlural: word !== noun })))
    .map(({ word, isPlural }) => ({ ...comparedOf(text.slice(0, at) + word), isPlural }));
}

/** Without words of the question around it: `busan-web 클러스터`, `kubectl exec -c`, `deletionTimestamp 필드`. */
function withoutAsked(reading: string, { asked, wanted }: Accepted): string[] {
  // Where the question names what may be right, two of its words are two answers.
  if (wanted.some(({ text }) => asked.has(text))) return [];
  const isAsked = (word: string): boolean => nouns(compact(word)).some((one) => asked.has(one));
  const words = reading.split(' ');
  const first = words.findIndex((word) => !isAsked(word));
  const last = words.findLastIndex((word) => !isAsked(word));
  return first < 0 || (first === 0 && last === words.length - 1) ? [] : [words.slice(first, last + 1).join(' ')];
}

/** What is left of a reading in the others, which are shorter: `컨테이너` of `컨테이너임`. */
const shorterOf = (reading: string, readings: readonly string[]): string[] =>
  readings.filter((one) => one.length < reading.length && reading.startsWith(one)).map(compact);

/** The accepted answer that one reading means; the first where it is another name of it. */
function findIn(reading: string, question: Accepting, readings: readonly string[]): string | undefined {
  const known = readAccepted(question);
  const { inCode } = known;
  const all = [reading, ...withoutAsked(reading, known)].map(forms);
  const meant = all.flat();
  const accepted = [...known.wanted, ...known.filled];
  const same = accepted.find((wanted) => meant.some((one) => isPossible(one, wanted, inCode) && isSame(one, wanted)));
  if (same) return same.answer;
  if (meant.some(({ key }) => known.names.has(key))) return question.accept[0];
  if (meant.some(({ key }) => known.others.has(key))) return undefined;
  // `컨테이너요` is no slip of 컨테이너드: without its ending it is another word, with which the name begins.
  const shorter = [...all.flatMap(([, ...others]) => others.map(({ key }) => key)), ...shorterOf(reading, readings)];
  const words = shorter.filter((key) => key.length > 1 && hasHangul(key));
  return accepted.find(
    (wanted) =>
      !words.some((key) => wanted.key.startsWith(key)) &&
      meant.some((one) => isPossible(one, wanted, inCode) && isNearly(one, wanted, inCode)),
  )?.answer;
}

/** A name with the other language's beside it: `파드(Pod)`. */
const TWICE = /^([^()]+)\(([^()]+)\)$/;

/** Options of one letter each, `-it`, in which case counts: `journalctl -U` is no `-u`. */
const letters = (text: string): string[] => normalize(text).match(/(?<![\p{L}\d-])-[a-z]+(?![\w-])/giu) ?? [];

/** Has it an accepted option in another case? */
function hasOtherCase({ accept }: Accepting, answer: string): boolean {
  const wanted = accept.flatMap(letters);
  const folded = wanted.map((one) => one.toLowerCase());
  return letters(answer).some((one) => !wanted.includes(one) && folded.includes(one.toLowerCase()));
}

/** The accepted answer that a student means; undefined for a wrong one. */
export function findAccepted(question: Accepting, answer: string): string | undefined {
  const { numbers, units } = readAccepted(question);
  if (hasOtherCase(question, answer)) return undefined;
  if (numbers.length > 0) {
    const given = numbersIn(question.ask, units, answer);
    if (given.some((value) => numbers.includes(value))) return question.accept[0];
    if (given.length > 0) return undefined;
  }
  const readings = answerReadings(answer);
  const find = (reading: string): string | undefined => findIn(reading, question, readings);
  for (const reading of readings) {
    const [, name = '', beside = ''] = TWICE.exec(reading) ?? [];
    const isTwice = name !== '' && find(beside.trim()) !== undefined;
    const found = find(reading) ?? (isTwice ? find(name.trim()) : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}
