import type { Locale } from '../core/locale.ts';
import type { Context } from '../course/context.ts';
import { type Practice, playerOf } from '../practice/practice.ts';
import { newSeed } from '../practice/seeded-shuffle.ts';
import { createReviewTopic, MOST_REVIEWED, topicKey } from '../practice/topics.ts';
import { datesInWords } from '../schedule/words.ts';
import type { Standing } from './standing.ts';

/** A practice of what has been due longest, one question a term; none where nothing is due. */
export function createReview({ due }: Standing, callerId: string, context: Context): Practice {
  const seed = newSeed(context.random);
  const terms = due.slice(0, MOST_REVIEWED);
  return {
    topic: topicKey(createReviewTopic(terms, seed)),
    seed,
    player: playerOf(callerId),
    count: terms.length,
    marks: '',
  };
}

export function streakInWords({ streak: { current, longest } }: Standing, locale: Locale): string {
  const ko = locale === 'ko';
  const days = (n: number): string => `${n} day${n === 1 ? '' : 's'}`;
  if (current > 0) return ko ? `🔥 연속 공부 ${current}일째예요` : `🔥 A streak of ${days(current)}`;
  if (longest > 0)
    return ko ? `지금까지 가장 길게 이어 간 건 ${longest}일이에요` : `Your longest streak so far: ${days(longest)}`;
  return ko ? '오늘이 연속 공부 첫날이 될 수 있어요' : 'Today can be the first day of a streak';
}

/** When the next review is: `오늘 오후 5시쯤`, `내일`, `11월 27일(금)`; undefined where nothing is known yet. */
export function nextReviewInWords(
  { memories, now, timetable: { zone } }: Standing,
  locale: Locale,
): string | undefined {
  const dues = Array.from(memories.values(), ({ due }) => due);
  if (dues.length === 0) return undefined;
  const ko = locale === 'ko';
  const at = Temporal.Instant.fromEpochMilliseconds(Math.min(...dues)).toZonedDateTimeISO(zone);
  const hour = at.round({ smallestUnit: 'hour', roundingMode: 'ceil' });
  const day = hour.toPlainDate();
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  if (day.equals(today)) {
    const time = hour.toLocaleString(ko ? 'ko-KR' : 'en-GB', ko ? { hour: 'numeric' } : { timeStyle: 'short' });
    return ko ? `오늘 ${time}쯤` : `today, about ${time}`;
  }
  if (day.equals(today.add({ days: 1 }))) return ko ? '내일' : 'tomorrow';
  return datesInWords({ from: day.toString(), to: day.toString() }, locale);
}
