import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { Locale } from '../../core/locale.ts';
import type { Accent, Block, Reply } from '../../core/reply/blocks.ts';
import { choiceControls, clockInWords, inputControls, wayOf } from '../../core/reply/controls.ts';
import { inWords } from '../../core/reply/drawable.ts';
import { formInWords } from '../../core/reply/form.ts';
import { menusControls } from '../../core/reply/menus.ts';
import { withoutControls } from '../../language/normalize.ts';
import { chartLines } from './chart.ts';
import { type Canvas, markdownLines, paint, type Style, wrap } from './markdown.ts';
import { menusLines } from './menus.ts';
import { text } from './text.ts';

const COLOURS: Readonly<Record<Accent, Style>> = { info: 'cyan', success: 'green', warning: 'yellow', error: 'red' };

/**
 * How what can be pressed is marked, from the first on through the whole reply: an answer of one's own by numbers, what
 * the channel shows by letters, so that no two marks on the screen are alike.
 */
export type Marks = 'numbers' | 'letters';

/** The mark of what stands at `place`, from 0. Of letters there are enough: see LIMITS. */
export const markOf = (place: number, marks: Marks): string =>
  marks === 'numbers' ? String(place + 1) : String.fromCharCode(97 + place);

interface Drawing {
  marks: Marks;
  /** What is typed before a mark: a student's name, empty for the person at the terminal. */
  before: string;
  locale: Locale;
  /** The mark of what comes next. */
  next(): string;
}

function blockLines(block: Block, canvas: Canvas, drawing: Drawing): string[] {
  const { marks, before, locale, next } = drawing;
  // What the channel shows is for students, who are many.
  const example = marks === 'letters' ? text(locale).anyStudent : before;
  const option = (label: string, style?: Style): string[] => {
    const mark = `[${before}${next()}] `;
    return wrap(label, canvas.columns - stringWidth(mark)).map((line, i) =>
      i === 0
        ? paint('magenta', mark, canvas) + paint(style ?? 'reset', line, canvas)
        : ' '.repeat(stringWidth(mark)) + line,
    );
  };
  // Enter alone is the person's at the terminal.
  const hasEnter = marks === 'numbers' && before === '';
  switch (block.type) {
    case 'heading':
      return wrap(
        paint('bold', block.text, canvas) + (block.aside ? paint('dim', ` · ${block.aside}`, canvas) : ''),
        canvas.columns,
      );
    case 'text':
      return markdownLines(block.markdown, canvas);
    case 'quote':
      return markdownLines(block.markdown, { ...canvas, columns: canvas.columns - 2 }).map(
        (line) => `${paint('yellow', '┃', canvas)} ${line}`,
      );
    case 'fields':
      return block.fields.flatMap(({ name, value }) =>
        wrap(`${paint('bold', `${name}:`, canvas)} ${value}`, canvas.columns),
      );
    case 'buttons':
      return inRows(
        block.buttons.map(({ label, primary, danger }) =>
          option(primary && hasEnter ? `${label} ⏎` : label, danger ? 'red' : primary ? 'bold' : undefined),
        ),
        canvas,
      );
    case 'choice': {
      const order = new Map(block.picked.map((value, i) => [value, i + 1]));
      return [
        ...block.options.flatMap(({ value, label }) =>
          option(order.has(value) ? `${label} (${order.get(value)})` : label),
        ),
        ...option(choiceControls(block, locale).dontKnow.label, 'dim'),
        ...wrap(paint('dim', text(locale).howToType(marks, example)[wayOf(block)], canvas), canvas.columns),
      ];
    }
    case 'menus': {
      const { dontKnow } = menusControls(block, locale);
      const how = `${text(locale).howToMatch(block.menus.length, example)} ${text(locale).orSay(dontKnow.label)}`;
      return [
        ...menusLines(block, locale).flatMap((line) => (line === '' ? [''] : wrap(line, canvas.columns))),
        '',
        ...wrap(paint('dim', how, canvas), canvas.columns),
      ];
    }
    case 'input':
      return wrap(
        paint(
          'dim',
          `✎ ${before}${block.label} ${text(locale).orSay(inputControls(block, locale).dontKnow.label)}`,
          canvas,
        ),
        canvas.columns,
      );
    case 'file':
      return [paint('dim', `── ${block.name}`, canvas), ...block.text.split('\n')];
    case 'form':
      // The line that does the same is typed here.
      return formInWords(block, locale, Number.POSITIVE_INFINITY).flatMap((one, i) => [
        ...(i === 0 ? [] : ['']),
        ...blockLines(one, canvas, drawing),
      ]);
    case 'chart':
      return chartLines(block, canvas);
    case 'picture':
    case 'board':
    case 'heat':
    case 'cluster':
      return inWords(block).flatMap((one, i) => [...(i === 0 ? [] : ['']), ...blockLines(one, canvas, drawing)]);
    case 'mentions':
      // The terminal turns no id into a name: it stands as it was typed: `#general`.
      return wrap(
        `${paint('bold', `${block.name}:`, canvas)} ${block.mentions.map((one) => one.slice(1, -1)).join(' ')}`,
        canvas.columns,
      );
    case 'countdown':
      return wrap(clockInWords(block), canvas.columns);
    case 'footer':
      return wrap(paint('dim', block.text, canvas), canvas.columns);
    default:
      return block satisfies never;
  }
}

