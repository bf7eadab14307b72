import type { Localized } from '../core/locale.ts';
import { memoizePer } from '../language/memoize.ts';
import { compact, normalize } from '../language/normalize.ts';
import { numeral } from '../language/numerals.ts';
import { COUNTERS, unitNames, wordsOf } from './numbers.ts';

/** What a typed answer is held against. */
export interface Accepting {
  ask: Localized;
  code?: string | undefined;
  accept: readonly string[];
  /** What else the answer is called: right where it is typed so. */
  names?: readonly string[] | undefined;
  /** What other things are called: wrong, however near it is. */
  unlike?: readonly string[] | undefined;
}

/** A text as it is compared: folded and in lower case, without what does not count, and by its words. */
export interface Compared {
  text: string;
  key: string;
  parts: readonly string[];
  /** `kubectl get pods -A` -> `-a`: one letter, and another command. */
  flags: string;
  /** What makes a path, an address or a name of several parts: `~/.kube/config` is no `kubeconfig`. */
  marks: string;
}

/** One accepted answer. */
export interface Wanted extends Compared {
  /** As its author wrote it. */
  answer: string;
  /** Its words that are taken to the letter alone: those with a digit or a mark of a path or a name, and fields (`envFrom`). */
  exact: readonly boolean[];
}

/** Blanks of a question that are filled in. */
const BLANKS = 4;

export const comparedOf = (text: string): Compared => ({
  text,
  key: compact(text),
  parts: text.split(' ').map(compact).filter(Boolean),
  flags: (text.match(/(?<=^| )-\S+/g) ?? []).join(' '),
  marks: text.replace(/(?<![./:])[./:]+$/, '').replace(/[^./\\:=@~$%|<>]/g, ''),
});

function wantedOf(answer: string): Wanted {
  const written = normalize(answer);
  const words = written.split(' ').filter((word) => compact(word) !== '');
  const exact = words.map((word) => /\d|[./\\:=@~$%|<>_]|^[a-z]+[A-Z]/.test(word));
  return { answer, ...comparedOf(written.toLowerCase()), exact };
}

/** Is the answer typed into a blank of code, where it has to be code itself? */
export const isInCode = ({ ask, code = '' }: Pick<Accepting, 'ask' | 'code'>): boolean =>
  /_{3}/.test(code) || [ask.ko, ask.en].some((text) => /`[^`]*?_{3}/.test(text.replace(/`[^`_]*`/g, '')));

/** Words and parts of words, compacted: `CRI-O` -> cri, o; `claimName` -> claim, name. */
const piecesOf = (answer: string): string[] =>
  normalize(answer)
    .split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u)
    .map(compact)
    .filter(Boolean);

/** A name without one of its pieces: `cri` for CRI-O, `deployment/web` for `deployment/dev-web`. */
const withoutPiece = (pieces: readonly string[]): string[] =>
  pieces.length < 2 ? [] : pieces.map((_, i) => pieces.toSpliced(i, 1).join(''));

/** Answers in full where the question leaves a blank (`kubectl ____ -f web.yaml`), or has them in a line (`debug: true`). */
function filledIn({ ask, code = '', accept }: Accepting): Wanted[] {
  const spans = [ask.ko, ask.en].flatMap((text) => Array.from(text.matchAll(/`([^`]+)`/g), ([, span = '']) => span));
  const lines = [...spans, ...code.split('\n')].map((line) => line.trim().replace(/^[$#-] /, ''));
  const blanks = lines
    .filter((line) => line.split(/_{3,}/).length === 2)
    .slice(0, BLANKS)
    .flatMap((line) => [line, line.replace(/(_{3,}).*/, '$1'), line.replace(/^[^_]*/, '')]);
  return accept.flatMap((answer) => {
    const filled = blanks.map((line) => line.replace(/_{3,}/, () => answer));
    const said = lines.filter((line) => line.startsWith(`${answer}: `) || line.endsWith(`: ${answer}`));
    // The marks around a blank are the question's: an answer may leave them out.
    return [...filled, ...said].map((line) => ({ ...wantedOf(line), answer, marks: '' }));
  });
}

/** What a question accepts, worked out once. */
export const readAccepted = memoizePer((question: Accepting) => {
  const { ask, code = '', accept, names = [], unlike = [] } = question;
  const wanted = accept.map(wantedOf);
  // The units that its author counts in: `20%`, `4 pods`.
  const units = wanted.flatMap(({ text }) => /^[\d.,]*\d ?([^\d.,]\D*)$/.exec(text)?.[1] ?? []);
  return {
    wanted,
    filled: filledIn(question),
    numbers: wanted.flatMap(({ text }) => numeral(text) ?? []),
    units: unitNames(units.includes('%') ? units : [...COUNTERS, ...units]),
    names: new Set(names.map(compact)),
    /** Other words, and no slips of the answer: those of the question (`container` for containerd), and halves of names. */
    others: new Set([
      ...`${ask.ko} ${ask.en} ${code}`.split(/\s+/).map(compact),
      ...accept.flatMap((answer) => withoutPiece(piecesOf(answer))),
      ...unlike.map(compact),
    ]),
    /** The words of what is asked. */
    asked: wordsOf(ask),
    inCode: isInCode(question),
  };
});

export type Accepted = ReturnType<typeof readAccepted>;
