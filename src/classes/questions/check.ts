import type { z } from 'zod';
import { reasonIn } from '../../content/schema-errors.ts';
import type { Localized } from '../../core/locale.ts';
import { LIMITS } from '../../core/reply/limits.ts';
import { asContent } from '../../course/own-questions.ts';
import { type FilledAnswer, LONGEST, type Misfit } from '../../questions/fields.ts';
import { type QuestionText, questionSchema, writtenTypes } from '../../questions/types.ts';
import type { Filled, Part } from './entered.ts';
import { text } from './text.ts';

/** What is wrong with a part that was filled in. */
export interface Problem {
  part: Part;
  why: Localized;
  /** Of a part that is read line by line, which line, from 1. */
  line?: number;
}

/** Answers that one question accepts; a typed answer is no longer than LIMITS.answer. */
const MOST_LINES = 30;

/** UTF-16 units of what is asked with its code, which one text of a reply shows whole; see LIMITS. */
const TOGETHER = LIMITS.text - 50;

type WrittenType = (typeof writtenTypes)[number];

/** The type that lines look like, where an instructor names none; the first one where they look like none. */
const guessType = (filled: FilledAnswer): WrittenType | undefined =>
  (['surely', 'perhaps'] as const)
    .map((how) => writtenTypes.find(({ writing }) => writing.looks(filled) === how))
    .find((found) => found !== undefined);

const missing = text.both(({ missing }) => missing);

/** What is wrong with texts that have no lines of their own; `asked` and `explained`: as the content would have them. */
function textProblems({ code }: Pick<Filled, 'code'>, asked: string, explained: string): Problem[] {
  const tooLong = text.both(({ tooLong }) => tooLong(LONGEST));
  const told = (part: Part, words: string, isNeeded: boolean): Problem[] => {
    if (words === '') return isNeeded ? [{ part, why: missing }] : [];
    return words.length > LONGEST ? [{ part, why: tooLong }] : [];
  };
  const asking = [...told('question', asked, true), ...told('code', code ?? '', false)];
  const room = TOGETHER - asked.length;
  const isCrowded = asking.length === 0 && code !== undefined && code.length > room;
  const crowded: Problem[] = isCrowded ? [{ part: 'code', why: text.both(({ tooLong }) => tooLong(room)) }] : [];
  return [...asking, ...crowded, ...told('why', explained, true)];
}

/** What is wrong with lines, whatever their type: there are too many to be looked at, or one is no answer. */
function lineProblems({ right, wrong }: FilledAnswer): Problem[] {
  if (right.length === 0) return [{ part: 'right', why: missing }];
  const told = (part: 'right' | 'wrong', lines: readonly string[]): Problem[] => {
    if (lines.length > MOST_LINES) return [{ part, why: text.both(({ tooMany }) => tooMany(MOST_LINES)) }];
    const long = lines.findIndex((line) => Array.from(line).length > LIMITS.answer);
    return long < 0 ? [] : [{ part, line: long + 1, why: text.both(({ tooLong }) => tooLong(LIMITS.answer)) }];
  };
  return [...told('right', right), ...told('wrong', wrong)];
}

const isMisfit = (read: object): read is Misfit => 'part' in read && 'why' in read;

/** Texts that every type has; they were looked at before. */
const COMMON = ['ask', 'code', 'why'];

/** What a type's schema says of its own fields, of the part that they were filled in. */
function problemOf(issue: z.core.$ZodIssue, { right, wrong }: FilledAnswer): Problem[] {
  const [field, at] = issue.path;
  if (COMMON.some((one) => one === field)) return [];
  const part = field === 'wrong' || (field === undefined && wrong.length > 0) ? 'wrong' : 'right';
  if ({ right, wrong }[part].length === 0) return [{ part, why: missing }];
  const line = typeof at === 'number' ? { line: at + 1 } : {};
  if (issue.code === 'too_big' && issue.origin === 'array')
    return [{ part, why: text.both(({ tooMany }) => tooMany(Number(issue.maximum))) }];
  if (issue.code === 'too_small' && issue.origin === 'array')
    return [{ part, why: text.both(({ tooFew }) => tooFew(Number(issue.minimum))) }];
  return [{ part, why: reasonIn(issue), ...line }];
}

/** A question that was filled in, whose texts are plain; or all that is wrong with it, by its parts. */
export function checkFilled(
  filled: Filled,
  type: WrittenType | undefined,
): { question: QuestionText } | { problems: readonly Problem[] } {
  const both = (words: string): Localized => ({ ko: words, en: words });
  const own = { ask: both(filled.question), why: both(filled.why) };
  const { ask, why } = asContent(own);
  const told = [...textProblems(filled, ask.ko, why.ko), ...lineProblems(filled)];
  const written = type ?? guessType(filled);
  if (!written || told.some(({ part }) => part === 'right' || part === 'wrong')) return { problems: told };
  const read = written.writing.read(filled);
  if (isMisfit(read)) return { problems: [...told, read] };
  const fields = { type: written.type, ...read, ...(filled.code === undefined ? {} : { code: filled.code }) };
  // As it would stand in a file: there, marks in what is asked are escaped.
  const checked = questionSchema.safeParse({ ...fields, ask, why });
  const problems = checked.success ? [] : checked.error.issues.flatMap((issue) => problemOf(issue, filled));
  if (told.length + problems.length > 0 || !checked.success) return { problems: [...told, ...problems] };
  return { question: { ...checked.data, ...own } };
}
