import { localized } from '../core/locale.ts';
import { plural } from '../language/plural.ts';
import { withParticle } from '../language/with-particle.ts';
import { slash } from '../markdown/slash.ts';

/** How far a class is, in numbers of students. */
interface Counts {
  begun: number;
  done: number;
  late: number;
}

/** All that people read of homework. `topic`: what it is about; `when`: its deadline, such as `12월 3일(목) 23:59`. */
interface HomeworkText {
  /** What people call it who ask for it. */
  asked: readonly [string, ...string[]];
  homework(topic: string): string;
  /** Of the whole course. */
  everything: string;

  // What a class is told.
  toDo(questions: number, when: string): string;
  isOver(questions: number, when: string): string;
  ended: { closed(when: string): string; cancelled(when: string): string };
  wasUntil(when: string): string;

  // A student's own.
  toDoTitle(homework: number): string;
  allDone: string;
  none: string;
  one(topic: string, when: string): string;
  notBegun(questions: number): string;
  soFar(answered: number, questions: number, right: number): string;
  handedIn(right: number, questions: number, isLate: boolean): string;
  lateIsTaken: string;
  foot(when: string): string;
  footLate: string;
  /** Where it is handed in, and what was missed is asked again. */
  footDone: string;
  /** `late`: its deadline, where it was handed in after that. */
  done(right: number, questions: number, late: string | undefined): string;
  stillLeft(questions: number): string;
  nothingLeft: string;
  notTaken: { closed: string; cancelled: string };
  gone: string;
  beingUpdated: string;
  /** `at`: when they will be. */
  willRemind(at: string): string;
  /** The same to a student who is known by a browser alone, and has no direct messages. */
  willRemindHere(at: string): string;
  willNotRemind: string;
  tooLateToRemind: string;
  reminder(topic: string): string;
  leftToDo(questions: number, when: string): string;
  askedToBeReminded: string;
  /** To instructors, of students whom a reminder did not reach. */
  unreached(when: string): string;

  buttons: {
    begin: string;
    /** Begins it or goes on with it. */
    doIt: string;
    goOn: string;
    result: string;
    remind: string;
    quiet: string;
    others: string;
    otherQuestions: string;
    // An instructor's.
    look: string;
    move: string;
    file: string;
    close: string;
    reopen: string;
    drop: string;
    undo: string;
    keep: string;
    back: string;
    all: string;
  };

  // What an instructor types, and is answered.
  /** Of a number of questions, or how hard they are to be, that a student has typed. */
  isDoneWhole: string;

  whenNotUnderstood: string;
  past(when: string): string;
  tooFar: string;
  isHoliday(name: string): string;
  isDayOff: string;
  whichTopic: string;
  /** Until when it is due, of one that is still to be about something. */
  willBeDue(when: string): string;
  chooseTopic: string;
  noSuchTopic: string;
  noQuestions: string;
  notForAll: string;
  untilWhen(topic: string): string;
  typeUntil: string;
  tooMany(most: number): string;
  givenAlready(topic: string, when: string): string;
  /** `days`: whole days that are left. */
  given(topic: string, questions: number, when: string, days: number): string;
  usualCount(questions: number): string;
  whatComes: string;
  moveWhen: string;
  later: { aDay: string; threeDays: string; aWeek: string };
  movedTo(topic: string, when: string): string;
  whichToMove: string;
  /** Of a number of questions that was typed as well. */
  movesDeadlineAlone: string;
  noneToMove: string;
  notOpen: string;
  turned: Readonly<Record<'open' | 'closed' | 'cancelled', (topic: string, when: string) => string>>;
  classOver: string;
  onlyInstructors: string;
  shuffled: string;

  // All that a class was given.
  listTitle(homework: number): string;
  noneGiven: string;
  howToGive: string;
  questions(questions: number): string;
  progress(counts: Counts): string;
  nobodyBegan: string;
  states: { over: string; closed: string; cancelled: string };
  choose(topic: string, when: string): string;
}

