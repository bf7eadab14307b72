import type { Question } from '../content/model.ts';
import type { Caller } from '../core/command/command.ts';
import { dontKnowLabel, isDontKnow } from '../core/dont-know.ts';
import { optionMark } from '../core/reply/option-mark.ts';
import type { Shuffle } from '../questions/fields.ts';
import { answerInWords, form } from '../questions/types.ts';

/**
 * A stored answer as its student sees it in a channel: `2. 노드`, what was typed, or that they do not know. Plain text.
 */
export function numberedAnswer(
  question: Question,
  picked: string,
  shuffle: Shuffle,
  { locale, channel }: Pick<Caller, 'locale' | 'channel'>,
): string {
  if (isDontKnow(picked)) return dontKnowLabel[locale];
  const shown = form(question, locale, shuffle);
  if (shown.type !== 'choice') return answerInWords(question, picked, locale, shuffle);
  const called = new Map(shown.options.map(({ value, label }, i) => [value, `${optionMark(i, channel)}. ${label}`]));
  const inTurn = shown.ordered
    ? Array.from(picked)
    : Array.from(called.keys()).filter((value) => picked.includes(value));
  return inTurn.flatMap((value) => called.get(value) ?? []).join(', ');
}
