import { z } from 'zod';
import type { Locale } from '../core/locale.ts';
import { distance, slips } from '../language/distance.ts';
import { hasHangul, jamo } from '../language/hangul.ts';
import { compact, normalize } from '../language/normalize.ts';
import { nouns, singulars } from '../language/particles.ts';
import { common, type QuestionType } from './fields.ts';
import { stripFraming } from './framing.ts';
import { type Given, others, type Share } from './shares.ts';
import { text } from './text.ts';

const schema = z.strictObject({
  type: z.literal('typed'),
  ...common,
  /** Every answer that is right, in either language; the first (in English, the first without Hangul) is the solution. */
  accept: z.array(z.union([z.string().trim().min(1), z.number().transform(String)])).min(1),
});

type Typed = z.infer<typeof schema>;

const digits = (text: string): string => text.replace(/\D+/g, '');

const sorted = (text: string): string => Array.from(text).sort().join('');

/**
 * Is `answer` a slip of `name`, of `most` keystrokes? Another number never is (8081 for 8080), nor a word that lacks a
 * whole piece or has one more in front (cordon for uncordon, 컨테이너 for 컨테이너드).
 */
function isSlip(answer: string, name: string, most = 3): boolean {
  if (digits(answer) !== digits(name)) return false;
  const given = jamo(answer);
  const wanted = jamo(name);
  if (wanted.length - given.length > 1 && (wanted.startsWith(given) || wanted.endsWith(given))) return false;
  if (given.length - wanted.length > 1 && given.endsWith(wanted)) return false;
  // Of four keystrokes another one makes another word (node, none; 노드, 코드); two that changed places do not.
  if (wanted.length === 4 && given.length === 4 && sorted(given) !== sorted(wanted)) return false;
  const allowed = Math.min(most, slips(wanted.length));
  return distance(given, wanted, allowed) <= allowed;
}

const parts = (text: string): string[] => text.split(' ').map(compact).filter(Boolean);

/** `kubectl get pods -A` -> `-a`: one letter, and another command. */
const flags = (text: string): string => (text.match(/(?<=^| )-\S+/g) ?? []).join(' ');

/** Word by word, so that the slips forgiven in a long command cannot turn one word of it into another. */
function sameWords(given: readonly string[], wanted: readonly string[]): boolean {
  return given.length === wanted.length && wanted.every((word, index) => isSlip(given[index] ?? '', word));
}

function accepts(given: string, wanted: string): boolean {
  if (compact(given) === '') return given === wanted;
  if (sameWords(parts(given), parts(wanted))) return true;
  const whole = compact(given);
  const key = compact(wanted);
  if (whole === key) return true;
  return parts(given).length !== parts(wanted).length && flags(given) === flags(wanted) && isSlip(whole, key, 1);
}

/** The answer without the particles or the plural of its last word, all the ways it may be meant. */
function readings(answer: string): string[] {
  const text = stripFraming(normalize(answer).slice(0, 200).toLowerCase());
  const at = text.lastIndexOf(' ') + 1;
  return nouns(text.slice(at))
    .flatMap(singulars)
    .map((word) => text.slice(0, at) + word);
}

/** The accepted answer that a student means; undefined for a wrong one. */
function findAccepted({ ask, code, accept }: Typed, answer: string): string | undefined {
  // What the question itself says is no slip of its answer: `container` for containerd.
  const said = new Set(`${ask.ko} ${ask.en} ${code ?? ''}`.split(/\s+/).map(compact));
  const meant = readings(answer);
  return accept.find((wanted) => {
    const name = normalize(wanted).toLowerCase();
    return meant.some((reading) =>
      compact(reading) !== '' && said.has(compact(reading))
        ? compact(reading) === compact(name)
        : accepts(reading, name),
    );
  });
}

const solution = ({ accept }: Typed, locale: Locale): string =>
  (locale === 'en' ? accept.find((answer) => !hasHangul(answer)) : undefined) ?? accept[0] ?? '';

/** Rows of what was typed, beside the rest. */
const ROWS = 5;

/** Words that several typed: as two of them spelled it, or without the marks that only one of them put to it. */
function sharedLabel(own: readonly Given[]): string {
  const spellings = Map.groupBy(own, ({ picked }) => normalize(picked));
  const often = Array.from(spellings).find(([, same]) => same.length > 1);
  const [only = ''] = spellings.keys();
  return often?.[0] ?? (only.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/**
 * What is right, in the author's spelling, and what several typed alike but for case, spaces and marks; all else is one
 * row: no student's own words stand before the class, and no joke gets its stage.
 */
function shares(question: Typed, given: readonly Given[], locale: Locale): Share[] {
  const often = (a: Share, b: Share): number => b.count - a.count || (a.label < b.label ? -1 : 1);
  const rowsOf = (groups: ReadonlyMap<string, readonly Given[]>, right: boolean, label = (key: string) => key) =>
    Array.from(groups, ([key, own]): Share => ({ mark: '', label: label(key), count: own.length, right })).sort(often);

  const names = new Map<string, string>();
  /** What was right when it was given stays so, also where the author has taken it back. */
  const nameOf = ({ picked }: Given): string => {
    const name = names.get(picked) ?? findAccepted(question, picked) ?? solution(question, locale);
    names.set(picked, name);
    return name;
  };
  const right = Map.groupBy(
    given.filter((one) => one.right),
    nameOf,
  );
  const wrong = Map.groupBy(
    given.filter((one) => !one.right),
    ({ picked }) => compact(picked) || normalize(picked),
  );
  const several = new Map(Array.from(wrong).filter(([, own]) => own.length > 1));
  const rows = [...rowsOf(right, true), ...rowsOf(several, false, (key) => sharedLabel(several.get(key) ?? []))].slice(
    0,
    ROWS,
  );
  const shown = rows.reduce((sum, { count }) => sum + count, 0);
  return [...rows, ...others(given.length - shown, text(locale).otherAnswers)];
}

/** A short answer in the student's own keys: case, spacing, particles and small slips do not count. */
export const typed: QuestionType<Typed> = {
  schema,
  form: (_question, locale) => ({ type: 'input', label: text(locale).typeAnswer }),
  isRight: (question, answer) => findAccepted(question, answer) !== undefined,
  solution,
  shares,
};
