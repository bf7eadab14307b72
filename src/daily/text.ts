import { localized } from '../core/locale.ts';
import { plural } from '../language/plural.ts';
import { withParticle } from '../language/with-particle.ts';
import { slash } from '../markdown/slash.ts';

/** What people read on a card and around it. */
interface DailyText {
  /** The small print of a day's card. */
  todaysCard(date: string): string;
  /** The small print of the card that a class had last, where that was not today. */
  lastCard(date: string): string;
  /** The small print of a card that a student asked for by its name. */
  card: string;
  /** `when`: date and hour of today's card, or of the first one of a class. */
  todaysComes(when: string): string;
  firstCardComes(when: string): string;
  doYouKnow(concept: string): string;
  known: string;
  again: string;
  quiz: string;
  more: string;
  readBy(people: number): string;
  /** What a student reads after pressing one of the first two buttons. */
  pressed: { knew: string; again: string };
  cardGone: string;
  /** `line`: a look-up as it is typed. */
  noSuchCard(line: string): string;
  /** `rest`: what was typed beside a concept's name. */
  notAll(rest: string): string;
  cardOf(concept: string): string;
  isChapter(title: string): string;
  noConcepts: string;
  // To a class's people, where what they had chosen did not come.
  skipped: string;
  /** `term`: the concept's id; the course no longer has its name. */
  whySkipped(term: string): string;
  choicesUnreadable: string;
  chooseAnew: string;
}

const ko: DailyText = {
  todaysCard: (date) => `오늘의 카드 · ${date}`,
  lastCard: (date) => `지난번 카드 · ${date}`,
  card: '개념 카드',
  todaysComes: (when) => `오늘의 카드는 **${when}**에 올라와요. 이 카드는 지난번에 올라온 카드예요.`,
  firstCardComes: (when) => `이 수업의 첫 카드는 **${when}**에 올라와요. 그때까지 이 카드를 먼저 살펴보세요.`,
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
  noSuchCard: (line) => `그런 이름의 카드는 없어요. 개념 이름을 먼저 찾아보세요. 예: ${slash(line)}`,
  notAll: (rest) =>
    `${withParticle(`‘${rest}’`, '을/를')} 알아듣지 못했어요. 카드는 개념 하나의 이름만 적으면 볼 수 있어요.`,
  cardOf: (concept) => `${concept} 카드 보기`,
  isChapter: (title) =>
    `‘${title}’에는 개념이 여러 개 있어요. 카드는 개념마다 한 장씩 있으니, 그중 하나의 이름을 적어 주세요.`,
  noConcepts: '아직 카드로 보여 줄 개념이 없어요.',
  skipped: '정해 둔 카드를 건너뛰었어요',
  whySkipped: (term) =>
    `카드로 올리려고 정해 둔 개념(\`${term}\`)이 지금 수업 내용에 없어요. 그래서 그다음 차례의 카드를 올렸어요. 그 개념이 수업 내용에 다시 생기면 그때 올릴게요. 앞으로 올라갈 카드는 수업 채널에서 ${slash('class 카드', '으로/로')} 볼 수 있어요.`,
  choicesUnreadable: '정해 둔 카드 순서를 읽지 못했어요',
  chooseAnew: `그래서 오늘은 원래 차례대로 카드를 올렸어요. 수업 채널에서 ${slash('class 카드', '으로/로')} 앞으로 올라갈 카드를 확인하고, 필요하면 다시 정해 주세요.`,
};

const en: DailyText = {
  todaysCard: (date) => `Today's card · ${date}`,
  lastCard: (date) => `The last card · ${date}`,
  card: 'Concept card',
  todaysComes: (when) => `Today's card comes on **${when}**. This is the last one that was posted.`,
  firstCardComes: (when) => `The first card of this class comes on **${when}**. Until then, have a look at this one.`,
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
  noSuchCard: (line) => `There is no such card. Look its concept up first, for example ${slash(line)}.`,
  notAll: (rest) => `I do not understand ‘${rest}’. For a card write the name of one concept alone.`,
  cardOf: (concept) => `Show the card of ${concept}`,
  isChapter: (title) => `‘${title}’ has several concepts, each with a card. Give the name of one of them.`,
  noConcepts: 'There are no concepts to show yet.',
  skipped: 'A card that was chosen was skipped',
  whySkipped: (term) =>
    `The course no longer has the concept that was chosen (\`${term}\`), so the next card came instead. Should the concept return, its card will come. ${slash('class cards')} in the class channel shows the cards to come.`,
  choicesUnreadable: 'The order of the cards could not be read',
  chooseAnew: `So the card came in its usual turn today. Please see the cards to come with ${slash('class cards')} in the class channel, and choose again where needed.`,
};

export const text = localized({ ko, en });
