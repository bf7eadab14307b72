import { line, maybe, oneOf, rest, word } from '../../core/command/line.ts';

/**
 * What an instructor's buttons do with a question that the class has written: `show` it as students see it, `try` an
 * answer, `hide` it and have it asked (`ask`) again, `delete` it and take that back (`undo`), ask which concept it is of
 * (`move`) and say it (`to`).
 */
const MOVES = ['show', 'try', 'hide', 'ask', 'delete', 'undo', 'move', 'to'] as const;
export type Move = (typeof MOVES)[number];

/** `own-question <move> <question> [answer or concept]`. */
export const ownLine = line('own-question', { move: oneOf(MOVES), question: word, what: maybe(rest) });

/** `finish-question <concept>`: writes what an instructor began, as a question of that concept. */
export const finishLine = line('finish-question', { term: word });
