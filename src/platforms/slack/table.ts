import type { DataTableBlock, RawNumberElement, RawTextElement } from '@slack/types';
import type { Table, TableCell } from '../../core/reply/blocks.ts';
import { oneLine } from '../../language/normalize.ts';
import { SLACK } from './limits.ts';
import { withoutPings } from './markdown.ts';

/** A cell has at least one character. */
const words = (text: string): string => withoutPings(oneLine(text)) || '–';

const cellOf = (cell: TableCell): RawTextElement | RawNumberElement =>
  typeof cell === 'string'
    ? { type: 'raw_text', text: words(cell) }
    : { type: 'raw_number', value: cell.value, text: words(cell.text) };

/** A table as Slack sorts, searches and turns its pages; its first column names the row. */
export const tableBlock = ({ caption, columns, rows, pageSize }: Table): DataTableBlock => ({
  type: 'data_table',
  caption: words(caption),
  page_size: Math.min(pageSize, SLACK.tablePage),
  rows: [columns, ...rows].map((row) => row.slice(0, SLACK.tableColumns).map(cellOf)),
});

const charactersIn = ({ rows }: DataTableBlock): number =>
  rows.flat().reduce((sum, cell) => sum + ('text' in cell ? cell.text.length : 0), 0);

export const isTable = (block: { type: string }): block is DataTableBlock => block.type === 'data_table';

/** Do the tables of a message keep to what all their cells together may have? */
export const fitsTables = (blocks: readonly { type: string }[]): boolean =>
  blocks.filter(isTable).reduce((sum, table) => sum + charactersIn(table), 0) <= SLACK.tableCharacters;
