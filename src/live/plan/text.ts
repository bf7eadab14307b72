import { localized } from '../../core/locale.ts';
import { plural } from '../../language/plural.ts';
import { slash } from '../../markdown/slash.ts';
import type { PlanNote } from './posts.ts';

/** All that people read of a live quiz that is planned for an hour. `when`: `11월 30일(월) 10:00`. */
interface PlanText {
  // Messages in the class's channels.
  told(topic: string): string;
  moved(topic: string): string;
  soon(topic: string): string;
  off: Readonly<Record<'cancelled' | 'missed', (topic: string) => string>>;
  isAt(when: string): string;
  wasAt(when: string): string;
  beginsHere(when: string): string;
  willNotBe(when: string): string;
  couldNotBe(when: string): string;
  prepare: string;
  /** Where the quiz does not take place. */
  practise: string;
  became: Readonly<Record<'begun' | 'cancelled' | 'missed', string>>;
  nothingToPrepare: string;

  // In a platform's calendar.
  event: { name(topic: string): string; where: string };

  // Notices to instructors.
  noteAbout(topic: string | undefined): string;
  notes: Readonly<Record<Exclude<PlanNote, 'late'>, (when: string) => string>>;
  /** It waits, and may still begin. */
  late: Readonly<Record<'paused' | 'busy', (when: string) => string>>;

  // What an instructor types, and what is answered.
  chooseTopic: string;
  /** `concept`: one of the course's. */
  noHour(concept: string): string;
  whichHour: string;
  notUnderstood: string;
  past(when: string): string;
  tooFar: string;
  tooMany(most: number): string;
  taken(when: string): string;
  tooLong: string;
  planned(when: string, topic: string): string;
  /** Its questions are those that the instructor has looked at beforehand. */
  asPrepared: string;
  whatComes: string;
  classRests: string;
  cancelled(when: string, topic: string): string;
  movedTo(when: string, topic: string): string;
  sameHour: string;

  // The list, and one of it.
  none: string;
  /** `concept`: one of the course's. */
  howToPlan(concept: string): string;
  heading(quizzes: number): string;
  one(when: string, topic: string): string;
  isLate: string;
  noEvent: string;
  choose(when: string, topic: string): string;
  buttons: Readonly<Record<'move' | 'cancel' | 'drop' | 'keep' | 'all', string>>;
  whenTo: string;
  later: Readonly<Record<'tenMinutes' | 'halfAnHour' | 'anHour' | 'aDay' | 'aWeek', string>>;
  /** `concept`: one of the course's. */
  noneToMove(concept: string): string;
  whichToMove: string;
  /** Of what else was typed: how many questions, how long they are open. */
  movesTimeAlone: string;
  askCancel(when: string, topic: string): string;
  gone: string;
  onlyInstructors: string;
  over: Readonly<Record<'begun' | 'cancelled' | 'missed', string>>;
  isTime: string;
}

