import type { PracticeSummary } from '../core/learner-records.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Button } from '../core/reply/blocks.ts';
import { button, buttons, heading, markdown } from '../core/reply/builders.ts';
import { asksAnything, type Course } from '../course/course.ts';
import { placeOf } from '../practice/places.ts';
import { chapterTopics, poolsOf, titleOf, topicLine } from '../practice/topics.ts';
import { nextStep } from '../review/next-step.ts';
import type { Standing } from '../review/standing.ts';
import { text } from './text.ts';

/** A practice on the chapter of the concept that a student met last, or on the first one; none where it has no questions. */
function chapterButton({ shown }: Standing, course: Course, locale: Locale): Button[] {
  const met = shown.findLast(({ term }) => placeOf(term, course) !== undefined);
  const place = met && placeOf(met.term, course);
  const chapters = chapterTopics(course);
  const topic = chapters.find(({ chapter }) => chapter.id === place?.chapter.id) ?? chapters[0];
  if (!topic || poolsOf(topic, course.terms).flat().length === 0) return [];
  return [button(text(locale).thisChapter(titleOf(topic)?.[locale] ?? ''), topicLine(topic))];
}

/** Where a practice begins: the one thing to do next, and what else a student may want, each by a button; nothing in a course that asks nothing. */
export function beginBlocks(standing: Standing, { again }: PracticeSummary, course: Course, locale: Locale): Block[] {
  const words = text(locale);
  const step = nextStep(standing, course, locale);
  const others = [
    ...chapterButton(standing, course, locale),
    ...(again.some((id) => course.terms.has(id))
      ? [button(words.missed, topicLine({ kind: 'missed', questions: [] }))]
      : []),
    ...(asksAnything(course) ? [button(words.quiz, topicLine({ kind: 'all' }))] : []),
  ].filter(({ line }) => step.buttons.every((one) => one.line !== line));
  const shown = [...step.buttons, ...others];
  return shown.length > 0 ? [heading(words.begin), markdown(step.word), buttons(...shown)] : [];
}
