import { digits, line, maybe, oneOf, rest, word } from '../core/command/line.ts';

/** `pick <post> <answer>`: an answer button; the platform adds what was picked or typed. */
export const pickLine = line('pick', { post: word, answer: maybe(rest) });

/** `join-in <post>`: a student plays along. */
export const joinLine = line('join-in', { post: word });

/**
 * What an instructor's buttons do. `stop` and `skip` ask first, then `end` ends it and `drop` leaves a question out; `show`
 * shows where it stands; `auto` has it go on by itself, `manual` waits for the instructor; `phone` gives the way to the
 * controls on a phone.
 */
const MOVES = ['next', 'pause', 'resume', 'stop', 'end', 'show', 'auto', 'manual', 'skip', 'drop', 'phone'] as const;
export type Move = (typeof MOVES)[number];

/** `steer <session> <scene> <move>`: a button in an instructor's hand, and the scene that it stood under. */
export const steerLine = line('steer', { session: word, scene: word, move: oneOf(MOVES) });

/**
 * `result <post> [page <n>]`: a player's own result of what the post shows, a question or the whole quiz, page by page
 * from 1; `result <post> again <n>`: practice of what they missed, a few at a time, from 1.
 */
export const resultLine = line('result', {
  post: word,
  what: maybe(oneOf(['page', 'again'])),
  number: maybe(digits),
});

/**
 * What the buttons of a preview do: show a page, take another question, begin, throw it away, or use it in a quiz that has
 * begun without it.
 */
const DRAFT_MOVES = ['page', 'swap', 'start', 'drop', 'use'] as const;

/**
 * `live-draft <session> <move> [<what>]`: a button under a preview; `what` is a page from 1, a question's short id, or the
 * session of a quiz.
 */
export const draftLine = line('live-draft', { session: word, move: oneOf(DRAFT_MOVES), what: maybe(word) });

/** `recap <session> [again [yes|no]]`: an instructor's summary; and what was missed, once more. */
export const recapLine = line('recap', {
  session: word,
  what: maybe(oneOf(['again'])),
  answer: maybe(oneOf(['yes', 'no'])),
});

const PLAYER_MOVES = ['page', 'rename', 'remove', 'plain', 'nameless', 'lock'] as const;
export type PlayerMove = (typeof PLAYER_MOVES)[number];

/**
 * `player <session> <move> <number>`: who plays; `number` is a page from 1, or a player's place. `plain 1`:
 * phones show buttons alone, `plain 0`: the options as well; `nameless 1`: the wall shows no names, `nameless 0`: it does;
 * `lock 1`: no further player comes in.
 */
export const playerLine = line('player', {
  session: word,
  move: oneOf(PLAYER_MOVES),
  number: digits,
});

/** `mine <post>`: what the post shows, with what the player who asks has answered in it; a page asks for it. */
export const mineLine = line('mine', { post: word });

/** `marks <session>`: the file of a live quiz's marks, for an instructor. */
export const marksLine = line('marks', { session: word });
