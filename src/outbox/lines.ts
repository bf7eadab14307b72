import { line, oneOf, word } from '../core/command/line.ts';
import { PRESSES } from '../core/learner-records.ts';

/** `seen <post> <press>`: the buttons of a message that the outbox has sent, with the post's id. */
export const pressLine = line('seen', { post: word, press: oneOf(PRESSES) });
