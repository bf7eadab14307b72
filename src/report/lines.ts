import { digits, line, maybe, oneOf, word } from '../core/command/line.ts';

/** `hide-question <question> <yes|no> <page>`: has a class not asked a question, or again; `page` is shown next. */
export const hideLine = line('hide-question', { question: word, hidden: oneOf(['yes', 'no']), page: maybe(digits) });
