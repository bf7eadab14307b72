import { randomBytes } from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
export const random = (length: number, letters = LETTERS): string =>
  Array.from(randomBytes(length), (byte) => letters[byte % letters.length]).join('');
