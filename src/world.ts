import type { Content, Question, Section, Term } from './content/model.ts';
import type { Command } from './core/command.ts';
import { indexTopics, type Topic } from './quiz/topics.ts';
import type { Document } from './search/document.ts';
import { indexSearch, type Search } from './search/search.ts';

/** What commands work with: the content, what is built from it, and what differs from call to call. */
export interface World {
  content: Content;
  terms: ReadonlyMap<string, Term>;
  sections: ReadonlyMap<string, Section>;
  questions: ReadonlyMap<string, Question>;
  topics: ReadonlyMap<string, Topic>;
  search: Search;
  /** Every command there is, once all are loaded; for help. */
  commands: () => readonly Command[];
  version: string;
  now: () => Temporal.Instant;
  /** 0 <= n < 1. */
  random: () => number;
}

function termDocument(term: Term): Document {
  return {
    id: term.id,
    kind: 'term',
    title: term.title,
    names: [term.id, ...term.aliases],
    misspellings: term.misspellings,
    asks: term.asks,
    definition: `${term.definition.ko} ${term.definition.en}`,
    // Not the analogy: its words (교실, 오토바이) are about something else.
    body: `${term.explanation.ko} ${term.explanation.en}`,
  };
}

/** `🔍 1. 문제의 시작` is also found as `문제의 시작`. */
const withoutNumber = (title: string): string => title.replace(/^[^\p{L}]+/u, '');

function sectionDocument(section: Section): Document {
  return {
    id: section.id,
    kind: 'section',
    title: section.title,
    names: [withoutNumber(section.title.ko), withoutNumber(section.title.en)],
    misspellings: [],
    asks: section.asks,
    definition: '',
    body: `${section.body.ko} ${section.body.en}`,
  };
}

/** Everything that can be found. */
export const documentsOf = ({ terms, chapters }: Content): Document[] => [
  ...terms.map(termDocument),
  ...chapters.flatMap((chapter) => chapter.sections.map(sectionDocument)),
];

/** Builds what commands work with from loaded content. */
export function createWorld(content: Content, rest: Pick<World, 'commands' | 'version' | 'now' | 'random'>): World {
  const sections = content.chapters.flatMap((chapter) => chapter.sections);
  return {
    ...rest,
    content,
    terms: new Map(content.terms.map((term) => [term.id, term])),
    sections: new Map(sections.map((section) => [section.id, section])),
    questions: new Map(content.terms.flatMap((term) => term.questions).map((question) => [question.id, question])),
    topics: indexTopics(content.terms, sections),
    search: indexSearch(documentsOf(content)),
  };
}
