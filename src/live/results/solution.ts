import type { Question } from '../../content/model.ts';
import type { Locale } from '../../core/locale.ts';
import { markIn } from '../../core/reply/option-mark.ts';
import { solution } from '../../questions/types.ts';
import { countAnswers } from './distribution.ts';
import { text } from './text.ts';

/** The right answer, as Markdown; with the number that its option had, since the class asks which one it is. */
export function solutionMarkdown(
  question: Question,
  session: string,
  { locale, channel }: { locale: Locale; channel: string | undefined },
): string {
  const { theAnswer } = text(locale);
  const answer = solution(question, locale);
  if (answer.includes('\n')) return `✅ **${theAnswer}**\n\n${answer}`;
  const options = countAnswers(question, session, [], locale);
  const marks = options.flatMap(({ mark, right }) => (right && mark ? [mark] : []));
  const told = `${marks.length === 1 ? `${markIn(marks[0] ?? '', channel)}. ` : ''}${answer}`;
  return `✅ ${theAnswer}: **${told.replaceAll('*', '\\*')}**`;
}
