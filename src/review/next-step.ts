import type { Section } from '../content/model.ts';
import type { Locale } from '../core/locale.ts';
import type { Button } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import type { Course } from '../course/course.ts';
import { lookupLine } from '../course/lines.ts';
import { practiceButton } from '../course/term-blocks.ts';
import { sectionsOf } from './progress.ts';
import { forgottenLast } from './schedule.ts';
import type { Standing } from './standing.ts';
import { text } from './text.ts';

/** The first section in the course's order with a concept that the student has not met. */
function nextSection({ memories }: Standing, { content }: Course): Section | undefined {
  const unmet = sectionsOf(content).find(({ terms }) =>
    terms.some(({ id, questions }) => questions.length > 0 && !memories.has(id)),
  );
  return unmet?.section;
}

/** The one thing to do next, where there is one, and a kind word on it. */
export interface NextStep {
  buttons: readonly Button[];
  word: string;
}

/** What is due goes first, then what was wrong last, then the next section of the chapter. */
export function nextStep(standing: Standing, course: Course, locale: Locale): NextStep {
  const words = text(locale);
  const { due, memories, exam } = standing;
  if (due.length > 0)
    return {
      buttons: [button(words.review, 'review', 'primary')],
      word: exam ? words.plannedWaits(due.length) : words.worthReviewing(due.length),
    };
  const wrong = forgottenLast(memories);
  if (wrong.length > 0)
    return {
      buttons: [button(words.practiseWrong(wrong.length), 'review wrong', 'primary')],
      word: words.wrongWaits(wrong.length),
    };
  const idle =
    exam === undefined ? words.nothingWaiting : exam.planned === 0 ? words.nothingPlanned : words.plannedIsDone;
  const word = memories.size === 0 ? words.justStarting : idle;
  const section = nextSection(standing, course);
  if (section)
    return { buttons: [button(words.nextSection(section.title[locale]), lookupLine(section), 'primary')], word };
  return { buttons: practiceButton(course, words.quiz).map((one) => ({ ...one, primary: true })), word };
}
