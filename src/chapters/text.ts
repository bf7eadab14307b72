import { localized } from '../core/locale.ts';
import { plural } from '../language/plural.ts';
import { withParticle } from '../language/with-particle.ts';
import { slash } from '../markdown/slash.ts';

/** All that people read of the table of contents. Titles and dates are Markdown; `week` counts from 1. */
interface ChaptersText {
  title: string;
  noChapters: string;
  noSuchPart: string;
  // Where the class is.
  thisWeek(week: number, dates: string): string;
  beginsOn(date: string): string;
  lastWeekOver(week: number, date: string): string;
  noFirstDay: string;
  // What a chapter, a section or a week has, one fact each.
  week(week: number): string;
  weeks(from: number, to: number): string;
  sections(count: number): string;
  concepts(count: number): string;
  /** So many of the concepts have had their card in the class. */
  cards(had: number, of: number): string;
  lives(count: number): string;
  /** A concept's card came on that day. */
  cardOn(date: string): string;
  isNow: string;
  questions(count: number): string;
  // Lists.
  sets: string;
  allSets(count: number): string;
  conceptsHere: string;
  noConcepts: string;
  moreConcepts(count: number): string;
  livesHere: string;
  noLessons: string;
  // Buttons.
  openThisWeek(week: number): string;
  byWeeks: string;
  byChapters: string;
  read: string;
  quiz: string;
  quizWeek(week: number): string;
  nextSection(title: string): string;
  more(page: number, of: number): string;
  backTo(title: string): string;
}

const ko: ChaptersText = {
  title: '목차',
  noChapters: `이 수업 내용에는 아직 장이 없어요. ${slash('quiz', '으로/로')} 문제를 풀거나 개념의 이름을 적어 찾아보세요.`,
  noSuchPart: `그런 장이나 절은 없어요. ${slash('chapters')}만 입력하면 목차를 볼 수 있어요. 예: ${slash('chapters 1장')}`,
  thisWeek: (week, dates) => `오늘은 **${week}주차**예요(${dates}).`,
  beginsOn: (date) => `이 수업은 **${date}**에 시작해요.`,
  lastWeekOver: (week, date) => `마지막 주인 **${withParticle(`${week}주차`, '이/가')}** ${date}에 끝났어요.`,
  noFirstDay: `수업의 첫날을 정해 두면 오늘이 몇 주차인지 여기에 나오고, 카드도 주차에 맞춰 올라와요: ${slash('class 설정 3월 2일부터')}`,
  week: (week) => `${week}주차`,
  weeks: (from, to) => `${from}~${to}주차`,
  sections: (count) => `절 ${count}개`,
  concepts: (count) => `개념 ${count}개`,
  cards: (had, of) => `카드 ${had}/${of}`,
  lives: (count) => `라이브 퀴즈 ${count}번`,
  cardOn: (date) => `카드 ${date}`,
  isNow: '이번 주',
  questions: (count) => `문제 ${count}개`,
  sets: '문제집',
  allSets: (count) => `문제집 ${count}개 모두 보기`,
  conceptsHere: '개념',
  noConcepts: '여기에는 따로 정리한 개념이 없어요.',
  moreConcepts: (count) => `그 밖에 ${count}개`,
  livesHere: '함께 푼 라이브 퀴즈',
  noLessons: '이 주에는 정해 둔 내용이 없어요.',
  openThisWeek: (week) => `이번 주(${week}주차) 보기`,
  byWeeks: '주차별로 보기',
  byChapters: '장별로 보기',
  read: '📖 읽기',
  quiz: '퀴즈 풀기',
  quizWeek: (week) => `${week}주차 퀴즈 풀기`,
  nextSection: (title) => `다음: ${title}`,
  more: (page, of) => `더 보기(${page}/${of})`,
  backTo: (title) => `↩ ${title}`,
};

const en: ChaptersText = {
  title: 'Contents',
  noChapters: `This course has no chapters yet. Practise with ${slash('quiz')}, or look a concept up by its name.`,
  noSuchPart: `There is no such chapter or section. ${slash('chapters')} alone shows the contents; or try ${slash('chapters chapter 1')}.`,
  thisWeek: (week, dates) => `This is **week ${week}** (${dates}).`,
  beginsOn: (date) => `The class begins on **${date}**.`,
  lastWeekOver: (week, date) => `The last week, **week ${week}**, ended on ${date}.`,
  noFirstDay: `Once the first day of the class is set, this says which week it is, and cards follow the weeks: ${slash('class setup from 2 March')}`,
  week: (week) => `week ${week}`,
  weeks: (from, to) => `weeks ${from}–${to}`,
  sections: (count) => plural(count, 'section'),
  concepts: (count) => plural(count, 'concept'),
  cards: (had, of) => `cards ${had}/${of}`,
  lives: (count) => plural(count, 'live quiz', 'live quizzes'),
  cardOn: (date) => `card ${date}`,
  isNow: 'this week',
  questions: (count) => plural(count, 'question'),
  sets: 'Sets of questions',
  allSets: (count) => `All ${count} sets`,
  conceptsHere: 'Concepts',
  noConcepts: 'No concepts are listed here.',
  moreConcepts: (count) => `and ${count} more`,
  livesHere: 'Live quizzes that were played',
  noLessons: 'Nothing is planned for this week.',
  openThisWeek: (week) => `This week (week ${week})`,
  byWeeks: 'By weeks',
  byChapters: 'By chapters',
  read: '📖 Read',
  quiz: 'Quiz me',
  quizWeek: (week) => `Quiz me on week ${week}`,
  nextSection: (title) => `Next: ${title}`,
  more: (page, of) => `More (${page}/${of})`,
  backTo: (title) => `↩ ${title}`,
};

export const text = localized({ ko, en });
