import { teachingOrder } from '../content/teaching-order.ts';
import type { Localized } from '../core/locale.ts';
import { memoizePer } from '../language/memoize.ts';
import { compact } from '../language/normalize.ts';
import type { Course } from './course.ts';
import { withoutNumber } from './documents.ts';
import { text } from './text.ts';

/** Words of a course that examples are made of. All but those of an empty course find something. */
export interface Samples {
  /** The name of a concept, or where there is none, of a section. */
  concept: Localized;
  /** Another one, where there are two. */
  other: Localized | undefined;
  /** Words that describe something without its name. */
  description: Localized;
}

/** Longer names make no handy example. */
const HANDY = 16;

const isHandy = ({ ko, en }: Localized): boolean => Math.max(ko.length, en.length) <= HANDY;

/** A heading as people ask for it. */
const spoken = ({ ko, en }: Localized): Localized => ({ ko: withoutNumber(ko), en: withoutNumber(en) });

/** What the author wants tried comes first, then concepts in the order of the lessons. */
export const samplesOf = memoizePer(({ content }: Course): Samples => {
  const { terms, chapters, settings } = content;
  const byName = new Map(
    terms.flatMap(({ title, aliases }) =>
      [title.ko, title.en, ...aliases].map((name) => [compact(name), title] as const),
    ),
  );
  const named = settings.tries.flatMap(({ ko, en }) => byName.get(compact(ko)) ?? byName.get(compact(en)) ?? []);
  const described = settings.tries.find(({ ko, en }) => !byName.has(compact(ko)) && !byName.has(compact(en)));
  const sections = chapters.flatMap((chapter) => chapter.sections);
  const inOrder = teachingOrder(content).map(({ title }) => title);
  const handy = inOrder.filter(isHandy);
  const [concept, other] = Array.from(new Set([...named, ...handy, ...inOrder]));
  const [section] = sections;
  const fallback = section ? spoken(section.title) : text.both((words) => words.word);
  return {
    concept: concept ?? fallback,
    other,
    description: described ?? (section ? spoken(section.title) : (concept ?? fallback)),
  };
});
