import { localized } from '../core/locale.ts';

/** What people read on a card and around it. */
interface DailyText {
  /** The small print of a day's card. */
  todaysCard(date: string): string;
  /** The small print of a card that a student asked for by its name. */
  card: string;
  doYouKnow(concept: string): string;
  known: string;
  again: string;
  quiz: string;
  more: string;
  readBy(people: number): string;
  noSuchCard: string;
  noConcepts: string;
}

const ko: DailyText = {
  todaysCard: (date) => `오늘의 카드 · ${date}`,
  card: '개념 카드',
  doYouKnow: (concept) => `오늘은 **${concept}**. 아는 개념인가요? 누가 무엇을 눌렀는지는 다른 사람에게 보이지 않아요.`,
  known: '알아요',
  again: '다시 볼래요',
  quiz: '퀴즈 풀기',
  more: '자세히',
  readBy: (people) => `👀 ${people}명이 읽었어요`,
  noSuchCard: '그 이름의 카드는 없어요. `/k8s`로 먼저 찾아보세요. 예: `/k8s 파드`',
  noConcepts: '아직 카드로 보여 줄 개념이 없어요.',
};

const en: DailyText = {
  todaysCard: (date) => `Today's card · ${date}`,
  card: 'Concept card',
  doYouKnow: (concept) => `Today: **${concept}**. Do you know it? Nobody sees who pressed what.`,
  known: 'I know it',
  again: 'Show me again',
  quiz: 'Quiz me',
  more: 'More',
  readBy: (people) => `👀 Read by ${people} ${people === 1 ? 'person' : 'people'}`,
  noSuchCard: 'There is no such card. Look it up first, for example `/k8s pod`.',
  noConcepts: 'There are no concepts to show yet.',
};

export const text = localized({ ko, en });
