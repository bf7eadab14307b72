import { truncate } from '../language/truncate.ts';
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

/** How much of code is shown where it is only to be recognized: lines, and code points of each. */
export interface CodeLook {
  lines: number;
  width: number;
}

const CUT = '…';

/** The first lines of the code that a question is about, as Markdown; `…` stands where it goes on. */
export function codeExcerpt({ code }: Pick<QuestionText, 'code'>, { lines, width }: CodeLook): string {
  if (code === undefined || lines === 0) return '';
  const all = code.trimEnd().split('\n');
  // The sign that it goes on takes a line, too.
  const shown = all.length > lines + 1 ? [...all.slice(0, lines), CUT] : all;
  return codeMarkdown({ code: shown.map((line) => truncate(line, width)).join('\n') });
}
