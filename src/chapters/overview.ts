import { type Class, teaches } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Button, Reply } from '../core/reply/blocks.ts';
import { button, buttons, heading, markdown } from '../core/reply/builders.ts';
import type { Course } from '../course/course.ts';
import { CONTENTS, partLine, WEEKS, weekLine } from '../course/lines.ts';
import { weeksIn } from '../course/weeks.ts';
import { escapeMarkdown } from '../markdown/escape.ts';
import { chapterTopics, titleOf } from '../practice/topics.ts';
import { datesOfWeek } from '../schedule/term-week.ts';
import { datesInWords } from '../schedule/words.ts';
import { listed, taughtInWords, weeksInWords } from './facts.ts';
import { pageOf } from './pages.ts';
import { setBlocks } from './sets.ts';
import type { Taught } from './taught.ts';
import { text } from './text.ts';

/** Where the class is in its weeks; nothing where the course has none, or the class is not known. */
export function whereInWords(course: Course, { first, week }: Taught, locale: Locale): string | undefined {
  const words = text(locale);
  const { length } = weeksIn(course.content);
  if (length === 0 || first === undefined || week === undefined) return undefined;
  if (week < 1) return words.beginsOn(datesInWords({ from: first, to: first }, locale));
  if (week <= length) return words.thisWeek(week, datesInWords(datesOfWeek(first, week), locale));
  const { to } = datesOfWeek(first, length);
  return words.lastWeekOver(length, datesInWords({ from: to, to }, locale));
}

/** That an instructor may say when the term begins, where that would tell the week. */
function whereToSay(course: Course, one: Class | undefined, { first }: Taught, caller: Caller): Block[] {
  const isOwn = one !== undefined && teaches(one, caller);
  const isAsked = isOwn && first === undefined && weeksIn(course.content).length > 0;
  return isAsked ? [markdown(text(caller.locale).noFirstDay)] : [];
}

/** The ways to weeks: this one, and all of them. */
function weekButtons(course: Course, { week }: Taught, locale: Locale): Button[] {
  const words = text(locale);
  const { length } = weeksIn(course.content);
  if (length === 0) return [];
  const now = week !== undefined && week >= 1 && week <= length;
  return [
    ...(now ? [button(words.openThisWeek(week), weekLine(week), 'primary')] : []),
    button(words.byWeeks, partLine(WEEKS)),
  ];
}

/** The chapters, page by page, with what the class was taught of each, and the sets. */
export function renderOverview(
  course: Course,
  taught: Taught,
  page: number,
  one: Class | undefined,
  caller: Caller,
): Reply {
  const { locale } = caller;
  const words = text(locale);
  const all = chapterTopics(course);
  const { shown, more } = pageOf(all, page, (next) => `${CONTENTS} page:${next}`, locale);
  const rows = shown.map((topic) =>
    listed(escapeMarkdown(titleOf(topic)?.[locale] ?? ''), [
      weeksInWords(topic.chapter.sections, course, locale),
      words.sections(topic.chapter.sections.length),
      ...taughtInWords(topic.terms, taught, locale),
    ]),
  );
  const where = whereInWords(course, taught, locale);
  return {
    visibility: 'caller',
    accent: 'info',
    replaces: true,
    blocks: [
      heading(words.title, course.content.settings.title[locale]),
      ...(where === undefined ? whereToSay(course, one, taught, caller) : [markdown(where)]),
      markdown(rows.length === 0 ? words.noChapters : rows.join('\n')),
      buttons(...weekButtons(course, taught, locale)),
      buttons(...shown.map((topic) => button(titleOf(topic)?.[locale] ?? '', partLine(topic.chapter.id)))),
      ...(more.length > 0 ? [buttons(...more)] : []),
      ...(page === 1 ? setBlocks(course, locale) : []),
    ],
  };
}
