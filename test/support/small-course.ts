import { NO_GUIDES } from '../../src/content/guides.ts';
import type { Content, CourseSettings, Section, Term } from '../../src/content/model.ts';

const both = (text: string) => ({ ko: text, en: text });

export const termNamed = (id: string, ...related: string[]): Term => ({
  id,
  title: both(id),
  aliases: [],
  misspellings: [],
  definition: both(id),
  explanation: both(id),
  analogy: undefined,
  diagram: undefined,
  asks: [],
  related,
  section: undefined,
  ...NO_GUIDES,
  questions: [],
  file: `${id}.md`,
});

/** A section that names these terms. */
export const section = (...terms: string[]): Section => ({
  id: 'c#s',
  title: both(''),
  body: both(''),
  terms,
  asks: [],
  points: [],
  diagram: undefined,
});

/** What a folder without course.yaml says of itself. */
const SETTINGS: CourseSettings = {
  id: 'course',
  title: both('course'),
  subject: undefined,
  command: 'ask',
  languages: ['ko', 'en'],
  tries: [],
  credits: [],
  licence: undefined,
  weeks: [],
  features: [],
  file: 'course.yaml',
};

/** One chapter of these sections, and a glossary. */
export const courseOf = (terms: readonly Term[], ...sections: Section[]): Content => ({
  settings: SETTINGS,
  chapters: [{ id: 'c', title: both(''), sections, file: 'c.md' }],
  terms,
  sets: [],
  keptBack: [],
  synonyms: [],
  lost: new Set(),
  problems: [],
});
