import { line, maybe, oneOf, rest, word } from '../core/command/line.ts';

/** `pick <post> <answer>`: an answer button; the platform adds what was picked or typed. */
export const pickLine = line('pick', { post: word, answer: maybe(rest) });

/** What an instructor's buttons do. `stop` asks first, `end` ends it; `show` shows where it stands. */
const MOVES = ['next', 'pause', 'resume', 'stop', 'end', 'show'] as const;
export type Move = (typeof MOVES)[number];

/** `steer <session> <scene> <move>`: a button in an instructor's hand, and the scene that it stood under. */
export const steerLine = line('steer', { session: word, scene: word, move: oneOf(MOVES) });

/** `result <post>`: a player's own result. */
export const resultLine = line('result', { post: word });

/** `recap <session> [again [yes|no]]`: an instructor's summary; and what was missed, once more. */
export const recapLine = line('recap', {
  session: word,
  what: maybe(oneOf(['again'])),
  answer: maybe(oneOf(['yes', 'no'])),
});

/** `marks <session>`: the file of a live quiz's marks, for an instructor. */
export const marksLine = line('marks', { session: word });
