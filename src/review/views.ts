import { UserError } from '../core/errors.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import type { Course } from '../course/course.ts';
import { datesInWords } from '../schedule/words.ts';
import { examBlocks } from './goal-views.ts';
import { nextStep } from './next-step.ts';
import { renderProgressChart } from './progress-chart.ts';
import type { Standing } from './standing.ts';
import { text } from './text.ts';

/** When the next review is: `오늘 오후 5시쯤`, `내일`, `11월 27일(금)`; undefined for a student who has shown nothing yet. */
function nextReview({ memories, now, timetable: { zone } }: Standing, locale: Locale): string | undefined {
  const dues = Array.from(memories.values(), ({ due }) => due);
  if (dues.length === 0) return undefined;
  const at = Temporal.Instant.fromEpochMilliseconds(Math.min(...dues)).toZonedDateTimeISO(zone);
  const hour = at.round({ smallestUnit: 'hour', roundingMode: 'ceil' });
  const day = hour.toPlainDate();
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  if (day.equals(today)) return text(locale).laterToday(hour);
  if (day.equals(today.add({ days: 1 }))) return text(locale).tomorrow;
  return datesInWords({ from: day.toString(), to: day.toString() }, locale);
}

/**
 * For a student with nothing to review now: how it begins, or when it goes on. `heading`: what there is nothing of, where
 * they asked for something else than what is due.
 */
export function renderNothingToReview(standing: Standing, locale: Locale, heading?: string): Reply {
  const words = text(locale);
  const { exam, next: more, streak } = standing;
  const next = nextReview(standing, locale);
  const buttons = [
    ...(standing.asksAnything ? [button(words.quiz, 'quiz', 'primary')] : []),
    button(words.todaysConcept, 'card'),
  ];
  const reply = (accent: Reply['accent'], blocks: readonly Block[]): Reply => ({
    visibility: 'caller',
    accent,
    blocks,
  });
  if (next === undefined)
    return reply('info', [
      { type: 'heading', text: words.nothingKnown },
      { type: 'text', markdown: words.howReviewBegins },
      { type: 'buttons', buttons },
    ]);
  const progress = button(words.progress, 'progress');
  if (exam)
    return reply('success', [
      { type: 'heading', text: heading ?? (exam.planned === 0 ? words.nothingPlanned : words.plannedIsDone) },
      { type: 'text', markdown: words.whyPlanned },
      ...examBlocks(standing, locale),
      { type: 'footer', text: words.streak(streak) },
      {
        type: 'buttons',
        buttons: [...buttons, ...(more.length > 0 ? [button(words.moreNow, 'review more')] : []), progress],
      },
    ]);
  return reply('success', [
    { type: 'heading', text: heading ?? words.allReviewed },
    { type: 'text', markdown: words.whyLater },
    { type: 'fields', fields: [{ name: words.nextReview, value: next }] },
    { type: 'footer', text: words.streak(streak) },
    { type: 'buttons', buttons: [...buttons, progress] },
  ]);
}

/** How far a student is: the chart, the exam that they review towards, a kind word, and the one thing to do next. */
export function renderProgress(standing: Standing, course: Course, locale: Locale): Reply {
  const next = nextStep(standing, course, locale);
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      renderProgressChart(standing, course, locale),
      ...examBlocks(standing, locale),
      { type: 'text', markdown: `${text(locale).streak(standing.streak)}. ${next.word}` },
      { type: 'buttons', buttons: next.buttons },
    ],
  };
}

/** Why a student may not see how another one is doing. */
export const onlyInstructorsSee = (): UserError => new UserError(text.both((words) => words.onlyInstructorsSee));
