import { localized } from '../core/locale.ts';
import { plural, wordFor } from '../language/plural.ts';
import { withParticle } from '../language/with-particle.ts';
import { slash } from '../markdown/slash.ts';

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
  /** The concept that is reviewed by itself. */
  reviewing(title: string): string;
  moreNow: string;
  nothingMore: string;
  nothingWrong: string;

  // A concept that cannot be reviewed now, and why.
  whichConcept: string;
  noSuchConcept(words: string): string;
  reviewDue: string;
  isSection(title: string): string;
  oneConcept: string;
  cannotAsk(title: string): string;
  noQuestions: string;
  notMet(title: string): string;
  learnFirst: string;
  // A chapter or weeks, of which the student has met nothing.
  noneMet(title: string): string;
  lessonFirst: string;
  quizOnLesson: string;
  seeLesson: string;

  // Towards an exam. `date`: such as `12월 15일(화)`; `days`: from today, 0 on the day itself.
  exam: string;
  classExam: string;
  examOn(date: string, days: number): string;
  /** In a foot. */
  untilExam(days: number): string;
  plannedToday: string;
  planDone(done: number, planned: number): string;
  toReview: string;
  leftToReview: string;
  andMore(count: number): string;
  plannedIsDone: string;
  nothingPlanned: string;
  whyPlanned: string;
  towards(date: string): string;
  howPlanned: string;
  nothingToPlan: string;
  dailyChanges(daily: number): string;
  startToday: string;
  clearExam: string;
  examCleared: string;
  backToClass(date: string): string;
  backToUsual: string;
  nothingToClear: string;
  classExamStays: string;
  dailyNeedsExam: string;
  /** `concept`: one of the course's. */
  goalOrConcept(concept: string): string;
  noExamYet: string;
  /** Lines to type. */
  examExamples: string;

  /** Without a full stop. */
  streak(streak: Streak): string;
  justStarting: string;
  worthReviewing(concepts: number): string;
  nothingWaiting: string;
  plannedWaits(concepts: number): string;
  wrongWaits(concepts: number): string;
  practiseWrong(concepts: number): string;
  nextSection(title: string): string;

  chartTitle: string;
  onlyInstructorsSee: string;
  bestStreak(days: number): string;
  days(count: number): string;
  dueToday: string;
  dueInAWeek: string;
  toTheExam: string;
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
  reviewing: (title) => `‘${title}’ 복습`,
  moreNow: '더 복습하기',
  nothingMore: '오늘 더 복습할 개념이 없어요',
  nothingWrong: '틀린 채로 남은 개념이 없어요 👏',

  whichConcept: '어떤 개념을 복습할까요?',
  noSuchConcept: (words) =>
    `${withParticle(`‘${words}’`, '이라는/라는')} 개념은 못 찾았어요. 이름을 다시 적거나 아래에서 골라 주세요. 시험 날을 정하려면 ${slash('review 12월 15일까지')}처럼 적어요.`,
  reviewDue: '지금 복습할 것 풀기',
  isSection: (title) => `‘${title}’에는 개념이 여러 개 있어요`,
  oneConcept: '복습은 개념 하나씩 할 수 있어요. 아래에서 골라 주세요.',
  cannotAsk: (title) => `${withParticle(`‘${title}’`, '은/는')} 아직 복습할 수 없어요`,
  noQuestions: '이 개념에는 아직 문제가 없어요. 설명을 다시 읽어 볼 수는 있어요.',
  notMet: (title) => `${withParticle(`‘${title}’`, '은/는')} 아직 풀어 본 적이 없어요`,
  learnFirst: '한 번이라도 풀어 본 개념부터 복습할 수 있어요. 먼저 문제를 풀어 볼까요?',
  noneMet: (title) => `‘${title}’에서는 아직 풀어 본 문제가 없어요`,
  lessonFirst: '복습은 한 번이라도 풀어 본 개념을 다시 묻는 거예요. 먼저 여기 문제를 풀어 볼까요?',
  quizOnLesson: '여기서 퀴즈 풀기',
  seeLesson: '무엇을 배우는지 보기',

  exam: '시험',
  classExam: '수업의 시험',
  examOn: (date, left) => `${date}, ${left === 0 ? '오늘이에요' : left === 1 ? '내일이에요' : `${left}일 남았어요`}`,
  untilExam: (left) => (left === 0 ? '오늘 시험이에요' : `시험까지 ${left}일`),
  plannedToday: '오늘 복습',
  planDone(done, planned) {
    if (planned === 0) return '없어요';
    if (done === 0) return `${planned}개`;
    return done < planned ? `${planned}개 중 ${done}개를 했어요` : `${planned}개를 다 했어요`;
  },
  toReview: '오늘 볼 개념',
  leftToReview: '남은 개념',
  andMore: (count) => `그 밖에 ${count}개`,
  plannedIsDone: '오늘 계획한 복습을 다 했어요 👏',
  nothingPlanned: '오늘은 복습할 것이 없어요. 내일 다시 확인해 보세요.',
  whyPlanned: '며칠에 나눠 복습하면 시험 날 더 잘 떠올라요. 시간이 있으면 지금 문제를 더 풀어 봐도 좋아요.',
  towards: (date) => `${date} 시험에 맞춰 복습해요`,
  howPlanned:
    '시험 날 기억이 가장 잘 나도록, 날마다 볼 개념을 골라 줄게요. 시험이 지나면 다시 평소처럼, 잊을 때쯤 물어볼게요.',
  nothingToPlan:
    '시험 날 기억이 가장 잘 나도록, 배운 개념 중에서 날마다 볼 것을 골라 줄게요. 아직 풀어 본 개념이 없으니 먼저 몇 문제만 풀어 볼까요?',
  dailyChanges: (daily) =>
    `하루에 **${daily}개**까지 복습하도록 계획했어요. 바꾸려면 ${slash('review 20개씩')}처럼 적어 주세요.`,
  startToday: '오늘 복습 시작하기',
  clearExam: '시험 날 지우기',
  examCleared: '내 시험 날을 지웠어요',
  backToClass: (date) => `이제 수업의 시험(${date})에 맞춰 복습해요.`,
  backToUsual: '이제 평소처럼, 잊을 때쯤 다시 물어볼게요.',
  nothingToClear: `정해 둔 시험 날이 없어요. 정하려면 ${slash('review 12월 15일까지')}처럼 적어 주세요.`,
  classExamStays: `이 시험 날은 선생님이 정했어요. 내 시험 날을 따로 정하려면 ${slash('review 12월 15일까지')}처럼 적어 주세요.`,
  dailyNeedsExam: `하루에 몇 개를 복습할지는 시험 날이 있을 때 정할 수 있어요. 함께 적어 주세요: ${slash('review 12월 15일까지 20개씩')}`,
  goalOrConcept: (concept) =>
    `지금 복습할 개념과 시험에 맞춘 계획은 따로 적어 주세요. 예: ${slash(`review ${concept}`)}, ${slash('review 12월 15일까지 20개씩')}`,
  noExamYet: `아직 시험 날이 없어요. ${slash('review 12월 15일까지')}처럼 적으면 그날에 맞춰 복습을 계획해 줄게요.`,
  examExamples: `${slash('review 12월 15일까지')} 또는 ${slash('review 다음 주 금요일까지')}`,

  streak: ({ current, longest }) => {
    if (current > 0) return `🔥 연속 공부 ${current}일째예요`;
    if (longest > 0) return `지금까지 최고 기록은 연속 ${longest}일이에요`;
    return '오늘 공부하면 연속 공부 첫날이에요';
  },
  justStarting: '이제 막 시작이에요. 문제를 풀 때마다 여기가 조금씩 채워져요.',
  worthReviewing: (concepts) =>
    `지금 복습하면 좋은 개념이 **${concepts}개** 있어요. 잊기 전에 잠깐 다시 떠올려 볼까요?`,
  nothingWaiting: '밀린 복습이 없어요. 지금처럼만 하면 돼요!',
  plannedWaits: (concepts) => `시험에 맞춰 오늘 볼 개념이 **${concepts}개** 있어요.`,
  wrongWaits: (concepts) => `지난번에 틀린 개념이 **${concepts}개** 있어요. 지금 다시 풀어 볼까요?`,
  practiseWrong: (concepts) => `틀렸던 개념 다시 풀기(${concepts}개)`,
  nextSection: (title) => `다음에 배울 것: ${title}`,

  chartTitle: '내 진도',
  onlyInstructorsSee: `다른 사람의 진도는 선생님이 수업 채널에서만 볼 수 있어요. 내 진도는 ${slash('progress')}만 입력하면 볼 수 있어요.`,
  bestStreak: (days) => `연속 공부(최고 ${days}일)`,
  days: (count) => `${count}일`,
  dueToday: '오늘 복습',
  dueInAWeek: '7일 안에 복습',
  toTheExam: '시험까지',
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
  reviewing: (title) => `Reviewing ‘${title}’`,
  moreNow: 'Review more',
  nothingMore: 'There is nothing more to review today',
  nothingWrong: 'There is no wrong answer to go back to 👏',

  whichConcept: 'Which concept shall we review?',
  noSuchConcept: (words) =>
    `I found no concept called ‘${words}’. Write its name again, or choose below. To set an exam day, write, for example, ${slash('review until 12/15')}.`,
  reviewDue: 'Review what is due',
  isSection: (title) => `‘${title}’ has several concepts`,
  oneConcept: 'Concepts are reviewed one by one. Choose one below.',
  cannotAsk: (title) => `‘${title}’ cannot be reviewed yet`,
  noQuestions: 'There are no questions on it yet. You can read its explanation again.',
  notMet: (title) => `You have not practised ‘${title}’ yet`,
  learnFirst: 'A concept can be reviewed once you have answered a question on it. Shall we begin with one?',
  noneMet: (title) => `You have practised nothing of ‘${title}’ yet`,
  lessonFirst: 'A review asks again what you have answered before. Shall we begin with questions on this?',
  quizOnLesson: 'Quiz me on this',
  seeLesson: 'See what it has',

  exam: 'Exam',
  classExam: 'Exam of the class',
  examOn: (date, left) => `${date}, ${left === 0 ? 'today' : left === 1 ? 'tomorrow' : `in ${plural(left, 'day')}`}`,
  untilExam: (left) => (left === 0 ? 'exam today' : `${plural(left, 'day')} to the exam`),
  plannedToday: 'Planned for today',
  planDone(done, planned) {
    if (planned === 0) return 'nothing';
    if (done === 0) return plural(planned, 'concept');
    return done < planned ? `${done} of ${planned} done` : `all ${planned} done`;
  },
  toReview: 'Concepts of today',
  leftToReview: 'Still to review',
  andMore: (count) => `and ${count} more`,
  plannedIsDone: "Today's reviews are all done 👏",
  nothingPlanned: 'Nothing to review today. Look again tomorrow.',
  whyPlanned:
    'Spread over the days, reviews help you recall more at the exam. If you have time, a few more do no harm.',
  towards: (date) => `Reviewing towards the exam on ${date}`,
  howPlanned:
    'I choose what to review each day so that you recall as much as you can on the day of the exam. After it, reviews come as usual, just before you would forget.',
  nothingToPlan:
    'I choose what to review each day, of what you have learned, so that you recall as much as you can on the day of the exam. You have not practised anything yet: shall we begin with a few questions?',
  dailyChanges: (daily) =>
    `Planned with up to **${daily}** a day. To change that, write, for example, ${slash('review 20 reviews')}.`,
  startToday: "Start today's review",
  clearExam: 'Clear the exam day',
  examCleared: 'Your exam day is cleared',
  backToClass: (date) => `From now on you review towards the exam of your class (${date}).`,
  backToUsual: 'From now on reviews come as usual, just before you would forget.',
  nothingToClear: `There is no exam day to clear. To set one, write, for example, ${slash('review until 12/15')}.`,
  classExamStays: `Your instructor has set this exam day for the class. To set one of your own, write, for example, ${slash('review until 12/15')}.`,
  dailyNeedsExam: `How many you review a day can be set where there is an exam day. Write both: ${slash('review until 12/15 20 reviews')}`,
  goalOrConcept: (concept) =>
    `Write a concept to review now and a plan towards an exam one at a time: ${slash(`review ${concept}`)} or ${slash('review until 12/15 20 reviews')}.`,
  noExamYet: `There is no exam day yet. Write, for example, ${slash('review until 12/15')}, and I plan your reviews towards it.`,
  examExamples: `${slash('review until 12/15')} or ${slash('review until 15 December')}`,

  streak: ({ current, longest }) => {
    if (current > 0) return `🔥 A streak of ${days(current)}`;
    if (longest > 0) return `Your longest streak so far: ${days(longest)}`;
    return 'Today can be the first day of a streak';
  },
  justStarting: 'You are just starting. Every question that you answer fills this page a little more.',
  worthReviewing: (concepts) =>
    `**${concepts}** ${wordFor(concepts, 'concept is', 'concepts are')} worth reviewing now. Shall we do it before you forget?`,
  nothingWaiting: 'Nothing is waiting to be reviewed. Keep going like this!',
  plannedWaits: (concepts) => `**${plural(concepts, 'concept')}** to review today, towards the exam.`,
  wrongWaits: (concepts) => `You were wrong on **${plural(concepts, 'concept')}** last time. Have another go?`,
  practiseWrong: (concepts) => `Practise ${plural(concepts, 'concept')} I got wrong`,
  nextSection: (title) => `Next: ${title}`,

  chartTitle: 'My progress',
  onlyInstructorsSee: `Only instructors can see how somebody else is doing, in the class channel. For your own progress, type just ${slash('progress')}.`,
  bestStreak: (count) => `Streak (best: ${days(count)})`,
  days,
  dueToday: 'To review today',
  dueInAWeek: 'Within 7 days',
  toTheExam: 'Until the exam',
  concepts: String,
  rightAnswers: 'Right answers',
  levels: ['Known well', 'Learning', 'Not yet'],
  otherConcepts: 'Other concepts',
  asOf: (day) => day.toLocaleString('en-GB', { month: 'long', day: 'numeric' }),
};

export const text = localized({ ko, en });
