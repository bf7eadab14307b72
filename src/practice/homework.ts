import type { Practice } from './practice.ts';
import type { WayOn } from './summary.ts';
import type { HomeworkTopic } from './topics.ts';

/**
 * A practice that is a class's homework. How far a student is with it is stored, so that they go on where they stopped,
 * whichever of its messages they press.
 */
export interface Assignment {
  topic: HomeworkTopic;
  /** Stores an answer for good. Of two to a question the first one counts. */
  answer(answer: { question: string; right: boolean; at: number }): Promise<void>;
  /** What is said, in Markdown, once its last question was answered; undefined before. */
  done(): Promise<string | undefined>;
  /** What its summary ends with. */
  wayOn(): Promise<WayOn>;
}

/** A practice of homework, its marks as they are stored; what is asked again goes by the button's line. */
export function inStep(practice: Practice, { questions, answered }: HomeworkTopic): Practice {
  const count = questions.length;
  const again = answered.length < count ? '' : practice.marks.slice(practice.count);
  return { ...practice, count, marks: (marksOf(answered) + again).slice(0, 2 * count) };
}

/** Answers as the marks of a practice. */
export const marksOf = (answered: readonly boolean[]): string => answered.map((right) => (right ? '1' : '0')).join('');
