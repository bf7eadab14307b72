import { z } from 'zod';
import { dontKnowLabel } from '../core/dont-know.ts';
import type { Locale, Localized } from '../core/locale.ts';
import { compact, oneLine } from '../language/normalize.ts';
import { isInParts } from './asking.ts';
import { boolean } from './boolean.ts';
import type { Made, Subject } from './definition.ts';
import { estimate } from './estimate.ts';
import type { Exchanged } from './exchange.ts';
import { type Form, type Level, plain, type QuestionType, type Shuffle, type Writing } from './fields.ts';
import { gap } from './gap.ts';
import { gradedInput, gradedOptions, isUnknown } from './graded.ts';
import { match } from './match.ts';
import { multiple } from './multiple.ts';
import { number } from './number.ts';
import { order } from './order.ts';
import { type Given, optionShares, rightShares, type Share } from './shares.ts';
import { single } from './single.ts';
import { text } from './text.ts';
import { typed } from './typed.ts';

/** Every type of question. Adding one: write its file, name it here; nothing else asks which type a question has. */
const TYPES = { single, multiple, boolean, typed, order, number, match, gap, estimate };

type SchemaOf<T> = T extends QuestionType<infer Q> ? Q : never;

/** A question as its author wrote it. */
export type QuestionText = SchemaOf<(typeof TYPES)[keyof typeof TYPES]>;

const anyType = z.looseObject({ type: z.enum(Object.keys(TYPES) as (keyof typeof TYPES)[]) });

/** A question of any type, checked by its own type's schema; problems keep the path within the question. */
export const questionSchema = anyType.transform((data, context): QuestionText => {
  const checked = TYPES[data.type].schema.safeParse(data);
  if (checked.success) return checked.data;
  for (const issue of checked.error.issues) context.addIssue({ ...issue });
  return z.NEVER;
});

// Safe: a question's own `type` is what picked the schema that made it.
const typeOf = (question: QuestionText) => TYPES[question.type] as QuestionType<QuestionText>;

/** Questions of all types that a concept's definition gives, in the types' order. */
export const fromDefinition = (subject: Subject): Made<QuestionText>[] =>
  Object.values(TYPES).flatMap((type: { fromDefinition?(subject: Subject): readonly Made<QuestionText>[] }) => [
    ...(type.fromDefinition?.(subject) ?? []),
  ]);

/** How the question is answered, as shown to a student. */
export const form = (question: QuestionText, locale: Locale, shuffle: Shuffle): Form =>
  typeOf(question).form(question, locale, shuffle);

/** Is this answer (letters of choices, or free text) right, for choices shown with the same `shuffle`? */
export const isRight = (question: QuestionText, answer: string, shuffle: Shuffle): boolean =>
  typeOf(question).isRight(question, answer, shuffle);

/** The right answer in words; several lines for an order. */
export const solution = (question: QuestionText, locale: Locale): string => typeOf(question).solution(question, locale);

/** What was answered and what is right, as Markdown. A student's own words in it are plain text. */
export function graded(question: QuestionText, answer: string, locale: Locale, shuffle: Shuffle): string {
  const type = typeOf(question);
  if (type.graded) return type.graded(question, answer, locale, shuffle);
  const shown = type.form(question, locale, shuffle);
  if (shown.type !== 'choice') {
    const said = shown.type === 'input' ? answer : answerInWords(question, answer, locale, shuffle);
    return gradedInput(said, type.isRight(question, answer, shuffle), type.solution(question, locale), locale);
  }
  const options = shown.options.map(({ value, label }) => ({
    label,
    picked: answer.includes(value),
    right: type.isRight(question, value, shuffle),
  }));
  return gradedOptions(options, locale);
}

/** What was answered, in one line of plain text. */
export function answerInWords(question: QuestionText, answer: string, locale: Locale, shuffle: Shuffle): string {
  if (isUnknown(answer)) return dontKnowLabel[locale];
  const type = typeOf(question);
  if (type.inLine) return oneLine(type.inLine(question, answer, locale, shuffle));
  const shown = form(question, locale, shuffle);
  if (shown.type !== 'choice') return oneLine(answer);
  const labels = Array.from(answer).flatMap((one) => shown.options.find(({ value }) => value === one)?.label ?? []);
  return labels.join(shown.ordered ? ' → ' : ', ');
}

const asWritten: Shuffle = (items) => [...items];

/** The right answer in one line of plain text. */
export const solutionInWords = (question: QuestionText, locale: Locale): string =>
  oneLine(typeOf(question).inLine?.(question, undefined, locale, asWritten) ?? plain(solution(question, locale)));

/** All that is offered to be picked, in the order in which it is shown; none of what is typed. */
export function labelsIn(shown: Form): string[] {
  switch (shown.type) {
    case 'choice':
      return shown.options.map(({ label }) => label);
    case 'menus':
      return shown.menus.flatMap((menu) => [menu.label, ...menu.options.map(({ label }) => `${menu.label} ${label}`)]);
    case 'input':
      return [];
    default:
      return shown satisfies never;
  }
}

