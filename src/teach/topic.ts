import type { Topic } from '../quiz/topics.ts';
import type { World } from '../world.ts';
import { lookUp } from './find.ts';

/** The concept or section that words name; otherwise the ids of what they may mean. */
export function topicOf(words: string, world: World): Topic | readonly string[] {
  const { answered, ids } = lookUp(words, world);
  if (!answered) return ids;
  const term = world.terms.get(ids[0] ?? '');
  const section = world.sections.get(ids[0] ?? '');
  return term ? { kind: 'term', term } : section ? { kind: 'section', section } : ids;
}
