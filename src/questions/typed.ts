import { z } from 'zod';
import type { Locale } from '../core/locale.ts';
import { hasHangul } from '../language/hangul.ts';
import { compact, normalize } from '../language/normalize.ts';
import { isInCode } from './accepted.ts';
import { inQuestion, type Made, type Subject, whatItIs } from './definition.ts';
import type { Exchanged } from './exchange.ts';
import { common, type QuestionType } from './fields.ts';
import { type Given, others, type Share } from './shares.ts';
import { text } from './text.ts';
import { findAccepted } from './typed-answer.ts';

const schema = z.strictObject({
  type: z.literal('typed'),
  ...common,
  /** Every answer that is right, in either language; the first (in English, the first without Hangul) is the solution. */
  accept: z.array(z.union([z.string().trim().min(1), z.number().transform(String)])).min(1),
  /** What else the answer is called, once the course is known; an author does not write it. */
  names: z.array(z.string()).optional(),
  /** Names of other things, which are no slips of the answer, likewise. */
  unlike: z.array(z.string()).optional(),
});

type Typed = z.infer<typeof schema>;

/** The accepted answer that is shown as the right one. */
export const typedSolution = (accept: readonly string[], locale: Locale): string =>
  (locale === 'en' ? accept.find((answer) => !hasHangul(answer)) : undefined) ?? accept[0] ?? '';

const solution = ({ accept }: Typed, locale: Locale): string => typedSolution(accept, locale);

/** Rows of what was typed, beside the rest. */
const ROWS = 5;

/** Words that several typed: as two of them spelled it, or without the marks that only one of them put to it. */
export function sharedLabel(same: readonly string[]): string {
  const spellings = Map.groupBy(same, (words) => normalize(words));
  const often = Array.from(spellings).find(([, alike]) => alike.length > 1);
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
  const wrongLabel = (key: string): string => sharedLabel((several.get(key) ?? []).map(({ picked }) => picked));
  const rows = [...rowsOf(right, true), ...rowsOf(several, false, wrongLabel)].slice(0, ROWS);
  const shown = rows.reduce((sum, { count }) => sum + count, 0);
  return [...rows, ...others(given.length - shown, text(locale).otherAnswers)];
}

/** `volumeClaimTemplates`: a field's name, by which students look a concept up; it is none of its names. */
const FIELD = /^[a-z]+[A-Z]/;

/**
 * All names of the concept whose name is the solution, but for those that the question says already; nothing where there
 * are none. In code a name has no other ones: `--master` is no `--control-plane`.
 */
export function namesFor(
  question: Pick<Typed, 'ask' | 'code' | 'accept'>,
  namesOf: (name: string) => readonly string[],
): { names?: string[] } {
  const { ask, code = '', accept } = question;
  if (isInCode(question)) return {};
  const said = compact(`${ask.ko} ${ask.en} ${code}`);
  const names = [typedSolution(accept, 'ko'), typedSolution(accept, 'en')]
    .flatMap(namesOf)
    .filter((name) => !said.includes(compact(name)) && !FIELD.test(name));
  return names.length === 0 ? {} : { names: Array.from(new Set(names)) };
}

function withNames(question: Typed, namesOf: (name: string) => readonly string[]): Typed {
  const found = namesFor(question, namesOf);
  return found.names === undefined ? question : { ...question, ...found };
}

/** Numbers among which any exact one is right are words as good as others: `8`, `eight`. */
function acceptedOf(answer: Exchanged): readonly string[] | undefined {
  if (answer.kind === 'words') return answer.accept;
  const isExact =
    answer.kind === 'amounts' && answer.amounts.length > 1 && answer.unit === undefined && !answer.nearest;
  if (!isExact || answer.amounts.some(({ tolerance }) => tolerance > 0)) return undefined;
  return answer.amounts.map(({ value }) => String(value));
}

/** What is called so? Every name of the concept is right. */
function fromDefinition(subject: Subject): Made<Typed>[] {
  const { title, names, rivals, clue, isUnmistakable } = subject;
  if (!isUnmistakable) return [];
  const question: Typed = {
    type: 'typed',
    ask: text.both(({ typeTerm }, locale) => typeTerm(inQuestion(clue[locale]))),
    accept: Array.from(new Set([title.ko, title.en, ...names])),
    ...(rivals.length === 0 ? {} : { unlike: [...rivals] }),
    practical: false,
    why: whatItIs(subject),
  };
  return [{ kind: 'name', question }];
}

/** A short answer in the student's own keys: case, spacing, particles and small slips do not count. */
export const typed: QuestionType<Typed> = {
  schema,
  form: (_question, locale) => ({ type: 'input', label: text(locale).typeAnswer }),
  isRight: (question, answer) => findAccepted(question, answer) !== undefined,
  solution,
  withNames,
  shares,
  exchange: {
    give: ({ accept }) => ({ kind: 'words', accept }),
    take: (answer) => {
      const accept = acceptedOf(answer);
      return accept && { accept };
    },
  },
  writing: {
    name: text.both(({ typeNames }) => typeNames.typed),
    labels: { right: text.both(({ labels }) => labels.accepted) },
    looks: ({ right, wrong }) => (right.length > 0 && wrong.length === 0 ? 'perhaps' : 'not'),
    read: ({ right, wrong }) =>
      wrong.length > 0 ? { part: 'wrong', why: text.both(({ misfits }) => misfits.noWrong) } : { accept: right },
    write: ({ accept }) => ({ right: accept, wrong: [] }),
  },
  fromDefinition,
};
