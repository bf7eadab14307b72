import type { RichTextBlock, RichTextBlockElement, RichTextElement, RichTextSection } from '@slack/types';
import type { List, ListItem, Nodes, Table, TableRow } from 'mdast';
import { toString as plainOf } from 'mdast-util-to-string';
import { inOneLine, withoutControls } from '../../language/normalize.ts';
import { webAddress } from '../../markdown/dialect.ts';
import { parseMarkdown } from '../../markdown/parse.ts';
import { slashIn } from '../../markdown/slash.ts';
import { withoutPings } from './markdown.ts';

interface Style {
  bold?: true;
  italic?: true;
  strike?: true;
  code?: true;
}

const styled = (style: Style): { style?: Style } => (Object.keys(style).length > 0 ? { style } : {});

const textOf = (text: string, style: Style): RichTextElement[] => {
  const shown = withoutPings(withoutControls(text));
  return shown === '' ? [] : [{ type: 'text', text: shown, ...styled(style) }];
};

function inline(node: Nodes, style: Style = {}): RichTextElement[] {
  const inner = (added: Style = {}): RichTextElement[] =>
    'children' in node ? node.children.flatMap((child) => inline(child, { ...style, ...added })) : [];
  switch (node.type) {
    case 'strong':
      return inner({ bold: true });
    case 'emphasis':
      return inner({ italic: true });
    case 'delete':
      return inner({ strike: true });
    case 'inlineCode':
      return textOf(inOneLine(node.value), { ...style, code: true });
    case 'break':
      return textOf('\n', style);
    case 'text':
    case 'html':
      return textOf(inOneLine(node.value), style);
    case 'link':
    case 'image': {
      if (node.type === 'link' && slashIn(node)) return inner();
      const url = webAddress(node.url);
      const words = withoutControls(plainOf(node)).trim();
      if (url === undefined) return textOf(words, style);
      return [{ type: 'link', url, text: withoutPings(words || url), ...styled(style) }];
    }
    case 'imageReference':
      return textOf(node.alt ?? '', style);
    case 'footnoteReference':
      return textOf(`[${node.label ?? node.identifier}]`, style);
    default:
      return inner();
  }
}

/** Parts that have something in them, with a text between any two. */
const between = (parts: readonly RichTextElement[][], text: string): RichTextElement[] =>
  parts.filter((part) => part.length > 0).flatMap((part, i) => (i > 0 ? [...textOf(text, {}), ...part] : part));

const section = (elements: RichTextElement[]): RichTextSection[] =>
  elements.length === 0 ? [] : [{ type: 'rich_text_section', elements }];

const boxOf = ({ checked }: ListItem): RichTextElement[] =>
  typeof checked === 'boolean' ? textOf(checked ? '☑ ' : '☐ ', {}) : [];

/** What stands in a quote or a list's item: the words alone. */
function flat(node: Nodes): RichTextElement[] {
  switch (node.type) {
    case 'code':
      return textOf(node.value, { code: true });
    case 'list': {
      const mark = (i: number): string => (node.ordered ? `${(node.start ?? 1) + i}. ` : '• ');
      return between(
        node.children.map((item, i) => [...textOf(mark(i), {}), ...boxOf(item), ...flat(item)]),
        '\n',
      );
    }
    case 'blockquote':
    case 'listItem':
      return between(node.children.map(flat), '\n');
    default:
      return inline(node);
  }
}

/** Slack draws lists this far in and no farther (Block Kit, rich text: rich_text_list). */
const DEEPEST = 8;

/** A list's items hold no lists of their own in Slack: those follow, further in. */
function list(node: List, indent = 0): RichTextBlockElement[] {
  const found: RichTextBlockElement[] = [];
  let items: RichTextSection[] = [];
  let done = node.ordered ? (node.start ?? 1) - 1 : 0;
  const end = (): void => {
    if (items.length > 0)
      found.push({
        type: 'rich_text_list',
        style: node.ordered ? 'ordered' : 'bullet',
        indent: Math.min(indent, DEEPEST),
        ...(node.ordered && done > 0 ? { offset: done } : {}),
        elements: items,
      });
    done += items.length;
    items = [];
  };
  for (const item of node.children) {
    const words = [...boxOf(item), ...between(item.children.filter(({ type }) => type !== 'list').map(flat), '\n')];
    items.push({ type: 'rich_text_section', elements: words.length > 0 ? words : [{ type: 'text', text: ' ' }] });
    for (const child of item.children)
      if (child.type === 'list') {
        end();
        found.push(...list(child, indent + 1));
      }
  }
  end();
  return found;
}

/** A list, a row an item, as in the other dialects (markdown/dialect.ts). */
function table({ children: [header, ...rows] }: Table): RichTextBlockElement[] {
  const names = header?.children.map((cell) => inline(cell)) ?? [];
  const row = ({ children: [first, ...rest] }: TableRow): RichTextSection[] => {
    const cells = rest.map((cell, i) => {
      const words = inline(cell);
      const name = names.length > 2 && words.length > 0 ? (names[i + 1] ?? []) : [];
      return name.length > 0 ? [...name, ...textOf(': ', {}), ...words] : words;
    });
    return section(between([first ? inline(first, { bold: true }) : [], between(cells, ' / ')], ': '));
  };
  if (rows.length === 0) return section(between(names, ' / '));
  return [{ type: 'rich_text_list', style: 'bullet', indent: 0, elements: rows.flatMap(row) }];
}

function block(node: Nodes): RichTextBlockElement[] {
  switch (node.type) {
    case 'heading':
      return section(inline(node, { bold: true }));
    case 'code':
      return withoutControls(node.value).trim() === ''
        ? []
        : [
            {
              type: 'rich_text_preformatted',
              elements: [{ type: 'text', text: withoutPings(withoutControls(node.value)) }],
            },
          ];
    case 'blockquote': {
      const elements = flat(node);
      return elements.length === 0 ? [] : [{ type: 'rich_text_quote', elements }];
    }
    case 'list':
      return list(node);
    case 'table':
      return table(node);
    case 'thematicBreak':
    case 'definition':
      return [];
    case 'footnoteDefinition':
      return section([
        ...textOf(`[${node.label ?? node.identifier}] `, {}),
        ...node.children.flatMap((child) => inline(child)),
      ]);
    default:
      return section(inline(node));
  }
}

/** Paragraphs that follow each other are one section, with an empty line between them. */
function joined(parts: readonly RichTextBlockElement[]): RichTextBlockElement[] {
  const found: RichTextBlockElement[] = [];
  for (const part of parts) {
    const before = found.at(-1);
    if (part.type === 'rich_text_section' && before?.type === 'rich_text_section')
      found[found.length - 1] = { ...before, elements: [...before.elements, ...textOf('\n\n', {}), ...part.elements] };
    else found.push(part);
  }
  return found;
}

/**
 * CommonMark with GFM -> a rich_text block, for views, where Slack has no `markdown` block: bold is bold by structure,
 * and no text in it calls anybody. Undefined where there is nothing to show. `quote` shows it all as one.
 */
export function toRichText(markdown: string, how: 'text' | 'quote' = 'text'): RichTextBlock | undefined {
  const root = parseMarkdown(withoutControls(markdown).toWellFormed());
  const parts =
    how === 'quote'
      ? [{ type: 'rich_text_quote' as const, elements: between(root.children.map(flat), '\n') }]
      : root.children.map((child) => block(child));
  const elements = parts.flat().filter((part) => part.elements.length > 0);
  return elements.length === 0 ? undefined : { type: 'rich_text', elements: joined(elements) };
}
