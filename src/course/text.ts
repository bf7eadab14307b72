import { localized } from '../core/locale.ts';

/** All that people read of a concept's buttons. */
interface CourseText {
  quizOnThis: string;
}

const ko: CourseText = {
  quizOnThis: '이걸로 퀴즈 풀기',
};

const en: CourseText = {
  quizOnThis: 'Quiz me on this',
};

export const text = localized({ ko, en });
