import type { Locale, Localized } from '../core/locale.ts';
import type { Diagram } from '../core/reply/diagram.ts';
import type { QuestionText } from '../questions/types.ts';
import type { Difference, Sign, Task } from './guides.ts';

/** A question beside what it tests. */
export type Question = QuestionText & {
  /** Its author's name for it, which stays when its words are corrected; where it has none, the hash of its words. */
  id: string;
  term: string;
  /**
   * The hash of its words by which an older message or session names it, and by which that one's options are drawn; of a
   * question that was made of a definition always.
   */
  alias?: string;
};

/** A concept of the glossary. */
export interface Term {
  id: string;
  title: Localized;
  /** Other real names, shown to people. */
  aliases: readonly string[];
  /** What people write by mistake, only searched. */
  misspellings: readonly string[];
  /** One sentence. */
  definition: Localized;
  /** Markdown. */
  explanation: Localized;
  /** Markdown; the picture from everyday life. */
  analogy: Localized | undefined;
  diagram: Readonly<Record<Locale, Diagram>> | undefined;
  asks: readonly string[];
  /** Ids of terms, most useful first; all exist. */
  related: readonly string[];
  /** Id of the chapter section that explains it; exists. */
  section: string | undefined;
  /** What messages that it explains look like. */
  signs: readonly Sign[];
  /** What people do with it. */
  tasks: readonly Task[];
  /** What sets it apart from others; said with one of the two, and read from both. All exist. */
  differs: readonly Difference[];
  /** A small manifest whose comments are `# 한국어 / English`. */
  example: string | undefined;
  /** The address of its page of documentation. */
  docs: Localized | undefined;
  questions: readonly Question[];
  /** Where it was read, for messages. */
  file: string;
}

/** A heading of a chapter and what stands below it, up to the next one. */
export interface Section {
  /** `<chapter id>#<heading id>`. */
  id: string;
  title: Localized;
  /** Markdown. */
  body: Localized;
  /** Ids of the terms that it links to, in order; all exist. */
  terms: readonly string[];
  /** How people ask for it without naming it. */
  asks: readonly string[];
  diagram: Readonly<Record<Locale, Diagram>> | undefined;
  /** Its subheadings, as plain text. */
  points: readonly string[];
}

/** Questions that an instructor has put together for a lesson. */
export interface QuestionSet {
  id: string;
  title: Localized;
  /** In order: a question by its id, or any one of a concept's. All exist. */
  items: readonly ({ question: string; term?: never } | { term: string; question?: never })[];
  file: string;
}

/** A set that nobody sees until an instructor opens it for a class, such as an exam. */
export interface KeptSet extends QuestionSet {
  /** All that it may ask, however many sets keep a question back. None of them is among those of the terms. */
  questions: readonly Question[];
}

export interface Chapter {
  id: string;
  title: Localized;
  sections: readonly Section[];
  file: string;
}

/** What is taught in a week of the course; the class's first day is in the first one. Chapters and sections all exist. */
export interface Week {
  title?: Localized | undefined;
  /** Ids. */
  chapters: readonly string[];
  /** Ids. */
  sections: readonly string[];
}

/** What a course says of itself as a whole; see settingsOf(). */
export interface CourseSettings {
  /** What classes are stored with. */
  id: string;
  title: Localized;
  /** In words, as `쿠버네티스`. */
  subject: Localized | undefined;
  /** The name of the command that looks things up. */
  command: string;
  /** The first is its own where nobody's language is known. */
  languages: readonly Locale[];
  /** Words to try; each finds something. */
  tries: readonly Localized[];
  /** Markdown: what it stands on. */
  credits: readonly Localized[];
  licence: Localized | undefined;
  weeks: readonly Week[];
  features: readonly 'kubernetes'[];
  /** Where it is said, for messages. */
  file: string;
}

/** Something wrong with a content file, said so that its author can mend it. */
export interface Problem {
  file: string;
  /** From 1. */
  line: number;
  message: Localized;
}

export interface Content {
  settings: CourseSettings;
  chapters: readonly Chapter[];
  /** Without the questions that are kept back, as all that is made of them. */
  terms: readonly Term[];
  sets: readonly QuestionSet[];
  keptBack: readonly KeptSet[];
  /** Words that mean the same in this subject, a list a meaning. */
  synonyms: readonly (readonly string[])[];
  problems: readonly Problem[];
  /** What is missing since a file, or a part of one, cannot be used; see isLost(). */
  lost: ReadonlySet<string>;
}