const ko: HomeworkText = {
  asked: ['숙제', '숙제하기', '숙제할래', '과제', '내 숙제'],
  homework: (topic) => `📚 숙제: ${topic}`,
  everything: '전체',

  toDo: (questions, when) => `**${when}까지** ${questions}문제를 풀어 주세요. 여러 번 나눠서 풀어도 돼요.`,
  isOver: (questions, when) =>
    `**${when}**에 마감했어요. 아직 못 냈다면 지금이라도 ${questions}문제를 풀어서 늦게 낼 수 있어요.`,
  ended: {
    closed: (when) => `${when}에 마감한 숙제예요. 이제 더 받지 않아요.`,
    cancelled: (when) => `${when}까지였던 숙제가 취소되었어요. 풀지 않아도 돼요.`,
  },
  wasUntil: (when) => `마감이 바뀌었어요. 전에는 ${when}까지였어요.`,

  toDoTitle: (homework) => `📚 할 숙제가 ${homework}개 있어요`,
  allDone: '📚 숙제를 다 했어요',
  none: `지금은 숙제가 없어요. 연습하고 싶다면 ${slash('quiz', '으로/로')} 아무 때나 문제를 풀 수 있어요.`,
  one: (topic, when) => `**${topic}** · ${when}까지`,
  notBegun: (questions) => `${questions}문제 · 아직 시작하지 않았어요`,
  soFar: (answered, questions, right) => `${questions}문제 중 ${answered}문제를 풀어 ${right}문제를 맞혔어요`,
  handedIn: (right, questions, isLate) =>
    `✅ 다 했어요 · ${questions}문제 중 ${right}문제를 맞혔어요${isLate ? ' · 늦게 냄' : ''}`,
  lateIsTaken: '⏰ 마감이 지났지만 아직 낼 수 있어요. ‘늦게 냄’으로 적혀요.',
  foot: (when) => `📚 숙제 · ${when}까지 · 처음 고른 답이 점수가 돼요`,
  footLate: '📚 숙제 · 마감이 지나서 ‘늦게 냄’으로 적혀요',
  footDone: '📚 숙제는 이미 다 냈어요 · 다시 풀어도 점수는 그대로예요',
  done: (right, questions, late) =>
    `📚 숙제를 다 냈어요. ${questions}문제 중 ${right}문제를 맞혔어요.${late === undefined ? '' : ` 마감(${late})이 지나서 ‘늦게 냄’으로 적었어요.`}`,
  stillLeft: (questions) => `숙제가 ${questions}문제 남았어요. 수업에서 함께 푸는 문제는 잠시 뒤에 풀 수 있어요.`,
  nothingLeft: '수업 내용이 바뀌어서 이 숙제의 문제가 남아 있지 않아요. 선생님께 알려 주세요.',
  notTaken: {
    closed: `이 숙제는 이제 더 받지 않아요. ${slash('quiz', '으로/로')} 혼자 연습할 수는 있어요.`,
    cancelled: `이 숙제는 취소되어서 풀지 않아도 돼요. ${slash('quiz', '으로/로')} 혼자 연습할 수는 있어요.`,
  },
  gone: `이 숙제는 이제 없어요. ${slash('quiz 숙제')}에서 지금 할 숙제를 볼 수 있어요.`,
  beingUpdated: '도시락을 새 버전으로 바꾸는 중이에요. 잠시 뒤에 다시 해 주세요.',
  willRemind: (at) =>
    `🔔 **${at}**에 개인 메시지로 알려 드릴게요. 그 전에 다 하면 보내지 않아요. 개인 메시지를 막아 두었다면 받을 수 없어요.`,
  willRemindHere: (at) =>
    `🔔 **${at}**부터 이 브라우저에서 도시락을 열면 알려 드릴게요. 그 전에 다 하면 알리지 않아요.`,
  willNotRemind: '🔕 이 숙제는 미리 알려 드리지 않을게요.',
  tooLateToRemind: '마감이 가까워서 미리 알려 드릴 때가 이미 지났어요. 지금 풀어 보세요.',
  reminder: (topic) => `🔔 곧 마감하는 숙제가 있어요: ${topic}`,
  leftToDo: (questions, when) => `**${when}까지**예요. 아직 ${questions}문제가 남았어요.`,
  askedToBeReminded: '알려 달라고 하셔서 보낸 메시지예요.',
  unreached: (when) =>
    `알려 달라고 한 학생 가운데 개인 메시지를 받지 못한 학생이 있어요. 개인 메시지를 막아 둔 것 같아요(누구인지는 여기에 나오지 않아요). 마감(**${when}**)을 수업 시간에 한 번 더 알려 주세요.`,

  buttons: {
    begin: '숙제 시작하기',
    doIt: '숙제 풀기',
    goOn: '이어서 풀기',
    result: '결과 보기',
    remind: '하루 전에 알려 주세요',
    quiet: '알려 주지 않아도 돼요',
    others: '내 숙제 보기',
    otherQuestions: '다른 문제 풀기',
    look: '학생에게 보이는 모습',
    move: '마감 바꾸기',
    file: '성적 파일',
    close: '그만 받기',
    reopen: '다시 받기',
    drop: '숙제 취소하기',
    undo: '되돌리기',
    keep: '그대로 두기',
    back: '돌아가기',
    all: '모든 숙제',
  },

  isDoneWhole: `숙제는 문제 수나 난이도를 고르지 않고, 낸 문제를 모두 풀어요. ${slash('quiz 숙제')}만 입력하거나 아래 버튼을 눌러 주세요.`,

  whenNotUnderstood: `언제까지인지 알아보지 못했어요. ${slash('class 숙제 1장 12월 3일까지')}나 ${slash('class 숙제 1장 금요일 18시까지')}처럼 적어 주세요.`,
  past: (when) => `${withParticle(when, '은/는')} 이미 지났어요. 앞으로 올 때를 적어 주세요.`,
  tooFar: '마감은 1년 안으로 정할 수 있어요.',
  isHoliday: (name) => `📅 마감하는 날은 공휴일(${name})이에요. 그대로 두어도 되고, 마감을 바꿀 수도 있어요.`,
  isDayOff: '📅 마감하는 날은 쉬기로 한 날이에요. 그대로 두어도 되고, 마감을 바꿀 수도 있어요.',
  whichTopic: '무엇을 숙제로 낼까요?',
  willBeDue: (when) => `마감은 **${when}**까지로 할게요.`,
  chooseTopic: `장이나 문제집을 고르거나, ${slash('class 숙제 1장 12월 3일까지')}처럼 적어 주세요.`,
  noSuchTopic: '그런 주제는 못 찾았어요. 개념이나 장(1장), 문제집의 이름으로 다시 적거나 아래에서 골라 주세요.',
  noQuestions: '이 주제에는 아직 문제가 없어서 숙제로 낼 수 없어요. 다른 주제를 골라 주세요.',
  notForAll: '틀린 문제는 학생마다 달라서 숙제로 낼 수 없어요. 장이나 개념을 적어 주세요.',
  untilWhen: (topic) => `‘${topic}’ 숙제를 언제까지 낼까요?`,
  typeUntil: `시각을 적지 않으면 그날 23:59까지예요. 다른 때로 하려면 ${slash('class 숙제 1장 12월 3일 18시까지')}처럼 적어 주세요.`,
  tooMany: (most) => `받고 있는 숙제는 한 번에 ${most}개까지예요. 지난 숙제를 ‘그만 받기’로 정리해 주세요.`,
  givenAlready: (topic, when) =>
    `같은 숙제를 이미 냈어요(${topic} · ${when}까지). ${slash('class 숙제')}에서 보고 바꿀 수 있어요.`,
  given: (topic, questions, when, days) =>
    `✅ 숙제를 냈어요: **${topic}** ${questions}문제, **${when}까지**${days > 0 ? `(${days}일 남음)` : ''}`,
  usualCount: (questions) => `문제 수를 적지 않아서 ${questions}문제로 정했어요.`,
  whatComes: '수업 채널에 알렸고, 모두 같은 문제를 저마다 다른 순서로 풀어요.',
  moveWhen: `언제까지로 바꿀까요? 다른 때로 하려면 ${slash('class 숙제 바꾸기 12월 5일까지')}처럼 적어 주세요.`,
  later: { aDay: '하루 뒤로', threeDays: '3일 뒤로', aWeek: '일주일 뒤로' },
  movedTo: (topic, when) => `✅ 마감을 **${when}까지**로 바꾸고 수업 채널의 글도 고쳤어요: ${topic}`,
  whichToMove: '어느 숙제의 마감을 바꿀까요?',
  movesDeadlineAlone: `마감만 바꿀 수 있어요. ${slash('class 숙제 바꾸기 12월 5일까지')}처럼 적어 주세요. 문제 수를 바꾸려면 숙제를 취소하고 다시 내 주세요.`,
  noneToMove: `마감을 바꿀 숙제가 없어요. ${slash('class 숙제 1장 12월 3일까지')}처럼 먼저 내 주세요.`,
  notOpen: '이 숙제는 더 받지 않고 있어요. 마감을 바꾸려면 먼저 다시 받아 주세요.',
  turned: {
    open: (topic, when) => `✅ 숙제를 다시 받아요: ${topic} · ${when}까지`,
    closed: (topic) => `지금까지 낸 것은 그대로 두고, 숙제를 더 받지 않아요: ${topic}`,
    cancelled: (topic) => `숙제를 취소하고 수업 채널의 글에도 적었어요: ${topic}`,
  },
  classOver: '이 수업은 마쳤어요. 숙제를 다시 받을 수 없어요.',
  onlyInstructors: `숙제는 선생님만 내고 바꿀 수 있어요. 내 숙제는 ${slash('quiz 숙제')}에서 볼 수 있어요.`,
  shuffled: '문제와 보기의 순서는 학생마다 달라요',

  listTitle: (homework) => `숙제 ${homework}개`,
  noneGiven: '아직 낸 숙제가 없어요',
  howToGive: `숙제를 내려면 ${slash('class 숙제 1장 12월 3일까지')}처럼 적어 주세요. 문제 수(${slash('class 숙제 1장 5문제 금요일까지')})나 시각(18시까지)도 적을 수 있어요.`,
  questions: (questions) => `${questions}문제`,
  progress: ({ begun, done, late }) => `시작 ${begun}명 · 완료 ${done}명${late > 0 ? `(늦게 냄 ${late}명)` : ''}`,
  nobodyBegan: '아직 시작한 학생이 없어요',
  states: { over: '마감 지남, 늦게 받는 중', closed: '더 받지 않음', cancelled: '취소함' },
  choose: (topic, when) => `${topic} · ${when}`,
};

