import type { Locale } from '../core/locale.ts';
import type { Button, Reply } from '../core/reply/reply.ts';
import type { Course } from '../course/course.ts';
import { sectionButton, termButtons } from '../course/term-blocks.ts';
import { memoizePer } from '../language/memoize.ts';
import { renderSection } from './section.ts';
import { renderTerm } from './term.ts';

/** Nobody asks for more of a course than there is; what a page beyond it shows is made anew. */
const REMEMBERED = 5000;

const repliesOf = memoizePer((_: Course) => new Map<string, Reply>());

/**
 * The concept or the chapter section of an id, as a Reply, the same one each time; undefined where the content has
 * neither.
 */
export function renderTopic(id: string, course: Course, locale: Locale, page = 1): Reply | undefined {
  const replies = repliesOf(course);
  const key = `${id} ${locale} ${page}`;
  const known = replies.get(key);
  if (known) return known;
  const term = course.terms.get(id);
  const section = course.sections.get(id);
  const reply = term ? renderTerm(term, course, locale, page) : section && renderSection(section, course, locale, page);
  if (reply && replies.size < REMEMBERED) replies.set(key, reply);
  return reply;
}

/** Buttons that look these concepts and sections up; what the content no longer has is left out. */
export const topicButtons = (ids: readonly string[], { terms, sections }: Course, locale: Locale): Button[] =>
  ids.flatMap((id) => {
    const term = terms.get(id);
    const section = sections.get(id);
    return term ? termButtons([term], locale) : section ? [sectionButton(section, locale)] : [];
  });
