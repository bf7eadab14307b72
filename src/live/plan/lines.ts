import { line, maybe, oneOf, rest, word } from '../../core/command/line.ts';

/**
 * What an instructor's buttons do with a planned quiz: `show` it, ask when it is to be (`move`), move it `to` a day and an
 * hour, ask whether it is to be cancelled (`cancel`), and do so (`drop`); `list` shows all.
 */
const PLAN_MOVES = ['show', 'move', 'to', 'cancel', 'drop', 'list'] as const;
export type PlanMove = (typeof PLAN_MOVES)[number];

/** `replan <appointment> <move> [day and hour]`. */
export const replanLine = line('replan', { plan: word, move: oneOf(PLAN_MOVES), when: maybe(rest) });

/** `prepare <post>`: practises what a planned quiz will be about. */
export const prepareLine = line('prepare', { post: word });
