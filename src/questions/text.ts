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
  /** Stand above steps. */
  yourOrder: string;
  rightOrder: string;
  /** A type that a class cannot play together, as what the question is. */
  orderQuestion: string;
  // Writing a question in chat. A type's name is one word, as it is typed.
  typeNames: Readonly<Record<'single' | 'multiple' | 'boolean' | 'typed' | 'order' | 'number', string>>;
  /** Stand above what an author fills in; at most 45 characters (Discord's limit of a label). */
  labels: Readonly<
    Record<'right' | 'rights' | 'wrongs' | 'truth' | 'accepted' | 'stepsInOrder' | 'rightNumber', string>
  >;
  /** What does not fit, of what an author filled in. */
  misfits: Readonly<Record<'oneRight' | 'noWrong' | 'noTruth' | 'noNumber', string>>;
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
  yourOrder: '내가 고른 순서',
  rightOrder: '맞는 순서',
  orderQuestion: '순서를 맞추는 문제',
  typeNames: {
    single: '하나',
    multiple: '여러개',
    boolean: 'OX',
    typed: '주관식',
    order: '순서',
    number: '숫자',
  },
  labels: {
    right: '정답',
    rights: '정답(한 줄에 하나씩)',
    wrongs: '오답(한 줄에 하나씩)',
    truth: '정답',
    accepted: '정답으로 인정할 답(한 줄에 하나씩)',
    stepsInOrder: '맞는 순서대로(한 줄에 하나씩)',
    rightNumber: '정답(예: 30초, 3.5 ±0.1)',
  },
  misfits: {
    oneRight: '하나만 적어 주세요. 정답이 여러 개면 유형을 ‘여러개’로 골라 주세요.',
    noWrong: '이 유형에는 오답이 없으니 비워 주세요.',
    noTruth: 'O와 X 가운데 하나만 적어 주세요.',
    noNumber: '숫자 하나로 적어 주세요. 단위는 숫자 뒤에, 허용 오차는 ± 뒤에 적어요(예: 30초 ±5).',
  },
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
  yourOrder: 'Your order',
  rightOrder: 'The right order',
  orderQuestion: 'asks for an order',
  typeNames: {
    single: 'single',
    multiple: 'multiple',
    boolean: 'true-false',
    typed: 'typed',
    order: 'order',
    number: 'number',
  },
  labels: {
    right: 'Right answer',
    rights: 'Right answers (one a line)',
    wrongs: 'Wrong answers (one a line)',
    truth: 'Right answer',
    accepted: 'Answers to accept (one a line)',
    stepsInOrder: 'Steps in their right order (one a line)',
    rightNumber: 'Right number (such as 30 s, 3.5 ±0.1)',
  },
  misfits: {
    oneRight: 'takes one alone; for several, choose the type “multiple”.',
    noWrong: 'has to be empty: this type has no wrong answers.',
    noTruth: 'has to be true or false.',
    noNumber: 'has to be one number, its unit behind it and what it may be off after ± (30 s ±5).',
  },
};

export const text = localized({ ko, en });
