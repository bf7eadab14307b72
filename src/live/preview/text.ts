import { localized } from '../../core/locale.ts';
import { plural } from '../../language/plural.ts';
import { slash } from '../../markdown/slash.ts';

/** All that an instructor reads of the questions of a coming quiz. */
interface PreviewText {
  title(topic: string): string;
  onlyYou: string;
  /** How many questions, how long each is open where that was said, and what to do with them. */
  about(questions: number, areFewer: boolean, seconds: number | undefined): string;
  /** An instructor types it to have other questions than those that they have swapped. */
  anew: string;
  /** There is a preview with swapped questions. `topic` as Markdown. */
  kept(topic: string, questions: number): string;
  goOn: string;
  makeAnother: string;
  /** Questions are numbered from 1. */
  swap(number: number): string;
  page(from: number, to: number): string;
  start: string;
  drop: string;
  swapped(number: number): string;
  noOther: string;
  gone: string;
  chooseTopic: string;
  dropped: string;
  /** It began with what was looked at before. */
  began: string;
  onlyInstructors: string;
  /** A quiz on something else, or of another number of questions, has begun. `topic` as Markdown. */
  notUsed(topic: string, questions: number): string;
  use: string;
  usedInstead(questions: number): string;
  /** The first question of that quiz is there. */
  tooLate: string;
}

const ko: PreviewText = {
  title: (topic) => `미리 보기: ${topic}`,
  onlyYou: '선생님에게만 보여요',
  about: (questions, areFewer, seconds) =>
    `문제 **${questions}개**를 이 순서로 내요.${seconds === undefined ? '' : ` 문제마다 ${seconds}초예요.`}${areFewer ? ' 낼 수 있는 문제가 그만큼뿐이에요.' : ''} 마음에 들지 않는 문제는 바꿀 수 있어요. 2주 안에 ${slash('live 시작')}만 입력하면 이 문제로 시작해요. 이 주제로 시작하거나 ${slash('live 예약', '을/를')} 해도 이 문제를 내요.`,
  anew: '새로',
  kept: (topic, questions) =>
    `문제를 바꿔 둔 미리 보기가 있어요: ‘${topic}’ ${questions}개. 이어서 볼까요, 아니면 그 문제를 버리고 새로 만들까요?`,
  goOn: '이어서 보기',
  makeAnother: '새로 만들기',
  swap: (number) => `${number}번 문제 바꾸기`,
  page: (from, to) => (from === to ? `${from}번 문제 보기` : `${from}~${to}번 문제 보기`),
  start: '이대로 시작하기',
  drop: '지우기',
  swapped: (number) => `🔄 ${number}번 문제를 바꿨어요.`,
  noOther: '이 문제 대신 낼 다른 문제가 없어요.',
  gone: `이 미리 보기는 이제 없어요. ${slash('live 미리보기', '으로/로')} 다시 골라 주세요.`,
  chooseTopic: '아래에서 고르면 문제를 보여 드릴게요.',
  dropped: '미리 본 문제를 지웠어요.',
  began: '미리 본 문제로 시작해요.',
  onlyInstructors: '문제는 선생님만 미리 볼 수 있어요.',
  notUsed: (topic, questions) => `미리 본 문제(${topic} ${questions}개)는 이번에 입력한 것과 달라서 쓰지 않았어요.`,
  use: '미리 본 문제로 바꾸기',
  usedInstead: (questions) => `미리 본 문제로 바꿨어요. 문제 **${questions}개**를 함께 풀어요.`,
  tooLate: `첫 문제가 이미 나와서 바꿀 수 없어요. 미리 본 문제는 그대로 있으니, 다음에 ${slash('live 시작')}만 입력하면 그 문제로 시작해요.`,
};

const en: PreviewText = {
  title: (topic) => `Preview: ${topic}`,
  onlyYou: 'only you see this',
  about: (questions, areFewer, seconds) =>
    `**${plural(questions, 'question')}**, in this order.${seconds === undefined ? '' : ` Each is open for ${seconds} seconds.`}${areFewer ? ' There are no more on this.' : ''} Swap the ones that you do not like. For two weeks, a bare ${slash('live start')} begins with these, and so does a ${slash('live start')} or ${slash('live plan')} on this topic.`,
  anew: 'anew',
  kept: (topic, questions) =>
    `There is a preview in which you have swapped questions: “${topic}”, ${questions}. Go on with it, or throw those questions away and make another one?`,
  goOn: 'Go on with it',
  makeAnother: 'Make another one',
  swap: (number) => `Swap no. ${number}`,
  page: (from, to) => (from === to ? `Question ${from}` : `Questions ${from}–${to}`),
  start: 'Begin with these',
  drop: 'Throw away',
  swapped: (number) => `🔄 Question ${number} is another one now.`,
  noOther: 'There is no other question to ask instead.',
  gone: `This preview is gone. Make another one with ${slash('live preview')}.`,
  chooseTopic: 'Choose one to see its questions.',
  dropped: 'The preview is thrown away.',
  began: 'It begins with the questions that you looked at.',
  onlyInstructors: 'Only instructors see the questions beforehand.',
  notUsed: (topic, questions) =>
    `The questions that you looked at (${topic}, ${questions}) are not used: you asked for others this time.`,
  use: 'Use the previewed questions',
  usedInstead: (questions) => `It asks the **${plural(questions, 'question')}** that you looked at now.`,
  tooLate: `The first question is up, so they stay as they are. The preview is kept: the next bare ${slash('live start')} begins with it.`,
};

export const text = localized({ ko, en });
