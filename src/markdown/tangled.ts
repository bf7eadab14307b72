/**
 * Markdown's rules make some texts take minutes (time grows with the square of the marks in one paragraph) or exhaust
 * the stack (nested quotes and lists). No chapter is like that; a file that is gets refused instead of holding up the
 * start.
 */
const MOST = { marks: 3000, lines: 4000, nested: 60 } as const;

/** What opens quotes and lists at a line's start: `> 1. - ` is three. */
const OPENERS = /^(?:[>\s]|(?:[-+*]|\d{1,9}[.)])(?=\s))*/;

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
    const nested = OPENERS.exec(line)?.[0].match(/[>+*-]|\d+/g)?.length ?? 0;
    if (marks > MOST.marks || lines > MOST.lines || nested > MOST.nested) return at;
  }
  return undefined;
}
