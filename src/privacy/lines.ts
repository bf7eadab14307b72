import { line, word } from '../core/command/line.ts';

/** `forget <owner>`: what the button that deletes a person's data says; `owner` is playerOf() that person. */
export const forgetLine = line('forget', { owner: word });
