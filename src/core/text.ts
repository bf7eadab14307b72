import { localized } from './locale.ts';

/** What every feature of a class says to a caller whose rank is not known yet. */
interface ClassText {
  notCheckedYet: string;
}

const ko: ClassText = {
  notCheckedYet: '선생님인지 아직 확인하지 못했어요. 잠시 뒤에 다시 해 주세요.',
};

const en: ClassText = {
  notCheckedYet: 'I could not check yet whether you are an instructor. Please try again in a moment.',
};

export const text = localized({ ko, en });
