import type { QuestionText } from './types.ts';

/** The code that a question is about, as Markdown. */
export function codeMarkdown({ code }: Pick<QuestionText, 'code'>): string {
  if (code === undefined) return '';
  // Longer than any run of backticks in it, which would end it early.
  const longest = Math.max(2, ...Array.from(code.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `\n\n${fence}${code.trimStart().startsWith('$') ? 'console' : 'yaml'}\n${code.trimEnd()}\n${fence}`;
}
