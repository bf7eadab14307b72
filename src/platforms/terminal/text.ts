import { localized } from '../../core/locale.ts';
import { plural } from '../../language/plural.ts';
import { withParticle } from '../../language/with-particle.ts';

/** All that people read in the terminal alone; what is the same on every platform stands in core/reply/text.ts. */
interface TerminalText {
  prompt: string;
  /** `concept`: one to ask about. */
  welcome(concept: string): string;
  keys: string;
  /** `before`: what a student's line begins with; empty for the person at the terminal. */
  back(before: string): string;
  channel: string;
  /** Above what a student alone is shown. */
  student(name: string): string;
  goodbye: string;
  /** Stands in the line for what was pasted: the how manieth it is, and of how many lines. */
  pasted(number: number, lines: number): string;

  /** Behind what asks for a typed answer; `dontKnow`: what to type instead. */
  orSay(dontKnow: string): string;
  /** Something was picked beside not knowing. */
  dontKnowAlone: string;
  /** How a question is answered, by the marks that its options have; `before` as above. */
  howToType(marks: 'numbers' | 'letters', before: string): Readonly<Record<'one' | 'several' | 'inOrder', string>>;
  /** What the line of a student begins with, who is an example. */
  anyStudent: string;
  /** How options of menus are marked, one after the other. */
  optionMarks: readonly string[];
  /** How menus are answered, with an example of so many; `before` as above. */
  howToMatch(menus: number, before: string): string;
  nothingToPick: string;
  numberUpTo(most: number): string;
  sameNumberTwice: string;
  atMost(most: number): string;
}

const ko: TerminalText = {
  prompt: '도시락> ',
  welcome: (concept) =>
    `🍱 도시락에 오신 걸 환영해요! 궁금한 걸 그냥 물어보세요. 예: ${withParticle(concept, '이/가')} 뭐야?`,
  keys: '/quiz 문제 풀기 · /card 오늘의 개념 · /dosirak 도움말 · Tab 자동 완성 · Ctrl-D 끝내기',
  back: (before) => `[${before}0] 앞 화면으로`,
  channel: '── 채널 ──',
  student: (name) => `── ${name} ──`,
  goodbye: '다음에 또 만나요! 👋',
  pasted: (number, lines) => `[붙여 넣은 글 ${number}: ${lines}줄]`,

  dontKnowAlone: '‘모르겠어요’는 다른 답과 함께 고를 수 없어요.',
  orSay: (dontKnow) => `· 모르면 ‘${dontKnow}’`,
  howToType: (marks, before) =>
    marks === 'numbers'
      ? {
          one: `번호를 입력해 주세요.${before === '' ? '' : ` 예: ${before}1`}`,
          several: `맞는 번호를 모두 입력해 주세요. 예: ${before}1 3`,
          inOrder: `순서대로 번호를 모두 입력해 주세요. 예: ${before}2 1 3`,
        }
      : {
          one: `글자를 입력해 주세요. 학생이 되어 보려면 이름을 앞에 적어요. 예: ${before}a`,
          several: `맞는 글자를 모두 입력해 주세요. 예: ${before}a c`,
          inOrder: `순서대로 글자를 모두 입력해 주세요. 예: ${before}b a c`,
        },
  anyStudent: '민수> ',
  optionMarks: [...'가나다라마바사아자차카타'],
  howToMatch: (menus, before) =>
    `번호와 글자를 짝지어 입력해 주세요. 예: ${before}${['1나', '2가', '3다'].slice(0, menus).join(' ')}`,
  nothingToPick: '지금은 고를 번호가 없어요. 무엇을 할 수 있는지는 `/dosirak`에서 볼 수 있어요.',
  numberUpTo: (most) => (most === 1 ? '1만 입력할 수 있어요.' : `1부터 ${most}까지의 번호를 입력해 주세요.`),
  sameNumberTwice: '같은 번호가 두 번 있어요. 다시 입력해 주세요.',
  atMost: (most) => (most === 1 ? '번호를 하나만 골라 주세요.' : `번호는 ${most}개까지만 고를 수 있어요.`),
};

const en: TerminalText = {
  prompt: 'dosirak> ',
  welcome: (concept) => `🍱 Welcome to Dosirak! Just ask, for example: what is ${concept}?`,
  keys: '/quiz practise · /card today · /dosirak help · Tab completes · Ctrl-D ends',
  back: (before) => `[${before}0] Back`,
  channel: '── channel ──',
  student: (name) => `── ${name} ──`,
  goodbye: 'See you next time! 👋',
  pasted: (number, lines) => `[pasted text ${number}: ${plural(lines, 'line')}]`,

  dontKnowAlone: '“I do not know” cannot be picked together with an answer.',
  orSay: (dontKnow) => `· or “${dontKnow}”`,
  howToType: (marks, before) =>
    marks === 'numbers'
      ? {
          one: `Type a number${before === '' ? '.' : `, e.g. ${before}1`}`,
          several: `Type all the right numbers, e.g. ${before}1 3`,
          inOrder: `Type all the numbers in order, e.g. ${before}2 1 3`,
        }
      : {
          one: `Type a letter; to be a student, put a name before it, e.g. ${before}a`,
          several: `Type all the right letters, e.g. ${before}a c`,
          inOrder: `Type all the letters in order, e.g. ${before}b a c`,
        },
  anyStudent: 'Ann> ',
  optionMarks: [...'abcdefghijkl'],
  howToMatch: (menus, before) =>
    `Type a letter for each number, e.g. ${before}${['1b', '2a', '3c'].slice(0, menus).join(' ')}`,
  nothingToPick: 'There is nothing to pick. See /dosirak.',
  numberUpTo: (most) => (most === 1 ? 'Only 1 can be typed here.' : `Type a number from 1 to ${most}.`),
  sameNumberTwice: 'One number is there twice. Please type them again.',
  atMost: (most) => (most === 1 ? 'Pick just one.' : `Pick at most ${most}.`),
};

export const text = localized({ ko, en });
