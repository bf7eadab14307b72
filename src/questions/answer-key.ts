import type { Locale } from '../core/locale.ts';
import { literalLine } from '../markdown/escape.ts';
import { text } from './text.ts';
import { type QuestionText, shares, solution } from './types.ts';

/** A question's options in their author's order, the right ones marked, or its right answer; as Markdown, for instructors. */
export function answerKey(question: QuestionText, locale: Locale): string {
  const options = shares(question, [], locale, (items) => [...items]);
  if (options.length > 0)
    return options.map(({ label, right }) => `- ${right ? '✅ ' : ''}${literalLine(label)}`).join('\n');
  const answer = solution(question, locale);
  return `✅ ${text(locale).theAnswer}:${answer.includes('\n') ? '\n\n' : ' '}${answer}`;
}
