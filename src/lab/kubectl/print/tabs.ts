/**
 * Columns as Go's `text/tabwriter` lines them up, which all of kubectl's tables and descriptions go through: a cell ends
 * with a tab, and a column is a run of lines that have such a cell; it is as wide as its widest.
 */
interface Tabs {
  min: number;
  padding: number;
}

/** Of `kubectl get` (cli-runtime/pkg/printers, GetNewTabWriter) and of `kubectl describe` (kubectl/pkg/describe). */
export const GET: Tabs = { min: 6, padding: 3 };
export const DESCRIBE: Tabs = { min: 0, padding: 2 };

const widthOf = (text: string): number => Array.from(text).length;

/** Lines up a text whose cells have tabs between them. */
export function lineUp(text: string, { min, padding }: Tabs): string {
  const lines = text.split('\n').map((line) => line.split('\t'));
  const widths = lines.map((cells) => cells.map(() => 0));
  const columns = lines.reduce((most, cells) => Math.max(most, cells.length - 1), 0);
  for (let column = 0; column < columns; column++) {
    let from = 0;
    while (from < lines.length) {
      let to = from;
      let width = 0;
      while ((lines[to]?.length ?? 0) > column + 1) {
        width = Math.max(width, widthOf(lines[to]?.[column] ?? '') + padding, min);
        to++;
      }
      for (let at = from; at < to; at++) {
        const own = widths[at];
        if (own) own[column] = width;
      }
      from = Math.max(to, from) + 1;
    }
  }
  return lines
    .map((cells, at) =>
      cells
        .map((cell, column) =>
          column === cells.length - 1
            ? cell
            : cell + ' '.repeat(Math.max(0, (widths[at]?.[column] ?? 0) - widthOf(cell))),
        )
        .join(''),
    )
    .join('\n');
}
