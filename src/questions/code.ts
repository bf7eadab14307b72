import type { QuestionText } from './types.ts';

/** `$ kubectl get pods`, `kind: Pod`, or neither: what a platform colours it as. */
function languageOf(code: string): string {
  const first = code.split('\n').find((line) => !/^\s*(?:#|$)/.test(line)) ?? '';
  if (first.trimStart().startsWith('$')) return 'console';
  return /^\s*(?:- )?[\w."/-]+:(?: |$)/.test(first) ? 'yaml' : '';
}

/** The code that a question is about, as Markdown. */
export function codeMarkdown({ code }: Pick<QuestionText, 'code'>): string {
  if (code === undefined) return '';
  // Longer than any run of backticks in it, which would end it early.
  const longest = Math.max(2, ...Array.from(code.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `\n\n${fence}${languageOf(code)}\n${code.trimEnd()}\n${fence}`;
}
