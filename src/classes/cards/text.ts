import { localized } from '../../core/locale.ts';
import { withParticle } from '../../language/with-particle.ts';
import { slash } from '../../markdown/slash.ts';

/** Days that are told from today on stand without a particle: 내일 올리기, tomorrow. */
const FROM_TODAY = /^(?:오늘|내일|모레|글피|어제|그제|그저께|today|tomorrow|yesterday)$/i;

const onKoreanDay = (day: string): string => (FROM_TODAY.test(day) ? day : `${day}에`);

/** What instructors read of their class's cards: posting and previewing one, the cards to come, and choosing them. */
interface CardsText {
  /** Words after a concept, as they are typed. */
  how: Readonly<Record<'next' | 'remove' | 'restore', string>>;
  /** The actions, as they are typed. */
  typed: Readonly<Record<'cards' | 'post' | 'preview', string>>;
  /** What a button that is offered does with a concept's card; `day`: as it was typed. */
  offers: Readonly<Record<'show' | 'next' | 'remove' | 'restore' | 'post' | 'preview', (concept: string) => string>> & {
    onDay(concept: string, day: string): string;
    previewDay(date: string): string;
  };

  // Why one cannot be had. `said`: the words that were typed, escaped; `concept`: a title.
  noConcepts: string;
  nothingLeft: string;
  /** `lookUp`: the command that looks things up. */
  noSuchConcept(said: string, lookUp: string): string;
  /** With a button for the concept that may have been meant. */
  didYouMean(said: string, concept: string): string;
  /** With a button for its first concept. */
  isChapter(title: string): string;
  postedToday: string;
  /** With a button that makes the concept the next card. */
  postedTodayOther(concept: string): string;
  /** With a button that chooses it for the day that was typed. */
  onlyToday(concept: string): string;
  vetoed(concept: string): string;
  channelTrouble: string;
  oneDay: string;
  notADay: string;
  dayOrWay: string;
  whichConcept: string;
  past(date: string): string;
  had(date: string): string;
  hourPassed: string;
  off(date: string): string;
  tooFar: string;
  lastOne(concept: string): string;
  notChosen(concept: string): string;
  tooMany(most: number): string;

  // Previewing.
  previewOf(date: string): string;
  previewOfNext: string;
  previewOfConcept(concept: string): string;
  previewFoot: string;
  mayChange: string;
  // A day without a card to come, with a button for the nearest that has one.
  cardIsOver(date: string): string;
  noCardOn(date: string, why: string | undefined): string;
  previewOne: string;
  chosenByInstructor: string;

  // Posting.
  willPost(concept: string): string;
  cameBefore(date: string): string;
  insteadOf(date: string): string;
  staysPaused: string;
  /** `holiday`: its Korean name; undefined where it is a day off for another reason. */
  dayOff(holiday: string | undefined): string;

  // The cards to come.
  coming: string;
  /** One of them: its date, its concept, and that it was chosen. */
  card(date: string, concept: string): string;
  dated: string;
  next: string;
  /** What was chosen and is not in the course. */
  gone(id: string): string;
  takeOut(id: string): string;
  none: string;
  noDays: string;
  paused: string;
  broken: string;
  newer: string;
  /** How to choose by typing; lines with a concept and a date of this list. */
  toChoose(concept: string, date: string): string;
  vetoedOnes: string;
  /** `example`: one of them, as it is typed. */
  vetoedList(concepts: string, example: string): string;
  noneVetoed: string;
  showVetoed(count: number): string;
  showList: string;

  // One concept.
  comesOn(date: string): string;
  byTurn: string;
  onItsDay: string;
  asNext: string;
  notSoon: string;
  isVetoed: string;
  lastCame(date: string): string;
  pickDay: string;
  toNext: string;
  remove: string;
  restore: string;
  /** Takes back what was just chosen, with the concept's name. */
  undo(concept: string): string;
  undoChoice: string;
  preview: string;
  postNow: string;

  // What was done.
  doneDay(concept: string, date: string): string;
  doneNext(concept: string): string;
  doneRemove(concept: string): string;
  doneRestore(concept: string): string;
  doneUndo(concept: string): string;
  movedOther(concept: string, date: string): string;
  staysOut(lookUp: string): string;
}

