import { localized } from '../core/locale.ts';
import { withParticle } from '../language/with-particle.ts';
import { slash } from '../markdown/slash.ts';
import type { Preference } from './preference.ts';

/** All that people read of practice: a question, its grade, how it went, and what is refused. */
interface PracticeText {
  question(at: number, of: number): string;
  /** What was not right the first time. */
  questionAgain(at: number, of: number): string;
  verdicts: { right: string; wrong: string; unknown: string };
  /** The question is asked again later. */
  comesBack: string;
  nextQuestion: string;
  /** Begins what is asked again. */
  tryAgain: string;
  seeResult: string;
  onceMore: string;
  /** On with a topic that has more questions. */
  goOn: string;
  /** Begins a practice of so many that were not right. */
  practiseMissed(questions: number): string;
  /** Of a question that was right when it was asked again. */
  rightLater: string;
  score(right: number, answered: number): string;
  /** Three words on a result, from the best to the worst. */
  allRight: string;
  mostRight: string;
  fewRight: string;

  /** Topics, as they are called and offered while somebody types. */
  /** Some weeks of the course; `title`: what a single one is called, where it has a name. */
  weeks(from: number, to: number, title: string | undefined): string;
  /** It is not known which week the class is in. */
  noThisWeek: string;
  practical: string;
  missed: string;
  everything: string;
  /** As they are typed. */
  preferences: Readonly<Record<Preference, string>>;
  /** What a question is about that cannot be named without telling its answer: a concept beside it. */
  near(concept: string): string;

  whichTopic: string;
  noSuchTopic: string;
  /** Several topics were named. */
  oneTopic: string;
  /** `rest`: what was typed beside a topic and is none. */
  notAll(rest: string): string;
  anyTopic: string;
  noneMissed: string;
  topicWithoutQuestions: string;
  /** `lookUp`: the command that looks things up. */
  courseWithoutQuestions(lookUp: string): string;
  questionGone: string;
  /** The practice goes on below. */
  questionChanged: string;
  someoneElses: string;
  /** An instructor keeps the set back that it belongs to. */
  keptBack: string;
  /** Of a question that a class is asked just now, or that waits in the student's homework. */
  withheld: Readonly<Record<'class' | 'homework', string>>;
}

const ko: PracticeText = {
  question: (at, of) => `문제 ${at} / ${of}`,
  questionAgain: (at, of) => `다시 풀기 ${at} / ${of}`,
  verdicts: { right: '⭕ 맞았어요!', wrong: '❌ 아쉬워요', unknown: '🌱 괜찮아요, 지금 알아 가면 돼요' },
  comesBack: '이 문제는 마지막에 한 번 더 나와요.',
  nextQuestion: '다음 문제',
  tryAgain: '못 맞힌 문제 다시 풀기',
  seeResult: '결과 보기',
  onceMore: '한 번 더 풀기',
  goOn: '계속 풀기',
  practiseMissed: (questions) => `못 맞힌 ${questions}문제 연습하기`,
  rightLater: '다시 풀 때는 맞혔어요',
  score: (right, answered) => `${answered}문제 중 ${right}문제를 맞혔어요`,
  allRight: '전부 맞혔어요. 정말 잘했어요!',
  mostRight: '잘했어요. 조금만 더 보면 완벽해요.',
  fewRight: '괜찮아요. 틀린 문제에서 제일 많이 배워요.',

  weeks: (from, to, title) =>
    `${from === to ? `${from}` : `${from}~${to}`}주차${title === undefined ? '' : ` ${title}`}`,
  noThisWeek: `이 수업이 지금 몇 주차인지 아직 알 수 없어요. \`1주차\`처럼 번호로 적어 주세요.`,
  practical: '실습',
  missed: '틀린 문제',
  everything: '전체',
  preferences: { easier: '쉽게', harder: '어렵게' },
  near: (concept) => `${concept} 관련`,

  whichTopic: '무엇을 연습할까요?',
  noSuchTopic: '그런 주제는 못 찾았어요. 개념이나 장(1장)의 이름으로 다시 적거나 아래 버튼을 눌러 주세요.',
  oneTopic: '한 번에 한 가지 주제를 연습해요. 어느 것부터 할까요?',
  notAll: (rest) =>
    `${withParticle(`‘${rest}’`, '을/를')} 알아듣지 못해서 아직 시작하지 않았어요. 무엇을 연습할지 아래에서 골라 주세요. 주제 뒤에는 문제 수나 \`어렵게\`, \`쉽게\`를 붙일 수 있어요.`,
  anyTopic: '전체에서 풀기',
  noneMissed: `다시 풀 문제가 없어요. 지금까지 푼 문제는 모두 맞혔거나, 아직 푼 문제가 없어요. ${slash('quiz', '으로/로')} 풀어 보세요.`,
  topicWithoutQuestions: `이 주제에는 아직 문제가 없어요. ${slash('quiz', '으로/로')} 다른 문제를 풀어 보세요.`,
  courseWithoutQuestions: (lookUp) =>
    `이 수업에는 아직 문제가 없어요. ${slash(lookUp, '으로/로')} 개념을 먼저 찾아보세요.`,
  questionChanged: '이 문제는 이제 없어요. 그사이에 바뀌었나 봐요. 지금 있는 문제로 이어서 할게요.',
  questionGone: `이 문제는 이제 없어요. 수업 내용이 바뀌었나 봐요. ${slash('quiz', '으로/로')} 새로 시작해 주세요.`,
  someoneElses: `다른 사람이 풀고 있는 문제예요. ${slash('quiz', '으로/로')} 내 문제를 시작해 보세요.`,
  keptBack: '선생님이 잠가 둔 문제집의 문제라서 지금은 풀 수 없어요. 선생님이 다시 열면 풀 수 있어요.',
  withheld: {
    class: '지금 수업에서 함께 풀고 있는 문제예요. 끝나면 다시 풀 수 있어요.',
    homework: `아직 풀지 않은 숙제에 있는 문제예요. ${slash('quiz 숙제', '으로/로')} 숙제를 먼저 풀어 주세요.`,
  },
};

