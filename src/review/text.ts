import { localized } from '../core/locale.ts';
import { plural, wordFor } from '../language/plural.ts';

interface Streak {
  current: number;
  longest: number;
}

/** All that people read of reviewing and of their progress. */
interface ReviewText {
  quiz: string;
  review: string;
  todaysConcept: string;
  progress: string;

  nothingKnown: string;
  howReviewBegins: string;
  allReviewed: string;
  whyLater: string;
  nextReview: string;
  /** When the next review is, where it is today: `hour` is full. */
  laterToday(hour: Temporal.ZonedDateTime): string;
  tomorrow: string;
  /** How much of what is due is asked now. */
  asked(count: number, due: number): string;
  moreToReview(left: number): string;
  seeProgress: string;

  /** Without a full stop. */
  streak(streak: Streak): string;
  justStarting: string;
  worthReviewing(concepts: number): string;
  nothingWaiting: string;

  chartTitle: string;
  bestStreak(days: number): string;
  days(count: number): string;
  dueToday: string;
  dueInAWeek: string;
  concepts(count: number): string;
  rightAnswers: string;
  /** How well concepts are known: for longer than a week, less well, not yet. */
  levels: readonly [known: string, learning: string, fresh: string];
  otherConcepts: string;
  asOf(day: Temporal.PlainDate): string;
}

const ko: ReviewText = {
  quiz: '퀴즈 풀기',
  review: '복습하기',
  todaysConcept: '오늘의 개념',
  progress: '내 진도',

  nothingKnown: '아직 복습할 개념이 없어요',
  howReviewBegins:
    '문제를 풀거나 카드에서 **알아요**, **다시 볼래요**를 누르면 그 개념을 기억해 뒀다가, 잊어버릴 때쯤 다시 물어볼게요. 먼저 몇 문제만 가볍게 풀어 볼까요?',
  allReviewed: '지금 복습할 건 다 했어요 👏',
  whyLater: '배운 건 조금 지나서 다시 떠올릴 때 가장 오래 남아요. 그때까지 새로운 문제를 풀어 봐도 좋아요.',
  nextReview: '다음 복습',
  laterToday: (hour) => `오늘 ${hour.toLocaleString('ko-KR', { hour: 'numeric' })}쯤`,
  tomorrow: '내일',
  asked: (count, due) => (count < due ? `복습할 개념 ${due}개 중 ${count}개` : `복습할 개념 ${due}개`),
  moreToReview: (left) => `이어서 복습하기(${left}개 남음)`,
  seeProgress: '내 진도 보기',

  streak: ({ current, longest }) => {
    if (current > 0) return `🔥 연속 공부 ${current}일째예요`;
    if (longest > 0) return `지금까지 최고 기록은 연속 ${longest}일이에요`;
    return '오늘 공부하면 연속 공부 첫날이에요';
  },
  justStarting: '이제 막 시작이에요. 문제를 풀 때마다 여기가 조금씩 채워져요.',
  worthReviewing: (concepts) =>
    `지금 복습하면 좋은 개념이 **${concepts}개** 있어요. 잊기 전에 잠깐 다시 떠올려 볼까요?`,
  nothingWaiting: '밀린 복습이 없어요. 지금처럼만 하면 돼요!',

  chartTitle: '내 진도',
  bestStreak: (days) => `연속 공부(최고 ${days}일)`,
  days: (count) => `${count}일`,
  dueToday: '오늘 복습',
  dueInAWeek: '7일 안에 복습',
  concepts: (count) => `${count}개`,
  rightAnswers: '맞힌 문제',
  levels: ['잘 알아요', '익히는 중', '아직'],
  otherConcepts: '그 밖의 개념',
  asOf: (day) => `${day.toLocaleString('ko-KR', { month: 'long', day: 'numeric' })} 기준`,
};

const days = (count: number): string => plural(count, 'day');

const en: ReviewText = {
  quiz: 'Quiz me',
  review: 'Review',
  todaysConcept: "Today's concept",
  progress: 'My progress',

  nothingKnown: 'Nothing to review yet',
  howReviewBegins:
    'Answer questions, or press **I know it** or **Show me again** on a card: I keep those concepts in mind and ask you again just before you would forget them. Shall we begin with a few questions?',
  allReviewed: 'All reviewed for now 👏',
  whyLater: 'What you have learned lasts longest when you recall it a little later. Until then, try something new.',
  nextReview: 'Next review',
  laterToday: (hour) => `today, about ${hour.toLocaleString('en-GB', { timeStyle: 'short' })}`,
  tomorrow: 'tomorrow',
  asked: (count, due) =>
    count < due ? `${count} of ${due} concepts to review` : `${plural(due, 'concept')} to review`,
  moreToReview: (left) => `Go on reviewing (${left} left)`,
  seeProgress: 'My progress',

  streak: ({ current, longest }) => {
    if (current > 0) return `🔥 A streak of ${days(current)}`;
    if (longest > 0) return `Your longest streak so far: ${days(longest)}`;
    return 'Today can be the first day of a streak';
  },
  justStarting: 'You are just starting. Every question that you answer fills this page a little more.',
  worthReviewing: (concepts) =>
    `**${concepts}** ${wordFor(concepts, 'concept is', 'concepts are')} worth reviewing now. Shall we do it before you forget?`,
  nothingWaiting: 'Nothing is waiting to be reviewed. Keep going like this!',

  chartTitle: 'My progress',
  bestStreak: (count) => `Streak (best: ${days(count)})`,
  days,
  dueToday: 'To review today',
  dueInAWeek: 'Within 7 days',
  concepts: String,
  rightAnswers: 'Right answers',
  levels: ['Known well', 'Learning', 'Not yet'],
  otherConcepts: 'Other concepts',
  asOf: (day) => day.toLocaleString('en-GB', { month: 'long', day: 'numeric' }),
};

export const text = localized({ ko, en });
