import { Parser } from 'htmlparser2';
import type { Archive } from '../archive/zip.ts';
import type { Row, Rows } from './rows.ts';

const STRINGS = 'xl/sharedStrings.xml';
/** Where programs put the first sheet. */
const FIRST_SHEET = 'xl/worksheets/sheet1.xml';
const SHEET = /^xl\/worksheets\/[^/]{1,100}\.xml$/;
/** Columns that are read; a spreadsheet has 16,384. */
const COLUMNS = 200;

/** Calls back at elements of XML, by their names without a prefix. */
function parseXml(
  xml: string,
  on: {
    open?(name: string, attributes: Readonly<Record<string, string>>): void;
    text?(text: string): void;
    close?(name: string): void;
  },
): void {
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => on.open?.(local(name), attributes),
      ontext: (text) => on.text?.(text),
      onclosetag: (name) => on.close?.(local(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}

/** The workbook's strings, which cells name by number (ECMA-376, 18.4); how a word is read aloud (rPh) is no part of it. */
function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let isText = false;
  let aloud = 0;
  parseXml(xml, {
    open(name) {
      if (name === 'si') strings.push('');
      if (name === 'rPh') aloud++;
      isText = name === 't' && aloud === 0;
    },
    text(text) {
      if (isText && strings.length > 0) strings[strings.length - 1] += text;
    },
    close(name) {
      if (name === 'rPh') aloud--;
      isText = false;
    },
  });
  return strings;
}

/** `B12` -> 1; undefined for a place that is none. */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(place ?? '')?.[0];
  if (letters === undefined) return undefined;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Rows of a sheet (ECMA-376, 18.3.1): a cell's value is a string's number, a text of its own, or what it is. */
function readSheet(xml: string, strings: readonly string[]): Row[] {
  const rows: Row[] = [];
  let cells: string[] = [];
  let line = 0;
  let cell: { at: number; type: string | undefined; value: string } | undefined;
  let isValue = false;
  parseXml(xml, {
    open(name, { r, t }) {
      if (name === 'row') {
        line = Number(r) || line + 1;
        cells = [];
      } else if (name === 'c') cell = { at: columnOf(r) ?? cells.length, type: t, value: '' };
      isValue = cell !== undefined && (name === 'v' || name === 't');
    },
    text(text) {
      if (isValue && cell) cell.value += text;
    },
    close(name) {
      isValue = false;
      if (name === 'row') rows.push({ line, cells });
      if (name !== 'c' || !cell) return;
      const { at, type, value } = cell;
      cell = undefined;
      if (at >= COLUMNS) return;
      while (cells.length < at) cells.push('');
      cells[at] =
        type === 's' ? (strings[Number(value)] ?? '') : type === 'b' ? (value === '1' ? 'TRUE' : 'FALSE') : value;
    },
  });
  return rows;
}

/** The file in which a workbook has its first sheet; undefined for an archive that is no workbook. */
export const sheetIn = ({ names }: Archive): string | undefined =>
  names.has(FIRST_SHEET)
    ? FIRST_SHEET
    : Array.from(names)
        .filter((name) => SHEET.test(name))
        .sort()[0];

/** The rows of a workbook's first sheet. @throws UnreadableError where the archive cannot be read. */
export async function rowsOfSheet(archive: Archive, sheet: string): Promise<Rows> {
  const strings = archive.names.has(STRINGS) ? readStrings((await archive.read(STRINGS)).toString('utf8')) : [];
  return { rows: readSheet((await archive.read(sheet)).toString('utf8'), strings), lost: [] };
}
