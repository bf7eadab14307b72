import { localized } from '../../core/locale.ts';
import { plural } from '../../language/plural.ts';
import { withParticle } from '../../language/with-particle.ts';

/** All that people read in the terminal alone; what is the same on every platform stands in core/reply/text.ts. */
interface TerminalText {
  prompt: string;
  /** `concept`: one to ask about. */
  welcome(concept: string): string;
  keys: string;
  back: string;
  channel: string;
  goodbye: string;
  /** Stands in the line for what was pasted: the how manieth it is, and of how many lines. */
  pasted(number: number, lines: number): string;

  /** Behind what asks for a typed answer; `dontKnow`: what to type instead. */
  orSay(dontKnow: string): string;
  /** Something was picked beside not knowing. */
  dontKnowAlone: string;
  /** How a question is answered, by the marks that its options have. */
  howToType: Readonly<Record<'numbers' | 'letters', Readonly<Record<'one' | 'several' | 'inOrder', string>>>>;
  /** How options of menus are marked, one after the other. */
  optionMarks: readonly string[];
  /** How menus are answered, with an example of so many; `inChannel`: by students, whose names stand in front. */
  howToMatch(menus: number, inChannel: boolean): string;
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
  back: '[0] 앞 화면으로',
  channel: '── 채널 ──',
  goodbye: '다음에 또 만나요! 👋',
  pasted: (number, lines) => `[붙여 넣은 글 ${number}: ${lines}줄]`,

  dontKnowAlone: '‘모르겠어요’는 다른 답과 함께 고를 수 없어요.',
  orSay: (dontKnow) => `· 모르면 ‘${dontKnow}’`,
  howToType: {
    numbers: {
      one: '번호를 입력해 주세요.',
      several: '맞는 번호를 모두 입력해 주세요. 예: 1 3',
      inOrder: '순서대로 번호를 모두 입력해 주세요. 예: 2 1 3',
    },
    letters: {
      one: '글자를 입력해 주세요. 학생이 되어 보려면 이름을 앞에 적어요. 예: 민수> a',
      several: '맞는 글자를 모두 입력해 주세요. 예: 민수> a c',
      inOrder: '순서대로 글자를 모두 입력해 주세요. 예: 민수> b a c',
    },
  },
  optionMarks: [...'가나다라마바사아자차카타'],
  howToMatch: (menus, inChannel) =>
    `번호와 글자를 짝지어 입력해 주세요. 예: ${inChannel ? '민수> ' : ''}${['1나', '2가', '3다'].slice(0, menus).join(' ')}`,
  nothingToPick: '지금은 고를 번호가 없어요. 무엇을 할 수 있는지는 `/dosirak`에서 볼 수 있어요.',
  numberUpTo: (most) => (most === 1 ? '1만 입력할 수 있어요.' : `1부터 ${most}까지의 번호를 입력해 주세요.`),
  sameNumberTwice: '같은 번호가 두 번 있어요. 다시 입력해 주세요.',
  atMost: (most) => (most === 1 ? '번호를 하나만 골라 주세요.' : `번호는 ${most}개까지만 고를 수 있어요.`),
};

const en: TerminalText = {
  prompt: 'dosirak> ',
  welcome: (concept) => `🍱 Welcome to Dosirak! Just ask, for example: what is ${concept}?`,
  keys: '/quiz practise · /card today · /dosirak help · Tab completes · Ctrl-D ends',
  back: '[0] Back',
  channel: '── channel ──',
  goodbye: 'See you next time! 👋',
  pasted: (number, lines) => `[pasted text ${number}: ${plural(lines, 'line')}]`,

  dontKnowAlone: '“I do not know” cannot be picked together with an answer.',
  orSay: (dontKnow) => `· or “${dontKnow}”`,
  howToType: {
    numbers: {
      one: 'Type a number.',
      several: 'Type all the right numbers, e.g. 1 3',
      inOrder: 'Type all the numbers in order, e.g. 2 1 3',
    },
    letters: {
      one: 'Type a letter; to be a student, put a name before it, e.g. Ann> a',
      several: 'Type all the right letters, e.g. Ann> a c',
      inOrder: 'Type all the letters in order, e.g. Ann> b a c',
    },
  },
  optionMarks: [...'abcdefghijkl'],
  howToMatch: (menus, inChannel) =>
    `Type a letter for each number, e.g. ${inChannel ? 'Ann> ' : ''}${['1b', '2a', '3c'].slice(0, menus).join(' ')}`,
  nothingToPick: 'There is nothing to pick. See /dosirak.',
  numberUpTo: (most) => (most === 1 ? 'Only 1 can be typed here.' : `Type a number from 1 to ${most}.`),
  sameNumberTwice: 'One number is there twice. Please type them again.',
  atMost: (most) => (most === 1 ? 'Pick just one.' : `Pick at most ${most}.`),
};

export const text = localized({ ko, en });
