import type { Course } from '../course/course.ts';
import { findTopics } from '../course/find.ts';
import type { Topic } from './topics.ts';

/** The concept or section that words name; otherwise the ids of what they may mean. */
export function findTopic(words: string, course: Course): Topic | readonly string[] {
  const { answered, ids } = findTopics(words, course);
  if (!answered) return ids;
  const term = course.terms.get(ids[0] ?? '');
  const section = course.sections.get(ids[0] ?? '');
  return term ? { kind: 'term', term } : section ? { kind: 'section', section } : ids;
}
