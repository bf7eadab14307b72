import type { KnownBlock } from '@slack/types';
import type { Reply } from '../../core/reply/blocks.ts';
import { fitReply } from '../../core/reply/fit.ts';
import { memoizePer } from '../../language/memoize.ts';
import { blocksOfReply } from './blocks.ts';
import type { View } from './elements.ts';
import { fallbackText } from './fallback-text.ts';
import { SLACK } from './limits.ts';
import { sizeOf } from './size.ts';
import { fitsTables } from './table.ts';

/** A message as chat.postMessage and a response_url take it; who sees it is the sender's to add. */
export interface Message {
  /** What notifications and screen readers say instead of the blocks. */
  text: string;
  blocks?: KnownBlock[];
}

/** Where people read: addresses, lines of buttons and ids keep what they say. */
const READ = new Set(['text', 'alt_text']);

/** Commands are named as this workspace types them. */
function renamed<T>(shown: T, { prefix }: View, commands: readonly string[]): T {
  if (prefix === '') return shown;
  const named = new RegExp(`(?<![\\p{L}\\p{N}_/.=-])/(?=(?:${commands.join('|')})(?![\\w/-]|\\.\\w))`, 'gu');
  const reader = (key: string, value: unknown): unknown =>
    READ.has(key) && typeof value === 'string' ? value.replace(named, `/${prefix}`) : value;
  return JSON.parse(JSON.stringify(shown), reader) as T;
}

const markdownIn = (blocks: readonly KnownBlock[]): number =>
  blocks.reduce((sum, block) => sum + (block.type === 'markdown' ? block.text.length : 0), 0);

function fitsMessage(blocks: readonly KnownBlock[]): boolean {
  const size = sizeOf(blocks);
  return size.blocks <= SLACK.blocks && size.characters <= SLACK.characters && markdownIn(blocks) <= SLACK.markdown;
}

const fitsView = (blocks: readonly KnownBlock[], most: number): boolean =>
  blocks.length <= most && Buffer.byteLength(JSON.stringify(blocks)) <= SLACK.viewBytes;

/** Makes Replies into what Slack shows; `commands` are the names that people type. */
export function createRenderer(commands: readonly string[]) {
  const fitted = (reply: Reply, view: View, fits: (blocks: KnownBlock[]) => boolean): KnownBlock[] =>
    fitReply(reply, (shown) => {
      const blocks = blocksOfReply(shown, view);
      return { message: blocks, fits: fits(blocks) };
    });

  const messageOf = (reply: Reply, view: View): Message => {
    const blocks = fitted(reply, { ...view, surface: 'message' }, fitsMessage).slice(0, SLACK.blocks);
    return renamed({ text: fallbackText(reply, view), blocks }, view, commands);
  };
  // What the course says of a concept is the same for all who read it in private.
  const known = memoizePer((_: Reply) => new Map<string, Message>());

  return {
    /** A Reply as a message, within all of Slack's limits. */
    message(reply: Reply, view: View): Message {
      const { locale, others, prefix, fileOf } = view;
      if (reply.sharedBy !== undefined || fileOf) return messageOf(reply, view);
      const key = `${locale} ${others} ${prefix}`;
      const messages = known(reply);
      const message = messages.get(key) ?? messageOf(reply, view);
      messages.set(key, message);
      return message;
    },
    /** A Reply with its tables, which are for messages alone; undefined where it has none, or more than fits. */
    tabled(reply: Reply, view: View): Message | undefined {
      if (reply.tabled === undefined) return undefined;
      const blocks = blocksOfReply(reply, { ...view, surface: 'message' }, reply.tabled);
      return fitsMessage(blocks) && fitsTables(blocks)
        ? renamed({ text: fallbackText(reply, view), blocks }, view, commands)
        : undefined;
    },
    /** A Reply as the blocks of a modal or the home tab; `taken` are in use already. */
    blocks(reply: Reply, view: View, taken = 0): KnownBlock[] {
      const most = SLACK.viewBlocks - taken;
      const blocks = fitted(reply, { ...view, surface: 'view' }, (shown) => fitsView(shown, most)).slice(0, most);
      return renamed(blocks, view, commands);
    },
  };
}

export type Renderer = ReturnType<typeof createRenderer>;

/** Without blocks, for a server that refuses them. */
export const textOnly = ({ text }: Message): Message => ({ text });
