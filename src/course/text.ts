import { localized } from '../core/locale.ts';

/** All that people read of a concept's buttons. */
interface CourseText {
  quizOnThis: string;
  /** Of a question that was answered. */
  somethingIsWrong: string;
  /** Small print of a question that no author wrote. */
  madeByBot: string;
  /** Stands for a concept in an example where there is none. */
  word: string;
}

const ko: CourseText = {
  quizOnThis: '이걸로 퀴즈 풀기',
  somethingIsWrong: '문제가 이상해요',
  madeByBot: '🤖 봇이 만든 문제',
  word: '단어',
};

const en: CourseText = {
  quizOnThis: 'Quiz me on this',
  somethingIsWrong: 'Something is wrong here',
  madeByBot: '🤖 Made by the bot',
  word: 'word',
};

export const text = localized({ ko, en });
