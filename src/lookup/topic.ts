import { UserError } from '../core/errors.ts';
import type { Locale } from '../core/locale.ts';
import type { Button, Reply } from '../core/reply/blocks.ts';
import type { Course } from '../course/course.ts';
import { sectionButton, termButtons } from '../course/term-blocks.ts';
import { memoizePer } from '../language/memoize.ts';
import { renderSection } from './section.ts';
import { renderTerm } from './term.ts';
import { text } from './text.ts';

/** More replies than the pages of any course in both languages; beyond it a reply is made anew each time. */
const MOST_CACHED = 5000;

const cacheOf = memoizePer((_: Course) => new Map<string, Reply>());

/**
 * The concept or the chapter section of an id, as a Reply, the same one each time; undefined where the content has
 * neither.
 */
export function renderTopic(id: string, course: Course, locale: Locale, page = 1): Reply | undefined {
  const cache = cacheOf(course);
  const key = `${id} ${locale} ${page}`;
  const cached = cache.get(key);
  if (cached) return cached;
  const term = course.terms.get(id);
  const section = course.sections.get(id);
  const reply = term ? renderTerm(term, course, locale, page) : section && renderSection(section, course, locale, page);
  if (reply && cache.size < MOST_CACHED) cache.set(key, reply);
  return reply;
}

/**
 * The page that a button names; undefined is a line that no button of ours says.
 * @throws UserError where the content no longer has it.
 */
export function readPage(
  said: { id: string; page?: number | undefined } | undefined,
  course: Course,
  locale: Locale,
): Reply {
  const reply = said && renderTopic(said.id, course, locale, said.page);
  if (!reply) throw new UserError(text.both((words) => words.textGone(course.lookUp)));
  return reply;
}

/** Buttons that look these concepts and sections up; what the content no longer has is left out. */
export const topicButtons = (ids: readonly string[], { terms, sections }: Course, locale: Locale): Button[] =>
  ids.flatMap((id) => {
    const term = terms.get(id);
    const section = sections.get(id);
    return term ? termButtons([term], locale) : section ? [sectionButton(section, locale)] : [];
  });
