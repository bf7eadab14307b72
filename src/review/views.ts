import type { Locale } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import type { Course } from '../course/course.ts';
import { datesInWords } from '../schedule/words.ts';
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

/** For a student with nothing to review now: how it begins, or when it goes on. */
export function renderNothingToReview(standing: Standing, locale: Locale): Reply {
  const words = text(locale);
  const next = nextReview(standing, locale);
  const buttons = [{ ...button(words.quiz, 'quiz'), primary: true }, button(words.todaysConcept, 'card')];
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
  return reply('success', [
    { type: 'heading', text: words.allReviewed },
    { type: 'text', markdown: words.whyLater },
    { type: 'fields', fields: [{ name: words.nextReview, value: next }] },
    { type: 'footer', text: words.streak(standing.streak) },
    { type: 'buttons', buttons: [...buttons, button(words.progress, 'progress')] },
  ]);
}

/** How far a student is: the chart, a kind word, and what to do next. */
export function renderProgress(standing: Standing, course: Course, locale: Locale): Reply {
  const words = text(locale);
  const { due, memories, streak } = standing;
  const kindWord =
    memories.size === 0 ? words.justStarting : due.length > 0 ? words.worthReviewing(due.length) : words.nothingWaiting;
  const review = button(words.review, 'review');
  const quiz = button(words.quiz, 'quiz');
  const [main, other] = due.length > 0 ? [review, quiz] : [quiz, review];
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      renderProgressChart(standing, course, locale),
      { type: 'text', markdown: `${words.streak(streak)}. ${kindWord}` },
      { type: 'buttons', buttons: [{ ...main, primary: true }, other] },
    ],
  };
}
