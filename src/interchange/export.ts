import type { Content, Term } from '../content/model.ts';
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
 * What of a course may leave it: the one place where questions stay behind that are kept back for a class.
 */
const openTerms = ({ terms }: Content): readonly Term[] => terms;

/** A course in another program's format, in one language. */
export const exportCourse = (content: Content, format: Format, locale: Locale): Written =>
  FORMATS[format](openTerms(content), locale);
