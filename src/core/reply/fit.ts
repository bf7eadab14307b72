import { isDeepStrictEqual } from 'node:util';
import { head, truncate } from '../../language/truncate.ts';
import type { Block, Reply } from './blocks.ts';

/** Fields and options that are in the way are cut to so many code points. */
const BRIEF = 40;

const brief = ({ value, label }: { value: string; label: string }) => ({ value, label: truncate(label, BRIEF) });

const lengthOf = (block: Block): number => ('markdown' in block ? block.markdown.length : 0);

/** Behind a row or a fence the ellipsis would be a part of it. */
const elided = (markdown: string): string =>
  `${markdown}${/^ *(?:\||```|~~~)/.test(markdown.slice(markdown.lastIndexOf('\n') + 1)) ? '\n\n' : ' '}…`;

/** The reply with its longest text cut to three quarters, at a sentence's end where there is one. */
function shorter(reply: Reply): Reply | undefined {
  const longest = reply.blocks.reduce((most, block) => Math.max(most, lengthOf(block)), 0);
  if (longest > 40) {
    const at = reply.blocks.findIndex((block) => lengthOf(block) === longest);
    const cut = (block: Block): Block =>
      'markdown' in block
        ? { ...block, markdown: elided(head(block.markdown, Math.floor(longest * 0.75)).trimEnd()) }
        : block;
    return { ...reply, blocks: reply.blocks.map((block, i) => (i === at ? cut(block) : block)) };
  }
  const clipped = reply.blocks.map((block): Block => {
    if (block.type === 'fields')
      return { ...block, fields: block.fields.map(({ name, value }) => ({ name, value: truncate(value, BRIEF) })) };
    if (block.type === 'menus')
      return { ...block, menus: block.menus.map(({ label, options }) => ({ label, options: options.map(brief) })) };
    return block.type === 'choice' ? { ...block, options: block.options.map(brief) } : block;
  });
  if (!isDeepStrictEqual(clipped, reply.blocks)) return { ...reply, blocks: clipped };
  return reply.blocks.length > 1 ? { ...reply, blocks: reply.blocks.slice(0, -1) } : undefined;
}

/** The reply as a platform draws it, made shorter until that fits into one message of the platform's. */
export function fitReply<Message>(reply: Reply, draw: (shown: Reply) => { message: Message; fits: boolean }): Message {
  for (let shown: Reply = reply; ; ) {
    const { message, fits } = draw(shown);
    const less = fits ? undefined : shorter(shown);
    if (less === undefined) return message;
    shown = less;
  }
}
