/** Letters and digits that people do not mistake for one another, such as I and 1. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 8;

/** What an instructor types to add a channel, made of an id that cannot be guessed. */
export const newCode = (newId: () => string): string =>
  Array.from(newId().slice(-LENGTH), (letter) => LETTERS[Number.parseInt(letter, 36) % LETTERS.length]).join('');

/** What was typed as a code, in the form in which codes are stored. */
export const parseCode = (typed: string): string =>
  typed
    .slice(0, 100)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');

/** `ABCDEFGH` as people read and type it: `ABCD-EFGH`. */
export const formatCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
