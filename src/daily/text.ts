import { localized } from '../core/locale.ts';
import { plural } from '../language/plural.ts';
import { slash } from '../markdown/slash.ts';

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
  /** What a student reads after pressing one of the first two buttons. */
  pressed: { knew: string; again: string };
  cardGone: string;
  noSuchCard: string;
  noConcepts: string;
}

const ko: DailyText = {
  todaysCard: (date) => `오늘의 카드 · ${date}`,
  card: '개념 카드',
  doYouKnow: (concept) =>
    `오늘의 개념은 **${concept}**! 알고 있나요? 누가 무엇을 눌렀는지는 다른 사람에게 보이지 않아요.`,
  known: '알아요',
  again: '다시 볼래요',
  quiz: '퀴즈 풀기',
  more: '자세히',
  readBy: (people) => `👀 ${people}명이 읽었어요`,
  pressed: {
    knew: `좋아요! 잊을 때쯤 ${slash('review')}에서 다시 물어볼게요.`,
    again: `괜찮아요. 내일 ${slash('review')}에서 다시 만나요. 지금 바로 살펴봐도 좋아요.`,
  },
  cardGone: `이 카드는 이제 없어요. 오늘의 카드는 ${slash('card', '으로/로')} 볼 수 있어요.`,
  noSuchCard: `그런 이름의 카드는 없어요. ${slash('k8s', '으로/로')} 먼저 찾아보세요. 예: ${slash('k8s 파드')}`,
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
  readBy: (people) => `👀 Read by ${plural(people, 'person', 'people')}`,
  pressed: {
    knew: `Good! I will ask you again in ${slash('review')} before you forget.`,
    again: `No worries. It comes back tomorrow in ${slash('review')}; or have a look right now.`,
  },
  cardGone: `This card is gone. See today's with ${slash('card')}.`,
  noSuchCard: `There is no such card. Look it up first, for example ${slash('k8s pod')}.`,
  noConcepts: 'There are no concepts to show yet.',
};

export const text = localized({ ko, en });