const ko: CardsText = {
  how: { next: '다음', remove: '빼기', restore: '원래대로' },
  typed: { cards: 'class 카드', post: 'class 올리기', preview: 'class 미리보기' },
  offers: {
    show: (concept) => `${concept} 카드 보기`,
    next: (concept) => `${concept} 카드를 다음 차례로`,
    remove: (concept) => `${concept} 카드 빼기`,
    restore: (concept) => `${concept} 되돌리기`,
    post: (concept) => `${concept} 카드 지금 올리기`,
    preview: (concept) => `${concept} 카드 미리 보기`,
    onDay: (concept, day) => `${concept} 카드를 ${onKoreanDay(day)} 올리기`,
    previewDay: (date) => `${date} 카드 미리 보기`,
  },

  noConcepts: '카드로 보여 줄 개념이 아직 없어요. 수업 내용에 개념을 하나라도 넣어 주세요.',
  nothingLeft: `올릴 수 있는 개념이 없어요. 뺀 개념을 ${slash('class 카드')}에서 하나라도 되돌려 주세요.`,
  noSuchConcept: (said, lookUp) =>
    `${withParticle(`‘${said}’`, '이라는/라는')} 개념을 찾지 못했어요. ${slash(lookUp, '으로/로')} 개념의 이름을 먼저 찾아보세요.`,
  didYouMean: (said, concept) =>
    `${withParticle(`‘${said}’`, '이라는/라는')} 개념을 찾지 못했어요. 혹시 **${concept}** 개념인가요? 맞으면 아래 버튼을 눌러 주세요.`,
  isChapter: (title) =>
    `‘${title}’에는 개념이 여러 개 있어요. 카드는 개념 하나씩 올라가요. 그중 하나의 이름을 적어 주세요.`,
  postedToday: '오늘의 카드는 이미 올렸어요. 카드는 하루에 한 장만 올라가요.',
  postedTodayOther: (concept) =>
    `오늘의 카드는 이미 올렸어요. 카드는 하루에 한 장만 올라가요. 아래 버튼을 누르면 **${concept}** 카드가 다음 차례에 올라가요.`,
  onlyToday: (concept) =>
    `카드는 바로 지금만 올릴 수 있어요. 아래 버튼을 누르면 **${concept}** 카드가 그날 올라가도록 정해 둬요.`,
  vetoed: (concept) =>
    `**${concept}** 카드는 올리지 않기로 빼 두었어요. 올리고 싶으면 아래 버튼으로 먼저 되돌려 주세요.`,
  channelTrouble: `카드를 올릴 채널에 문제가 있어서 쉬고 있어요. ${slash('class 보기')}에서 이유를 확인하고, 다시 시작한 다음 올려 주세요.`,
  oneDay: '카드는 하루에 한 장이에요. 날짜를 하루만 적어 주세요.',
  notADay: '어느 날인지 알아보지 못했어요. `12월 3일`이나 `다음 주 월요일`처럼 적어 주세요.',
  dayOrWay: '날짜와 `다음`, `빼기`, `원래대로`는 함께 쓸 수 없어요. 둘 중 하나만 적어 주세요.',
  whichConcept: '어느 개념인지도 함께 적어 주세요. 앞으로 올라갈 카드를 보고 고를 수도 있어요.',
  past: (date) => `${date}은 이미 지났어요. 다음 카드가 올라가는 날로 정할까요?`,
  had: (date) => `${date}의 카드는 이미 올라갔어요. 카드는 하루에 한 장이에요. 그다음 날로 정할까요?`,
  hourPassed: '오늘은 카드를 올리는 시각이 지났어요. 지금 바로 올릴까요?',
  off: (date) => `${date}에는 카드가 올라가지 않아요. 가장 가까운 다음 수업 날로 정할까요?`,
  tooFar: '여섯 달 안의 날짜를 적어 주세요. 혹시 이미 지난 날짜인가요? 다음 카드가 올라가는 날로 정할 수도 있어요.',
  lastOne: (concept) =>
    `**${concept}** 카드까지 빼면 올릴 카드가 하나도 남지 않아요. 다른 카드를 하나 되돌린 다음에 빼 주세요.`,
  notChosen: (concept) => `**${concept}** 카드는 따로 정하거나 뺀 적이 없어서, 되돌릴 것이 없어요.`,
  tooMany: (most) => `카드는 ${most}장까지 미리 정해 둘 수 있어요. 이미 정한 카드를 되돌린 다음에 정해 주세요.`,

  previewOf: (date) => `**${date}**에 올라갈 카드예요.`,
  previewOfNext: '다음에 올라갈 카드예요. 지금은 올라갈 날이 정해져 있지 않아요.',
  previewOfConcept: (concept) => `**${concept}** 카드는 채널에 이렇게 올라가요. 지금은 나만 볼 수 있어요.`,
  previewFoot: '미리 보기',
  cardIsOver: (date) => `${date}의 카드는 올라갈 때가 이미 지났어요. 다음 카드를 볼까요?`,
  noCardOn: (date, why) =>
    `${date}에는 카드가 올라가지 않아요${why === undefined ? '' : `(${why})`}. 그다음 카드를 볼까요?`,
  previewOne: '개념이나 날짜 가운데 하나만 적어 주세요.',
  mayChange: '그사이 수업의 퀴즈 결과에 따라 바뀔 수 있어요.',
  chosenByInstructor: '선생님이 정해 둔 카드예요.',

  willPost: (concept) => `오늘의 카드로 **${concept}** 카드를 올릴게요. 곧 채널에서 볼 수 있어요.`,
  cameBefore: (date) => `${date}에도 올라갔던 카드예요.`,
  insteadOf: (date) => `지금 올리니까 ${date}에는 다시 올라가지 않아요.`,
  staysPaused: '수업은 계속 쉬고 있어요. 이번 한 장만 올라가요.',
  dayOff: (holiday) => `오늘은 원래 카드를 쉬는 날이에요${holiday === undefined ? '' : `(${holiday})`}.`,

  coming: '앞으로 올라갈 카드',
  card: (date, concept) => `**${date}** ${concept}`,
  dated: '📌 이날로 정함',
  next: '📌 먼저 올리기로 정함',
  gone: (id) => `⚠️ \`${id}\`: 정해 두었지만 지금 수업 내용에 없는 개념이라 건너뛰어요.`,
  takeOut: (id) => `${id} 지우기`,
  none: '올릴 수 있는 개념이 없어요. 뺀 개념을 되돌리거나 수업 내용에 개념을 넣어 주세요.',
  noDays: `카드가 올라갈 날이 없어요. ${slash('class 보기')}에서 요일과 쉬는 날을 확인해 주세요.`,
  paused: '⏸️ 지금은 카드를 쉬고 있어요. 다시 시작하면 이 순서로 올라가요.',
  broken: '⚠️ 전에 정해 둔 순서를 읽지 못해서 원래 차례로 보여 드려요. 필요한 것은 다시 정해 주세요.',
  newer: '카드 순서를 지금은 바꿀 수 없어요. 도시락이 새 버전으로 바뀌는 중이니, 잠시 뒤에 다시 해 주세요.',
  toChoose: (concept, date) =>
    `카드를 누르면 날을 옮기거나 뺄 수 있어요. 이렇게 입력해도 돼요: ${slash(`class 카드 ${concept} 다음`)}, ${slash(`class 카드 ${concept} ${date}`)}, ${slash(`class 카드 ${concept} 빼기`)}`,
  vetoedOnes: '올리지 않기로 뺀 개념',
  vetoedList: (concepts, example) =>
    `${concepts}\n\n누르면 되돌릴 수 있어요. 이렇게 입력해도 돼요: ${slash(`class 카드 ${example} 원래대로`)}`,
  noneVetoed: `뺀 개념이 없어요. 카드를 눌러 빼거나 ${slash('class 카드')}에 개념과 \`빼기\`를 적으면 그 개념은 올라가지 않아요.`,
  showVetoed: (count) => `뺀 개념 ${count}개 보기`,
  showList: '앞으로 올라갈 카드 보기',

  comesOn: (date) => `**${date}**에 올라가요.`,
  byTurn: '수업에서 배우는 차례에 따라 올라가요.',
  onItsDay: '📌 선생님이 이날로 정했어요.',
  asNext: '📌 선생님이 먼저 올리기로 정했어요.',
  notSoon: '앞으로 한동안은 이 카드 차례가 오지 않아요.',
  isVetoed: '🚫 올리지 않기로 뺀 개념이에요.',
  lastCame: (date) => `지난번에는 ${date}에 올라갔어요.`,
  pickDay: `다른 날에 올리려면 그날을 누르세요. 더 먼 날은 ${slash('class 카드')}에 개념과 날짜를 함께 적으면 돼요.`,
  toNext: '다음 차례로',
  remove: '빼기',
  restore: '되돌리기',
  undo: (concept) => `${concept} 되돌리기`,
  undoChoice: '정해 둔 차례 취소',
  preview: '카드 미리 보기',
  postNow: '지금 올리기',

  doneDay: (concept, date) => `${date} 카드: ${concept}`,
  doneNext: (concept) => `다음 카드: ${concept}`,
  doneRemove: (concept) => `뺀 카드: ${concept}`,
  doneRestore: (concept) => `되돌린 카드: ${concept}`,
  doneUndo: (concept) => `정해 둔 차례를 취소한 카드: ${concept}`,
  movedOther: (concept, date) => `그날로 정해 두었던 **${concept}** 카드는 **${date}**로 옮겼어요.`,
  staysOut: (lookUp) => `되돌릴 때까지 이 개념은 올라가지 않아요. 퀴즈와 ${slash(lookUp)}에서는 그대로 볼 수 있어요.`,
};

