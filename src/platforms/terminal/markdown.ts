import { styleText } from 'node:util';
import type { Nodes, Table } from 'mdast';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { withoutControls } from '../../language/normalize.ts';
import { parseMarkdown } from '../../markdown/parse.ts';
import { slashIn } from '../../markdown/slash.ts';

export type Style = Parameters<typeof styleText>[0];

/** How a terminal draws: its columns, and whether it takes colour. */
export interface Canvas {
  columns: number;
  colour: boolean;
}

export const paint = (style: Style, text: string, { colour }: Canvas): string =>
  colour && text !== '' ? styleText(style, text, { validateStream: false }) : text;

/** A space at which no line is broken, as within code. */
export const KEPT = '\u00a0';

export const wrap = (text: string, columns: number): string[] =>
  wrapAnsi(text, Math.max(columns, 1), { hard: true, trim: true }).replaceAll(KEPT, ' ').split('\n');

export const pad = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - stringWidth(text)));

function inline(node: Nodes, canvas: Canvas): string {
  const inner = (): string => ('children' in node ? node.children.map((child) => inline(child, canvas)).join('') : '');
  switch (node.type) {
    case 'strong':
      return paint('bold', inner(), canvas);
    case 'emphasis':
      return paint('italic', inner(), canvas);
    case 'delete':
      return paint('strikethrough', inner(), canvas);
    case 'inlineCode':
      return (
        canvas.colour ? paint('cyan', withoutControls(node.value), canvas) : `\`${withoutControls(node.value)}\``
      ).replaceAll(' ', KEPT);
    case 'link':
      if (slashIn(node)) return inner();
      return inner() === node.url
        ? withoutControls(node.url)
        : `${paint('underline', inner(), canvas)} (${withoutControls(node.url)})`;
    case 'image':
      return withoutControls(node.alt ?? '');
    case 'break':
      return '\n';
    case 'text':
      return withoutControls(node.value).replace(/\n/g, ' ');
    case 'html':
      return withoutControls(node.value);
    default:
      return inner();
  }
}

function table(node: Table, canvas: Canvas): string[] {
  const rows = node.children.map((row) => row.children.map((cell) => inline(cell, canvas).replaceAll('\n', ' ')));
  const [header = [], ...body] = rows;
  const widths = header.map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))));
  const total = widths.reduce((sum, width) => sum + width + 3, -3);
  if (total <= canvas.columns) {
    const line = (row: readonly string[]): string =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0))
        .join(' │ ')
        .trimEnd();
    const rule = widths.map((width) => '─'.repeat(width)).join('─┼─');
    return [paint('bold', line(header), canvas), paint('dim', rule, canvas), ...body.map(line)];
  }
  const named = (row: readonly string[]): string =>
    row
      .slice(1)
      .map((cell, i) => (header.length > 2 ? `${header[i + 1] ?? ''}: ${cell}` : cell))
      .join(' / ');
  return body.flatMap((row) =>
    indented(wrap(`${paint('bold', row[0] ?? '', canvas)}: ${named(row)}`, canvas.columns - 2), '• '),
  );
}

function indented(lines: readonly string[], first: string): string[] {
  return lines.map((line, i) => (i === 0 ? first : ' '.repeat(stringWidth(first))) + line);
}

function blockLines(node: Nodes, canvas: Canvas): string[] {
  const within = (columns: number): Canvas => ({ ...canvas, columns: Math.max(8, canvas.columns - columns) });
  switch (node.type) {
    case 'root':
      return node.children.flatMap((child, i) => [...(i === 0 ? [] : ['']), ...blockLines(child, canvas)]);
    case 'heading':
      return wrap(paint('bold', inline(node, canvas), canvas), canvas.columns);
    case 'code':
      return withoutControls(node.value)
        .split('\n')
        .map((line) => `${paint('dim', '▏', canvas)} ${paint('cyan', line, canvas)}`);
    case 'blockquote':
      return node.children
        .flatMap((child, i) => [...(i === 0 ? [] : ['']), ...blockLines(child, within(2))])
        .map((line) => `${paint('yellow', '┃', canvas)} ${line}`);
    case 'list':
      return node.children.flatMap((item, i) => {
        const mark = node.ordered ? `${(node.start ?? 1) + i}. ` : '• ';
        return indented(
          item.children.flatMap((child) => blockLines(child, within(mark.length))),
          mark,
        );
      });
    case 'table':
      return table(node, canvas);
    case 'thematicBreak':
      return [paint('dim', '─'.repeat(Math.min(20, canvas.columns)), canvas)];
    default:
      return wrap(inline(node, canvas), canvas.columns);
  }
}

/** CommonMark with GFM tables as lines of at most `columns` columns (a line of code may be longer). */
export function markdownLines(markdown: string, canvas: Canvas): string[] {
  return blockLines(parseMarkdown(markdown), canvas);
}
