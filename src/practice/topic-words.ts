import type { Topic } from './topics.ts';

/** How a topic is typed in a line; undefined for what no words name. */
export function wordsOfTopic(topic: Topic): string | undefined {
  switch (topic.kind) {
    case 'term':
      return topic.term.id;
    case 'section':
      return topic.section.id;
    case 'chapter':
      return topic.chapter.id;
    case 'set':
      return topic.set.id;
    case 'weeks':
      return `week ${topic.from === topic.to ? topic.from : `${topic.from}-${topic.to}`}`;
    case 'all':
    case 'practical':
    case 'review':
    case 'missed':
    case 'homework':
      return undefined;
    default:
      return topic satisfies never;
  }
}
