import type { QuestionText } from './types.ts';

/** The code that a question is about, as Markdown. */
export function codeMarkdown({ code }: Pick<QuestionText, 'code'>): string {
  if (code === undefined) return '';
  const fence = code.includes('```') ? '~~~' : '```';
  return `\n\n${fence}${code.trimStart().startsWith('$') ? 'console' : 'yaml'}\n${code.trimEnd()}\n${fence}`;
}
