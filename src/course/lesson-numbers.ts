import type { Term } from '../content/model.ts';
import { type Guess, UserError } from '../core/errors.ts';
import type { Locale } from '../core/locale.ts';
import { normalize } from '../language/normalize.ts';
import { numeral } from '../language/numerals.ts';
import { chapterTitle, type NumberedChapter, numberedChapters } from './chapter-numbers.ts';
import type { Course } from './course.ts';
import { findNamed, splitNamed } from './find.ts';
import { CONTENTS, partLine, WEEKS } from './lines.ts';
import { text } from './text.ts';
import { weeksIn } from './weeks.ts';

/** What words name by numbers alone; a course may not have it. */
type Numbered =
  | { kind: 'chapter'; number: number; section: number | undefined }
  | { kind: 'weeks'; from: number; to: number };

/** `1장`, `제1장`, `첫째 장`, `1장 2절`, `chapter 1`, `ch. 1`: a chapter by its number, and a section of it. */
const CHAPTER = /^(?:제 ?)?(\S{1,4}?)(?:번?째)? ?(?:장|챕터|단원)(?: ?(?:제 ?)?(\d{1,2}) ?절)?$/;
const ENGLISH_CHAPTER = /^(?:chapter|ch\.?|챕터|단원) ?(\d{1,3})(?:[ ,]+section (\d{1,2}))?$/;

/** `3주차`, `제3주차`, `셋째 주`, `첫 주`; `week 3`, `weeks 1-3`, `1~3주차`, `1주차부터 3주차까지`. */
const WEEK = /^(?:제 ?)?(?:(\d{1,2})(?:번째)? ?주차?|(\S{1,4}?)(?:번?째)? ?주차|(첫|\S{1,3}(?=번?째))(?:번?째)? ?주)$/;
const SEVERAL_WEEKS = /^(?:제 ?)?(\d{1,2}) ?(?:주차?)? ?(?:~|-|–|부터|에서) ?(?:제 ?)?(\d{1,2}) ?주차?(?:까지)?$/;
const ENGLISH_WEEKS = /^weeks? (\d{1,2})(?: ?(?:~|-|–|to) ?(?:week )?(\d{1,2}))?$/;

const numberOf = (word: string | undefined): number | undefined => {
  if (word === undefined) return undefined;
  return /^첫$/.test(word) ? 1 : numeral(word);
};

/** What words name by numbers alone: a chapter, a section of it, or some weeks. */
export function readNumbered(words: string): Numbered | undefined {
  const said = normalize(words).toLowerCase();
  const [, chapter, section] = CHAPTER.exec(said) ?? ENGLISH_CHAPTER.exec(said) ?? [];
  const number = numberOf(chapter);
  if (number !== undefined)
    return { kind: 'chapter', number, section: section === undefined ? undefined : Number(section) };
  const [, from, to = from] = SEVERAL_WEEKS.exec(said) ?? ENGLISH_WEEKS.exec(said) ?? [];
  if (from !== undefined) return { kind: 'weeks', from: Number(from), to: Number(to) };
  const [, digits, word, nth] = WEEK.exec(said) ?? [];
  const week = numberOf(digits ?? word ?? nth);
  return week !== undefined && Number.isInteger(week) ? { kind: 'weeks', from: week, to: week } : undefined;
}

/** The line that shows what a chapter has, to be offered. */
const toChapter = ({ chapter, number }: NumberedChapter): Guess => ({
  ...text.both(() => partLine(chapter.id)),
  label: text.both((words) => words.seeChapter(number)),
});

/** Numbers in a row are told by the first and the last: `1~2, 5`. */
function inRows(numbers: readonly number[]): (readonly [from: number, to: number])[] {
  const rows: [number, number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = rows.at(-1);
    if (last && number <= last[1] + 1) last[1] = number;
    else rows.push([number, number]);
  }
  return rows;
}

const toContents: Guess = { ...text.both(() => CONTENTS), label: text.both((words) => words.contents) };
const toWeeks: Guess = { ...text.both(() => partLine(WEEKS)), label: text.both((words) => words.weeks) };

/** Why a course does not have what is named by numbers; undefined where it has it. */
function absent(numbered: Numbered, { content }: Pick<Course, 'content'>): UserError | undefined {
  if (numbered.kind === 'weeks') {
    const { from } = numbered;
    const all = weeksIn(content).map(({ number }) => number);
    // Of several weeks, those that there are.
    if (all.some((number) => number >= from && number <= numbered.to)) return undefined;
    const weeks = inRows(all);
    return all.length === 0
      ? new UserError(
          text.both((words) => words.notByWeeks),
          toContents,
        )
      : new UserError(
          text.both((words) => words.noSuchWeek(from, weeks)),
          toWeeks,
        );
  }
  const { number, section } = numbered;
  const chapters = numberedChapters(content);
  const found = chapters.find((one) => one.number === number);
  if (found && (section === undefined || found.chapter.sections[section - 1])) return undefined;
  if (found && section !== undefined) {
    const sections = inRows(found.chapter.sections.map((_, at) => at + 1));
    return new UserError(
      text.both((words) => words.noSuchSection(number, section, sections)),
      toChapter(found),
    );
  }
  const all = inRows(chapters.map((one) => one.number));
  return new UserError(
    text.both((words) => (all.length === 0 ? words.notByChapters : words.noSuchChapter(number, all))),
    toContents,
  );
}

/**
 * Why a course does not have the chapter, the section or the week that words name by its number, alone or beside others
 * (`14장 어렵게`). Undefined for all else: a number in words may be none, as in 공장 and 천장.
 */
export function absentLesson(words: string, course: Course): UserError | undefined {
  const of = (some: string): UserError | undefined => {
    const numbered = /\d/.test(some) ? readNumbered(some) : undefined;
    return numbered && absent(numbered, course);
  };
  if (!/\d/.test(words) || findNamed(words, course)) return undefined;
  return of(words) ?? splitNamed(words, of)?.named;
}

/**
 * Refuses the number of a chapter where one concept is wanted, `instead` of which one of its own may be; a number that the
 * course does not have as well. @throws UserError
 */
export function refuseChapter(
  words: string,
  course: Course,
  say: (title: string, locale: Locale) => string,
  instead: (first: Term) => Guess | undefined = () => undefined,
): void {
  const missing = absentLesson(words, course);
  if (missing) throw missing;
  const numbered = readNumbered(words);
  if (numbered?.kind !== 'chapter' || findNamed(words, course)) return;
  const found = numberedChapters(course.content).find(({ number }) => number === numbered.number);
  if (!found) return;
  const [first] = found.chapter.sections.flatMap(({ terms }) => terms.flatMap((id) => course.terms.get(id) ?? []));
  const title = chapterTitle(found);
  throw new UserError(
    text.both((_, locale) => say(title[locale], locale)),
    (first && instead(first)) ?? toChapter(found),
  );
}
