import { digits, line, maybe, word } from '../core/command/line.ts';

/** No text has a page number of more than six digits. */
const page = { ...digits, read: (text: string) => (text.length > 6 ? undefined : digits.read(text)) };

/** `read <id> <page>`: the next page of a concept or section that is too long for one message. */
export const readLine = line('read', { id: word, page: maybe(page) });
