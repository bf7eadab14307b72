import { type Locale, localized } from '../core/locale.ts';
import { literalLine } from '../markdown/escape.ts';
import { slash } from '../markdown/slash.ts';
import type { SetUp, Wanted } from './setup.ts';

/** Why a caller cannot do what they asked for, and what they can do instead. */
interface RefusalText {
  // Who asks, and where.
  onlyInstructors: string;
  onlyManagers: string;
  /** The class is theirs, the channel is not. */
  onlyManagersMove: string;
  /** To a student who asks for the class itself: when its card comes. */
  cardsCome(timetable: string): string;
  cardsArePaused: string;
  notInDirectMessages: string;
  noClassForManager: string;
  noClass: string;
  whichClass: string;
  classOver: string;
  channelHasClass: string;
  firstDayPast(date: string): string;
  firstDayFar(date: string): string;
  // Days off.
  datesSwapped(dates: string): string;
  noDates: string;
  datesPast(dates: string): string;
  tooManyDaysOff(most: number): string;
  notOff(dates: string): string;
  // Instructors.
  whichPerson: string;
  unknownPerson: string;
  notEveryone: string;
  notAdded: string;
  tooManyInstructors(most: number): string;
}

/** What instructors read of a class, and of what they have done to it. */
interface ClassText {
  // The class as it is.
  settings: string;
  cards: string;
  nextCard: string;
  noNextCard: string;
  daysOff: string;
  moreDaysOff(count: number): string;
  language: string;
  languages: Readonly<Record<Locale, string>>;
  channels: string;
  channelCount(count: number): string;
  instructors: string;
  instructorCount(count: number): string;
  toAddChannel(code: string): string;
  otherCommands: string;
  paused: string;
  severalClasses(count: number): string;
  toSeeOne: string;
  // No class yet.
  noClassYet: string;
  offer: string;
  startHere: string;
  startByForm: string;
  // Setting it up.
  setUp: Readonly<Record<SetUp['what'], string>>;
  firstCard(when: string): string;
  toChange: string;
  /** `settings` with their values. */
  assumed(settings: string): string;
  leftAsIs(settings: string): string;
  /** Which course was taken, and the titles of the others. */
  courseTaken(title: string, others: readonly string[]): string;
  setting: Readonly<Record<Exclude<keyof Wanted, 'channel' | 'from'>, string>>;
  restsOnHolidays: string;
  postsOnHolidays: string;
  noFirstDay: string;
  rehearsal: string;
  carriedOn: string;
  unchanged: string;
  // Its form.
  setUpByForm: string;
  // Its cards.
  preview: string;
  post: string;
  pause: string;
  pausing: string;
  resume: string;
  resumeWithoutChannel: string;
  resuming: string;
  cannotResume: string;
  // Its days off.
  willRest(dates: string): string;
  willNotRest(dates: string): string;
  restsAlready(dates: string): string;
  /** The command that takes dates out of the days off again, or puts them back; `dates`: as they can be typed. */
  toRemove(dates: string): string;
  toAdd(dates: string): string;
  toUndo(ways: string): string;
  undo(dates: string): string;
  // Its instructors.
  instructorsOfClass: string;
  toAddInstructor: string;
  instructorAdded: string;
  addedPerson: string;
  removedPerson: string;
  canLead: string;
  instructorRemoved: string;
}

