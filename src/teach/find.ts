import type { Locale } from '../core/locale.ts';
import type { Reply } from '../core/reply.ts';
import type { World } from '../world.ts';
import { sectionReply } from './section.ts';
import { termReply } from './term.ts';

/** The concept or the chapter section of an id, as a Reply; undefined where the content has neither. */
export function replyOf(id: string, world: World, locale: Locale, page = 1): Reply | undefined {
  const term = world.terms.get(id);
  if (term) return termReply(term, world, locale, page);
  const section = world.sections.get(id);
  return section && sectionReply(section, world, locale, page);
}
