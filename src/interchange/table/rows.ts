import { CsvError, parse } from 'csv-parse/sync';
import type { Lost } from '../taken.ts';
import { text as words } from '../text.ts';

/** A row of a table. */
export interface Row {
  /** The line on which it begins, or a spreadsheet's number of it. */
  line: number;
  cells: readonly string[];
}

export interface Rows {
  rows: Row[];
  lost: Lost[];
}

const endsIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);

interface How {
  delimiter: string;
  comment: string | null;
  quote?: '"' | false;
  relaxed?: boolean;
}

/** The rows, or undefined where a quote is not closed, or stands where none may; `relaxed`: there it is text. */
function parsed(text: string, { delimiter, comment, quote = '"', relaxed = false }: How): Row[] | undefined {
  const rows: Row[] = [];
  try {
    parse(text, {
      ...{ delimiter, quote, comment, comment_no_infix: true, record_delimiter: '\n', skip_empty_lines: true },
      ...{ relax_column_count: true, relax_quotes: relaxed },
      // The parser counts the line on which a record ends.
      on_record(cells: string[], { lines }) {
        rows.push({ line: lines - endsIn(cells), cells });
        return null;
      },
    });
    return rows;
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

/** The line of the row whose quote is never closed: the last one that begins outside of quotes. */
function openingLine(lines: readonly string[], delimiter: string): number {
  let isInside = false;
  let opened = 1;
  for (const [at, line] of lines.entries()) {
    if (!isInside) opened = at + 1;
    const cells: readonly string[] = isInside ? [line] : line.split(delimiter);
    for (const cell of cells)
      if (isInside || cell.startsWith('"')) isInside = isInside !== (cell.split('"').length % 2 === 0);
  }
  return opened;
}

/** With a quote of its own in front, a cell of several lines has taken in those that follow. */
const isRunaway = ({ cells }: Row): boolean => cells.some((cell) => cell.startsWith('"') && cell.includes('\n'));

/**
 * Rows of cells, quoted as in RFC 4180. A quote within a word is text; one that is never closed, too, between tabs, where
 * quotes are seldom meant as such; elsewhere all behind it is not taken. `comment`: what begins a line that is none.
 */
export function rowsOf(text: string, delimiter: string, comment: string | null = null): Rows {
  const how = { delimiter, comment };
  const rows = parsed(text, how) ?? (delimiter === '\t' ? parsed(text, { ...how, quote: false }) : undefined);
  if (rows) return { rows, lost: [] };
  const relaxed = parsed(text, { ...how, relaxed: true });
  const runaway = relaxed?.find(isRunaway);
  if (relaxed && !runaway) return { rows: relaxed, lost: [] };
  const lines = text.split('\n');
  const line = runaway?.line ?? openingLine(lines, delimiter);
  return {
    rows: parsed(lines.slice(0, line - 1).join('\n'), { ...how, relaxed: true }) ?? [],
    lost: [{ line, message: words.both(({ openQuote }) => openQuote) }],
  };
}
