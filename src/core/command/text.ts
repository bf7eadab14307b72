import { localized } from '../locale.ts';

/** All that people read of a line that is routed, read and refused. */
interface CommandText {
  button: string;
}

const ko: CommandText = {
  button: '버튼',
};

const en: CommandText = {
  button: 'Button',
};

export const text = localized({ ko, en });
