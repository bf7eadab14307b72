import { digits, line, maybe, oneOf, word } from '../core/command/line.ts';

/** No text has a page number of more than six digits. */
const page = { ...digits, read: (text: string) => (text.length > 6 ? undefined : digits.read(text)) };

/** `read <id> <page>`: the next page of a concept or section that is too long for one message. */
export const readLine = line('read', { id: word, page: maybe(page) });

/** `guide <id> <what> <key>`: a sign, a task or the example of a concept; `key`: see keyOf() in guide.ts. */
export const guideLine = line('guide', { id: word, what: oneOf(['sign', 'task', 'example']), key: maybe(word) });
