import type { KnownBlock } from '@slack/types';
import { toString as plainOf } from 'mdast-util-to-string';
import { fitting } from '../../core/fitting.ts';
import { type Block, clip, inWords, type Reply } from '../../core/reply.ts';
import { clean } from '../../text/fold.ts';
import { parseMarkdown } from '../../text/markdown.ts';
import { remembering } from '../../text/remember.ts';
import { blocksOfReply, type View } from './blocks.ts';
import { SLACK } from './limits.ts';
import { escaped } from './markdown.ts';

/** A message as chat.postMessage and a response_url take it; who sees it is the sender's to add. */
export interface Message {
  /** What notifications and screen readers say instead of the blocks. */
  text: string;
  blocks?: KnownBlock[];
}

/** A course's texts in both languages. */
const REMEMBERED = 2000;

const proseOf = remembering(
  (markdown) =>
    parseMarkdown(clean(markdown))
      .children.map((child) => plainOf(child))
      .join('\n'),
  REMEMBERED,
);

function wordsOf(block: Block): string[] {
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
    case 'picture':
      return inWords(block).flatMap(wordsOf);
    case 'footer':
      return [block.text];
    case 'buttons':
    case 'input':
      return [];
    default:
      return block satisfies never;
  }
}

/** The same in words alone, as a screen reader says it. Slack reads it as mrkdwn: nothing in it is a mark or a call. */
const spoken = (reply: Reply): string =>
  clip(escaped(clean(reply.blocks.flatMap(wordsOf).join('\n')).toWellFormed()).trim() || '…', SLACK.fallback);

/** Commands are named as this workspace types them. */
function renamed<T>(shown: T, { prefix }: View, commands: readonly string[]): T {
  if (prefix === '') return shown;
  const named = new RegExp(`(?<![\\w/.:-])/(?=(?:${commands.join('|')})(?![\\w-]))`, 'g');
  return JSON.parse(JSON.stringify(shown).replace(named, `/${prefix}`)) as T;
}

const markdownIn = (blocks: readonly KnownBlock[]): number =>
  blocks.reduce((sum, block) => sum + (block.type === 'markdown' ? block.text.length : 0), 0);

/** Makes Replies into what Slack shows; `commands` are the names that people type. */
export function createRenderer(commands: readonly string[]) {
  const fitted = (reply: Reply, view: View, most: number): KnownBlock[] =>
    fitting(reply, (shown) => {
      const blocks = blocksOfReply(shown, view);
      return { message: blocks, fits: blocks.length <= most && markdownIn(blocks) <= SLACK.markdown };
    }).slice(0, most);

  return {
    /** A Reply as a message, within all of Slack's limits. */
    message(reply: Reply, view: View): Message {
      const blocks = fitted(reply, { ...view, surface: 'message' }, SLACK.blocks);
      return renamed({ text: spoken(reply), blocks }, view, commands);
    },
    /** A Reply as the blocks of a modal or the home tab; `taken` are in use already. */
    blocks(reply: Reply, view: View, taken = 0): KnownBlock[] {
      return renamed(fitted(reply, { ...view, surface: 'view' }, SLACK.viewBlocks - taken), view, commands);
    },
  };
}

export type Renderer = ReturnType<typeof createRenderer>;

/** Only words, for whoever takes no blocks. */
export const wordsOnly = ({ text }: Message): Message => ({ text });
