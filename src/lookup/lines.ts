import { line, maybe, word } from '../core/command/line.ts';

/** A page from 1 on; no text has a number of more than six digits. */
const page = { read: (text: string) => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined), write: String };

/** `read <id> <page>`: the next page of a concept or section that is too long for one message. */
export const readLine = line('read', { id: word, page: maybe(page) });