const ko: ClassText & RefusalText = {
  onlyInstructors: `이건 선생님만 할 수 있어요. 혼자 풀어 보려면 ${slash('quiz', '을/를')}, 내 진도를 보려면 ${slash('progress', '을/를')} 입력해 주세요.`,
  onlyManagersMove:
    '이 채널로 수업을 옮기는 것은 이곳(서버나 워크스페이스)을 관리하는 분만 할 수 있어요. 그분께 부탁해 주세요.',
  onlyManagers: '수업은 선생님만 만들거나 바꿀 수 있어요. 이곳(서버나 워크스페이스)을 관리하는 분께 부탁해 보세요.',
  cardsCome: (timetable) => `수업은 선생님만 바꿀 수 있어요. 이 수업의 카드는 이때 올라와요: ${timetable}`,
  cardsArePaused: '수업은 선생님만 바꿀 수 있어요. 이 수업의 카드는 지금 쉬고 있어요.',
  notInDirectMessages: '여기에서는 수업을 열거나 바꿀 수 없어요. 도시락이 있는 수업 채널에서 다시 입력해 주세요.',
  noClassForManager: `여기에는 아직 수업이 없어요. 카드를 올릴 채널에서 ${slash('class 설정', '을/를')} 입력하면 바로 시작할 수 있어요.`,
  noClass: `여기에는 아직 수업이 없어요. 이곳을 관리하는 선생님께 ${slash('class 설정', '을/를')} 입력해 달라고 부탁해 보세요.`,
  whichClass: '여기에는 수업이 여러 개 있어요. 바꾸려는 수업의 채널에서 다시 입력해 주세요.',
  classOver: `이 수업은 방금 끝났어요. 다시 시작하려면 수업 채널에서 ${slash('class 설정', '을/를')} 입력해 주세요.`,
  channelHasClass: '그 채널에는 이미 다른 수업이 있어요. 수업이 없는 채널을 골라 주세요.',
  firstDayPast: (date) =>
    `첫날로 적은 ${date}은 1년도 더 지났어요. 이번 학기의 첫날을 적어 주세요. 예: ${slash('class 설정 3월 2일부터')}`,
  firstDayFar: (date) => `첫날로 적은 ${date}은 너무 멀어요. 앞으로 1년 안의 날짜를 적어 주세요.`,
  datesSwapped: (dates) =>
    `시작하는 날이 끝나는 날보다 늦어요. 혹시 ${dates}인가요? 먼저 오는 날짜를 앞에 적어 주세요.`,
  noDates: `쉴 날짜를 알아보지 못했어요. 달력에 있는 날짜를 이렇게 적어 주세요: ${slash('class 휴강 12월 14일~18일')} 또는 ${slash('class 휴강 다음 주 금요일')}`,
  datesPast: (dates) => `${dates}은 이미 지났어요. 앞으로 쉴 날짜를 적어 주세요.`,
  tooManyDaysOff: (most) =>
    `앞으로 쉬는 날은 ${most}번까지 정할 수 있어요. 이어진 날은 \`12월 14일~18일\`처럼 한 번에 적어 주세요.`,
  notOff: (dates) =>
    `${dates}은 쉬는 날로 정해 두지 않았어요. 정해 둔 날은 ${slash('class 보기', '으로/로')} 볼 수 있어요.`,
  whichPerson: `누구인지 \`@\`를 치면 나오는 목록에서 골라 주세요. 예: ${slash('class 선생님 @김선생 더하기')}`,
  unknownPerson: '그런 이름의 사람을 찾지 못했어요. `@`를 치면 나오는 목록에서 골라 주세요.',
  notEveryone: '모두를 선생님으로 정할 수는 없어요. 선생님 역할을 하나 만들어서 그 역할을 골라 주세요.',
  notAdded: '따로 정해 둔 선생님이 아니에요. 이곳을 관리하는 분은 따로 정하지 않아도 항상 선생님이에요.',
  tooManyInstructors: (most) =>
    `선생님은 ${most}명까지 정할 수 있어요. 더 많다면 Discord에서 선생님 역할을 하나 만들어 골라 주세요.`,

  settings: '이 수업의 설정이에요',
  cards: '카드가 올라오는 때',
  nextCard: '다음 카드',
  noNextCard: '정해진 날이 없어요. 요일과 쉬는 날을 확인해 주세요',
  daysOff: '쉬는 날',
  moreDaysOff: (count) => `그 밖에 ${count}번`,
  language: '카드의 언어',
  languages: { ko: '한국어', en: '영어' },
  channels: '채널',
  channelCount: (count) => `${count}개`,
  instructors: '선생님',
  instructorCount: (count) => `${count}명`,
  toAddChannel: (code) => `다른 채널도 이 수업에 넣으려면 그 채널에서 입력해 주세요: ${slash(`class 합치기 ${code}`)}`,
  otherCommands: `설정 바꾸기 ${slash('class 설정')} · 쉬는 날 ${slash('class 휴강')} · 채널 빼기 ${slash('class 나가기')} · 모두 보기 ${slash('class 보기')}`,
  paused: '⏸️ 지금은 쉬고 있어요. 다시 시작할 때까지 카드가 올라오지 않아요.',
  severalClasses: (count) => `수업이 ${count}개 있어요`,
  toSeeOne: `그 수업의 채널에서 ${slash('class 보기', '을/를')} 입력하면 자세히 볼 수 있어요.`,

  noClassYet: '아직 수업이 없어요',
  offer: `수업을 시작하면 수업 채널에 개념 카드가 하루에 한 장씩 올라와요. 평일 09:00에 올릴까요? 다른 때 올리려면 ${slash('class 설정 10시 월수금')}처럼 적어 주세요.`,
  startHere: '이대로 시작하기',
  startByForm: '✎ 요일과 시각 고르기',

  setUp: {
    new: '수업을 시작할 준비가 됐어요',
    moved: '수업을 다른 채널로 옮겼어요',
    carriedOn: '수업을 이 채널로 옮겼어요',
    resumed: '수업을 다시 시작해요',
    changed: '수업 설정을 바꿨어요',
    same: '이 채널에는 이미 수업이 있어요',
  },
  firstCard: (when) => `첫 카드는 **${when}**에 올라와요. 그 뒤로도 제가 알아서 올릴게요.`,
  toChange: `바꿀 것만 다시 적으면 돼요. 예: ${slash('class 설정 10시 월수금')}`,
  assumed: (settings) => `따로 적지 않은 것은 기본값으로 정했어요(${settings}).`,
  leftAsIs: (settings) => `적지 않은 것은 그대로 두었어요(${settings}).`,
  courseTaken: (title, others) =>
    `이 수업에서는 **${literalLine(title)}** 과목을 배워요. 다른 과목은 이렇게 골라요: ${others.map((other) => slash(`class 설정 ${other}`)).join(', ')}`,
  setting: {
    minute: '시각',
    weekdays: '요일',
    zone: '시간대',
    locale: '언어',
    holidays: '공휴일',
    first: '첫날',
    course: '과목',
  },
  restsOnHolidays: '쉬어요',
  postsOnHolidays: '올려요',
  noFirstDay: '정하지 않음',
  rehearsal:
    '여기는 연습하는 곳이라, 지금 정한 것은 프로그램을 끄면 사라져요. 진짜 수업은 Discord나 Slack의 채널에서 같은 명령으로 시작해 주세요. Discord에서는 시각과 요일을 칸마다 나눠 적어요.',
  carriedOn: '없어진 채널의 수업을 이어받았어요. 설정도, 지금까지 올린 카드의 기록도 그대로예요.',
  unchanged: '바뀐 것이 없어요.',

  setUpByForm: '✎ 설정 바꾸기',

  preview: '다음 카드 미리 보기',
  post: '오늘의 카드 지금 올리기',
  pause: '잠시 쉬기',
  pausing: '카드를 잠시 쉴게요',
  resume: '다시 시작하기',
  resumeWithoutChannel: '그 채널을 빼고 다시 시작하기',
  resuming: '카드를 다시 시작할게요',
  cannotResume: '아직 다시 시작할 수 없어요',

  willRest: (dates) => `${dates}에는 카드를 쉴게요`,
  willNotRest: (dates) => `${dates}에는 카드를 쉬지 않을게요`,
  restsAlready: (dates) => `${dates}은 이미 쉬는 날이에요`,
  toRemove: (dates) => slash(`class 휴강 ${dates} 빼기`),
  toAdd: (dates) => slash(`class 휴강 ${dates}`),
  toUndo: (ways) => `되돌리려면: ${ways}`,
  undo: (dates) => `되돌리기: ${dates}`,

  instructorsOfClass: '함께 가르치는 선생님',
  toAddInstructor: `이곳을 관리하는 분은 따로 정하지 않아도 선생님이에요. 다른 분을 추가하려면 ${slash('class 선생님 @이름')}처럼 적어 주세요.`,
  instructorAdded: '선생님을 추가했어요',
  addedPerson: '추가한 분',
  removedPerson: '뺀 분',
  canLead: '이제 이 수업을 함께 이끌 수 있어요.',
  instructorRemoved: '선생님에서 뺐어요',
};

