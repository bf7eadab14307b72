import { MOST_QUESTIONS } from '../../src/practice/practice.ts';

/** How many questions a practice has. */
export const questionCount = {
  type: 'integer',
  korean: '문제수',
  min: 1,
  max: MOST_QUESTIONS,
  units: ['개', '문제', '문항', 'questions', 'question'],
  summary: { ko: '문제 수', en: 'number of questions' },
} as const;