const en: CardsText = {
  how: { next: 'next', remove: 'remove', restore: 'restore' },
  typed: { cards: 'class cards', post: 'class post', preview: 'class preview' },
  offers: {
    show: (concept) => `Show the card of ${concept}`,
    next: (concept) => `Make ${concept} next`,
    remove: (concept) => `Take ${concept} out`,
    restore: (concept) => `Take ${concept} back`,
    post: (concept) => `Post ${concept} now`,
    preview: (concept) => `Preview ${concept}`,
    onDay: (concept, day) => (FROM_TODAY.test(day) ? `${concept} ${day}` : `${concept} on ${day}`),
    previewDay: (date) => `Preview the card of ${date}`,
  },

  noConcepts: 'There are no concepts to show yet. Add one to the content.',
  nothingLeft: `There is no concept left to post. Take one back in ${slash('class cards')}.`,
  noSuchConcept: (said, lookUp) => `I know no concept ‘${said}’. Look its name up with ${slash(lookUp)}.`,
  didYouMean: (said, concept) => `I know no concept ‘${said}’. Did you mean **${concept}**? Then press the button.`,
  isChapter: (title) => `‘${title}’ has several concepts, and a card is of one. Give the name of one of them.`,
  postedToday: "Today's card is up already; there is one card a day.",
  postedTodayOther: (concept) =>
    `Today's card is up already; there is one card a day. The button makes **${concept}** the next one.`,
  onlyToday: (concept) => `A card is posted right now or not at all. The button sets **${concept}** for that day.`,
  vetoed: (concept) => `**${concept}** was taken out and does not come. Take that back first with the button.`,
  channelTrouble: `The class is paused because something is wrong with its channel. See why with ${slash('class show')}, resume it, then post.`,
  oneDay: 'There is one card a day: give one date.',
  notADay: 'I could not read the date. Write it like `12/3`, `3 December` or `next week`.',
  dayOrWay: 'A date does not go with `next`, `remove` or `restore`. Give one of them.',
  whichConcept: 'Say which concept. You can also pick one from the cards to come.',
  past: (date) => `${date} is in the past. Shall it be the day of the next card?`,
  had: (date) => `The card of ${date} is up already; there is one a day. Shall it be the day after?`,
  hourPassed: "Today's hour has passed. Shall I post it right now?",
  off: (date) => `There is no card on ${date}. Shall it be the next day that has one?`,
  tooFar: 'Give a date within six months; is it one that is past? It can also be the day of the next card.',
  lastOne: (concept) => `**${concept}** is the last card that is left. Take another one back before you take it out.`,
  notChosen: (concept) => `Nothing was chosen for **${concept}**, so there is nothing to take back.`,
  tooMany: (most) => `You can choose up to ${most} cards ahead. Take one back first.`,

  previewOf: (date) => `The card of **${date}**.`,
  previewOfNext: 'The next card. No day is set for it at the moment.',
  previewOfConcept: (concept) => `This is what the channel sees of **${concept}**. Only you see it now.`,
  previewFoot: 'Preview',
  cardIsOver: (date) => `The card of ${date} is over. Shall I show the next one?`,
  noCardOn: (date, why) =>
    `There is no card on ${date}${why === undefined ? '' : ` (${why})`}. Shall I show the next one?`,
  previewOne: 'Give a concept or a date, not both.',
  mayChange: 'Quiz results until then may change it.',
  chosenByInstructor: 'An instructor has chosen it.',

  willPost: (concept) => `**${concept}** is on its way as today's card; the channel sees it in a moment.`,
  cameBefore: (date) => `It also came on ${date}.`,
  insteadOf: (date) => `It comes now instead of on ${date}.`,
  staysPaused: 'The class stays paused; it is this one only.',
  dayOff: (holiday) => `Today would normally have no card${holiday === undefined ? '' : ` (${holiday})`}.`,

  coming: 'The cards to come',
  card: (date, concept) => `**${date}** ${concept}`,
  dated: '📌 set for this day',
  next: '📌 set to come first',
  gone: (id) => `⚠️ \`${id}\` was chosen, but the course has no such concept now; it is skipped.`,
  takeOut: (id) => `Drop ${id}`,
  none: 'There is no concept left to post. Take one back, or add one to the content.',
  noDays: `There is no day for a card. Check the weekdays and days off with ${slash('class show')}.`,
  paused: '⏸️ The class is paused. Once it resumes, the cards come in this order.',
  broken: '⚠️ What was chosen before could not be read; this is the usual order. Please choose again.',
  newer: 'The order cannot be changed at this moment: Dosirak is being updated. Please try again in a while.',
  toChoose: (concept, date) =>
    `Press a card to move it or take it out. Or type ${slash(`class cards ${concept} next`)}, ${slash(`class cards ${concept} ${date}`)} or ${slash(`class cards ${concept} remove`)}.`,
  vetoedOnes: 'Concepts that do not come',
  vetoedList: (concepts, example) =>
    `${concepts}\n\nPress one to take it back, or type ${slash(`class cards ${example} restore`)}.`,
  noneVetoed: 'None is taken out. Press a card to take it out, or write `remove` after the concept.',
  showVetoed: (count) => `Taken out: ${count}`,
  showList: 'Show the cards to come',

  comesOn: (date) => `It comes on **${date}**.`,
  byTurn: 'It comes in the order in which the class learns.',
  onItsDay: '📌 An instructor has set it for this day.',
  asNext: '📌 An instructor has set it to come first.',
  notSoon: 'It does not come in the near future.',
  isVetoed: '🚫 It was taken out and does not come.',
  lastCame: (date) => `It came on ${date} last.`,
  pickDay: `To have it on another day, press that day. For a later one type ${slash('class cards')} with the concept and the date.`,
  toNext: 'Make it next',
  remove: 'Take out',
  restore: 'Take back',
  undo: (concept) => `Take ${concept} back`,
  undoChoice: 'Undo the choice',
  preview: 'Preview the card',
  postNow: 'Post it now',

  doneDay: (concept, date) => `Card of ${date}: ${concept}`,
  doneNext: (concept) => `Next card: ${concept}`,
  doneRemove: (concept) => `Taken out: ${concept}`,
  doneRestore: (concept) => `Taken back: ${concept}`,
  doneUndo: (concept) => `No longer chosen: ${concept}`,
  movedOther: (concept, date) => `**${concept}**, which was set for that day, now comes on **${date}**.`,
  staysOut: (lookUp) => `It does not come until you take that back. Quizzes and ${slash(lookUp)} still have it.`,
};

export const text = localized({ ko, en });