const en: PracticeText = {
  question: (at, of) => `Question ${at} of ${of}`,
  questionAgain: (at, of) => `Once more, ${at} of ${of}`,
  verdicts: { right: '⭕ Right!', wrong: '❌ Not quite', unknown: '🌱 No worries, now you will know' },
  comesBack: 'This question comes back at the end.',
  nextQuestion: 'Next question',
  tryAgain: 'Try again what was missed',
  seeResult: 'See the result',
  onceMore: 'Once more',
  goOn: 'Go on',
  practiseMissed: (questions) => `Practise the ${questions} I missed`,
  rightLater: 'right the second time',
  score: (right, answered) => `${right} of ${answered} right`,
  allRight: 'All of them. Well done!',
  mostRight: 'Good. A little more and it is perfect.',
  fewRight: 'No worries. Mistakes teach the most.',

  weeks: (from, to, title) =>
    `${from === to ? `Week ${from}` : `Weeks ${from}–${to}`}${title === undefined ? '' : `: ${title}`}`,
  noThisWeek: `It is not known yet which week this class is in. Say its number, as in \`week 1\`.`,
  practical: 'hands-on',
  missed: 'missed',
  everything: 'everything',
  preferences: { easier: 'easier', harder: 'harder' },
  near: (concept) => `about ${concept}`,

  whichTopic: 'What shall we practise?',
  noSuchTopic: 'I found no such topic. Write the name of a concept or a chapter (chapter 1), or press a button below.',
  oneTopic: 'One topic at a time. Which one first?',
  notAll: (rest) =>
    `I have not begun, because I do not understand ‘${rest}’. Choose what to practise. Behind a topic you can write a number of questions, \`harder\` or \`easier\`.`,
  anyTopic: 'Anything',
  noneMissed: `Nothing to practise again: you got everything right so far, or have answered nothing yet. Try ${slash('quiz')}.`,
  topicWithoutQuestions: `There are no questions on this yet. Try others with ${slash('quiz')}.`,
  courseWithoutQuestions: (lookUp) => `This course has no questions yet. Look up its concepts with ${slash(lookUp)}.`,
  questionChanged: 'This question is gone; it has changed meanwhile. Let us go on with what there is now.',
  questionGone: `This question is gone; the course has changed. Start again with ${slash('quiz')}.`,
  someoneElses: `Someone else is playing this one. Start your own with ${slash('quiz')}.`,
  keptBack:
    'This question belongs to a set that your instructor has locked. You can answer it once they open it again.',
  withheld: {
    class: 'A class is answering this question together right now. You can practise it once that is over.',
    homework: `This question waits in your homework. Do that first, with ${slash('quiz homework')}.`,
  },
};

export const text = localized({ ko, en });
