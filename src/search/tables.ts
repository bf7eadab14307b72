/** A heading of a table of ours or of kubectl: NAME, NODE SELECTOR, PORT(S). */
const HEADER = /^\s*(?:[A-Z][A-Z()-]+(?: [A-Z][A-Z()-]+)*)(?:\s{2,}[A-Z][A-Z()-]+(?: [A-Z][A-Z()-]+)*)+\s*$/;
/** The same where a chat has left one space between them. */
const SQUEEZED = /^\s*NAME(?:SPACE NAME)?(?: [A-Z][A-Z()-]+){2,}\s*$/;
/** Columns that only name objects or tell when. */
const NAMES = /^(?:NAME|NAMESPACE|AGE|IP|HOSTS?|CLUSTER-IP|CREATED|IMAGE ID|CONTAINER ID|UID)$/;

/** Letters of a heading: that of `get nodes -o wide` has 200. Each cell stands beside it. */
const LONGEST = 400;

/** Different cells that are looked at: a table of a thousand rows has as many. */
const MOST_CELLS = 3000;

const isHeading = (line: string): boolean => line.length <= LONGEST && (HEADER.test(line) || SQUEEZED.test(line));

/** Where the columns of a heading begin; nowhere in that of a squeezed table. */
const columnsOf = (header: string): { title: string; from: number }[] =>
  SQUEEZED.test(header)
    ? header
        .trim()
        .split(' ')
        .map((title) => ({ title, from: Number.NaN }))
    : Array.from(header.matchAll(/\S+(?: \S+)*/g), ({ 0: title, index }) => ({ title, from: index }));

/** The cells of a row; in a chat the spaces between them may be others than in the heading. */
function cellsOf(row: string, columns: readonly { from: number }[]): string[] {
  const isAligned = columns.every(({ from }) => from === 0 || row[from - 1] === ' ' || row.length < from);
  if (isAligned) return columns.map(({ from }, i) => row.slice(from, columns[i + 1]?.from).trim());
  const parts = row.trim().split(/\s{2,}/);
  return parts.length === columns.length ? parts : row.trim().split(/\s+/);
}

/** `1/3`: fewer than there should be. */
function isShort(cell: string): boolean {
  const [, some, all] = /^(\d{1,6})\/(\d{1,6})$/.exec(cell) ?? [];
  return some !== undefined && Number(some) < Number(all);
}

/** The rows of the table whose heading stands there. */
function rowsBehind(heading: number, lines: readonly string[]): readonly string[] {
  let end = heading + 1;
  while (end < lines.length && lines[end]?.trim() !== '' && !isHeading(lines[end] ?? '')) end++;
  return lines.slice(heading + 1, end);
}

/** `v1.34.2`: a version, and its part that says what it can do. */
const VERSION = /^v?(\d{1,4}\.\d{1,4})\.\d/;

/** Which columns have versions that can do different things. */
function columnsApart(rows: readonly string[], columns: readonly { from: number }[]): Set<number> {
  const versions = rows.map((row) => cellsOf(row, columns).map((cell) => VERSION.exec(cell)?.[1]));
  const isApart = (at: number): boolean => new Set(versions.flatMap((row) => row[at] ?? [])).size > 1;
  return new Set(columns.keys().filter(isApart));
}

/**
 * The lines of a text with each table's cells as lines of their own in place of its rows: the table's headings, and the
 * cell with its own, as in `NAME READY AGE | READY 1/3 short`; what a row is called says nothing. `short` is said of a
 * count that is below its whole, `differs` of a version that is another than in other rows. `from`: for each line, the
 * line of the text that it stands for; `headings`: those of the text that are headings.
 */
export function withCells(lines: readonly string[]): { lines: string[]; from: number[]; headings: number[] } {
  const found: string[] = [];
  const from: number[] = [];
  let columns: { title: string; from: number }[] | undefined;
  let heading = '';
  let apart = new Set<number>();
  const headings: number[] = [];
  // What stands in a table twice tells no more.
  const cells = new Set<string>();
  const add = (line: string, at: number): void => {
    found.push(line);
    from.push(at);
  };
  for (const [at, line] of lines.entries()) {
    const isHeader = isHeading(line);
    if (isHeader) {
      headings.push(at);
      columns = columnsOf(line);
      heading = columns.map(({ title }) => title).join(' ');
      apart = columnsApart(rowsBehind(at, lines), columns);
    } else if (line.trim() === '') columns = undefined;
    if (columns === undefined || isHeader) {
      add(line, at);
      continue;
    }
    for (const [i, cell] of cellsOf(line, columns).entries()) {
      const title = columns[i]?.title;
      if (title === undefined || cell === '' || NAMES.test(title)) continue;
      const remark = isShort(cell) ? ' short' : apart.has(i) ? ' differs' : '';
      const told = `${heading} | ${title} ${cell}${remark}`;
      if (cells.has(told) || cells.size >= MOST_CELLS) continue;
      cells.add(told);
      add(told, at);
    }
  }
  return { lines: found, from, headings };
}