const en: HomeworkText = {
  asked: ['homework', 'my homework', 'assignment', 'assignments'],
  homework: (topic) => `📚 Homework: ${topic}`,
  everything: 'everything',

  toDo: (questions, when) =>
    `Please answer ${plural(questions, 'question')} **by ${when}**. You can do them in several goes.`,
  isOver: (questions, when) =>
    `It was due on **${when}**. If you have not handed it in, you can still do the ${plural(questions, 'question')}, late.`,
  ended: {
    closed: (when) => `It was due on ${when}, and is not taken any more.`,
    cancelled: (when) => `This homework, due on ${when}, was called off. You need not do it.`,
  },
  wasUntil: (when) => `The deadline has changed. It was ${when} before.`,

  toDoTitle: (homework) => `📚 You have ${homework === 1 ? 'homework' : `${homework} pieces of homework`} to do`,
  allDone: '📚 Your homework is done',
  none: `You have no homework. If you like to practise, there are questions at any time: ${slash('quiz')}.`,
  one: (topic, when) => `**${topic}** · due ${when}`,
  notBegun: (questions) => `${plural(questions, 'question')} · not begun`,
  soFar: (answered, questions, right) => `${answered} of ${questions} answered, ${right} right`,
  handedIn: (right, questions, isLate) => `✅ Done · ${right} of ${questions} right${isLate ? ' · late' : ''}`,
  lateIsTaken: '⏰ The deadline is over, but you can still hand it in. It will be marked as late.',
  foot: (when) => `📚 Homework · due ${when} · your first answers count`,
  footLate: '📚 Homework · the deadline is over: it will be marked as late',
  footDone: '📚 Your homework is handed in · what you answer now changes no marks',
  done: (right, questions, late) =>
    `📚 Your homework is handed in: ${right} of ${questions} right.${late === undefined ? '' : ` It was due on ${late}, so it is marked as late.`}`,
  stillLeft: (questions) =>
    `${plural(questions, 'question')} of your homework left. What a class is playing now can be answered in a while.`,
  nothingLeft:
    'The course has changed, and none of the questions of this homework is left. Please tell your instructor.',
  notTaken: {
    closed: `This homework is not taken any more. You can still practise with ${slash('quiz')}.`,
    cancelled: `This homework was called off; you need not do it. You can still practise with ${slash('quiz')}.`,
  },
  gone: `This homework is gone. See what there is to do with ${slash('quiz homework')}.`,
  beingUpdated: 'Dosirak is being updated. Please try again in a moment.',
  willRemind: (at) =>
    `🔔 I will send you a direct message on **${at}**, unless you are done before. If you do not take direct messages, it cannot reach you.`,
  willRemindHere: (at) =>
    `🔔 From **${at}** on I remind you when you open Dosirak in this browser, unless you are done before.`,
  willNotRemind: '🔕 I will not remind you of this homework.',
  tooLateToRemind: 'The deadline is too near for a reminder. Why not do it now?',
  reminder: (topic) => `🔔 Homework due soon: ${topic}`,
  leftToDo: (questions, when) => `It is due on **${when}**. ${plural(questions, 'question')} left.`,
  askedToBeReminded: 'You asked to be reminded.',
  unreached: (when) =>
    `Some of the students who asked to be reminded could not be: they seem to take no direct messages (who they are is not shown). Please tell the class once more that it is due **${when}**.`,

  buttons: {
    begin: 'Start the homework',
    doIt: 'Do the homework',
    goOn: 'Go on',
    result: 'See the result',
    remind: 'Remind me the day before',
    quiet: 'Do not remind me',
    others: 'My homework',
    otherQuestions: 'Other questions',
    look: 'What the class sees',
    move: 'Change the deadline',
    file: 'Marks as a file',
    close: 'Take no more',
    reopen: 'Take it again',
    drop: 'Call it off',
    undo: 'Undo',
    keep: 'Keep it',
    back: 'Back',
    all: 'All homework',
  },

  isDoneWhole: `Homework has its own questions: you cannot choose how many, or how hard they are. Type ${slash('quiz homework')} alone, or press below.`,

  whenNotUnderstood: `I do not understand until when. Write it like ${slash('class homework chapter 1 until 3 December')} or ${slash('class homework chapter 1 until Friday 6pm')}.`,
  past: (when) => `${when} is over. Give a time to come.`,
  tooFar: 'A deadline can be at most a year ahead.',
  isHoliday: (name) => `📅 The deadline is on a public holiday (${name}). You can leave it so, or change it.`,
  isDayOff: '📅 The deadline is on a day off of this class. You can leave it so, or change it.',
  whichTopic: 'What shall the homework be about?',
  willBeDue: (when) => `It will be due **${when}**.`,
  chooseTopic: `Choose a chapter or a set, or type, for example, ${slash('class homework chapter 1 until 3 December')}.`,
  noSuchTopic:
    'I found no such topic. Write the name of a concept, a chapter (chapter 1) or a set, or choose one below.',
  noQuestions: 'There are no questions on this yet, so it cannot be homework. Choose another topic.',
  notForAll: 'What was missed differs from student to student. Name a chapter or a concept.',
  untilWhen: (topic) => `Until when is the homework on ‘${topic}’ due?`,
  typeUntil: `Without an hour it is due at 23:59 of that day. For another time type, for example, ${slash('class homework chapter 1 until 3 December 6pm')}.`,
  tooMany: (most) => `A class can have ${most} pieces of homework open at a time. End older ones with ‘Take no more’.`,
  givenAlready: (topic, when) =>
    `You have given this already (${topic} · due ${when}). See and change it with ${slash('class homework')}.`,
  given: (topic, questions, when, days) =>
    `✅ Homework given: **${topic}**, ${plural(questions, 'question')}, due **${when}**${days > 0 ? ` (${plural(days, 'day')} left)` : ''}`,
  usualCount: (questions) => `You gave no number, so it has ${plural(questions, 'question')}.`,
  whatComes: 'The class has been told. Everybody gets the same questions, each in another order.',
  moveWhen: `When shall it be due? For another time type, for example, ${slash('class homework move until 5 December')}.`,
  later: { aDay: 'A day later', threeDays: '3 days later', aWeek: 'A week later' },
  movedTo: (topic, when) => `✅ It is now due **${when}**, and the message in the channel says so: ${topic}`,
  whichToMove: 'Which homework’s deadline?',
  movesDeadlineAlone: `Only the deadline can be changed: ${slash('class homework move until 5 December')}. To change the number of questions, call the homework off and give it again.`,
  noneToMove: `There is no homework to move. Give some first, as with ${slash('class homework chapter 1 until 3 December')}.`,
  notOpen: 'This homework is not taken any more. Take it again first.',
  turned: {
    open: (topic, when) => `✅ The homework is taken again: ${topic} · due ${when}`,
    closed: (topic) => `What was handed in stays; no more is taken: ${topic}`,
    cancelled: (topic) => `The homework is called off, and the message in the channel says so: ${topic}`,
  },
  classOver: 'This class has ended. Its homework cannot be taken again.',
  onlyInstructors: `Only instructors give and change homework. See your own with ${slash('quiz homework')}.`,
  shuffled: 'Each student gets the questions and their options in another order',

  listTitle: (homework) => (homework === 1 ? 'Homework' : `${homework} pieces of homework`),
  noneGiven: 'No homework so far',
  howToGive: `To give homework, type, for example, ${slash('class homework chapter 1 until 3 December')}. You can add a number of questions (${slash('class homework chapter 1 5 questions until Friday')}) or an hour (until Friday 6pm).`,
  questions: (questions) => plural(questions, 'question'),
  progress: ({ begun, done, late }) => `${begun} begun · ${done} done${late > 0 ? ` (${late} late)` : ''}`,
  nobodyBegan: 'nobody has begun',
  states: { over: 'over, taken late', closed: 'not taken any more', cancelled: 'called off' },
  choose: (topic, when) => `${topic} · ${when}`,
};

export const text = localized({ ko, en });
