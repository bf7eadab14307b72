import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** CommonMark with GFM to the letter: without what the project's own parser lets marks do beside Hangul. */
export const strictly = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

const STYLES: Readonly<Record<string, string>> = { strong: 'b', emphasis: 'i', delete: 's' };

/** Letters as a reader sees them, one entry a letter, with its styles behind it; without spaces and what nobody sees. */
export const styled = (text: string, style: string): string[] =>
  Array.from(text.replace(/[\s\p{Cc}\u200b\u2060\u202a-\u202e\u2066-\u2069]/gu, ''), (letter) => letter + style);

function wordsOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'html':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'footnoteReference':
    case 'footnoteDefinition':
      return `[${node.label ?? node.identifier}]`;
    case 'listItem':
      return { true: '☑', false: '☐', none: '' }[`${node.checked ?? 'none'}`];
    default:
      return '';
  }
}

/** What a reader sees of Markdown, letter by letter: b bold, i italic, s struck through, c code. */
export function lettersOf(node: Nodes, styles: Readonly<Record<string, string>> = STYLES, around = ''): string[] {
  const own = styles[node.type] ?? '';
  const style =
    own === '' || around.includes(own)
      ? around
      : Array.from(around + own)
          .toSorted()
          .join('');
  const code = node.type === 'inlineCode' || node.type === 'code' ? 'c' : '';
  const inside = 'children' in node ? node.children.flatMap((child) => lettersOf(child, styles, style)) : [];
  return [...styled(wordsOf(node), style + code), ...inside];
}

/** Does it have such a node, or is it one? */
export const has = (node: Nodes, is: (node: Nodes) => boolean): boolean =>
  is(node) || ('children' in node && node.children.some((child) => has(child, is)));
