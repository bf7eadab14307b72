import { z } from 'zod';
import type { Localized } from '../core/locale.ts';
import { bilingual } from '../questions/fields.ts';
import { questionSchema, whyNotLive } from '../questions/types.ts';
import { wordingHash } from '../questions/wording.ts';
import type { FrontMatter } from './front-matter.ts';
import type { ReadSet } from './kept-back.ts';
import { isLost } from './lost.ts';
import type { Problem, Question, QuestionSet, Term } from './model.ts';
import { idSchema } from './names.ts';
import { placeIn } from './parts.ts';
import { indexQuestions } from './question-ids.ts';
import { text } from './text.ts';

/** Questions of a set at most: those of an exam. */
const MOST = 30;

/** What a question of a set has beside that of a term: the concept that it is about. */
const about = z.object({ term: idSchema });

const withoutTerm = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  const { term: _, ...question }: { term?: unknown } = value;
  return question;
};

const setQuestion = z.intersection(about, z.preprocess(withoutTerm, questionSchema));

/** Front matter of a set of questions (content/sets): it names some of terms', or has its own, or both. */
export const setSchema = z
  .strictObject({
    id: idSchema,
    title: bilingual,
    /** `pod`: one of the concept's questions; `pod#2`: its second one; or a question's own id. */
    set: z
      .array(z.union([z.string().trim().min(1), z.number().transform(String)]))
      .min(1)
      .max(MOST)
      .optional(),
    /** Its own, which come behind those of `set` that are not named there. */
    questions: z.array(setQuestion).max(MOST).default([]),
    /** Nobody is asked its questions until an instructor opens it for a class. */
    opens: z.literal('instructor').optional(),
  })
  .check(({ value, issues }) => {
    if (value.set === undefined && value.questions.length === 0)
      issues.push({ code: 'custom', path: ['set'], input: undefined });
  });

export interface SetText {
  id: string;
  title: QuestionSet['title'];
  /** In order: what names a question, and where it stands in the file. */
  items: readonly { name: string; at: readonly ['set' | 'questions', number] }[];
  questions: readonly Question[];
  isKeptBack: boolean;
  file: string;
}

type SetFields = Omit<z.infer<typeof setSchema>, 'opens'> & { opens?: unknown };

/** What a set file says: the questions that it names, then its own that it does not name. */
export function setText({ id, title, set = [], questions, opens }: SetFields, file: string): SetText {
  const own = questions.map((question) => ({ ...question, id: question.id ?? wordingHash(question.term, question) }));
  const items = [
    ...set.map((name, i) => ({ name, at: ['set', i] as const })),
    ...own.flatMap((question, i) =>
      set.includes(question.id) ? [] : { name: question.id, at: ['questions', i] as const },
    ),
  ];
  return { id, title, items, questions: own, isKeptBack: opens !== undefined, file };
}

const loosely = z.looseObject({
  id: idSchema.optional().catch(undefined),
  title: bilingual.optional().catch(undefined),
  set: z.array(z.unknown()).catch([]),
  questions: z.array(z.unknown()).catch([]),
  opens: z.unknown(),
});

/**
 * What can be read of a set that is kept back and has mistakes: without it, all that it names would be asked of everybody.
 * Undefined for another set, which is left out whole. `name`: its id where it has none.
 */
export function salvagedSet(data: unknown, name: string, file: string): SetText | undefined {
  const read = loosely.safeParse(data);
  if (!read.success || read.data.opens === undefined) return undefined;
  const { id = name, title = { ko: id, en: id }, set, questions, opens } = read.data;
  const names = set.flatMap((one) => (typeof one === 'string' || typeof one === 'number' ? [String(one).trim()] : []));
  const sound = questions.flatMap((one) => {
    const checked = setQuestion.safeParse(one);
    return checked.success ? [checked.data] : [];
  });
  return setText({ id, title, set: names, questions: sound, opens }, file);
}

export const looksLikeSet = (data: object): boolean => 'set' in data || 'opens' in data;

/** What items of sets name. `places`: of a concept's own questions, see placeIn(). */
interface Named {
  terms: ReadonlyMap<string, Term>;
  places(term: string): readonly number[] | undefined;
  questionNamed(name: string): Question | undefined;
}

