import type { Node, Place } from '../../node.ts';
import { type Anchors, DEEPEST, entriesFrom, newAnchors, nothing, scalarOf } from '../collect.ts';
import type { Parsed } from '../parse.ts';
import type { Problem } from '../problem.ts';
import { type Cursor, endOfRow, next, type Row, rowsOf, Unsure, unsure } from './cursor.ts';
import { flowFrom } from './flow.ts';
import { beginsPlain, block, keyEnd, plainEnd, quoted } from './scalars.ts';

interface Reading extends Cursor {
  anchors: Anchors;
  problems: Problem[];
}

const place = (reading: Reading, at: number): Place => ({ line: reading.firstLine + reading.row, column: at + 1 });
const isDash = ({ text, at }: Row): boolean => text[at] === '-' && (text[at + 1] ?? ' ') === ' ';

/** What stands deeper than a column; undefined where nothing does. */
function below(reading: Reading, outer: number, depth: number): Node | undefined {
  const row = next(reading);
  if (row === undefined || row.at <= outer) return undefined;
  if (depth > DEEPEST) unsure();
  if (isDash(row)) return list(reading, row.at, depth);
  return keyOf(reading, row) === undefined ? value(reading, row, row.at, outer, depth) : map(reading, row.at, depth);
}

/** A row's key; undefined where it has none. @returns `end`: behind the colon */
function keyOf(reading: Reading, { text, at }: Row): { key: Node; end: number } | undefined {
  const sign = text[at];
  if (sign === '"' || sign === "'") {
    const { value: name, end } = quoted(text, at);
    let colon = end;
    while (text[colon] === ' ') colon++;
    if (text[colon] !== ':') return undefined;
    if ((text[colon + 1] ?? ' ') !== ' ') unsure();
    return { key: scalarOf(place(reading, at), name, true), end: colon + 1 };
  }
  // A key in brackets, with an anchor or a tag.
  if (!beginsPlain(text, at)) return undefined;
  const end = keyEnd(text, at);
  if (end === undefined) return undefined;
  return { key: scalarOf(place(reading, at), text.slice(at, end).trimEnd(), false), end: end + 1 };
}

function map(reading: Reading, column: number, depth: number): Node {
  const at = place(reading, column);
  const pairs: { key: Node; value: Node }[] = [];
  reading.anchors.count();
  for (let row = next(reading); row !== undefined && row.at === column && !isDash(row); row = next(reading)) {
    const found = keyOf(reading, row);
    if (found === undefined) unsure();
    reading.anchors.count();
    const { key, end } = found;
    pairs.push({ key, value: behind(reading, row, end, column, key, depth, true) });
  }
  const left = next(reading);
  if (left !== undefined && left.at > column) unsure();
  return { kind: 'map', entries: entriesFrom(pairs, reading.problems), ...at };
}

function list(reading: Reading, column: number, depth: number): Node {
  const at = place(reading, column);
  const items: Node[] = [];
  reading.anchors.count();
  for (let row = next(reading); row !== undefined && row.at === column && isDash(row); row = next(reading)) {
    let from = column + 1;
    while (row.text[from] === ' ') from++;
    const sign = row.text[from];
    if (sign === undefined || sign === '#') {
      const dash = place(reading, column);
      reading.row++;
      items.push(below(reading, column, depth + 1) ?? empty(reading, dash));
      continue;
    }
    if (sign < ' ') unsure();
    // What stands behind the dash is read as if the row began there.
    row.at = from;
    const inner = isDash(row) || keyOf(reading, row) !== undefined;
    if (inner && depth > DEEPEST) unsure();
    if (isDash(row)) items.push(list(reading, from, depth + 1));
    else if (inner) items.push(map(reading, from, depth + 1));
    else items.push(behind(reading, row, column + 1, column, place(reading, column), depth, false));
  }
  const left = next(reading);
  if (left !== undefined && left.at > column) unsure();
  return { kind: 'list', items, ...at };
}

function empty(reading: Reading, at: Place): Node {
  reading.anchors.count();
  return nothing(at);
}

/** The value behind a key or dash, with its anchor. @param column of the key or dash */
function behind(
  reading: Reading,
  row: Row,
  from: number,
  column: number,
  key: Place,
  depth: number,
  isKey: boolean,
): Node {
  const { text } = row;
  let at = from;
  while (text[at] === ' ') at++;
  const before = reading.anchors.size();
  let anchor: string | undefined;
  if (text[at] === '&') {
    let end = at + 1;
    while (end < text.length && !/[\s,[\]{}]/.test(text[end] ?? '')) end++;
    anchor = text.slice(at + 1, end);
    at = end;
    while (text[at] === ' ') at++;
  }
  const sign = text[at];
  let node: Node;
  if (sign === undefined || (sign === '#' && text[at - 1] === ' ')) {
    reading.row++;
    const row2 = next(reading);
    const isList = isKey && row2 !== undefined && row2.at === column && isDash(row2);
    node = (isList ? list(reading, column, depth + 1) : below(reading, column, depth + 1)) ?? empty(reading, key);
  } else node = value(reading, row, at, column, depth);
  if (anchor !== undefined) reading.anchors.define(anchor, node, before);
  return node;
}

/** A value on the row of its key or dash, or alone. @param outer the column that text of several lines stands deeper than */
function value(reading: Reading, { text }: Row, at: number, outer: number, depth: number): Node {
  const start = place(reading, at);
  const sign = text[at];
  if (sign === '[' || sign === '{') {
    const { node, end, text: last } = flowFrom(reading, at, reading.anchors, reading.problems, depth + 1);
    endOfRow(last, end);
    reading.row++;
    return node;
  }
  reading.anchors.count();
  if (sign === '|' || sign === '>') {
    reading.row++;
    return scalarOf(start, block(reading, text.slice(at), outer), true);
  }
  if (sign === '"' || sign === "'") {
    const { value: inner, end } = quoted(text, at);
    endOfRow(text, end);
    reading.row++;
    return scalarOf(start, inner, true);
  }
  if (sign === '*') {
    const [, name] = /^\*([^\s,[\]{}]+)$/.exec(text.slice(at).trimEnd()) ?? [];
    if (name === undefined) unsure();
    reading.row++;
    return reading.anchors.use(name, start);
  }
  const end = plainEnd(text, at);
  reading.row++;
  const following = next(reading);
  // A plain value that goes on in the next line.
  if (following !== undefined && following.at > outer) unsure();
  return scalarOf(start, text.slice(at, end), false);
}

/**
 * Reads a document of the YAML that manifests are written in. It is many times as fast as a whole parser of YAML, and
 * reads the same or nothing.
 * @returns undefined for what is unusual or broken, which is left to such a parser
 */
export function quickly(texts: readonly string[], firstLine: number): Parsed | undefined {
  const problems: Problem[] = [];
  try {
    const reading: Reading = { rows: rowsOf(texts), row: 0, firstLine, anchors: newAnchors(problems), problems };
    const first = next(reading);
    if (first === undefined || first.text.startsWith('%') || /^\.\.\.(?:\s|$)/.test(first.text)) return undefined;
    const root = below(reading, -1, 0);
    return root !== undefined && next(reading) === undefined ? { root, problems } : undefined;
  } catch (error) {
    if (error instanceof Unsure) return undefined;
    throw error;
  }
}