/** How hard a question is: as its author says, or by its type; a skill is harder than a fact. */
export const levelOf = (question: QuestionText): Level => {
  const { level = 2 } = typeOf(question);
  return question.level ?? (question.practical ? (level === 1 ? 2 : 3) : level);
};

/** How many ways there are to pick `count` of `all` in an order. */
const orders = (all: number, count: number): number =>
  Array.from({ length: count }, (_, i) => all - i).reduce((product, left) => product * left, 1);

/** How many answers can be picked. */
function answersOf({ options: { length }, min, max, ordered }: Form & { type: 'choice' }): number {
  const counts = Array.from({ length: max - min + 1 }, (_, i) => min + i);
  return counts.reduce((sum, count) => sum + orders(length, count) / (ordered ? 1 : orders(count, count)), 0);
}

/** The chance that a blind guess is right, 0 to 1; 0 where an answer is typed. */
export function guessChance(question: QuestionText): number {
  const shown = form(question, 'ko', asWritten);
  switch (shown.type) {
    case 'choice':
      return 1 / answersOf(shown);
    case 'menus':
      return shown.menus.reduce((chance, { options }) => chance / options.length, 1);
    case 'input':
      return 0;
    default:
      return shown satisfies never;
  }
}

/** May a concept that is called so be named beside the question, whatever its answer is? */
export function mayName(question: QuestionText, names: readonly string[]): boolean {
  const [korean, english] = [form(question, 'ko', asWritten), form(question, 'en', asWritten)];
  if (korean.type === 'input') return typeOf(question).neverNamed === true;
  const said = [...labelsIn(korean), ...labelsIn(english)].map(compact).join(' ');
  return !names.some((name) => compact(name) !== '' && said.includes(compact(name)));
}

/** The question once the names of concepts are known: what else its answer is called is right, too. */
export const withNames = <Q extends QuestionText>(question: Q, namesOf: (name: string) => readonly string[]): Q =>
  // Safe: a type gives the question that it got, with more in it.
  (typeOf(question).withNames?.(question, namesOf) as Q | undefined) ?? question;

/** What to say to an answer that is none at all, and is asked for again; undefined for one that is graded. */
export const unclear = (question: QuestionText, answer: string, locale: Locale): string | undefined =>
  typeOf(question).unclear?.(question, answer, locale);

/** How a class answered a question that was shown with `shuffle`; nothing in it is one student's own words. */
export function shares(question: QuestionText, given: readonly Given[], locale: Locale, shuffle: Shuffle): Share[] {
  const type = typeOf(question);
  if (type.shares) return type.shares(question, given, locale, shuffle);
  const shown = type.form(question, locale, shuffle);
  return shown.type === 'choice'
    ? optionShares(shown, given, (value) => type.isRight(question, value, shuffle))
    : rightShares(given, type.solution(question, locale), locale);
}

/** What students did to answer: `골랐어요`. */
export const describeAnswering = (question: QuestionText): Localized =>
  form(question, 'ko', asWritten).type === 'input' ? text.both(({ typed }) => typed) : text.both(({ chose }) => chose);

/**
 * What each answer of a class scores where a question's type has a rule of its own: shares of the most points, 0 to 1.
 * Undefined where right answers score by their time.
 */
export const score = (question: QuestionText, given: readonly Given[]): number[] | undefined =>
  typeOf(question).score?.(question, given);

/** How its answers score, where that is not by their time. */
export const howItScores = (question: QuestionText): Localized | undefined => typeOf(question).howItScores;

/** Does it ask for several things at once, each of which is right or wrong by itself? */
export const hasParts = (question: QuestionText): boolean => isInParts(form(question, 'ko', asWritten));
/** How the question is answered, for other programs; undefined for a type that no other program has. */
export const exchanged = (question: QuestionText, locale: Locale): Exchanged | undefined =>
  typeOf(question).exchange?.give(question, locale);

/**
 * The fields of a question from another program, of the first type that takes its answers; its schema is still to check
 * them. Undefined where no type takes them.
 */
export function fieldsFrom(answer: Exchanged): { type: string } | undefined {
  for (const [type, { exchange }] of Object.entries(TYPES)) {
    const fields = exchange?.take(answer);
    if (fields) return { type, ...fields };
  }
  return undefined;
}

/** Why a class cannot play it in a live quiz, said of the question; undefined where it can. */
export const whyNotLive = (question: QuestionText): Localized | undefined => typeOf(question).whyNotLive;

/** A type that can be written in chat. */
interface WrittenType {
  type: QuestionText['type'];
  writing: Writing<QuestionText>;
}

/** The types that can be written in chat, in their order. */
export const writtenTypes: readonly WrittenType[] = (Object.keys(TYPES) as (keyof typeof TYPES)[]).flatMap((type) => {
  // Safe: as in typeOf(); each type is given questions of its own.
  const { writing } = TYPES[type] as QuestionType<QuestionText>;
  return writing === undefined ? [] : [{ type, writing }];
});
