/** Lines of a file as a diff leaves them. */
export interface Hunk {
  /** The number of its first line in the file. */
  from: number;
  /** Where that line stands in the text, from 1. */
  at: number;
  /** The file did not exist before. */
  isNew: boolean;
  lines: readonly string[];
}

const HUNK = /^@@ -(\d{1,7})(?:,\d{1,7})? \+(\d{1,7})(?:,\d{1,7})? @@/;
/** An added line of YAML. */
const ADDED = /^\+\s*(?:$|#|-(?:\s|$)|["']?[\w./-]+["']?\s{0,3}:)/;
const HEAD = /^["']?(?:apiVersion|kind)["']?\s{0,3}:/i;
const isMarked = (line: string): boolean => /^[-+ ]/.test(line) || line.trim() === '';
/** A key at the left edge, or an item: no mark of a diff stands before it. */
const isPlain = (line: string | undefined): boolean => /^["']?[\w./-]+["']?\s{0,3}:(?:\s|$)/.test(line ?? '');

/** The hunks of a diff with its headers (`diff --git`, `@@`). */
function withHeaders(lines: readonly string[]): Hunk[] {
  const hunks: (Hunk & { lines: string[] })[] = [];
  let open: (typeof hunks)[number] | undefined;
  for (const [at, line] of lines.entries()) {
    const [, before, after] = HUNK.exec(line) ?? [];
    const isFile = line.startsWith('diff --git ') || (line.startsWith('--- ') && lines[at + 1]?.startsWith('+++ '));
    if (after !== undefined) {
      open = { from: Number(after), at: at + 2, isNew: Number(before) === 0, lines: [] };
      hunks.push(open);
    } else if (isFile || !/^(?:[-+ \\]|\r?$)/.test(line)) open = undefined;
    else if (open && /^(?:[+ ]|\r?$)/.test(line)) open.lines.push(line.slice(1));
  }
  return hunks;
}

/** A hunk that was copied without its header: each of its lines has a mark before it, and one is added. */
function withoutHeader(lines: readonly string[]): Hunk[] {
  const first = lines.findIndex((line) => ADDED.test(line));
  if (first < 0) return [];
  let from = first;
  while (from > 0 && isMarked(lines[from - 1] ?? '')) from--;
  let end = first + 1;
  while (end < lines.length && isMarked(lines[end] ?? '')) end++;
  // The first line loses the space before it where it is pasted behind a command.
  const isTrimmed = HEAD.test(lines[from - 1] ?? '') && /^[+ ]\S/.test(lines[from] ?? '');
  if ((!isTrimmed && isPlain(lines[from - 1])) || isPlain(lines[end])) return [];
  const marked = lines.slice(from, end);
  const kept = marked.filter((line) => !line.startsWith('-')).map((line) => line.slice(1));
  return [
    {
      ...{
        from: 1,
        at: isTrimmed ? from : from + 1,
        isNew: marked.every((line) => line.trim() === '' || line.startsWith('+')),
      },
      lines: isTrimmed ? [lines[from - 1] ?? '', ...kept] : kept,
    },
  ];
}

/** The hunks of a diff that a student pasted; none of any other text. */
export const hunksIn = (lines: readonly string[]): Hunk[] =>
  lines.some((line) => HUNK.test(line)) ? withHeaders(lines) : withoutHeader(lines);
