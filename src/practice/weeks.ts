import type { Class } from '../core/class.ts';
import { UserError } from '../core/errors.ts';
import type { Context } from '../course/context.ts';
import type { Course } from '../course/course.ts';
import { readNumbered } from '../course/lesson-numbers.ts';
import { weeksIn } from '../course/weeks.ts';
import { normalize } from '../language/normalize.ts';
import { currentWeek } from '../schedule/term-week.ts';
import { text } from './text.ts';
import type { Topic } from './topics.ts';

/** The week that a class is in, and the one before it. */
const THIS = /^이번 ?주차?$|^this week$/;
const LAST = /^(?:지난|저번) ?주차?$|^last week$/;

const folded = (words: string): string => normalize(words).toLowerCase();

/** Some weeks of a course, by their numbers; those that it does not have are left out. Undefined where it has none of them. */
export function weeksTopic(from: number, to: number, { content }: Pick<Course, 'content'>): Topic | undefined {
  const weeks = weeksIn(content).slice(Math.max(0, from - 1), to);
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) return undefined;
  const title = first === last ? first.title : undefined;
  return { kind: 'weeks', from: first.number, to: last.number, title, terms: weeks.flatMap(({ terms }) => terms) };
}

/** The weeks that words name by their numbers. */
export function weeksByNumber(words: string, course: Pick<Course, 'content'>): Topic | undefined {
  const numbered = readNumbered(words);
  return numbered?.kind === 'weeks' ? weeksTopic(numbered.from, numbered.to, course) : undefined;
}

/** Do words ask for the week that a class is in, or for the last one? */
export const asksForThisWeek = (words: string | undefined): boolean =>
  words !== undefined && [THIS, LAST].some((one) => one.test(folded(words)));

/**
 * The words, with the number of the week where they ask for that of a class: before its first day that is the first one,
 * after its last week the last one. `week`: the class's; undefined where it has none.
 * @throws UserError where the course has weeks, and it is not known which one it is.
 */
export function withWeekNumber(words: string, week: number | undefined, { content }: Pick<Course, 'content'>): string {
  const { length } = weeksIn(content);
  if (length === 0 || !asksForThisWeek(words)) return words;
  if (week === undefined) throw new UserError(text.both((own) => own.noThisWeek));
  const wanted = LAST.test(folded(words)) ? week - 1 : week;
  return `week ${Math.min(length, Math.max(1, wanted))}`;
}

/** What tells in which week a class is. */
export type WeekDeps = Pick<Context, 'now'> & { outbox: Pick<Context['outbox'], 'history'> };

/** The week that a class is in; see currentWeek(). */
export const weekOf = async (one: Class, { outbox, now }: WeekDeps): Promise<number | undefined> =>
  currentWeek(one, await outbox.history(one.id), now());

/** The same as withWeekNumber(), of a class. @throws UserError where it has no week yet. */
export async function inThisWeek(
  words: string,
  one: Class | undefined,
  course: Pick<Course, 'content'>,
  deps: WeekDeps,
): Promise<string> {
  if (!asksForThisWeek(words)) return words;
  return withWeekNumber(words, one && (await weekOf(one, deps)), course);
}
