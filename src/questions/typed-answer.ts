import { hasHangul } from '../language/hangul.ts';
import { compact } from '../language/normalize.ts';
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

/**
 * Is it the accepted answer with slips of the finger? They are looked for word by word, so that those forgiven in a long
 * command cannot turn one word of it into another.
 */
function isNearly(given: Compared, wanted: Wanted): boolean {
  if (given.key === '' || (wanted.marks !== '' && given.marks !== wanted.marks)) return false;
  if (given.parts.length === wanted.parts.length)
    return wanted.parts.every((word, i) => isSlip(given.parts[i] ?? '', word));
  return given.flags === wanted.flags && isSlip(given.key, wanted.key, 1);
}

/** An answer without the particles or the plural of its last word, all the ways it may be meant; as it is first. */
function forms(text: string): Compared[] {
  const at = text.lastIndexOf(' ') + 1;
  return nouns(text.slice(at))
    .flatMap(singulars)
    .map((word) => comparedOf(text.slice(0, at) + word));
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

/** The accepted answer that one reading means; the first where it is another name of it. */
function findIn(reading: string, question: Accepting): string | undefined {
  const known = readAccepted(question);
  const all = [reading, ...withoutAsked(reading, known)].map(forms);
  const meant = all.flat();
  const accepted = [...known.wanted, ...known.filled];
  const same = accepted.find((wanted) => meant.some((one) => isSame(one, wanted)));
  if (same) return same.answer;
  if (meant.some(({ key }) => known.names.has(key))) return question.accept[0];
  if (meant.some(({ key }) => known.others.has(key))) return undefined;
  // `컨테이너요` is no slip of 컨테이너드: without its ending it is another word, with which the name begins.
  const shorter = all.flatMap(([, ...others]) => others.filter(({ key }) => key.length > 1 && hasHangul(key)));
  return accepted.find(
    (wanted) => !shorter.some(({ key }) => wanted.key.startsWith(key)) && meant.some((one) => isNearly(one, wanted)),
  )?.answer;
}

/** A name with the other language's beside it: `파드(Pod)`. */
const TWICE = /^([^()]+)\(([^()]+)\)$/;

/** The accepted answer that a student means; undefined for a wrong one. */
export function findAccepted(question: Accepting, answer: string): string | undefined {
  const { numbers, units } = readAccepted(question);
  if (numbers.length > 0) {
    const given = numbersIn(question.ask, units, answer);
    if (given.some((value) => numbers.includes(value))) return question.accept[0];
    if (given.length > 0) return undefined;
  }
  for (const reading of answerReadings(answer)) {
    const [, name = '', beside = ''] = TWICE.exec(reading) ?? [];
    const isTwice = name !== '' && findIn(beside.trim(), question) !== undefined;
    const found = findIn(reading, question) ?? (isTwice ? findIn(name.trim(), question) : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}
