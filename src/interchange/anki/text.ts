import { COLUMNS, readOwnRow } from '../table/own.ts';
import { rowsOf } from '../table/rows.ts';
import { nothing, type Taken } from '../taken.ts';
import { readNote } from './notes.ts';

/** Separators by the names that a file's header has for them (Anki manual, text files: file headers). */
const SEPARATORS: ReadonlyMap<string, string> = new Map([
  ...([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['space', ' '],
    ['pipe', '|'],
    ['colon', ':'],
  ] as const),
]);
const HEADER = /^#([a-z ]{1,30}):(.*)$/i;
/** A header of ours, which Anki passes over: the column from which on a row is one of our tables. */
export const OWN_COLUMN = 'dosirak column';

interface Headers {
  values: ReadonlyMap<string, string>;
  separator: string;
}

function headersOf(text: string): Headers {
  const values = new Map<string, string>();
  for (const [at, line] of text.split('\n', 30).entries()) {
    if (!line.startsWith('#') && !(at === 0 && line.startsWith('tags:'))) break;
    const [, key = '', value = ''] = HEADER.exec(line) ?? [];
    if (key !== '') values.set(key.trim().toLowerCase(), value);
  }
  const named = values.get('separator');
  const separator = named === undefined ? undefined : (SEPARATORS.get(named.trim().toLowerCase()) ?? named.slice(0, 1));
  return { values, separator: separator || sniffed(text) };
}

/** The first of Anki's separators, in its own order, that the first line has which is no comment. */
function sniffed(text: string): string {
  const [line = ''] = text.split('\n', 100).filter((one) => one.trim() !== '' && !one.startsWith('#'));
  return ['\t', '|', ';', ':', ','].find((one) => line.includes(one)) ?? '\t';
}

const OWN_HEADERS = ['separator', 'html', 'columns', 'notetype', 'deck', 'guid column', 'tags column'];

/** Is it Anki's text, by the headers that Anki writes? */
export function looksLikeAnki(text: string): boolean {
  const { values } = headersOf(text);
  return OWN_HEADERS.some((key) => values.has(key));
}

const HTML = /<\/?(?:br|div|b|i|u|p|img|span|strong|em|ul|li|sub|sup)\b|&(?:nbsp|lt|gt|amp|quot);/i;

/** Notes that Anki has exported as text, or that somebody has written for it. */
export function readAnkiText(text: string): Taken {
  const taken = nothing();
  const { values, separator } = headersOf(text);
  const body = text.startsWith('tags:') ? text.replace(/^[^\n]*/, '') : text;
  const { rows, lost } = rowsOf(body, separator, '#');
  taken.lost.push(...lost);
  const columnOf = (key: string): number => Number(values.get(key) ?? 0) - 1;
  const own = columnOf(OWN_COLUMN);
  if (own >= 0) {
    const columns = new Map(COLUMNS.map((column, i) => [column, own + i] as const));
    for (const row of rows) readOwnRow(row, columns, taken);
    return taken;
  }
  const special = ['guid column', 'notetype column', 'deck column', 'tags column'].map(columnOf);
  const isField = (_: unknown, at: number): boolean => !special.includes(at);
  const named = values.get('columns');
  const names = named === undefined ? undefined : rowsOf(named, separator).rows[0]?.cells.filter(isField);
  const said = values.get('html')?.trim().toLowerCase();
  const isHtml =
    said === undefined ? rows.slice(0, 20).some(({ cells }) => cells.some((cell) => HTML.test(cell))) : said === 'true';
  const deckColumn = columnOf('deck column');
  for (const { line, cells } of rows)
    readNote(
      { line, fields: cells.filter(isField), names, deck: cells[deckColumn] ?? values.get('deck'), isHtml },
      taken,
    );
  return taken;
}