/** The questions that an item of a set stands for; any one of them where it names a whole `term`. */
function itemOf(item: string, { terms, places, questionNamed }: Named): { term?: string; found: readonly Question[] } {
  const [, id = '', digits] = /^(.*?)(?:#(\d+))?$/.exec(item) ?? [];
  const term = terms.get(id);
  if (term && digits === undefined) return { term: id, found: term.questions };
  const place = Number(digits) - 1;
  const question = term ? term.questions[places(id)?.indexOf(place) ?? place] : questionNamed(item);
  return { found: question ? [question] : [] };
}

/** What is wrong with an item; `whyNot`: it is there, and a class cannot play it; `example`: see noQuestion(). */
const describeProblem = (
  what: string,
  item: string,
  about: { whyNot?: Localized | undefined; example?: string | undefined },
) =>
  text.both(({ notPlayable, noQuestion }, locale) =>
    about.whyNot ? notPlayable(what, item, about.whyNot[locale]) : noQuestion(what, item, about.example),
  );

type SetRead = { set?: SetText; lineOf?: FrontMatter['lineOf']; places?: readonly number[] };

/** A set's own questions but for those on concepts that are not there, which are problems. */
function ownQuestions(
  { questions, file }: SetText,
  { lineOf, places }: SetRead,
  terms: ReadonlyMap<string, Term>,
  { problems, lost }: { problems: Problem[]; lost: Set<string> },
): Question[] {
  return questions.filter(({ id, term }, i) => {
    if (terms.has(term)) return true;
    lost.add(id);
    if (isLost(term, lost)) return false;
    const place = placeIn(places, i);
    const message = text.both((words) => words.noTermOfQuestion(`questions[${place + 1}]`, term));
    problems.push({ file, line: lineOf?.(['questions', place, 'term']) ?? 1, message });
    return false;
  });
}

/**
 * Sets of one id each, with what their items name; an item that cannot be played is a problem and left out. `own`: the
 * questions that stand in sets, which are to be among those of their concepts. `keptBack`: ids of all that a set keeps back,
 * even one that is left out. `twins` are not to be asked; what is left out is added to what is `lost`.
 */
export function setsOf(
  reads: readonly SetRead[],
  all: readonly Term[],
  { twins, places, lost }: { twins: ReadonlySet<Question>; places: Named['places']; lost: Set<string> },
  twice: (set: SetText, other: string, lineOf: FrontMatter['lineOf'] | undefined) => Problem,
): { sets: ReadSet[]; own: readonly Question[]; keptBack: ReadonlySet<string>; problems: Problem[] } {
  const problems: Problem[] = [];
  const terms = new Map(all.map((term) => [term.id, term]));
  const unique = new Map<string, { set: SetText; read: SetRead; own: Question[] }>();
  for (const read of reads) {
    const { set, lineOf } = read;
    if (!set) continue;
    const twin = unique.get(set.id);
    if (twin) {
      problems.push(twice(set, twin.set.file, lineOf));
      for (const { id } of set.questions) lost.add(id);
    } else unique.set(set.id, { set, read, own: ownQuestions(set, read, terms, { problems, lost }) });
  }
  const own = Array.from(unique.values()).flatMap((one) => one.own.filter((question) => !twins.has(question)));
  const { questionNamed } = indexQuestions(all, own);
  const named = { terms, places, questionNamed };
  const hasQuestions = (term: Term | undefined): boolean => term !== undefined && term.questions.length > 0;
  const exampleFor = (item: string): string | undefined =>
    [terms.get(item.split('#')[0] ?? ''), ...all].find(hasQuestions)?.id;
  const idsIn = ({ items }: SetText): string[] =>
    items.flatMap(({ name }) => itemOf(name, named).found.map(({ id }) => id));
  const sets = Array.from(unique.values()).flatMap(({ set, read, own: mine }): ReadSet[] => {
    const items = set.items.flatMap(({ name, at: [list, i] }) => {
      const { term, found } = itemOf(name, named);
      const playable = found.find((question) => whyNotLive(question) === undefined);
      if (playable) return [term === undefined ? { question: playable.id } : { term }];
      // Of its own question that is gone the problem has been told.
      if (found.length === 0 && (list === 'questions' || isLost(name, lost))) return [];
      const place = list === 'questions' ? placeIn(read.places, i) : i;
      const whyNot = found[0] && whyNotLive(found[0]);
      const message = describeProblem(`${list}[${place + 1}]`, name, { whyNot, example: exampleFor(name) });
      problems.push({ file: set.file, line: read.lineOf?.([list, place]) ?? 1, message });
      return [];
    });
    const { id, title, file, isKeptBack } = set;
    if (items.length === 0 && !isKeptBack) return [];
    const holds = isKeptBack ? [...idsIn(set), ...mine.map((question) => question.id)] : [];
    return [{ id, title, items, file, isKeptBack, holds }];
  });
  const keptBack = reads.flatMap(({ set }) => (set?.isKeptBack ? idsIn(set) : []));
  return { sets, own, keptBack: new Set([...keptBack, ...sets.flatMap(({ holds }) => holds)]), problems };
}
