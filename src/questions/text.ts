import { localized } from '../core/locale.ts';
import { withParticle } from '../language/with-particle.ts';

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
  /** Stands above parts of an answer of which some were wrong. */
  partsRight(right: number, of: number): string;
  /** A part that was answered wrong; both as Markdown. */
  partWrong(given: string, solution: string): string;
  /** The same where it was left empty. */
  partEmpty(solution: string): string;
  /** Asks for what stands in so many blanks. */
  typeBlanks(blanks: number): string;
  notThatManyBlanks(blanks: number): string;
  typeEstimate(unit: string | undefined): string;
  /** How answers to an estimate score. */
  nearestScores: string;
  /** Numbers of a class's answers, each with its unit: below one, from one to below another, and so on. */
  below(number: string): string;
  above(number: string): string;
  between(from: string, to: string): string;
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

  // Questions that are made of a definition; the concept's names in it are blanks.
  whichTerm(clue: string): string;
  whichMeaning(title: string): string;
  isMeaning(title: string, clue: string): string;
  typeTerm(clue: string): string;
  matchTerms: string;
  /** Why an answer is right: what the concept is. */
  means(title: string, definition: string): string;
  /** Of a statement that describes another concept, of that title; `means`: what the concept is that it was said of. */
  meansOther(title: string, means: string): string;
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
  partsRight: (right, of) => (right === 0 ? '아직 맞은 것이 없어요' : `${of}개 중 ${right}개가 맞았어요`),
  partWrong: (given, solution) => `${given}(내 답) · 정답: ${solution}`,
  partEmpty: (solution) => `비워 뒀어요 · 정답: ${solution}`,
  typeBlanks: (blanks) =>
    blanks === 1 ? '빈칸에 들어갈 말을 입력해 주세요' : `빈칸 ${blanks}개를 차례대로, 쉼표로 나눠 입력해 주세요`,
  notThatManyBlanks: (blanks) =>
    blanks === 1
      ? '빈칸에 들어갈 말을 적어 주세요.'
      : `빈칸이 ${blanks}개예요. ${blanks}개를 차례대로, 쉼표로 나눠서 다시 답해 주세요.`,
  typeEstimate: (unit) =>
    unit === undefined ? '어림한 수를 입력해 주세요' : `어림한 수를 입력해 주세요(단위: ${unit})`,
  nearestScores: '🎯 정답에 가까울수록 점수가 높아요. 빠르기는 점수에 들어가지 않아요.',
  below: (number) => `${number}보다 작은 수`,
  above: (number) => `${number}보다 큰 수`,
  between: (from, to) => `${from}~${to}`,
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

  whichTerm: (clue) => `다음 설명에 맞는 용어는 무엇일까요?\n\n“${clue}”`,
  whichMeaning: (title) => `${withParticle(`‘${title}’`, '을/를')} 바르게 설명한 것은 무엇일까요?`,
  isMeaning: (title, clue) => `다음은 ‘${title}’의 정의로 맞을까요?\n\n“${clue}”`,
  typeTerm: (clue) => `다음 설명에 맞는 용어를 적어 주세요.\n\n“${clue}”`,
  matchTerms: '용어와 설명을 알맞게 짝지어 보세요.',
  means: (title, definition) => `**${title}**: ${definition}`,
  meansOther: (title, means) => `이 설명은 ‘${title}’의 정의예요.\n\n${means}`,
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
  partsRight: (right, of) => (right === 0 ? 'None of them right yet' : `${right} of ${of} right`),
  partWrong: (given, solution) => `${given} (your answer) · right: ${solution}`,
  partEmpty: (solution) => `left empty · right: ${solution}`,
  typeBlanks: (blanks) =>
    blanks === 1
      ? 'Type what goes in the blank'
      : `Type what goes in the ${blanks} blanks, in order, with commas between`,
  notThatManyBlanks: (blanks) =>
    blanks === 1
      ? 'Please type what goes in the blank.'
      : `There are ${blanks} blanks. Please answer again with ${blanks} answers in order, with commas between.`,
  typeEstimate: (unit) => (unit === undefined ? 'Type your estimate' : `Type your estimate (${unit})`),
  nearestScores: '🎯 The nearer to the right number, the more points. Speed does not count.',
  below: (number) => `Below ${number}`,
  above: (number) => `Above ${number}`,
  between: (from, to) => `${from}–${to}`,
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

  whichTerm: (clue) => `Which term does this describe?\n\n“${clue}”`,
  whichMeaning: (title) => `Which of these describes ‘${title}’?`,
  isMeaning: (title, clue) => `Is this the definition of ‘${title}’?\n\n“${clue}”`,
  typeTerm: (clue) => `Type the term that this describes.\n\n“${clue}”`,
  matchTerms: 'Match each term with what describes it.',
  means: (title, definition) => `**${title}**: ${definition}`,
  meansOther: (title, means) => `This is the definition of ‘${title}’.\n\n${means}`,
};

export const text = localized({ ko, en });
