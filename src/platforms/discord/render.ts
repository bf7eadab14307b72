import {
  type APIActionRowComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIEmbed,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
} from 'discord.js';
import { type Accent, type Block, clip, type Reply } from '../../core/reply.ts';
import { head } from '../../text/cut.ts';
import { DISCORD } from './limits.ts';
import { type Part, partsOf, type Row, type View } from './parts.ts';

/** A message as Discord's API takes it, in a callback or an edit; who sees it is the sender's to add. It pings nobody. */
export interface Payload {
  flags?: number;
  content?: string;
  embeds?: APIEmbed[];
  components?: (APIContainerComponent | APIActionRowComponent<APIComponentInMessageActionRow>)[];
  allowed_mentions: { parse: [] };
}

/** The lunch box's own colours; red and green stay apart for those who cannot tell them by brightness, too. */
const COLOURS: Readonly<Record<Accent, number>> = {
  info: 0x3b82f6,
  success: 0x22a06b,
  warning: 0xf0a020,
  error: 0xd9485f,
};

const NO_PINGS = { parse: [] as [] };
const points = (text: string): number => Array.from(text).length;

function containerOf(reply: Reply, parts: readonly Part[]): APIContainerComponent {
  const components: APIComponentInContainer[] = [];
  const last = (): APIComponentInContainer | undefined => components.at(-1);
  // One for the container itself.
  let used = 1;
  for (const part of parts) {
    const before = last();
    if (part.kind === 'row') {
      if (before?.type === ComponentType.TextDisplay && used + 1 < DISCORD.components) {
        components.push({ type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small });
        used++;
      }
      const room = DISCORD.components - used - 1;
      if (room < 1) break;
      const row: Row = { ...part.row, components: part.row.components.slice(0, room) };
      used += 1 + row.components.length;
      components.push(row);
      continue;
    }
    const text = part.kind === 'title' ? `## ${part.text}` : part.text;
    // A title and what stands under it in small print are one; so is what no longer has a component of its own.
    const joins = text.startsWith('-# ') || used + 4 > DISCORD.components;
    if (before?.type === ComponentType.TextDisplay && joins) before.content = `${before.content}\n${text}`;
    else if (used < DISCORD.components) {
      components.push({ type: ComponentType.TextDisplay, content: text });
      used++;
    }
  }
  if (components.length === 0) components.push({ type: ComponentType.TextDisplay, content: '…' });
  return { type: ComponentType.Container, accent_color: COLOURS[reply.accent], components };
}

const fits = (payload: Payload, parts: readonly Part[]): boolean =>
  parts.reduce((sum, part) => sum + (part.kind === 'row' ? 0 : points(part.text) + 3), 0) <= DISCORD.text &&
  Buffer.byteLength(JSON.stringify(payload)) <= DISCORD.bytes;

const lengthOf = (block: Block): number => ('markdown' in block ? block.markdown.length : 0);

/** The reply with its longest text cut to three quarters, at a sentence's end where there is one. */
function shorter(reply: Reply): Reply | undefined {
  const longest = reply.blocks.reduce((most, block) => Math.max(most, lengthOf(block)), 0);
  if (longest > 40) {
    const at = reply.blocks.findIndex((block) => lengthOf(block) === longest);
    const cut = (block: Block): Block =>
      'markdown' in block
        ? { ...block, markdown: `${head(block.markdown, Math.floor(longest * 0.75)).trimEnd()} …` }
        : block;
    return { ...reply, blocks: reply.blocks.map((block, i) => (i === at ? cut(block) : block)) };
  }
  const fields = reply.blocks.some(
    (block) => block.type === 'fields' && block.fields.some(({ value }) => value.length > 80),
  );
  if (fields)
    return {
      ...reply,
      blocks: reply.blocks.map((block) =>
        block.type === 'fields'
          ? { ...block, fields: block.fields.map((field) => ({ ...field, value: clip(field.value, 80) })) }
          : block,
      ),
    };
  return reply.blocks.length > 1 ? { ...reply, blocks: reply.blocks.slice(0, -1) } : undefined;
}

/** A Reply as one message with components v2, within all of Discord's limits. */
export function render(reply: Reply, view: View): Payload {
  for (let shown: Reply = reply; ; ) {
    const parts = partsOf(shown, view);
    const payload: Payload = {
      flags: MessageFlags.IsComponentsV2,
      components: [containerOf(shown, parts)],
      allowed_mentions: NO_PINGS,
    };
    const less = fits(payload, parts) ? undefined : shorter(shown);
    if (less === undefined) return payload;
    shown = less;
  }
}

const textOf = (parts: readonly Part[]): string =>
  parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n\n');
const titleOf = (parts: readonly Part[]): string | undefined => parts.find((part) => part.kind === 'title')?.text;

/** The same for a server that knows no components v2: an embed and rows of buttons. */
export function renderEmbed(reply: Reply, view: View): Payload {
  const parts = partsOf(reply, view);
  const title = titleOf(parts);
  return {
    embeds: [
      {
        color: COLOURS[reply.accent],
        ...(title === undefined ? {} : { title: clip(title, DISCORD.embedTitle) }),
        description: clip(textOf(parts) || '…', DISCORD.embedDescription),
      },
    ],
    components: parts.flatMap((part) => (part.kind === 'row' ? [part.row] : [])).slice(0, DISCORD.rows),
    allowed_mentions: NO_PINGS,
  };
}

/** The same as plain text, for a server that knows nothing else. */
export function renderText(reply: Reply, view: View): Payload {
  const parts = partsOf(reply, view);
  const title = titleOf(parts);
  const text = [...(title === undefined ? [] : [`**${title}**`]), textOf(parts)].filter(Boolean).join('\n');
  return { content: clip(text || '…', DISCORD.content), allowed_mentions: NO_PINGS };
}
