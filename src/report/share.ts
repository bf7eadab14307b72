import type { Locale } from '../core/locale.ts';
import { percentInWords, type Tally } from '../core/reply/percent.ts';
import { text } from './text.ts';

/** `40%(2/5)`; without answers: `–`. */
export const shareInWords = (tally: Tally, locale: Locale): string =>
  tally.answered === 0 ? percentInWords(tally) : text(locale).share(percentInWords(tally), tally.right, tally.answered);
