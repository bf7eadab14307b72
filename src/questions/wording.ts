import { createHash } from 'node:crypto';
import type { Locale } from '../core/locale.ts';
import { form, labelsIn, type QuestionText } from './types.ts';

/**
 * Hash of what a student is shown of a question, whichever option is right: six letters and digits, short enough for a
 * button's line, and two alike among thousands are all but impossible. Another one for other words.
 */
export function wordingHash(term: string, question: QuestionText): string {
  const labels = (locale: Locale): string[] => labelsIn(form(question, locale, (items) => [...items]));
  const english = labels('en');
  const options = labels('ko')
    .map((label, i) => `${label}\n${english[i]}`)
    .sort();
  const shown = JSON.stringify([term, question.type, question.ask, question.code, options]);
  const digest = createHash('sha256').update(shown).digest('hex').slice(0, 10);
  return BigInt(`0x${digest}`).toString(36).slice(-6).padStart(6, '0');
}
