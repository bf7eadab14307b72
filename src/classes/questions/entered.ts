import { z } from 'zod';
import { readStored } from '../../core/stored-state.ts';
import { withoutControls } from '../../language/normalize.ts';
import type { FilledAnswer } from '../../questions/fields.ts';

/** The parts of a question that an instructor fills in. */
export const PARTS = ['question', 'code', 'right', 'wrong', 'why'] as const;
export type Part = (typeof PARTS)[number];

/** All that is entered of one: its parts, and what it is of. */
export const ENTERED = [...PARTS, 'concept', 'type', 'edit'] as const;

const text = z.string().exactOptional();

const schema = z.object({
  question: text,
  code: text,
  right: text,
  wrong: text,
  why: text,
  /** A concept as it was named, or its id. */
  concept: text,
  /** The name of a type. */
  type: text,
  /** The question that is changed, see editOf(). */
  edit: text,
});

/** What was filled in of a question, as it was: by a form, or in lines. */
export type Entered = z.infer<typeof schema>;

const VERSION = 1;

const stored = z.object({ entered: schema });

/** What was filled in, to be kept until it is finished. */
export const encodeEntered = (entered: Entered): string => JSON.stringify({ version: VERSION, entered });

/** The same, read again; undefined for what cannot be read. */
export function decodeEntered(text: string): Entered | undefined {
  const read = readStored(text, stored, VERSION);
  return 'unreadable' in read ? undefined : read.entered;
}

/** Which question is changed, and how often it had been changed before: another instructor may do so at the same time. */
export const writeEdit = ({ id, changes }: { id: string; changes: number }): string => `${id}.${changes}`;

export function readEdit(edit: string): { id: string; changes: number } | undefined {
  const [, id, changes] = /^([a-z0-9]{1,40})(?:\.(\d{1,9}))?$/.exec(edit) ?? [];
  return id === undefined ? undefined : { id, changes: Number(changes ?? -1) };
}

/** Letters that are not seen, but for what joins the parts of one emoji (Unicode, UTS #51: ZWJ sequences). */
const UNSEEN =
  /(?!\u200D)[\p{Cf}\u3164\uFFA0\u115F\u1160]|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D/gu;
/** Marks on one letter; see normalize(). */
const MARKS = 30;

/** Text as a reader sees it: lines stay; what hides, reorders or overprints goes. */
const seen = (text: string): string =>
  withoutControls(text)
    .toWellFormed()
    .replace(UNSEEN, '')
    .replace(/\p{M}+/gu, (marks) => (marks.length > MARKS ? Array.from(marks).slice(0, MARKS).join('') : marks))
    .normalize('NFC');

const linesOf = (text = ''): string[] =>
  seen(text)
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '');

/** What was filled in, as it is read: plain text, whose code keeps its indentation. */
export interface Filled extends FilledAnswer {
  question: string;
  code: string | undefined;
  why: string;
}

/** Without the empty lines around it. */
const block = (text = ''): string =>
  seen(text)
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();

export const readFilled = ({ question, code, right, wrong, why }: Entered): Filled => ({
  question: seen(question ?? '').trim(),
  code: block(code) || undefined,
  right: linesOf(right),
  wrong: linesOf(wrong),
  why: seen(why ?? '').trim(),
});