const ko: PlanText = {
  told: (topic) => `📅 라이브 퀴즈 예고: ${topic}`,
  moved: (topic) => `📅 라이브 퀴즈 시간이 바뀌었어요: ${topic}`,
  soon: (topic) => `⏰ 잠시 뒤에 라이브 퀴즈가 있어요: ${topic}`,
  off: {
    cancelled: (topic) => `📅 라이브 퀴즈가 취소됐어요: ${topic}`,
    missed: (topic) => `📅 라이브 퀴즈를 열지 못했어요: ${topic}`,
  },
  isAt: (when) => `**${when}**에 이 채널에서 다 함께 풀어요. 시간이 되면 여기서 참여를 받고 곧 첫 문제를 올려요.`,
  wasAt: (when) => `원래 시간: ${when}`,
  beginsHere: (when) => `**${when}**에 이 채널에서 시작해요. 먼저 참여를 받으니 ‘참여하기’를 눌러 주세요.`,
  willNotBe: (when) => `**${when}**에 하려던 라이브 퀴즈는 하지 않아요.`,
  couldNotBe: (when) => `**${when}**에 하려던 라이브 퀴즈를 시작하지 못했어요. 이유는 선생님께 알려 드렸어요.`,
  prepare: '미리 연습하기',
  practise: '혼자 연습하기',
  became: {
    begun: '시작했어요',
    cancelled: '취소됐어요',
    missed: '열지 못했어요',
  },
  nothingToPrepare: `이 퀴즈는 이제 없어요. ${slash('quiz', '으로/로')} 연습해 보세요.`,

  event: {
    name: (topic) => `라이브 퀴즈: ${topic}`,
    where: '수업 채널에서 다 함께 풀어요. 시간이 되면 채널에서 참여를 받고 곧 첫 문제를 올려요.',
  },

  noteAbout: (topic) => `예약한 라이브 퀴즈${topic === undefined ? '' : `: ${topic}`}`,
  notes: {
    paused: (when) =>
      `**${when}**에 하려던 라이브 퀴즈를 열지 못했어요. 수업이 쉬는 중이었어요. ${slash('class 다시', '으로/로')} 수업을 다시 시작한 다음, ${slash('live 시작', '으로/로')} 지금 열거나 ${slash('live 예약', '으로/로')} 다시 잡아 주세요.`,
    busy: (when) =>
      `**${when}**에 하려던 라이브 퀴즈를 열지 못했어요. 그때 다른 라이브 퀴즈를 하고 있었어요. ${slash('live 시작', '으로/로')} 지금 열거나 ${slash('live 예약', '으로/로')} 다시 잡아 주세요.`,
    topic: (when) =>
      `**${when}**에 하려던 라이브 퀴즈를 열지 못했어요. 그사이 수업 내용이 바뀌어서, 이 주제로 함께 풀 문제가 없어요. 다른 주제로 ${slash('live 시작', '을/를')} 입력하거나 ${slash('live 예약', '으로/로')} 다시 잡아 주세요.`,
    away: (when) =>
      `**${when}**에 하려던 라이브 퀴즈를 열지 못했어요. 그때 수업 채널에 글을 올릴 수 없었어요. ${slash('live 시작', '으로/로')} 지금 열거나 ${slash('live 예약', '으로/로')} 다시 잡아 주세요.`,
    down: (when) =>
      `**${when}**에 하려던 라이브 퀴즈를 열지 못했어요. 그때 도시락이 꺼져 있었어요. ${slash('live 시작', '으로/로')} 지금 열거나 ${slash('live 예약', '으로/로')} 다시 잡아 주세요.`,
    early: (when) =>
      `**${when}**에 라이브 퀴즈를 예약했는데, 그사이 수업 내용이 바뀌어서 이 주제로 함께 풀 문제가 없어요. ${slash('live 예약')}에서 취소하고 다른 주제로 다시 잡아 주세요.`,
    broken: () =>
      `저장해 둔 라이브 퀴즈 예약을 읽을 수 없어서 지웠어요. ${slash('live 예약', '으로/로')} 다시 잡아 주세요. 또 이런 일이 생기면 도시락을 운영하는 분께 알려 주세요.`,
    noEvent: (when) =>
      `**${when}**에 할 라이브 퀴즈를 채널에 알렸어요. 다만 Discord 서버의 이벤트 목록에는 넣지 못했어요. 거기에도 나오게 하려면 서버 설정의 역할에서 도시락에게 ‘이벤트 만들기’ 권한을 켜 주세요. 퀴즈는 이대로도 시간이 되면 시작해요.`,
  },
  late: {
    paused: (when) =>
      `**${when}**에 시작할 라이브 퀴즈가 기다리고 있어요. 수업이 쉬는 중이에요. 15분 안에 ${slash('class 다시', '을/를')} 입력하면 바로 시작해요.`,
    busy: (when) =>
      `**${when}**에 시작할 라이브 퀴즈가 기다리고 있어요. 다른 라이브 퀴즈를 하고 있어요. 15분 안에 그 퀴즈가 끝나면 바로 시작해요.`,
  },

  chooseTopic: '아래에서 고르면 그 주제로 예약할게요.',
  noHour: (concept) => `몇 시에 시작할지도 적어 주세요. 예: ${slash(`live 예약 내일 10시 ${concept} 5개 20초`)}`,
  whichHour: '오전인지 오후인지 골라 주세요.',
  notUnderstood: '언제인지 알아듣지 못했어요. ‘내일 10시’, ‘12월 15일 오후 2시 반’처럼 적어 주세요.',
  past: (when) => `이미 지난 시간이에요: ${when}. 지금보다 뒤의 시간을 적어 주세요.`,
  tooFar: '1년 안의 시간만 예약할 수 있어요.',
  tooMany: (most) =>
    `한 수업에서 한 번에 ${most}개까지 예약해 둘 수 있어요. 하나가 끝난 뒤에 하거나, 하나를 취소하고 다시 해 주세요.`,
  taken: (when) => `${when}에는 이미 예약한 라이브 퀴즈가 있어요. 다른 시간을 적어 주세요.`,
  tooLong: '너무 길어서 버튼에 담지 못했어요. ‘오후 2시’처럼 오전인지 오후인지 적어 다시 입력해 주세요.',
  planned: (when, topic) => `✅ **${when}**에 라이브 퀴즈를 예약했어요: ${topic}`,
  asPrepared: `📝 ${slash('live 미리보기')}에서 미리 본 문제를 그대로 내요.`,
  whatComes: `수업 채널에 알렸고, 시간이 되면 저절로 시작해요. 시작한 뒤에 진행 버튼이 필요하면 ${slash('live 진행', '을/를')} 입력해 주세요.`,
  classRests: `⚠️ 지금은 수업이 쉬는 중이에요. 그때까지 ${slash('class 다시', '으로/로')} 다시 시작하지 않으면 퀴즈도 시작하지 않아요.`,
  cancelled: (when, topic) => `**${when}**의 라이브 퀴즈를 취소하고 수업 채널에 알렸어요: ${topic}`,
  movedTo: (when, topic) => `✅ 라이브 퀴즈 시간을 옮기고 수업 채널에 알렸어요: **${when}** ${topic}`,
  sameHour: '이미 그 시간이에요. 다른 시간을 적어 주세요.',

  none: '예약한 라이브 퀴즈가 없어요',
  howToPlan: (concept) =>
    `${slash(`live 예약 내일 10시 ${concept} 5개 20초`)}처럼 적으면 수업 채널에 알리고, 그 시간에 저절로 시작해요.`,
  heading: (quizzes) => `예약한 라이브 퀴즈 ${quizzes}개`,
  one: (when, topic) => `**${when}** ${topic}`,
  isLate: '⏳ 시간이 되었지만 아직 시작하지 못했어요.',
  noEvent: 'Discord 서버의 이벤트 목록에는 넣지 못했어요. 도시락에게 ‘이벤트 만들기’ 권한이 없어요.',
  choose: (when, topic) => `${when} ${topic}`,
  buttons: {
    move: '시간 옮기기',
    cancel: '취소하기',
    drop: '네, 취소할게요',
    keep: '그대로 두기',
    all: '모두 보기',
  },
  whenTo: `언제로 옮길까요? 아래에 없는 시간은 ${slash('live 예약 옮기기 내일 11시')}처럼 입력해 주세요.`,
  later: {
    tenMinutes: '10분 늦추기',
    halfAnHour: '30분 늦추기',
    anHour: '1시간 늦추기',
    aDay: '하루 늦추기',
    aWeek: '한 주 늦추기',
  },
  noneToMove: (concept) =>
    `옮길 라이브 퀴즈가 없어요. ${slash(`live 예약 내일 10시 ${concept}`)}처럼 먼저 예약해 주세요.`,
  whichToMove: '어느 라이브 퀴즈를 옮길까요?',
  movesTimeAlone: `옮길 때는 시간만 바꿀 수 있어요. ${slash('live 예약 옮기기 내일 11시')}처럼 적어 주세요. 문제 수나 방식도 바꾸려면 취소하고 다시 예약해 주세요.`,
  askCancel: (when, topic) => `**${when}**의 라이브 퀴즈 ‘${topic}’, 정말 취소할까요? 수업 채널에도 알려요.`,
  gone: `이 라이브 퀴즈 예약은 이제 없어요. ${slash('live 예약', '으로/로')} 확인해 주세요.`,
  onlyInstructors: '라이브 퀴즈는 선생님만 예약하고 바꿀 수 있어요.',
  over: {
    begun: `이 라이브 퀴즈는 이미 시작했어요. 진행 버튼은 ${slash('live 진행', '으로/로')} 볼 수 있어요.`,
    cancelled: '이 라이브 퀴즈는 이미 취소됐어요.',
    missed: `이 라이브 퀴즈는 열지 못했어요. ${slash('live 예약', '으로/로')} 다시 잡아 주세요.`,
  },
  isTime: `이미 시작할 시간이라 옮길 수 없어요. 취소한 다음 ${slash('live 예약', '으로/로')} 다시 잡아 주세요.`,
};

