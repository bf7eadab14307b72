import type { List, Nodes, Table } from 'mdast';
import { inOneLine, withoutControls } from '../language/normalize.ts';
import { parseMarkdown } from './parse.ts';
import { type Slash, slashIn } from './slash.ts';

/** How a platform writes what its chat shows as Markdown. */
export interface Dialect {
  /** Text of one line that is shown as it is: none of its letters is a mark, and none calls anybody. */
  plain(text: string): string;
  /** What stands in a code span or a fence. */
  code(text: string): string;
  /** Marks (`**`, `*`, `~~`) around what stands in them already. */
  around(mark: string, inner: string): string;
  /** `words` are written already. */
  link(words: string, url: string): string;
  /** A command that a text names; where it is left out, as it is typed. */
  command?(named: Slash): string;
  /** What opens a fence. */
  fence(language: string | undefined): string;
  /** A line's end within a paragraph. */
  lineBreak: string;
  /** What stands between two blocks. */
  gap(before: Nodes['type'], after: Nodes['type']): string;
  /** A footnote, whose label is written already. */
  note(label: string, text: string): string;
}

/** Entities bring control codes as well. */
const oneLine = (text: string): string => inOneLine(withoutControls(text));

/** Lines as a quote; within it a quote of its own is no more. */
export const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line.replace(/^> /, '')}`)
    .join('\n');

/** An address that may be followed, without what would end it early; undefined for any other. */
export function webAddress(url: string): string | undefined {
  if (!/^https?:\/\/[^\s\p{C}]+$/u.test(url)) return undefined;
  const address = url.replace(/[()<>*`|\\]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return URL.canParse(address) ? address : undefined;
}

/** Marks that meet would be read as one longer mark, and a link behind `!` as a picture. */
const MEETING = [
  [/[*~]$/, /^[*~]/],
  [/`$/, /^`/],
  [/!$/, /^\[/],
] as const;

/** A word joiner, which is invisible, keeps them apart. */
const apart = (before: string, after: string): string =>
  MEETING.some(([end, start]) => end.test(before) && start.test(after)) ? `${before}\u2060${after}` : before + after;

/** CommonMark with GFM -> a platform's own Markdown. Tables, which chats do not show, become lists, a line a row. */
export function createChatMarkdown(dialect: Dialect): (markdown: string) => string {
  const plain = (text: string): string => dialect.plain(oneLine(text));

  /** `open` are the marks that the text stands in already: within bold, bold again would end it. */
  function inline(node: Nodes, open: readonly string[] = []): string {
    const inner = (within = open): string =>
      'children' in node ? node.children.map((child) => inline(child, within)).reduce(apart, '') : '';
    const around = (mark: string): string => {
      const text = inner([...open, mark]);
      return text.trim() === '' || open.includes(mark) ? text : dialect.around(mark, text);
    };
    switch (node.type) {
      case 'strong':
        return around('**');
      case 'emphasis':
        return around('*');
      case 'delete':
        return around('~~');
      case 'inlineCode': {
        const code = dialect.code(oneLine(node.value));
        return node.value.includes('`') ? `\`\` ${code} \`\`` : `\`${code}\``;
      }
      case 'link': {
        const named = slashIn(node);
        if (named) return dialect.command?.(named) ?? inner();
        return dialect.link(inner(), node.url);
      }
      case 'image':
        return dialect.link(plain(node.alt ?? ''), node.url);
      case 'imageReference':
        return plain(node.alt ?? '');
      case 'footnoteReference':
        return plain(`[${node.label ?? node.identifier}]`);
      case 'break':
        return dialect.lineBreak;
      case 'text':
      case 'html':
        return plain(node.value);
      default:
        return inner();
    }
  }

  function table({ children: [header, ...rows] }: Table): string {
    const names = header?.children.map((cell) => inline(cell)) ?? [];
    if (rows.length === 0) return names.filter(Boolean).join(' / ');
    return rows
      .map(({ children: [first, ...rest] }) => {
        const name = first ? inline(first, ['**']) : '';
        const cells = rest.map((cell, i) => {
          const text = inline(cell);
          return text !== '' && names.length > 2 && names[i + 1] ? `${names[i + 1]}: ${text}` : text;
        });
        const all = [name && dialect.around('**', name), cells.filter(Boolean).join(' / ')];
        return `- ${all.filter(Boolean).join(': ')}`;
      })
      .join('\n');
  }

  function list(node: List): string {
    return node.children
      .map((item, i) => {
        const mark = node.ordered ? `${(node.start ?? 1) + i}. ` : '- ';
        const box = typeof item.checked === 'boolean' ? (item.checked ? '☑ ' : '☐ ') : '';
        const text = item.children.map(block).filter(Boolean).join('\n');
        return mark + box + text.replaceAll('\n', `\n${' '.repeat(mark.length)}`);
      })
      .join('\n');
  }

  function blocks(nodes: readonly Nodes[]): string {
    const shown = nodes.map((node) => ({ type: node.type, text: block(node) })).filter(({ text }) => text !== '');
    return shown
      .map(({ type, text }, i) => {
        const before = shown[i - 1];
        return before === undefined ? text : dialect.gap(before.type, type) + text;
      })
      .join('');
  }

  function block(node: Nodes): string {
    switch (node.type) {
      case 'root':
        return blocks(node.children);
      case 'heading':
        return inline(node).trim() === '' ? '' : `### ${oneLine(inline(node))}`;
      case 'code':
        if (withoutControls(node.value).trim() === '') return '';
        return `${dialect.fence(node.lang ?? undefined)}\n${dialect.code(withoutControls(node.value))}\n\`\`\``;
      case 'blockquote':
        return quoted(blocks(node.children));
      case 'list':
        return list(node);
      case 'table':
        return table(node);
      case 'thematicBreak':
      case 'definition':
        return '';
      case 'footnoteDefinition':
        return dialect.note(plain(`[${node.label ?? node.identifier}]`), oneLine(node.children.map(block).join(' ')));
      default:
        return inline(node).trim();
    }
  }

  return (markdown) => block(parseMarkdown(markdown)).toWellFormed().trim();
}
