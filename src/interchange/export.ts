import type { Content } from '../content/model.ts';
import type { Locale } from '../core/locale.ts';
import { writeAnki } from './anki/write.ts';
import { writeGift } from './gift/write.ts';
import type { Written } from './left-out.ts';
import { writeTable } from './table/write.ts';

/** Formats by the words that are typed for them. */
const FORMATS = { gift: writeGift, anki: writeAnki, csv: writeTable } as const;
export type Format = keyof typeof FORMATS;

export const FORMAT_NAMES: readonly string[] = Object.keys(FORMATS);

export const isFormat = (word: string): word is Format => Object.hasOwn(FORMATS, word);

/**
 * A course in another program's format, in one language. What is kept back until an instructor opens it stays behind: a
 * content's terms have none of those questions.
 */
export const exportCourse = ({ terms }: Pick<Content, 'terms'>, format: Format, locale: Locale): Written =>
  FORMATS[format](terms, locale);
