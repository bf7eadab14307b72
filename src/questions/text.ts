import { localized } from '../core/locale.ts';

/** All that people read of how a question is answered, and of how a class has answered it. */
interface QuestionsText {
  isTrue: string;
  isFalse: string;
  typeAnswer: string;
  /** `unit`: what is counted, where the question says it. */
  typeNumber(unit: string | undefined): string;
  notANumber(unit: string | undefined): string;
  otherAnswers: string;
  othersBelow(number: string): string;
  othersAbove(number: string): string;
  /** What students did to answer, behind how many of them did. */
  chose: string;
  typed: string;
  /** Stands behind what a student answered. */
  yourAnswer: string;
  /** Before the right answer, where instructors look a question up. */
  theAnswer: string;
  /** Stand above steps. */
  yourOrder: string;
  rightOrder: string;
  /** A type that a class cannot play together, as what the question is. */
  orderQuestion: string;
}

const ko: QuestionsText = {
  isTrue: '맞아요 (O)',
  isFalse: '틀려요 (X)',
  typeAnswer: '답을 입력해 주세요',
  typeNumber: (unit) => (unit === undefined ? '숫자를 입력해 주세요' : `숫자를 입력해 주세요(단위: ${unit})`),
  notANumber: (unit) =>
    `수 하나로 다시 답해 주세요${unit === undefined ? '' : `(단위: ${unit})`}. 숫자로 적어도, 한글로 적어도 괜찮아요.`,
  otherAnswers: '그 밖의 답',
  othersBelow: (number) => `${number}보다 작은 다른 수`,
  othersAbove: (number) => `${number}보다 큰 다른 수`,
  chose: '골랐어요',
  typed: '적었어요',
  yourAnswer: '내 답',
  theAnswer: '정답',
  yourOrder: '내가 고른 순서',
  rightOrder: '맞는 순서',
  orderQuestion: '순서를 맞추는 문제',
};

const en: QuestionsText = {
  isTrue: 'True',
  isFalse: 'False',
  typeAnswer: 'Type your answer',
  typeNumber: (unit) => (unit === undefined ? 'Type a number' : `Type a number (${unit})`),
  notANumber: (unit) =>
    `Please answer again with one number${unit === undefined ? '' : ` (in ${unit})`}, in digits or in words.`,
  otherAnswers: 'Other answers',
  othersBelow: (number) => `Others below ${number}`,
  othersAbove: (number) => `Others above ${number}`,
  chose: 'chose',
  typed: 'typed',
  yourAnswer: 'your answer',
  theAnswer: 'The answer',
  yourOrder: 'Your order',
  rightOrder: 'The right order',
  orderQuestion: 'asks for an order',
};

export const text = localized({ ko, en });
