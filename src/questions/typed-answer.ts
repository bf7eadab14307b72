import type { Localized } from '../core/locale.ts';
import { memoizePer } from '../language/memoize.ts';
import { compact, normalize } from '../language/normalize.ts';
import { numeral } from '../language/numerals.ts';
import { nouns, singulars } from '../language/particles.ts';
import { answerReadings } from './framing.ts';
import { COUNTERS, numbersIn, unitNames, wordsOf } from './numbers.ts';
import { isSlip } from './slips.ts';

/** What a typed answer is held against. */
export interface Accepting {
  ask: Localized;
  code?: string | undefined;
  accept: readonly string[];
  /** What else the answer is called: right where it is typed so. */
  names?: readonly string[] | undefined;
}

/** One accepted answer, as it is compared. */
interface Wanted {
  /** As its author wrote it. */
  answer: string;
  /** Folded, in lower case. */
  name: string;
  /** Its words and parts of words, compacted: `CRI-O` -> cri, o; `claimName` -> claim, name. */
  pieces: readonly string[];
  marks: string;
}

const parts = (text: string): string[] => text.split(' ').map(compact).filter(Boolean);

/** `kubectl get pods -A` -> `-a`: one letter, and another command. */
const flags = (text: string): string => (text.match(/(?<=^| )-\S+/g) ?? []).join(' ');

/** What makes a path, an address or a name of several parts: `~/.kube/config` is no `kubeconfig`. */
const marksOf = (text: string): string => text.replace(/(?<![./:])[./:]+$/, '').replace(/[^./\\:=@~$%|<>]/g, '');

/** Answers in full where the question leaves a blank: `kubectl ____ -f web.yaml`, `  ______: score-data`. */
function filledIn({ ask, code = '', accept }: Accepting): string[] {
  const spans = [ask.ko, ask.en].flatMap((text) => Array.from(text.matchAll(/`([^`]+)`/g), ([, span = '']) => span));
  const blanks = [...spans, ...code.split('\n')].filter((line) => line.split(/_{3,}/).length === 2).slice(0, 4);
  return blanks.flatMap((line) =>
    accept.flatMap((answer) => {
      const whole = line.trim().replace(/^[$#-] /, '');
      return [whole, whole.replace(/(_{3,}).*/, '$1')].map((one) => one.replace(/_{3,}/, () => answer));
    }),
  );
}

const wantedOf = (answer: string): Wanted => {
  const folded = normalize(answer);
  const pieces = folded
    .split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u)
    .map(compact)
    .filter(Boolean);
  const name = folded.toLowerCase();
  return { answer, name, pieces, marks: marksOf(name) };
};

/** What a question accepts, worked out once. */
const read = memoizePer((question: Accepting) => {
  const { ask, code, accept, names = [] } = question;
  const wanted = accept.map(wantedOf);
  const numbers = wanted.flatMap(({ name }) => numeral(name) ?? []);
  // The units that its author counts in: `20%`, `4 pods`.
  const units = accept.flatMap((one) => /^[\d.,]+ ?(\D+)$/.exec(normalize(one).toLowerCase())?.[1] ?? []);
  return {
    ...{ wanted, numbers, filled: filledIn(question).map(wantedOf) },
    units: unitNames(units.includes('%') ? units : [...COUNTERS, ...units]),
    names: new Set(names.map(compact)),
    // What the question itself says is no slip of its answer: `container` for containerd.
    said: new Set(`${ask.ko} ${ask.en} ${code ?? ''}`.split(/\s+/).map(compact)),
    asked: wordsOf(ask),
  };
});

/** Word by word, so that the slips forgiven in a long command cannot turn one word of it into another. */
function sameWords(given: readonly string[], wanted: readonly string[]): boolean {
  return given.length === wanted.length && wanted.every((word, index) => isSlip(given[index] ?? '', word));
}

/** Is it the name without its first or its last piece (`cri` for CRI-O)? */
const lacksPiece = (given: string, pieces: readonly string[]): boolean =>
  pieces.length > 1 && [pieces.slice(1), pieces.slice(0, -1)].some((rest) => rest.join('') === given);

/** `-c web`, `--container=web`: an option with what it is given. */
const isFlag = (given: string, { name }: Wanted): boolean =>
  /^--?[a-z]/.test(name) && given.startsWith(name) && /^(?: |=)[^\s-]\S*$/.test(given.slice(name.length));

function accepts(given: string, wanted: Wanted, isSaid: boolean): boolean {
  const { name, pieces, marks } = wanted;
  if (compact(given) === '') return given === name;
  if (marks !== '' && marksOf(given) !== marks) return false;
  const whole = compact(given);
  const key = compact(name);
  if (whole === key || isFlag(given, wanted)) return true;
  if (isSaid || lacksPiece(whole, pieces)) return false;
  if (sameWords(parts(given), parts(name))) return true;
  return parts(given).length !== parts(name).length && flags(given) === flags(name) && isSlip(whole, key, 1);
}

/** An answer without the particles or the plural of its last word, all the ways it may be meant. */
function forms(text: string): string[] {
  const at = text.lastIndexOf(' ') + 1;
  return nouns(text.slice(at))
    .flatMap(singulars)
    .map((word) => text.slice(0, at) + word);
}

/** Without words of the question around it: `busan-web 클러스터`, `kubectl exec -c`, `deletionTimestamp 필드`. */
function withoutAsked(reading: string, { asked, wanted }: ReturnType<typeof read>): string[] {
  // Where the question names what may be right, two of its words are two answers.
  if (wanted.some(({ name }) => asked.has(name))) return [];
  const isAsked = (word: string | undefined): boolean =>
    word !== undefined && nouns(compact(word)).some((one) => asked.has(one));
  const words = reading.split(' ');
  const first = words.findIndex((word) => !isAsked(word));
  const last = words.findLastIndex((word) => !isAsked(word));
  return first < 0 || (first === 0 && last === words.length - 1) ? [] : [words.slice(first, last + 1).join(' ')];
}

/** The accepted answer that one reading means; the first where it is another name of it. */
function findIn(reading: string, question: Accepting): string | undefined {
  const known = read(question);
  const meant = [reading, ...withoutAsked(reading, known)].flatMap(forms);
  const found = [...known.wanted, ...known.filled].find((wanted) =>
    meant.some((one) => accepts(one, wanted, known.said.has(compact(one)))),
  );
  if (found) return found.answer;
  return meant.some((one) => known.names.has(compact(one))) ? question.accept[0] : undefined;
}

/** A name with the other language's beside it: `파드(Pod)`. */
const TWICE = /^([^()]+) ?\(([^()]+)\)$/;

/** The accepted answer that a student means; undefined for a wrong one. */
export function findAccepted(question: Accepting, answer: string): string | undefined {
  const { numbers, units } = read(question);
  if (numbers.length > 0) {
    const given = numbersIn(question.ask, units, answer);
    if (given.some((value) => numbers.includes(value))) return question.accept[0];
    if (given.length > 0) return undefined;
  }
  for (const reading of answerReadings(answer)) {
    const [, name, beside] = TWICE.exec(reading) ?? [];
    const found =
      findIn(reading, question) ??
      (name !== undefined && beside !== undefined && findIn(beside.trim(), question) !== undefined
        ? findIn(name.trim(), question)
        : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}
