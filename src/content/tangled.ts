/**
 * Markdown's rules make some texts take minutes (time grows with the square of the marks in one paragraph) or exhaust
 * the stack (nested quotes). No chapter is like that; a file that is gets refused instead of holding up the start.
 */
const MOST = { marks: 3000, lines: 4000, quotes: 60 } as const;

/** The line (from 0) of a paragraph that is too tangled to be read; undefined for every ordinary text. */
export function tangled(markdown: string): number | undefined {
  let marks = 0;
  let lines = 0;
  for (const [at, line] of markdown.split('\n').entries()) {
    if (line.trim() === '') {
      marks = 0;
      lines = 0;
      continue;
    }
    marks += line.match(/[*_~[\]`<>&]/g)?.length ?? 0;
    lines += 1;
    const quotes = /^[>\s]*/.exec(line)?.[0].match(/>/g)?.length ?? 0;
    if (marks > MOST.marks || lines > MOST.lines || quotes > MOST.quotes) return at;
  }
  return undefined;
}
