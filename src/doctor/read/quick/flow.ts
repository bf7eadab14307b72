import type { Node, Place } from '../../node.ts';
import { type Anchors, DEEPEST, entriesFrom, nothing, scalarOf } from '../collect.ts';
import type { Problem } from '../problem.ts';
import { type Cursor, unsure } from './cursor.ts';
import { quoted } from './scalars.ts';

/** Where in its row a bracket is read; the row is the cursor's. */
interface Flow {
  cursor: Cursor;
  anchors: Anchors;
  problems: Problem[];
  text: string;
  at: number;
}

const here = ({ cursor, at }: Flow): Place => ({ line: cursor.firstLine + cursor.row, column: at + 1 });

/** Goes on to the next sign, over spaces, comments and ends of lines. */
function skip(flow: Flow): string {
  for (;;) {
    while (flow.text[flow.at] === ' ' || flow.text[flow.at] === '\t') flow.at++;
    const sign = flow.text[flow.at];
    const isComment = sign === '#' && (flow.at === 0 || /\s/.test(flow.text[flow.at - 1] ?? ''));
    if (sign !== undefined && !isComment) return sign;
    const row = flow.cursor.rows[++flow.cursor.row];
    if (row === undefined) unsure();
    flow.text = row.text;
    flow.at = 0;
  }
}

const ENDS = new Set([',', '[', ']', '{', '}']);

/** A plain value within brackets. */
function plain(flow: Flow): string {
  const start = flow.at;
  const first = flow.text[start] ?? '';
  if ('&!|>%@`?-:#'.includes(first) && !('-?:'.includes(first) && !/[\s,[\]{}]/.test(flow.text[start + 1] ?? ' ')))
    unsure();
  while (flow.at < flow.text.length) {
    const sign = flow.text[flow.at] ?? '';
    if (ENDS.has(sign)) break;
    const follows = flow.text[flow.at + 1] ?? ' ';
    if (sign === ':' && (follows === ' ' || ENDS.has(follows))) break;
    if (sign === '#' && flow.text[flow.at - 1] === ' ') break;
    if (sign === '\t') unsure();
    flow.at++;
  }
  const value = flow.text.slice(start, flow.at).trimEnd();
  // A value may go on in the next line.
  if (value === '' || flow.at >= flow.text.length) unsure();
  return value;
}

function single(flow: Flow): Node {
  const at = here(flow);
  const sign = flow.text[flow.at];
  flow.anchors.count();
  if (sign === '"' || sign === "'") {
    const { value, end } = quoted(flow.text, flow.at);
    flow.at = end;
    return scalarOf(at, value, true);
  }
  if (sign === '*') {
    flow.at++;
    return flow.anchors.use(plain(flow), at);
  }
  return scalarOf(at, plain(flow), false);
}

function value(flow: Flow, depth: number): Node {
  const sign = skip(flow);
  return sign === '[' || sign === '{' ? collection(flow, depth + 1) : single(flow);
}

function collection(flow: Flow, depth: number): Node {
  if (depth > DEEPEST) unsure();
  const at = here(flow);
  const close = flow.text[flow.at] === '[' ? ']' : '}';
  const items: Node[] = [];
  const pairs: { key: Node; value: Node }[] = [];
  flow.at++;
  flow.anchors.count();
  for (;;) {
    if (skip(flow) === close) break;
    if (close === ']') items.push(value(flow, depth));
    else {
      const key = single(flow);
      if (skip(flow) === ':') {
        flow.at++;
        const follows = skip(flow);
        pairs.push({ key, value: follows === ',' || follows === close ? nothing(key) : value(flow, depth) });
      } else pairs.push({ key, value: nothing(key) });
    }
    const sign = skip(flow);
    if (sign === ',') flow.at++;
    else if (sign !== close) unsure();
  }
  flow.at++;
  return close === ']'
    ? { kind: 'list', items, ...at }
    : { kind: 'map', entries: entriesFrom(pairs, flow.problems), ...at };
}

/** A value in brackets. @returns it, and where its last row goes on */
export function flowFrom(
  cursor: Cursor,
  at: number,
  anchors: Anchors,
  problems: Problem[],
  depth: number,
): { node: Node; end: number; text: string } {
  const flow: Flow = { cursor, anchors, problems, text: cursor.rows[cursor.row]?.text ?? '', at };
  const node = collection(flow, depth);
  return { node, end: flow.at, text: flow.text };
}
