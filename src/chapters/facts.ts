import type { Section } from '../content/model.ts';
import type { Locale } from '../core/locale.ts';
import type { Course } from '../course/course.ts';
import { type TaughtWeek, weeksIn } from '../course/weeks.ts';
import { placeOf } from '../practice/places.ts';
import { cardsHad, livesOn, type Taught } from './taught.ts';
import { text } from './text.ts';

/** Ids of the concepts of a section: those that it links to, then those that belong to it. */
export function conceptsOf(section: Section, course: Course): string[] {
  const own = Array.from(course.terms.keys()).filter((id) => placeOf(id, course)?.section.id === section.id);
  return Array.from(new Set([...section.terms, ...own]));
}

/** The weeks in which sections are taught: `2주차`, `1~3주차`; undefined where they are in none. */
export function weeksInWords(sections: readonly Section[], course: Course, locale: Locale): string | undefined {
  const ids = new Set(sections.map(({ id }) => id));
  const isIn = (week: TaughtWeek): boolean => week.sections.some(({ id }) => ids.has(id));
  const numbers = weeksIn(course.content)
    .filter(isIn)
    .map(({ number }) => number);
  const [from, to] = [numbers[0], numbers.at(-1)];
  if (from === undefined || to === undefined) return undefined;
  return from === to ? text(locale).week(from) : text(locale).weeks(from, to);
}

/** What the class was taught of some concepts: `카드 5/20`, `라이브 퀴즈 2번`; nothing for a person without a class. */
export function taughtInWords(terms: readonly string[], taught: Taught, locale: Locale): string[] {
  if (!taught.hasClass || terms.length === 0) return [];
  const words = text(locale);
  const lives = livesOn(terms, taught).length;
  return [words.cards(cardsHad(terms, taught), terms.length), ...(lives > 0 ? [words.lives(lives)] : [])];
}

/** A line of a list: a title, and what there is to know of it. */
export const listed = (title: string, facts: readonly (string | undefined)[]): string =>
  `- ${[`**${title}**`, ...facts.filter((fact) => fact !== undefined)].join(' · ')}`;
