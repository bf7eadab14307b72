import type { Locale } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { button, buttons, heading, markdown } from '../core/reply/builders.ts';
import { LIMITS } from '../core/reply/limits.ts';
import type { Course } from '../course/course.ts';
import { CONTENTS, partLine, WEEKS, weekLine } from '../course/lines.ts';
import { type TaughtWeek, weeksIn } from '../course/weeks.ts';
import { escapeMarkdown } from '../markdown/escape.ts';
import { titleOf } from '../practice/topics.ts';
import { weeksTopic } from '../practice/weeks.ts';
import { datesOfWeek } from '../schedule/term-week.ts';
import { datesInWords } from '../schedule/words.ts';
import { conceptLines, quizOn, sectionList } from './chapter.ts';
import { listed, taughtInWords } from './facts.ts';
import { whereInWords } from './overview.ts';
import { pageOf } from './pages.ts';
import type { Taught } from './taught.ts';
import { text } from './text.ts';

/** Live quizzes of a week that are listed. */
const LIVES = 5;

/** What a week is called: `2주차 파드와 노드`. */
function nameOf({ number }: TaughtWeek, course: Course, locale: Locale): string {
  const topic = weeksTopic(number, number, course);
  return (topic && titleOf(topic)?.[locale]) ?? text(locale).week(number);
}

/** The dates of a week, where the class's first day is known. */
const datesOf = (week: number, { first }: Taught, locale: Locale): string | undefined =>
  first === undefined ? undefined : datesInWords(datesOfWeek(first, week), locale);

/** The live quizzes that the class has played in a week. */
function livesIn(week: number, { first, lives }: Taught, locale: Locale): Block[] {
  if (first === undefined) return [];
  const { from, to } = datesOfWeek(first, week);
  const rows = lives
    .filter(({ day }) => from <= day && day <= to)
    .slice(0, LIVES)
    .map(({ day, topic }) => listed(escapeMarkdown(topic[locale]), [datesInWords({ from: day, to: day }, locale)]));
  return rows.length === 0 ? [] : [markdown([`**${text(locale).livesHere}**`, '', ...rows].join('\n'))];
}

/** All weeks with their dates, and what the class was taught of each. */
export function renderWeeks(course: Course, taught: Taught, page: number, locale: Locale): Reply {
  const words = text(locale);
  const where = whereInWords(course, taught, locale);
  const { shown, more } = pageOf(weeksIn(course.content), page, (next) => partLine(WEEKS, next), locale);
  const rows = shown.map((week) => {
    const isNow = week.number === taught.week;
    const facts = [datesOf(week.number, taught, locale), ...taughtInWords(week.terms, taught, locale)];
    return `${listed(escapeMarkdown(nameOf(week, course, locale)), facts)}${isNow ? ` · 👈 ${words.isNow}` : ''}`;
  });
  return {
    visibility: 'caller',
    accent: 'info',
    replaces: true,
    blocks: [
      heading(words.title, course.content.settings.title[locale]),
      ...(where === undefined ? [] : [markdown(where)]),
      markdown(rows.join('\n')),
      buttons(...shown.map((week) => button(nameOf(week, course, locale), weekLine(week.number)))),
      buttons(...more, button(words.byChapters, CONTENTS)),
    ],
  };
}

/** A week: its sections and concepts, and what the class has had of it. */
export function renderWeek(week: TaughtWeek, course: Course, taught: Taught, locale: Locale): Reply {
  const words = text(locale);
  const { number, sections, terms } = week;
  const others = weeksIn(course.content);
  const topic = weeksTopic(number, number, course);
  const { rows, ways } = sectionList(sections.slice(0, LIMITS.buttons), course, taught, locale);
  const isNow = number === taught.week ? words.isNow : undefined;
  const about = [datesOf(number, taught, locale), isNow].filter((one) => one !== undefined).join(' · ');
  const near = [others[number - 2], others[number]].flatMap((one) => one ?? []);
  return {
    visibility: 'caller',
    accent: 'info',
    replaces: true,
    blocks: [
      heading(nameOf(week, course, locale), about || undefined),
      markdown(rows === '' ? words.noLessons : rows),
      ...(terms.length === 0
        ? []
        : [markdown([`**${words.conceptsHere}**`, '', conceptLines(terms, course, taught, locale)].join('\n'))]),
      ...livesIn(number, taught, locale),
      buttons(...ways),
      buttons(
        ...(topic ? quizOn(topic, words.quizWeek(number), course) : []),
        ...near.map((one) => button(nameOf(one, course, locale), weekLine(one.number))),
        button(words.backTo(words.title), CONTENTS),
      ),
    ],
  };
}
