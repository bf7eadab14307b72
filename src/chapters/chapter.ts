import type { Section } from '../content/model.ts';
import type { Locale } from '../core/locale.ts';
import type { Button, Reply } from '../core/reply/blocks.ts';
import { button, buttons, heading, markdown } from '../core/reply/builders.ts';
import type { Course } from '../course/course.ts';
import { CONTENTS, lookupLine, partLine } from '../course/lines.ts';
import { termButtons } from '../course/term-blocks.ts';
import { truncate } from '../language/truncate.ts';
import { escapeMarkdown } from '../markdown/escape.ts';
import { chapterTopics, poolsOf, type Topic, titleOf, topicLine } from '../practice/topics.ts';
import { datesInWords } from '../schedule/words.ts';
import { conceptsOf, listed, taughtInWords, weeksInWords } from './facts.ts';
import { pageOf } from './pages.ts';
import type { Taught } from './taught.ts';
import { text } from './text.ts';

/** Code points of a definition in a list. */
const BRIEF = 60;
/** Concepts that are listed, and that have a button. */
const LISTED = 15;
const PRESSED = 8;

/** The button that begins a quiz on a topic, where that has questions. */
export const quizOn = (topic: Topic, label: string, { terms }: Course): Button[] =>
  poolsOf(topic, terms).some((pool) => pool.length > 0) ? [button(label, topicLine(topic), 'primary')] : [];

/** Concepts, each with what it is in short and the day of its card. */
export function conceptLines(ids: readonly string[], course: Course, { cards }: Taught, locale: Locale): string {
  const words = text(locale);
  const rows = ids.slice(0, LISTED).flatMap((id) => {
    const term = course.terms.get(id);
    const day = cards.get(id);
    if (!term) return [];
    const card = day === undefined ? undefined : words.cardOn(datesInWords({ from: day, to: day }, locale));
    const what = escapeMarkdown(truncate(term.definition[locale], BRIEF));
    return listed(escapeMarkdown(term.title[locale]), [what, card]);
  });
  const left = ids.length - LISTED;
  return [...rows, ...(left > 0 ? [`- ${words.moreConcepts(left)}`] : [])].join('\n');
}

/** Sections in a list, and a button each that opens it. */
export function sectionList(
  sections: readonly Section[],
  course: Course,
  taught: Taught,
  locale: Locale,
): { rows: string; ways: Button[] } {
  const words = text(locale);
  const rows = sections.map((section) => {
    const terms = conceptsOf(section, course);
    const count = terms.length === 0 ? undefined : words.concepts(terms.length);
    return listed(escapeMarkdown(section.title[locale]), [count, ...taughtInWords(terms, taught, locale)]);
  });
  return { rows: rows.join('\n'), ways: sections.map((one) => button(one.title[locale], partLine(one.id))) };
}

/** A chapter: its sections, page by page, with what the class was taught of each. */
export function renderChapter(
  topic: Topic & { kind: 'chapter' },
  course: Course,
  taught: Taught,
  page: number,
  locale: Locale,
): Reply {
  const words = text(locale);
  const { chapter } = topic;
  const { shown, more } = pageOf(chapter.sections, page, (next) => partLine(chapter.id, next), locale);
  const { rows, ways } = sectionList(shown, course, taught, locale);
  return {
    visibility: 'caller',
    accent: 'info',
    replaces: true,
    blocks: [
      heading(titleOf(topic)?.[locale] ?? '', weeksInWords(chapter.sections, course, locale)),
      markdown(rows),
      buttons(...ways),
      buttons(...quizOn(topic, words.quiz, course), ...more, button(words.backTo(words.title), CONTENTS)),
    ],
  };
}

/** A section: its concepts, and the ways to read it, to a quiz and to the next one. */
export function renderSectionPart(section: Section, course: Course, taught: Taught, locale: Locale): Reply {
  const words = text(locale);
  const chapter = chapterTopics(course).find((one) => one.chapter.sections.some(({ id }) => id === section.id));
  const all = chapter?.chapter.sections ?? [];
  const next = all[all.findIndex(({ id }) => id === section.id) + 1];
  const terms = conceptsOf(section, course).filter((id) => course.terms.has(id));
  const shown = terms.slice(0, PRESSED).flatMap((id) => course.terms.get(id) ?? []);
  const about = [chapter && titleOf(chapter)?.[locale], weeksInWords([section], course, locale)];
  return {
    visibility: 'caller',
    accent: 'info',
    replaces: true,
    blocks: [
      heading(section.title[locale], about.filter((one) => one !== undefined).join(' · ') || undefined),
      markdown(terms.length === 0 ? words.noConcepts : conceptLines(terms, course, taught, locale)),
      buttons(
        button(words.read, lookupLine(section)),
        ...quizOn({ kind: 'section', section }, words.quiz, course),
        ...termButtons(shown, locale),
      ),
      buttons(
        ...(next ? [button(words.nextSection(next.title[locale]), partLine(next.id))] : []),
        ...(chapter ? [button(words.backTo(titleOf(chapter)?.[locale] ?? ''), partLine(chapter.chapter.id))] : []),
        button(words.backTo(words.title), CONTENTS),
      ),
    ],
  };
}
