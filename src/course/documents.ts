import { isManifest } from '../content/guides.ts';
import type { Content, Section, Term } from '../content/model.ts';
import { compact } from '../language/normalize.ts';
import type { Document } from '../search/document.ts';
import { numberedChapters } from './chapter-numbers.ts';

/** Longer ones are scripts. */
const LONGEST_COMMAND = 80;

/** The commands of a task as somebody may type one to ask what it does: `kubectl logs <pod>` as `kubectl logs`. */
const commandsIn = (run: string): string[] =>
  isManifest(run)
    ? []
    : run
        .split('\n')
        .map((line) =>
          line
            .split(' ')
            .filter((word) => word !== '' && !word.includes('<'))
            .join(' '),
        )
        .filter((line) => /^[a-z][\w-]* [a-z]/.test(line) && line.length <= LONGEST_COMMAND);

/** Terms of another course by whose names and paraphrases a course's own may be found as well. */
export type Lexicon = readonly Pick<Term, 'id' | 'title' | 'aliases' | 'misspellings' | 'asks'>[];

function termDocument(term: Term, known: Lexicon[number] | undefined): Document {
  return {
    id: term.id,
    kind: 'term',
    title: term.title,
    names: [term.id, ...term.aliases, ...(known ? [known.title.ko, known.title.en, ...known.aliases] : [])],
    misspellings: [...term.misspellings, ...(known?.misspellings ?? [])],
    asks: [...term.asks, ...(known?.asks ?? [])],
    definition: `${term.definition.ko} ${term.definition.en}`,
    signs: term.signs,
    tasks: term.tasks.map(({ title, asks, run }) => [title.ko, title.en, ...asks, ...commandsIn(run)]),
    commands: term.tasks.map(({ run }) => commandsIn(run)),
    hasExample: term.example !== undefined,
    // Not the analogy: its words (교실, 오토바이) are about something else.
    body: `${term.explanation.ko} ${term.explanation.en}`,
  };
}

/** `🔍 1. 문제의 시작` is also found as `문제의 시작`. */
export const withoutNumber = (title: string): string => title.replace(/^[^\p{L}]+/u, '') || title;

function sectionDocument(section: Section, chapter: number): Document {
  return {
    id: section.id,
    kind: 'section',
    chapter,
    title: section.title,
    names: [withoutNumber(section.title.ko), withoutNumber(section.title.en)],
    misspellings: [],
    asks: [...section.asks, ...section.points],
    definition: '',
    signs: [],
    tasks: [],
    commands: [],
    hasExample: false,
    body: `${section.body.ko} ${section.body.en}`,
  };
}

/** The share of terms that the lexicon knows, from which on a course is on its subject. */
const ALIKE = 0.5;

const namesOf = (term: Lexicon[number]): string[] => [term.id, term.title.ko, term.title.en].map(compact);

/**
 * Everything that can be found. A class's own content may name a concept in one language only; where `lexicon` (the
 * built-in glossary) has a term of the same name, it is found by that term's names and paraphrases as well, if it is about
 * the same subject: a course on history has an image and a service, too.
 */
export function documentsOf(content: Content, lexicon: Lexicon = []): Document[] {
  const { terms } = content;
  const known = new Map(
    lexicon.flatMap((term) => [...term.aliases.map(compact), ...namesOf(term)].map((name) => [name, term] as const)),
  );
  const twinOf = (term: Term): Lexicon[number] | undefined =>
    namesOf(term)
      .map((name) => known.get(name))
      .find(Boolean);
  const isSameSubject = terms.filter(twinOf).length >= terms.length * ALIKE;
  return [
    ...terms.map((term) => termDocument(term, isSameSubject ? twinOf(term) : undefined)),
    ...numberedChapters(content).flatMap(({ chapter, number }) =>
      chapter.sections.map((section) => sectionDocument(section, number)),
    ),
  ];
}
