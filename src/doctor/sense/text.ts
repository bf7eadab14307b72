import { localized } from '../../core/locale.ts';

/** What to do about a rule, where the lines as they should be cannot be known. */
interface AdviceText {
  rename: string;
  keepOne: string;
  chooseOne: string;
  smallLatin: string;
  labelForm: string;
  knownPort: string;
  removeIt: string;
  correct: string;
  addIt: string;
}

const ko: AdviceText = {
  rename: '하나의 이름을 바꾸거나, 필요 없는 것을 지워 주세요.',
  keepOne: '하나만 남기고 지워 주세요.',
  chooseOne: '하나를 골라 더해 주세요.',
  smallLatin: '영어 소문자와 숫자로 된 이름으로 바꿔 주세요.',
  labelForm: '영어 글자와 숫자로 바꿔 주세요. 설명이 필요하면 `annotations`에 적어요.',
  knownPort: '컨테이너에 있는 포트의 이름이나 번호로 바꿔 주세요.',
  removeIt: '이 필드를 지워 주세요.',
  correct: '설명에 맞게 값을 고쳐 주세요.',
  addIt: '빠진 필드를 더해 주세요.',
};

const en: AdviceText = {
  rename: 'Rename one of them, or remove what is not needed.',
  keepOne: 'Keep one of them.',
  chooseOne: 'Choose one, and add it.',
  smallLatin: 'Use a name of lower-case letters and digits.',
  labelForm: 'Use letters and digits; what explains something belongs in `annotations`.',
  knownPort: 'Use the name or number of a port that the containers have.',
  removeIt: 'Remove this field.',
  correct: 'Correct the value accordingly.',
  addIt: 'Add what is missing.',
};

export const text = localized({ ko, en });
