import { isLost } from './lost.ts';
import type { Problem } from './model.ts';
import type { Read } from './parse-file.ts';
import { text } from './text.ts';

/** Ids that references may name. */
export interface Existing {
  terms: ReadonlySet<string>;
  sections: ReadonlySet<string>;
  /** What is missing since its file cannot be used, see isLost(). */
  lost: ReadonlySet<string>;
}

/** Tells of two ids, in either order, whether they come together for the first time. */
export function createPairs(): (one: string, other: string) => boolean {
  const met = new Set<string>();
  return (one, other) => {
    const before = met.size;
    return met.add([one, other].sort().join(' ')).size > before;
  };
}

/**
 * References to what does not exist, and what is said of a pair for the second time. The documentation's own glossary may
 * be there in part: that is no mistake.
 */
export function dangling(reads: readonly Read[], { terms, sections, lost }: Existing): Problem[] {
  const isFirst = createPairs();
  return reads.flatMap(({ term, ours, chapter, lineOf, bodyLine = 1 }) => {
    const found: Problem[] = [];
    const tell = (file: string, line: number | undefined, message: Problem['message']): void =>
      void found.push({ file, line: line ?? 1, message });
    if (term && ours) {
      term.related.forEach((id, i) => {
        if (terms.has(id) || isLost(id, lost)) return;
        const message = text.both((words) => words.noTerm(id));
        tell(term.file, lineOf?.(['related', i]), message);
      });
      term.differs.forEach(({ from }, i) => {
        const isThere = from !== term.id && terms.has(from);
        const isNew = isFirst(term.id, from);
        if ((isThere && isNew) || (!isThere && isLost(from, lost))) return;
        const message = text.both((words) => (isThere ? words.differsTwice(from) : words.noOther(from)));
        tell(term.file, lineOf?.(['differs', i, 'from']), message);
      });
      const { section } = term;
      if (section !== undefined && !sections.has(section) && !isLost(section, lost)) {
        const message = text.both((words) => words.noSection(section));
        tell(term.file, lineOf?.(['section']), message);
      }
    }
    for (const { term: id, line } of chapter?.links ?? []) {
      if (terms.has(id) || isLost(id, lost)) continue;
      const message = text.both((words) => words.noLinkedTerm(id));
      tell(chapter?.file ?? '', bodyLine + line - 1, message);
    }
    return found;
  });
}
