import { inEvery, type Localized } from '../../core/locale.ts';
import { hasSyllables } from '../../language/hangul.ts';
import { oneLine } from '../../language/normalize.ts';
import type { Defined } from '../../questions/definition.ts';
import type { Content, Term } from '../model.ts';
import { clueOf } from './clue.ts';
import { type Name, namesOf, readName, readSaid, type Said, wordsIn } from './names.ts';

/** A concept beside the others of its course. */
export interface Concept extends Defined {
  id: string;
  related: readonly string[];
  section: string | undefined;
  chapter: string | undefined;
  /** Its names as they are looked for, and its titles. */
  looked: readonly Name[];
  titles: readonly Name[];
  /** The last words of its names, which say what kind of thing it is: `배포`, `probe`. */
  kinds: readonly string[];
  /** All its names as one text. */
  called: Said;
  /** What its definition says, in both languages. */
  said: Said;
}

const JOINING = new Set(['and', 'the', 'for', 'with', 'from', 'into']);

/** Words of a title, each of which would give it away: 확장 of 자동 확장. */
function wordsOfTitle({ ko, en }: Localized): string[] {
  const words = [ko, en].flatMap((title) => {
    const all = wordsIn(title);
    return all.map((word, i) => (i < all.length - 1 && word.length > 2 ? word.replace(/[과와]$/, '') : word));
  });
  return Array.from(new Set(words)).filter((word) => word.length > (hasSyllables(word) ? 1 : 2) && !JOINING.has(word));
}

/** The last word of each name of several. */
const kindsIn = (names: readonly string[]): string[] =>
  Array.from(
    new Set(
      names.flatMap((name) => {
        const words = wordsIn(name);
        const last = words.length > 1 ? words.at(-1) : undefined;
        return last !== undefined && last.length > 1 ? [last] : [];
      }),
    ),
  );

/** The section that tells of each concept: the one that it names, or the first that links to it. */
function sectionsByTerm({ chapters, terms }: Pick<Content, 'chapters' | 'terms'>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { id, section } of terms) if (section !== undefined) found.set(id, section);
  for (const { id: section, terms: named } of chapters.flatMap(({ sections }) => sections))
    for (const id of named) if (!found.has(id)) found.set(id, section);
  return found;
}

/** The concepts of a course that a question can be made of: those whose definition does not say what they are called. */
export function conceptsOf(content: Pick<Content, 'chapters' | 'terms'>): Concept[] {
  const sections = sectionsByTerm(content);
  const chapters = new Map(
    content.chapters.flatMap(({ id, sections }) => sections.map((section) => [section.id, id] as const)),
  );
  const saidBy = ({ definition: { ko, en } }: Term): Said => readSaid(ko === en ? ko : `${ko} ${en}`);
  return content.terms.flatMap((term): Concept[] => {
    const { id, title, definition, related } = term;
    const names = namesOf(term);
    const words = wordsOfTitle(title);
    const ko = clueOf(definition.ko, names, words);
    const en = definition.en === definition.ko ? ko : clueOf(definition.en, names, words);
    if (ko === undefined || en === undefined || names.length === 0) return [];
    const section = sections.get(id);
    return [
      {
        ...{ id, title, names, related, section },
        said: saidBy(term),
        chapter: chapters.get(section ?? ''),
        definition: inEvery((locale) => oneLine(definition[locale])),
        clue: { ko, en },
        looked: names.map(readName),
        titles: [title.ko, title.en].map(readName),
        kinds: kindsIn(names),
        called: readSaid(names.join(' / ')),
      },
    ];
  });
}
