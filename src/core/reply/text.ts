import { circled } from '../../language/circled.ts';
import { localized } from '../locale.ts';

/** All that people read of a reply on every platform, beside its blocks. */
interface ReplyText {
  dontKnow: string;
  /** Takes back all picks of an order. */
  startOver: string;
  /** Names the numbers that were picked so far, in their order. */
  orderSoFar: string;
  pressInOrder: string;
  /** Where a menu is sent as soon as it is closed. */
  chooseAll: string;
  /** Where a button beside the menu sends it. */
  chooseAllAndSubmit: string;
  submit: string;
  /** In a menu beside others. */
  chooseOne: string;
  /** Shows one person what is to be chosen. */
  chooseAnswer: string;
  chooseEach: string;
  /** Opens a box for a typed answer. */
  writeAnswer: string;
  /** `part`: the label of one box of several, from 1. */
  answerBox: { title: string; label: string; part(number: number): string; hint: string };
  /** Of a part of a form that nothing is filled in yet. */
  notFilledIn: string;
  /** Where a form cannot be opened: the command that does the same. */
  typeInstead(command: string): string;
  /** Sends a form. */
  save: string;
  /** Opens the form again, with what was entered. */
  fillInAgain: string;
  share: string;
  sharedBy(name: string): string;
  sharedAlready: string;
}

const ko: ReplyText = {
  dontKnow: '모르겠어요',
  startOver: '↺ 처음부터',
  orderSoFar: '고른 순서',
  pressInOrder: '순서대로 하나씩 눌러 주세요.',
  chooseAll: '맞는 것을 모두 골라 주세요',
  chooseAllAndSubmit: '맞는 것을 모두 고르고 제출해 주세요.',
  submit: '제출하기',
  chooseOne: '하나를 골라 주세요',
  chooseAnswer: '✎ 답 고르기',
  chooseEach: '모두 고르고 제출해 주세요.',
  writeAnswer: '✎ 답 쓰기',
  answerBox: {
    title: '답 쓰기',
    label: '답',
    part: (number) => `빈칸 ${circled(number)}`,
    hint: '한글이든 영어든 괜찮아요',
  },
  notFilledIn: '아직 없음',
  typeInstead: (command) => `바꿀 것만 고쳐서 이렇게 입력해도 돼요: ${command}`,
  save: '저장하기',
  fillInAgain: '✎ 고쳐서 다시 보내기',
  share: '📢 채널에 공유',
  sharedBy: (name) => `${name} 님이 공유했어요`,
  sharedAlready: '이미 채널에 공유했어요.',
};

const en: ReplyText = {
  dontKnow: 'I do not know',
  startOver: '↺ Start over',
  orderSoFar: 'Your order',
  pressInOrder: 'Press them one by one, in order.',
  chooseAll: 'Choose all that apply',
  chooseAllAndSubmit: 'Choose all that apply, then submit.',
  submit: 'Submit',
  chooseOne: 'Choose one',
  chooseAnswer: '✎ Choose the answer',
  chooseEach: 'Choose one of each, then submit.',
  writeAnswer: '✎ Type the answer',
  answerBox: {
    title: 'Your answer',
    label: 'Answer',
    part: (number) => `Blank ${circled(number)}`,
    hint: 'Korean or English, both are fine',
  },
  notFilledIn: 'none yet',
  typeInstead: (command) => `You can also type it, with just what is to change: ${command}`,
  save: 'Save',
  fillInAgain: '✎ Correct it',
  share: '📢 Share with the channel',
  sharedBy: (name) => `Shared by ${name}`,
  sharedAlready: 'You have shared this already.',
};

export const text = localized({ ko, en });
