import { line, maybe, rest, word } from '../core/command/line.ts';
import { decodePractice, encodePractice } from './practice.ts';

/**
 * What the buttons of a practice say: `drill <practice>` shows its next question or its summary, `drill <practice>
 * <question> <answer>` grades an answer.
 */
export const drillLine = line('drill', {
  practice: { read: decodePractice, write: encodePractice },
  question: maybe(word),
  answer: maybe(rest),
});
