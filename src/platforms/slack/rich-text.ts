import type { RichTextBlock, RichTextBlockElement, RichTextElement, RichTextSection } from '@slack/types';
import type { List, Nodes } from 'mdast';
import { toString as plainOf } from 'mdast-util-to-string';
import { webAddress } from '../../text/chat-markdown.ts';
import { clean } from '../../text/fold.ts';
import { parseMarkdown } from '../../text/markdown.ts';
import { calm } from './markdown.ts';

interface Style {
  bold?: true;
  italic?: true;
  strike?: true;
  code?: true;
}

const textOf = (text: string, style: Style): RichTextElement[] => {
  const shown = calm(clean(text).toWellFormed());
  if (shown === '') return [];
  return [{ type: 'text', text: shown, ...(Object.keys(style).length > 0 ? { style } : {}) }];
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
      return textOf(node.value, { ...style, code: true });
    case 'break':
      return textOf('\n', style);
    case 'text':
    case 'html':
      return textOf(node.value.replace(/\s*\n\s*/g, ' '), style);
    case 'link':
    case 'image': {
      const url = webAddress(node.url);
      const words = clean(plainOf(node)).trim();
      return url === undefined ? textOf(words, style) : [{ type: 'link', url, text: calm(words || url) }];
    }
    case 'footnoteReference':
      return textOf(`[${node.label ?? node.identifier}]`, style);
    default:
      return inner();
  }
}

const section = (elements: RichTextElement[]): RichTextSection[] =>
  elements.length === 0 ? [] : [{ type: 'rich_text_section', elements }];

/** A list's items hold no lists of their own in Slack: those follow, further in. */
function list(node: List, indent = 0): RichTextBlockElement[] {
  const found: RichTextBlockElement[] = [];
  let items: RichTextSection[] = [];
  let done = 0;
  const end = (): void => {
    if (items.length > 0)
      found.push({
        type: 'rich_text_list',
        style: node.ordered ? 'ordered' : 'bullet',
        indent,
        ...(node.ordered && done > 0 ? { offset: done } : {}),
        elements: items,
      });
    done += items.length;
    items = [];
  };
  for (const item of node.children) {
    const words = item.children.flatMap((child, i) =>
      child.type === 'list' ? [] : [...(i > 0 ? textOf('\n', {}) : []), ...flat(child)],
    );
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

/** What stands in a quote or a list's item: the words alone. */
const flat = (node: Nodes): RichTextElement[] =>
  node.type === 'code'
    ? textOf(node.value, { code: true })
    : node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem'
      ? node.children.flatMap((child, i) => [...(i > 0 ? textOf('\n', {}) : []), ...flat(child)])
      : inline(node);

function block(node: Nodes): RichTextBlockElement[] {
  switch (node.type) {
    case 'heading':
      return section(inline(node, { bold: true }));
    case 'code':
      return clean(node.value).trim() === ''
        ? []
        : [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: calm(clean(node.value)) }] }];
    case 'blockquote': {
      const elements = flat(node);
      return elements.length === 0 ? [] : [{ type: 'rich_text_quote', elements }];
    }
    case 'list':
      return list(node);
    case 'table':
      return node.children.slice(1).flatMap(({ children }) => {
        const cells = children.map((cell, i) => inline(cell, i === 0 ? { bold: true } : {}));
        return section(cells.flatMap((cell, i) => (i > 0 && cell.length > 0 ? [...textOf(' / ', {}), ...cell] : cell)));
      });
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
  const root = parseMarkdown(clean(markdown));
  const parts =
    how === 'quote'
      ? [
          {
            type: 'rich_text_quote' as const,
            elements: root.children.flatMap((child, i) => [...(i > 0 ? textOf('\n', {}) : []), ...flat(child)]),
          },
        ]
      : root.children.map((child) => block(child));
  const elements = parts.flat().filter((part) => part.elements.length > 0);
  return elements.length === 0 ? undefined : { type: 'rich_text', elements: joined(elements) };
}
