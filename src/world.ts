import type { Content, Question, Section, Term } from './content/model.ts';
import { questionsById } from './content/question-ids.ts';
import type { Classes } from './core/class.ts';
import type { Command } from './core/command.ts';
import type { Memory } from './core/memory.ts';
import type { Outlet } from './core/platform.ts';
import type { Posts } from './core/post.ts';
import type { Reports } from './core/report.ts';
import type { Sessions } from './core/session.ts';
import { documentsOf } from './documents.ts';
import { indexTopics, type Topic } from './quiz/topics.ts';
import { remembered } from './search/remembered.ts';
import { indexSearch, type Search } from './search/search.ts';

/** What commands work with: the content, what is built from it, and what differs from call to call. */
export interface World {
  content: Content;
  terms: ReadonlyMap<string, Term>;
  sections: ReadonlyMap<string, Section>;
  questions: ReadonlyMap<string, Question>;
  topics: ReadonlyMap<string, Topic>;
  search: Search;
  memory: Memory;
  classes: Classes;
  posts: Posts;
  sessions: Sessions;
  reports: Reports;
  /** Where the bot writes unasked, once it is connected; none at a terminal. */
  outlets: () => readonly Outlet[];
  /** Ten lower-case letters and digits that nobody had before and nobody guesses. */
  newId: () => string;
  /** Every command there is, once all are loaded; for help. */
  commands: () => readonly Command[];
  version: string;
  /** The built-in course, whose licence is ours to tell; not a class's own content. */
  builtIn: boolean;
  now: () => Temporal.Instant;
  /** 0 <= n < 1. */
  random: () => number;
}

/** Finds what the content tells of; `lexicon`: see documentsOf(). */
export const searchOf = (content: Content, lexicon: readonly Term[] = []): Search =>
  remembered(indexSearch(documentsOf(content, lexicon)));

/** Builds what commands work with from loaded content; `lexicon`: see documentsOf(). */
export function createWorld(
  content: Content,
  rest: Omit<World, 'content' | 'terms' | 'sections' | 'questions' | 'topics' | 'search'>,
  lexicon: readonly Term[] = [],
): World {
  const sections = content.chapters.flatMap((chapter) => chapter.sections);
  return {
    ...rest,
    content,
    terms: new Map(content.terms.map((term) => [term.id, term])),
    sections: new Map(sections.map((section) => [section.id, section])),
    questions: questionsById(content.terms),
    topics: indexTopics(content.terms, sections),
    search: searchOf(content, lexicon),
  };
}
