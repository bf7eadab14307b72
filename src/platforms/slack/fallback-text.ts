import type { Nodes } from 'mdast';
import type { Locale } from '../../core/locale.ts';
import type { Block, Reply } from '../../core/reply/blocks.ts';
import { clockInWords } from '../../core/reply/controls.ts';
import { inWords } from '../../core/reply/drawable.ts';
import { formInWords } from '../../core/reply/form.ts';
import { COURSE_TEXTS } from '../../core/reply/limits.ts';
import { menusInWords } from '../../core/reply/menus.ts';
import { memoize } from '../../language/memoize.ts';
import { withoutControls } from '../../language/normalize.ts';
import { truncate } from '../../language/truncate.ts';
import { parseMarkdown } from '../../markdown/parse.ts';
import { byline } from './blocks.ts';
import type { View } from './elements.ts';
import { SLACK } from './limits.ts';
import { escapeText } from './markdown.ts';

const BETWEEN: Readonly<Record<string, string>> = {
  root: '\n',
  blockquote: '\n',
  list: '\n',
  listItem: '\n',
  table: '\n',
  tableRow: ' / ',
};

function plainOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  if (!('children' in node)) return '';
  return node.children
    .map(plainOf)
    .filter((words) => words !== '')
    .join(BETWEEN[node.type] ?? '');
}

const proseOf = memoize((markdown) => plainOf(parseMarkdown(withoutControls(markdown))), COURSE_TEXTS);

function wordsOf(block: Block, locale: Locale): string[] {
  switch (block.type) {
    case 'heading':
      return [[block.text, block.aside].filter(Boolean).join(' · ')];
    case 'text':
    case 'quote':
      return [proseOf(block.markdown)];
    case 'fields':
      return block.fields.map(({ name, value }) => [name, value].filter(Boolean).join(': '));
    case 'choice':
      return block.options.map(({ label }, i) => `${i + 1}. ${label}`);
    case 'menus':
      return menusInWords(block);
    case 'picture':
    case 'chart':
    case 'board':
    case 'heat':
    case 'cluster':
      return inWords(block).flatMap((one) => wordsOf(one, locale));
    case 'form':
      return formInWords(block, locale).flatMap((one) => wordsOf(one, locale));
    case 'countdown':
      return [clockInWords(block)];
    case 'footer':
      return [block.text];
    case 'file':
      return [block.name];
    // A text would ping the people who are named.
    case 'mentions':
    case 'buttons':
    case 'input':
      return [];
    default:
      return block satisfies never;
  }
}

/** A reply in words alone, as a screen reader says it. Slack reads it as mrkdwn: nothing in it calls anybody. */
export function fallbackText(reply: Reply, view: View): string {
  const lines = [byline(reply, view), ...reply.blocks.flatMap((block) => wordsOf(block, view.locale))].filter(
    (line) => line !== '',
  );
  return escapeText(truncate(withoutControls(lines.join('\n')).toWellFormed().trim(), SLACK.fallback)) || '…';
}