const en: ClassText & RefusalText = {
  onlyInstructors: `Only instructors can do this. To practise alone, type ${slash('quiz')}; to see how you are doing, ${slash('progress')}.`,
  onlyManagersMove: 'Only somebody who manages this server or workspace can move a class to this channel. Ask them to.',
  onlyManagers: 'Only instructors can set up a class. Ask somebody who manages this server or workspace.',
  cardsCome: (timetable) => `Only instructors can change a class. Its cards come: ${timetable}`,
  cardsArePaused: 'Only instructors can change a class. The daily card of this class is paused.',
  notInDirectMessages:
    'A class cannot be set up or changed here. Type it again in the class channel, where Dosirak is.',
  noClassForManager: `There is no class here yet. Type ${slash('class setup')} in the channel where its cards should go.`,
  noClass: `There is no class here yet. Ask somebody who manages this place to type ${slash('class setup')}.`,
  whichClass: 'There are several classes here. Type it again in the channel of the one you mean.',
  classOver: `This class has just ended. Type ${slash('class setup')} in a channel to start again.`,
  channelHasClass: 'That channel already has another class. Pick one without a class.',
  firstDayPast: (date) =>
    `The first day, ${date}, is over a year ago. Give the first day of this term: ${slash('class setup from 2 March')}`,
  firstDayFar: (date) => `The first day, ${date}, is too far ahead. Give one within a year.`,
  datesSwapped: (dates) => `It ends before it begins. Did you mean ${dates}? Write the earlier date first.`,
  noDates: `I could not read the dates. Write real calendar dates like ${slash('class skip 12/14-12/18')} or ${slash('class skip 2026-12-25')}.`,
  datesPast: (dates) => `${dates} is in the past. Give dates that are still to come.`,
  tooManyDaysOff: (most) =>
    `You can set up to ${most} times off ahead. Write days in a row as one, such as \`12/14-12/18\`.`,
  notOff: (dates) => `${dates} is not set as a day off. See the days off with ${slash('class show')}.`,
  whichPerson: `Say who: pick them with \`@\`, for example ${slash('class instructors @kim add')}.`,
  unknownPerson: 'I cannot find anybody by that name. Pick them from the list that `@` opens.',
  notEveryone: 'Not everyone can be an instructor. Make a role for the instructors, and pick that.',
  notAdded: 'That person was not added before. Those who manage this server or workspace are instructors in any case.',
  tooManyInstructors: (most) => `You can add up to ${most} instructors. On Discord, one role can stand for many.`,

  settings: 'How this class is set up',
  cards: 'Cards',
  nextCard: 'Next card',
  noNextCard: 'None: check the weekdays and days off',
  daysOff: 'Days off',
  moreDaysOff: (count) => `and ${count} more`,
  language: 'Language',
  languages: { ko: 'Korean', en: 'English' },
  channels: 'Channels',
  channelCount: String,
  instructors: 'Instructors',
  instructorCount: String,
  toAddChannel: (code) => `To add another channel to this class, type there: ${slash(`class join ${code}`)}`,
  otherCommands: `Change ${slash('class setup')} · days off ${slash('class skip')} · take out ${slash('class leave')} · see all ${slash('class show')}`,
  paused: '⏸️ The class is paused: no cards until it is resumed.',
  severalClasses: (count) => `There are ${count} classes`,
  toSeeOne: `Type ${slash('class show')} in the channel of one to see more.`,

  noClassYet: 'There is no class yet',
  offer: `A class gets a card about one concept a day in its channel. Shall it come on weekdays at 09:00? For another time type, for example, ${slash('class setup 10:00 mon wed fri')}.`,
  startHere: 'Start like this',
  startByForm: '✎ Pick weekdays and hour',

  setUp: {
    new: 'The class is ready',
    moved: 'The class has moved to another channel',
    carriedOn: 'The class is in this channel now',
    resumed: 'The class has resumed',
    changed: 'The class settings have changed',
    same: 'This channel already has a class',
  },
  firstCard: (when) => `The first card comes on **${when}**; after that I post them by myself.`,
  toChange: `To change something, type only that, for example ${slash('class setup 10:00 mon wed fri')}.`,
  assumed: (settings) => `What you left out has its default (${settings}).`,
  leftAsIs: (settings) => `What you did not type stays as it is (${settings}).`,
  courseTaken: (title, others) =>
    `It is taught the course **${literalLine(title)}**. For another one: ${others.map((other) => slash(`class setup ${other}`)).join(', ')}`,
  setting: {
    minute: 'hour',
    weekdays: 'weekdays',
    zone: 'time zone',
    locale: 'language',
    holidays: 'holidays',
    first: 'first day',
    course: 'course',
  },
  restsOnHolidays: 'no cards',
  postsOnHolidays: 'cards',
  noFirstDay: 'none',
  rehearsal:
    'This is a rehearsal: what you set up here is gone when the program ends. For a real class, give the same command in a channel on Discord or Slack; on Discord, hour and weekdays have a field each.',
  carriedOn: 'This carries on the class whose channel is gone, with the same settings and the record of its cards.',
  unchanged: 'Nothing was changed.',

  setUpByForm: '✎ Change settings',

  preview: 'Preview the next card',
  post: "Post today's card now",
  pause: 'Pause',
  pausing: 'The daily card is paused',
  resume: 'Resume',
  resumeWithoutChannel: 'Resume without it',
  resuming: 'The daily card has resumed',
  cannotResume: 'It cannot resume yet',

  willRest: (dates) => `No card: ${dates}`,
  willNotRest: (dates) => `Cards will come again: ${dates}`,
  restsAlready: (dates) => `Already a day off: ${dates}`,
  toRemove: (dates) => slash(`class skip ${dates} remove`),
  toAdd: (dates) => slash(`class skip ${dates}`),
  toUndo: (ways) => `To undo it: ${ways}`,
  undo: (dates) => `Undo: ${dates}`,

  instructorsOfClass: 'Instructors',
  toAddInstructor: `Those who manage this server or workspace are instructors already. Add others with ${slash('class instructors @name')}.`,
  instructorAdded: 'An instructor was added',
  addedPerson: 'Added',
  removedPerson: 'Removed',
  canLead: 'They can lead this class with you now.',
  instructorRemoved: 'Removed from the instructors',
};

export const text = localized({ ko, en });
