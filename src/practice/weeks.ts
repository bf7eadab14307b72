import { UserError } from '../core/errors.ts';
import type { Course } from '../course/course.ts';
import { weeksIn } from '../course/weeks.ts';
import { normalize } from '../language/normalize.ts';
import { numeral } from '../language/numerals.ts';
import { text } from './text.ts';
import type { Topic } from './topics.ts';

/** `3주차`, `제3주차`, `셋째 주`, `첫 주`; `week 3`, `weeks 1-3`, `1~3주차`, `1주차부터 3주차까지`. */
const WEEK = /^(?:제 ?)?(?:(\d{1,2})(?:번째)? ?주차?|(\S{1,4}?)(?:번?째)? ?주차|(첫|\S{1,3}(?=번?째))(?:번?째)? ?주)$/;
const WEEKS = /^(?:제 ?)?(\d{1,2}) ?(?:주차?)? ?(?:~|-|–|부터|에서) ?(?:제 ?)?(\d{1,2}) ?주차?(?:까지)?$/;
const ENGLISH_WEEKS = /^weeks? (\d{1,2})(?: ?(?:~|-|–|to) ?(?:week )?(\d{1,2}))?$/;

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
  const said = folded(words);
  const [, from, to = from] = WEEKS.exec(said) ?? ENGLISH_WEEKS.exec(said) ?? [];
  if (from !== undefined) return weeksTopic(Number(from), Number(to), course);
  const [, digits, word, nth] = WEEK.exec(said) ?? [];
  const named = digits ?? word ?? nth ?? '';
  const number = /^첫$/.test(named) ? 1 : numeral(named);
  return Number.isInteger(number) ? weeksTopic(Number(number), Number(number), course) : undefined;
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
