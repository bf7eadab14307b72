/** A heading of a table of ours or of kubectl: NAME, NODE SELECTOR, PORT(S). */
const HEADER = /^\s*(?:[A-Z][A-Z()-]+(?: [A-Z][A-Z()-]+)*)(?:\s{2,}[A-Z][A-Z()-]+(?: [A-Z][A-Z()-]+)*)+\s*$/;
/** Columns that only name objects or tell when. */
const NAMES = /^(?:NAME|NAMESPACE|AGE|IP|HOSTS?|CLUSTER-IP|CREATED|IMAGE ID|CONTAINER ID|UID)$/;

/** Where the columns of a heading begin. */
const columnsOf = (header: string): { title: string; from: number }[] =>
  Array.from(header.matchAll(/\S+(?: \S+)*/g), ({ 0: title, index }) => ({ title, from: index }));

/** The cells of a row; in a chat the spaces between them may be others than in the heading. */
function cellsOf(row: string, columns: readonly { from: number }[]): string[] {
  const isAligned = columns.every(({ from }) => from === 0 || row[from - 1] === ' ' || row.length < from);
  if (isAligned) return columns.map(({ from }, i) => row.slice(from, columns[i + 1]?.from).trim());
  const parts = row.trim().split(/\s{2,}/);
  return parts.length === columns.length ? parts : row.trim().split(/\s+/);
}

/**
 * The lines of a text with each table's cells as lines of their own, `STATUS: Pending`, in place of its rows: what a row
 * is called says nothing. `from`: for each line, the line of the text that it stands for.
 */
export function withCells(lines: readonly string[]): { lines: string[]; from: number[] } {
  const found: string[] = [];
  const from: number[] = [];
  let columns: { title: string; from: number }[] | undefined;
  const add = (line: string, at: number): void => {
    found.push(line);
    from.push(at);
  };
  for (const [at, line] of lines.entries()) {
    if (HEADER.test(line)) columns = columnsOf(line);
    else if (line.trim() === '' || line.startsWith(' ')) columns = undefined;
    if (columns === undefined || HEADER.test(line)) {
      add(line, at);
      continue;
    }
    for (const [i, cell] of cellsOf(line, columns).entries()) {
      const title = columns[i]?.title;
      if (title !== undefined && cell !== '' && !NAMES.test(title)) add(`${title}: ${cell}`, at);
    }
  }
  return { lines: found, from };
}
