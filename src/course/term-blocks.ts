import type { Section, Term } from '../content/model.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Button, Picture } from '../core/reply/blocks.ts';
import { bold, button, heading } from '../core/reply/builders.ts';
import { asksAnything, type Course } from './course.ts';
import { lookupLine, quizLine } from './lines.ts';
import { text } from './text.ts';

/** A term's name in the other language, where it differs. */
function asideOf({ title }: Term, locale: Locale): string | undefined {
  const aside = title[locale === 'ko' ? 'en' : 'ko'];
  return aside === title[locale] ? undefined : aside;
}

/** A term's name in the caller's language, with the other language's beside it where it differs. */
export const termHeading = (term: Term, locale: Locale): Block => heading(term.title[locale], asideOf(term, locale));

/** The one-line definition, in bold above its explanation. */
export const definitionBlock = (term: Term, locale: Locale): Block => bold(term.definition[locale]);

/** The analogy from everyday life, where the term has one. */
export const analogyBlocks = (term: Term, locale: Locale): Block[] =>
  term.analogy ? [{ type: 'quote', markdown: term.analogy[locale] }] : [];

/** The term on a card: its names, what it is, its analogy, its diagram. */
export function cardOf(term: Term, foot: string, locale: Locale): Picture {
  const aside = asideOf(term, locale);
  return {
    type: 'picture',
    title: term.title[locale],
    ...(aside === undefined ? {} : { aside }),
    text: term.definition[locale],
    ...(term.analogy ? { quote: term.analogy[locale] } : {}),
    ...(term.diagram ? { diagram: term.diagram[locale] } : {}),
    foot,
  };
}

/** Buttons that look terms up. */
export const termButtons = (terms: readonly Term[], locale: Locale): Button[] =>
  terms.map((term) => button(term.title[locale], lookupLine(term)));

/** The button that looks a chapter's section up. */
export const sectionButton = (section: Section, locale: Locale): Button =>
  button(`📖 ${section.title[locale]}`, lookupLine(section));

/** The button that starts a practice on a term; none where it has no questions. */
export const quizButton = (term: Term, locale: Locale): Button[] =>
  term.questions.length === 0 ? [] : [{ ...button(text(locale).quizOnThis, quizLine(term)), primary: true }];

/** The button that starts a practice on everything; none where the course has nothing to ask. */
export const practiceButton = (course: Pick<Course, 'content'>, label: string): Button[] =>
  asksAnything(course) ? [button(label, 'quiz')] : [];
