import type { List, Nodes, Table } from 'mdast';
import { clean } from '../../text/fold.ts';
import { parseMarkdown } from '../../text/markdown.ts';
import { remembering } from '../../text/remember.ts';

/** Entities bring control codes as well. */
const oneLine = (text: string): string => clean(text).replace(/\s*[\r\n]\s*/g, ' ');

/** Text that Discord shows as it is; a backslash takes a mark's meaning (Discord, Markdown Text 101). */
export const escaped = (text: string): string =>
  text
    .replace(/[\\*_~|`[\]<>]/g, '\\$&')
    .replace(/^(\s*)(#{1,3}|-#|[-+])(?=\s)/gm, '$1\\$2')
    .replace(/^(\s*\d+)(?=[.)]\s)/gm, '$1\\');

/** A zero-width space between backticks keeps code from ending its own fence. */
const unfenced = (code: string): string => clean(code).replace(/`(?=`)/g, '`\u200b');

/** An address that may be followed, without what would end it early; undefined for any other. */
const webAddress = (url: string): string | undefined =>
  /^https?:\/\/[^\s\p{C}]+$/u.test(url) && URL.canParse(url)
    ? url.replace(/[()<>*`|\\]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
    : undefined;

/** Discord shows a link whose words are an address as it was written, so that none leads elsewhere than it says. */
function link(words: string, url: string): string {
  const address = webAddress(url);
  if (address === undefined) return words;
  return words.trim() === '' || /https?:\/\//.test(words) ? `<${address}>` : `[${words}](${address})`;
}

/** `open` are the marks that the text stands in already: within bold, bold again would end it. */
function inline(node: Nodes, open: readonly string[] = []): string {
  const inner = (within = open): string =>
    'children' in node ? node.children.map((child) => inline(child, within)).join('') : '';
  const around = (mark: string): string => {
    const text = inner([...open, mark]);
    return text.trim() === '' || open.includes(mark) ? text : `${mark}${text}${mark}`;
  };
  switch (node.type) {
    case 'strong':
      return around('**');
    case 'emphasis':
      return around('*');
    case 'delete':
      return around('~~');
    case 'inlineCode':
      return node.value.includes('`') ? `\`\` ${unfenced(node.value)} \`\`` : `\`${clean(node.value)}\``;
    case 'link':
      return link(inner(), node.url);
    case 'image':
      return link(escaped(oneLine(node.alt ?? '')), node.url);
    case 'imageReference':
      return escaped(oneLine(node.alt ?? ''));
    case 'footnoteReference':
      return escaped(oneLine(`[${node.label ?? node.identifier}]`));
    case 'break':
      return '\n';
    case 'text':
    case 'html':
      return escaped(oneLine(node.value));
    default:
      return inner();
  }
}

/** Discord has no tables: a line a row, its first cell in bold. */
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
      return `- ${[name && `**${name}**`, cells.filter(Boolean).join(' / ')].filter(Boolean).join(': ')}`;
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

/** An empty line between, but where Discord itself leaves room: around headings and code, before a paragraph's list. */
function blocks(nodes: readonly Nodes[]): string {
  const roomy = (one: Nodes['type'], next: Nodes['type']): boolean =>
    [one, next].some((type) => type === 'heading' || type === 'code') || (one === 'paragraph' && next === 'list');
  const shown = nodes.map((node) => ({ type: node.type, text: block(node) })).filter(({ text }) => text !== '');
  return shown
    .map(({ type, text }, i) => {
      const before = shown[i - 1];
      return before === undefined ? text : (roomy(before.type, type) ? '\n' : '\n\n') + text;
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
      if (clean(node.value).trim() === '') return '';
      return `\`\`\`${/^[\w+#-]{1,20}$/.exec(node.lang ?? '')?.[0] ?? ''}\n${unfenced(node.value)}\n\`\`\``;
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
      return `-# ${escaped(oneLine(`[${node.label ?? node.identifier}]`))} ${oneLine(node.children.map(block).join(' '))}`;
    default:
      return inline(node);
  }
}

/** Discord quotes a line at a time and knows no quote within a quote. */
export const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line.replace(/^> /, '')}`)
    .join('\n');

/** A course's texts in both languages. */
const REMEMBERED = 2000;

/** CommonMark with GFM -> Discord's Markdown. */
export const toDiscord = remembering(
  (markdown: string): string => block(parseMarkdown(markdown)).toWellFormed().trim(),
  REMEMBERED,
);
