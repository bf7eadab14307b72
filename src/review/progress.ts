import type { Content, Section, Term } from '../content/model.ts';
import type { Memory } from './schedule.ts';

/** Days that a memory lasts which is more than luck: one right answer alone gives two. */
const LASTS = 7;

/** How well a term is known: for a week and more and not due; met, but not so well; not met yet. */
type Level = 'known' | 'learning' | 'fresh';
const LEVELS: readonly Level[] = ['known', 'learning', 'fresh'];

/** `now` is epoch milliseconds. */
export function levelOf(memory: Memory | undefined, now: number): Level {
  if (!memory) return 'fresh';
  const recalled = memory.forgot !== memory.reviewed;
  return recalled && memory.stability >= LASTS && memory.due > now ? 'known' : 'learning';
}

/** A chapter section's terms by their levels; `section` is undefined for those that no section tells of. */
export interface Progress {
  section: Section | undefined;
  counts: Readonly<Record<Level, number>>;
}

/** A course's terms by sections in its order, each once; `section` is undefined for those that no section tells of. */
export function sectionsOf({
  chapters,
  terms,
}: Pick<Content, 'chapters' | 'terms'>): { section: Section | undefined; terms: readonly Term[] }[] {
  const sections = chapters.flatMap((chapter) => chapter.sections);
  // The one that tells of it, or else the first that names it.
  const homeOf = ({ id, section: told }: Term): Section | undefined =>
    sections.find((section) => (told === undefined ? section.terms.includes(id) : section.id === told));
  const bySection = Map.groupBy(terms, homeOf);
  return [...sections, undefined].flatMap((section) => {
    const own = bySection.get(section) ?? [];
    return own.length === 0 ? [] : [{ section, terms: own }];
  });
}

/** How far somebody is, by sections in the course's order; those without terms are left out. */
export const progressOf = (content: Content, memories: ReadonlyMap<string, Memory>, now: number): Progress[] =>
  sectionsOf(content).map(({ section, terms }) => {
    const levels = Map.groupBy(terms, ({ id }) => levelOf(memories.get(id), now));
    const [known = 0, learning = 0, fresh = 0] = LEVELS.map((level) => levels.get(level)?.length ?? 0);
    return { section, counts: { known, learning, fresh } };
  });