/** Short buttons side by side, as many as fit. */
function inRows(buttons: readonly string[][], canvas: Canvas): string[] {
  const lines: string[] = [];
  for (const button of buttons) {
    const last = lines.at(-1);
    const [only = '', ...rest] = button;
    if (last !== undefined && rest.length === 0 && stringWidth(last) + 3 + stringWidth(only) <= canvas.columns)
      lines[lines.length - 1] = `${last}   ${only}`;
    else lines.push(...button);
  }
  return lines;
}

const harmless = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? withoutControls(stripVTControlCharacters(value)) : value;

/**
 * A Reply as text for a terminal: in a box of the accent's colour where `boxed`, otherwise plain lines. What can be
 * pressed is marked in the order of pressables(), by what is to be typed: a student's name stands in it, `before`.
 */
export function render(
  reply: Reply,
  canvas: Canvas & { boxed: boolean },
  locale: Locale,
  marks: Marks = 'numbers',
  before = '',
): string {
  const inner = { ...canvas, columns: canvas.boxed ? canvas.columns - 4 : canvas.columns };
  const { blocks }: Reply = JSON.parse(JSON.stringify(reply), harmless);
  let place = 0;
  const drawing: Drawing = { marks, before, locale, next: () => markOf(place++, marks) };
  const lines = blocks
    .map((block) => blockLines(block, inner, drawing))
    .filter((block) => block.length > 0)
    .flatMap((block, i) => (i === 0 ? block : ['', ...block]))
    .flatMap((line) =>
      stringWidth(line) > inner.columns
        ? wrapAnsi(line, inner.columns, { hard: true, trim: false, wordWrap: false }).split('\n')
        : [line],
    );
  if (!canvas.boxed) return lines.map((line) => line.trimEnd()).join('\n');
  const edge = (text: string): string => paint(COLOURS[reply.accent], text, canvas);
  const bar = '─'.repeat(inner.columns + 2);
  // The whole line is measured: some letters and signs take a space beside them into their own place.
  const framed = (text: string): string => {
    const line = (spaces: number): string => `${edge('│')} ${text}${' '.repeat(Math.max(0, spaces))} ${edge('│')}`;
    const spaces = inner.columns - stringWidth(text);
    return line(spaces + canvas.columns - stringWidth(line(spaces)));
  };
  return [edge(`╭${bar}╮`), ...lines.map(framed), edge(`╰${bar}╯`)].join('\n');
}
