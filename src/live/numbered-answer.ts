import type { Question } from '../content/model.ts';
import { dontKnowLabel, isDontKnow } from '../core/dont-know.ts';
import type { Locale } from '../core/locale.ts';
import type { Shuffle } from '../questions/fields.ts';
import { answerInWords, form } from '../questions/types.ts';

/** A stored answer as its student sees it: `2. 노드`, what was typed, or that they do not know. Plain text. */
export function numberedAnswer(question: Question, picked: string, shuffle: Shuffle, locale: Locale): string {
  if (isDontKnow(picked)) return dontKnowLabel[locale];
  const shown = form(question, locale, shuffle);
  if (shown.type !== 'choice') return answerInWords(question, picked, locale, shuffle);
  const called = new Map(shown.options.map(({ value, label }, i) => [value, `${i + 1}. ${label}`]));
  const inTurn = shown.ordered
    ? Array.from(picked)
    : Array.from(called.keys()).filter((value) => picked.includes(value));
  return inTurn.flatMap((value) => called.get(value) ?? []).join(', ');
}
