import type { Content, Section, Term } from '../content/model.ts';
import type { Memory } from './schedule.ts';

/** Days that a memory has to last to count as known: a single right answer, perhaps a lucky one, gives two. */
const LASTING_DAYS = 7;

/** How well a term is known: for a week and more and not due; met, but not so well; not met yet. */
type Level = 'known' | 'learning' | 'fresh';
const LEVELS: readonly Level[] = ['known', 'learning', 'fresh'];

/** `now` is epoch milliseconds. */
export function levelOf(memory: Memory | undefined, now: number): Level {
  if (!memory) return 'fresh';
  const recalled = memory.forgot !== memory.reviewed;
  return recalled && memory.stability >= LASTING_DAYS && memory.due > now ? 'known' : 'learning';
}

/** How many of a section's terms are at each level; `section` is undefined for terms that no section teaches. */
export interface Progress {
  section: Section | undefined;
  counts: Readonly<Record<Level, number>>;
}

/** A course's terms by sections in its order, each once; `section` is undefined for terms that no section teaches. */
export function sectionsOf({
  chapters,
  terms,
}: Pick<Content, 'chapters' | 'terms'>): { section: Section | undefined; terms: readonly Term[] }[] {
  const sections = chapters.flatMap((chapter) => chapter.sections);
  // The section that its author gave it, or else the first that names it.
  const homeOf = ({ id, section: own }: Term): Section | undefined =>
    sections.find((section) => (own === undefined ? section.terms.includes(id) : section.id === own));
  const bySection = Map.groupBy(terms, homeOf);
  return [...sections, undefined].flatMap((section) => {
    const own = bySection.get(section) ?? [];
    return own.length === 0 ? [] : [{ section, terms: own }];
  });
}

/** How far a student is, by sections in the course's order; those without terms are left out. */
export const progressOf = (content: Content, memories: ReadonlyMap<string, Memory>, now: number): Progress[] =>
  sectionsOf(content).map(({ section, terms }) => {
    const levels = Map.groupBy(terms, ({ id }) => levelOf(memories.get(id), now));
    const [known = 0, learning = 0, fresh = 0] = LEVELS.map((level) => levels.get(level)?.length ?? 0);
    return { section, counts: { known, learning, fresh } };
  });
