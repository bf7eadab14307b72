import { localized } from '../core/locale.ts';

type Rows = readonly (readonly [from: number, to: number])[];

/** `1~2장, 5장`. */
const koreanRows = (rows: Rows, unit: string): string =>
  rows.map(([from, to]) => `${from === to ? from : `${from}~${to}`}${unit}`).join(', ');

/** `chapters 1–2, 5`. */
const englishRows = (rows: Rows, unit: string): string => {
  const isOne = rows.length === 1 && rows.every(([from, to]) => from === to);
  return `${unit}${isOne ? '' : 's'} ${rows.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(', ')}`;
};

/** All that people read of a concept's buttons. */
interface CourseText {
  quizOnThis: string;
  /** Of a question that was answered. */
  somethingIsWrong: string;
  /** Small print of a question that no author wrote. */
  madeByBot: string;
  /** Stands for a concept in an example where there is none. */
  word: string;
  chapterTitle(number: number, title: string): string;
  // A chapter, a section or a week that a course does not have. `there`: those that it has, each row by its first and last.
  noSuchChapter(chapter: number, there: Rows): string;
  noSuchSection(chapter: number, section: number, there: Rows): string;
  noSuchWeek(week: number, there: Rows): string;
  notByChapters: string;
  notByWeeks: string;
  // Buttons.
  contents: string;
  weeks: string;
  seeChapter(chapter: number): string;
}

const ko: CourseText = {
  quizOnThis: '이걸로 퀴즈 풀기',
  somethingIsWrong: '문제가 이상해요',
  madeByBot: '🤖 봇이 만든 문제',
  word: '단어',
  chapterTitle: (number, title) => `${number}장 ${title}`,
  noSuchChapter: (chapter, there) => `${chapter}장은 없어요. 이 과목에는 ${koreanRows(there, '장')}이 있어요.`,
  noSuchSection: (chapter, section, there) =>
    `${chapter}장에는 ${section}절이 없어요. ${koreanRows(there, '절')}이 있어요.`,
  noSuchWeek: (week, there) => `${week}주차는 없어요. 이 과목에는 ${koreanRows(there, '주차')}가 있어요.`,
  notByChapters: '이 과목은 장으로 나뉘어 있지 않아요.',
  notByWeeks: '이 과목은 주차로 나뉘어 있지 않아요.',
  contents: '목차 보기',
  weeks: '주차별로 보기',
  seeChapter: (chapter) => `${chapter}장 보기`,
};

const en: CourseText = {
  quizOnThis: 'Quiz me on this',
  somethingIsWrong: 'Something is wrong here',
  madeByBot: '🤖 Made by the bot',
  word: 'word',
  chapterTitle: (number, title) => `Chapter ${number}: ${title}`,
  noSuchChapter: (chapter, there) =>
    `There is no chapter ${chapter}; this course has ${englishRows(there, 'chapter')}.`,
  noSuchSection: (chapter, section, there) =>
    `Chapter ${chapter} has no section ${section}; it has ${englishRows(there, 'section')}.`,
  noSuchWeek: (week, there) => `There is no week ${week}; this course has ${englishRows(there, 'week')}.`,
  notByChapters: 'This course is not divided into chapters.',
  notByWeeks: 'This course is not divided into weeks.',
  contents: 'Contents',
  weeks: 'By weeks',
  seeChapter: (chapter) => `See chapter ${chapter}`,
};

export const text = localized({ ko, en });
