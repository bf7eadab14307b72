import { line, maybe, oneOf, rest, word } from '../core/command/line.ts';

/**
 * What a student's buttons do with a homework: `do` begins it or goes on with it, `show` shows how far it is; `remind` asks
 * to be reminded of its deadline, `quiet` takes that back.
 */
const STUDENT_MOVES = ['do', 'show', 'remind', 'quiet'] as const;
export type StudentMove = (typeof STUDENT_MOVES)[number];

/** `homework <appointment> <move> [post]`: by the post, a message that has the button is found again. */
export const homeworkLine = line('homework', { homework: word, move: oneOf(STUDENT_MOVES), post: maybe(word) });

/**
 * What an instructor's buttons do with a homework: `show` it, or all (`list`); show its message as the class sees it, and its
 * questions (`look`); ask when it is to be handed in instead (`move`), and move it `to` a day and an hour; call it off
 * (`drop`), take it no more (`close`), and take either back (`reopen`); hand its marks over (`file`).
 */
const INSTRUCTOR_MOVES = ['show', 'list', 'look', 'move', 'to', 'drop', 'close', 'reopen', 'file'] as const;
export type InstructorMove = (typeof INSTRUCTOR_MOVES)[number];

/** `assign <appointment> <move> [day and hour]`. */
export const assignLine = line('assign', { homework: word, move: oneOf(INSTRUCTOR_MOVES), when: maybe(rest) });

/** Offers all that a student has to do. */
export const OFFER = 'quiz homework';
/** Lists what a class was given. */
export const LIST = 'class homework';
