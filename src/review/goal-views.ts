import { dayOf } from '../core/class.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import { datesInWords } from '../schedule/words.ts';
import type { Standing } from './standing.ts';
import { text } from './text.ts';
import type { Exam } from './today.ts';

/** Concepts of today's plan that are named. */
const NAMED = 6;

const dateInWords = ({ date }: Pick<Exam, 'date'>, { timetable, now }: Standing, locale: Locale): string =>
  datesInWords({ from: date, to: date }, locale, dayOf(timetable, now));

/** The exam, how many days there are, and what is planned for today; none without an exam. */
export function examBlocks(standing: Standing, locale: Locale): Block[] {
  const { exam, due } = standing;
  if (!exam) return [];
  const words = text(locale);
  const { days, done, planned, isOwn } = exam;
  const names = due.slice(0, NAMED).map(({ title }) => title[locale]);
  const left = [...names, ...(due.length > NAMED ? [words.andMore(due.length - NAMED)] : [])].join(', ');
  return [
    {
      type: 'fields',
      fields: [
        { name: isOwn ? words.exam : words.classExam, value: words.examOn(dateInWords(exam, standing, locale), days) },
        { name: words.plannedToday, value: words.planDone(done, planned) },
        ...(left === '' ? [] : [{ name: done === 0 ? words.toReview : words.leftToReview, value: left }]),
      ],
    },
  ];
}

/** What a student reviews towards from now on, with what is planned for today. */
export function renderGoal(standing: Standing, locale: Locale): Reply {
  const words = text(locale);
  const { exam, due, memories } = standing;
  const quiz = standing.asksAnything ? [button(words.quiz, 'quiz', 'primary')] : [];
  const start = due.length === 0 ? quiz : [button(words.startToday, 'review', 'primary')];
  return {
    visibility: 'caller',
    accent: 'success',
    blocks: [
      ...(exam ? [{ type: 'heading', text: words.towards(dateInWords(exam, standing, locale)) } as const] : []),
      { type: 'text', markdown: memories.size === 0 ? words.nothingToPlan : words.howPlanned },
      ...examBlocks(standing, locale),
      ...(exam ? [{ type: 'text', markdown: words.dailyChanges(exam.daily) } as const] : []),
      {
        type: 'buttons',
        buttons: [
          ...start,
          ...(exam?.isOwn ? [button(words.clearExam, 'review until none')] : []),
          button(words.progress, 'progress'),
        ],
      },
    ],
  };
}

/** After a student has cleared their exam: what counts now. */
export function renderGoalCleared(standing: Standing, locale: Locale): Reply {
  const { exam } = standing;
  const words = text(locale);
  const markdown = exam ? words.backToClass(dateInWords(exam, standing, locale)) : words.backToUsual;
  return {
    visibility: 'caller',
    accent: 'success',
    blocks: [
      { type: 'heading', text: words.examCleared },
      { type: 'text', markdown },
      { type: 'buttons', buttons: [{ ...button(words.review, 'review'), primary: true }] },
    ],
  };
}