const en: PlanText = {
  told: (topic) => `📅 A live quiz is planned: ${topic}`,
  moved: (topic) => `📅 The live quiz has a new time: ${topic}`,
  soon: (topic) => `⏰ A live quiz is coming up: ${topic}`,
  off: {
    cancelled: (topic) => `📅 The live quiz is cancelled: ${topic}`,
    missed: (topic) => `📅 The live quiz could not begin: ${topic}`,
  },
  isAt: (when) => `**${when}**, here in this channel. You can join at that time, and the first question follows soon.`,
  wasAt: (when) => `Before: ${when}`,
  beginsHere: (when) => `It begins here at **${when}**. Press “Join” first.`,
  willNotBe: (when) => `The live quiz of **${when}** does not take place.`,
  couldNotBe: (when) => `The live quiz of **${when}** could not begin. Your instructors know why.`,
  prepare: 'Practise now',
  practise: 'Practise alone',
  became: { begun: 'It has begun', cancelled: 'Cancelled', missed: 'It could not begin' },
  nothingToPrepare: `This quiz is gone. Practise with ${slash('quiz')}.`,

  event: {
    name: (topic) => `Live quiz: ${topic}`,
    where: 'In the channel of the class. You can join there at that time, and the first question follows soon.',
  },

  noteAbout: (topic) => `The planned live quiz${topic === undefined ? '' : `: ${topic}`}`,
  notes: {
    paused: (when) =>
      `The live quiz of **${when}** could not begin: the class is paused. Resume it with ${slash('class resume')}, then begin with ${slash('live start')} or plan it anew with ${slash('live plan')}.`,
    busy: (when) =>
      `The live quiz of **${when}** could not begin: another one was on. Begin it with ${slash('live start')} or plan it anew with ${slash('live plan')}.`,
    topic: (when) =>
      `The live quiz of **${when}** could not begin: the course has changed, and there are no questions on its topic any more. Choose another one with ${slash('live start')} or ${slash('live plan')}.`,
    away: (when) =>
      `The live quiz of **${when}** could not begin: I could not write to the channel of the class. Begin it with ${slash('live start')} or plan it anew with ${slash('live plan')}.`,
    down: (when) =>
      `The live quiz of **${when}** could not begin: Dosirak was not running. Begin it with ${slash('live start')} or plan it anew with ${slash('live plan')}.`,
    early: (when) =>
      `A live quiz is planned for **${when}**, but the course has changed, and there are no questions on its topic any more. Cancel it in ${slash('live plan')} and plan one on another topic.`,
    broken: () =>
      `A planned live quiz could not be read and was removed. Plan it anew with ${slash('live plan')}. If it happens again, tell the person who runs Dosirak.`,
    noEvent: (when) =>
      `The class knows of the live quiz of **${when}**, but I may not add it to the events of the Discord server. To have it there, allow Dosirak "Create Events" in the server’s roles. The quiz begins by itself in any case.`,
  },
  late: {
    paused: (when) =>
      `The live quiz of **${when}** is waiting, because the class is paused. It begins once you type ${slash('class resume')} within 15 minutes.`,
    busy: (when) =>
      `The live quiz of **${when}** is waiting, because another one is on. It begins once that one is over, within 15 minutes.`,
  },

  chooseTopic: 'Choose one, and the quiz is planned.',
  noHour: (concept) => `Say at what time it begins, for example ${slash(`live plan tomorrow 10am ${concept} 5 20s`)}.`,
  whichHour: 'Morning or afternoon?',
  notUnderstood: 'I do not understand when that is. Write it like ‘tomorrow 10am’ or ‘15 December 14:30’.',
  past: (when) => `${when} is over. Give a time to come.`,
  tooFar: 'Only times within a year can be planned.',
  tooMany: (most) => `A class can have ${most} planned live quizzes at a time. Cancel one first, or wait for it.`,
  taken: (when) => `There is a live quiz planned for ${when} already. Give another time.`,
  tooLong: 'That is too long for a button. Type it again with am or pm.',
  planned: (when, topic) => `✅ The live quiz is planned for **${when}**: ${topic}`,
  asPrepared: `📝 It asks the questions that you looked at with ${slash('live preview')}.`,
  whatComes: `The class has been told, and it begins by itself at its time. Type ${slash('live show')} then if you need the controls.`,
  classRests: `⚠️ The class is paused. Unless you type ${slash('class resume')} before, the quiz does not begin.`,
  cancelled: (when, topic) => `The live quiz of **${when}** is cancelled, and the class has been told: ${topic}`,
  movedTo: (when, topic) => `✅ The live quiz was moved to **${when}**, and the class has been told: ${topic}`,
  sameHour: 'It is at that time already. Give another one.',

  none: 'No live quiz is planned',
  howToPlan: (concept) =>
    `Type, say, ${slash(`live plan tomorrow 10am ${concept} 5 20s`)}: the class is told, and it begins by itself at that time.`,
  heading: (quizzes) => `${plural(quizzes, 'live quiz', 'live quizzes')} planned`,
  one: (when, topic) => `**${when}** ${topic}`,
  isLate: '⏳ It is time, but it could not begin yet.',
  noEvent: 'It is not among the events of the Discord server: Dosirak lacks the permission "Create Events" there.',
  choose: (when, topic) => `${when} ${topic}`,
  buttons: {
    move: 'Change the time',
    cancel: 'Cancel it',
    drop: 'Yes, cancel it',
    keep: 'Keep it',
    all: 'Show all',
  },
  whenTo: `When should it be? For another time, type, say, ${slash('live plan move tomorrow 11am')}.`,
  later: {
    tenMinutes: '10 minutes later',
    halfAnHour: '30 minutes later',
    anHour: 'An hour later',
    aDay: 'A day later',
    aWeek: 'A week later',
  },
  noneToMove: (concept) =>
    `There is no live quiz to move. Plan one first, as with ${slash(`live plan tomorrow 10am ${concept}`)}.`,
  whichToMove: 'Which live quiz is to be moved?',
  movesTimeAlone: `Moving changes the time alone: ${slash('live plan move tomorrow 11am')}. To change the number of questions or how it is played, cancel it and plan it again.`,
  askCancel: (when, topic) => `Cancel the live quiz of **${when}**, “${topic}”? The class is told, too.`,
  gone: `This planned live quiz is gone. See ${slash('live plan')}.`,
  onlyInstructors: 'Only instructors can plan and change live quizzes.',
  over: {
    begun: `This live quiz has begun. ${slash('live show')} has its controls.`,
    cancelled: 'This live quiz is cancelled already.',
    missed: `This live quiz could not begin. Plan it anew with ${slash('live plan')}.`,
  },
  isTime: 'It is time for it already, so that it cannot be moved. Cancel it and plan another one.',
};

export const text = localized({ ko, en });
