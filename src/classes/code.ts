/** Letters and digits that nobody takes for each other. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const CODE = 8;

/** What an instructor types to add a channel, of an id that nobody guesses. */
export const newCode = (newId: () => string): string =>
  Array.from(newId().slice(-CODE), (letter) => LETTERS[Number.parseInt(letter, 36) % LETTERS.length]).join('');

/** What was typed as a code, as it is kept. */
export const readCode = (typed: string): string =>
  typed
    .slice(0, 100)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');

/** `ABCDEFGH` as people read and type it. */
export const codeInWords = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
