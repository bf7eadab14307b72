import type { Course } from '../course/course.ts';
import { findTopics } from '../course/find.ts';
import { findLesson, findTopic } from '../practice/find-topic.ts';
import { isNamed } from '../practice/sets.ts';
import type { Topic } from '../practice/topics.ts';

/** What a concept or a section is called. */
function namesOf(topic: Topic): readonly string[] | undefined {
  if (topic.kind === 'term') {
    const { id, title, aliases, misspellings } = topic.term;
    return [id, title.ko, title.en, ...aliases, ...misspellings];
  }
  return topic.kind === 'section' ? [topic.section.id, topic.section.title.ko, topic.section.title.en] : undefined;
}

/**
 * The topic that words name whole; otherwise the ids of what they may mean: a class is given nothing by a mere guess.
 * @throws UserError for a chapter or a week that the course does not have.
 */
export function topicNamed(words: string, course: Course): Topic | readonly string[] {
  const lesson = findLesson(words, course);
  if (lesson) return lesson;
  const found = findTopic(words, course);
  const names = 'kind' in found ? namesOf(found) : undefined;
  const isMeant = 'kind' in found && (names === undefined || isNamed(words, names));
  return isMeant ? found : findTopics(words, course).ids;
}
