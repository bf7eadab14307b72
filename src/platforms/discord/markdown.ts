import type { List, Nodes, Table } from 'mdast';
import { parseMarkdown } from '../../text/markdown.ts';

/** Text that Discord shows as it is; a backslash takes a mark's meaning (Discord, Markdown Text 101). */
export const escaped = (text: string): string =>
  text
    .replace(/[\\*_~|`[\]<>]/g, '\\$&')
    .replace(/^(\s*)(#{1,3}|-#|[-+])(?=\s)/gm, '$1\\$2')
    .replace(/^(\s*\d+)(?=[.)]\s)/gm, '$1\\');

/** A zero-width space keeps code from ending its own fence. */
const unfenced = (code: string): string => code.replaceAll('```', '`\u200b``');

const isWeb = (url: string): boolean => /^https?:\/\/[^\s<>()]+$/.test(url);

function inline(node: Nodes): string {
  const inner = (): string => ('children' in node ? node.children.map(inline).join('') : '');
  const around = (mark: string): string => {
    const text = inner();
    return text.trim() === '' ? text : `${mark}${text}${mark}`;
  };
  switch (node.type) {
    case 'strong':
      return around('**');
    case 'emphasis':
      return around('*');
    case 'delete':
      return around('~~');
    case 'inlineCode':
      return node.value.includes('`') ? `\`\` ${node.value} \`\`` : `\`${node.value}\``;
    case 'link':
      if (!isWeb(node.url)) return inner();
      return inner() === escaped(node.url) ? node.url : `[${inner()}](${node.url})`;
    case 'image':
      return isWeb(node.url) ? `[${escaped(node.alt || node.url)}](${node.url})` : escaped(node.alt ?? '');
    case 'break':
      return '\n';
    case 'text':
    case 'html':
      return escaped(node.value.replace(/\s*\n\s*/g, ' '));
    default:
      return inner();
  }
}

/** Discord has no tables: a line a row, its first cell in bold. */
function table({ children: [header, ...rows] }: Table): string {
  const names = header?.children.map(inline) ?? [];
  return rows
    .map(({ children: [first, ...rest] }) => {
      const cells = rest.map((cell, i) => (names.length > 2 ? `${names[i + 1]}: ${inline(cell)}` : inline(cell)));
      return `- **${first ? inline(first) : ''}**: ${cells.join(' / ')}`;
    })
    .join('\n');
}

function list(node: List): string {
  return node.children
    .map((item, i) => {
      const mark = node.ordered ? `${(node.start ?? 1) + i}. ` : '- ';
      const text = item.children.map(block).filter(Boolean).join('\n');
      return mark + text.replaceAll('\n', `\n${' '.repeat(mark.length)}`);
    })
    .join('\n');
}

function block(node: Nodes): string {
  switch (node.type) {
    case 'root':
      return node.children.map(block).filter(Boolean).join('\n\n');
    case 'heading':
      return `### ${inline(node)}`;
    case 'code':
      return `\`\`\`${/^[\w+#-]{1,20}$/.exec(node.lang ?? '')?.[0] ?? ''}\n${unfenced(node.value)}\n\`\`\``;
    case 'blockquote':
      return quoted(node.children.map(block).join('\n\n'));
    case 'list':
      return list(node);
    case 'table':
      return table(node);
    case 'thematicBreak':
    case 'definition':
    case 'footnoteDefinition':
      return '';
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

/** CommonMark with GFM tables -> Discord's Markdown. */
export const toDiscord = (markdown: string): string => block(parseMarkdown(markdown)).trim();
