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
import type { Accent, Reply } from '../../core/reply/blocks.ts';
import { fitReply } from '../../core/reply/fit.ts';
import { truncate } from '../../language/truncate.ts';
import { partsOf } from './components.ts';
import { DISCORD } from './limits.ts';
import type { Part, Row, View } from './parts.ts';

/** A message as Discord's API takes it, in a callback or an edit; who sees it is the sender's to add. It is without pings. */
export interface Payload {
  flags?: number;
  content?: string;
  /** What the uploaded files are; their ids are their places. */
  attachments?: { id: string; filename: string; description?: string }[];
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
  // One for the container itself.
  let used = 1;
  const separate = (divider: boolean): void => {
    // What it sets apart, a row with a button at the least, needs room as well.
    if (used + 3 > DISCORD.components) return;
    components.push({ type: ComponentType.Separator, divider, spacing: SeparatorSpacingSize.Small });
    used++;
  };
  for (const part of parts) {
    const before = components.at(-1);
    if (part.kind === 'row') {
      if (before?.type === ComponentType.TextDisplay && !part.joined) separate(true);
      const room = DISCORD.components - used - 1;
      if (room < 1) break;
      const row: Row = { ...part.row, components: part.row.components.slice(0, room) };
      used += 1 + row.components.length;
      components.push(row);
      continue;
    }
    if (part.kind === 'picture') {
      if (used >= DISCORD.components) continue;
      components.push({
        type: ComponentType.MediaGallery,
        items: [{ media: { url: `attachment://${part.file}` }, description: part.alt }],
      });
      used += 1;
      continue;
    }
    if (part.kind === 'file') {
      if (used >= DISCORD.components) continue;
      components.push({ type: ComponentType.File, file: { url: `attachment://${part.file}` } });
      used += 1;
      continue;
    }
    const text = part.kind === 'title' ? `## ${part.text}` : part.text;
    // A title and what stands under it in small print are one; so is what no longer has a component of its own.
    const joins = text.startsWith('-# ') || used + 4 > DISCORD.components;
    const apart = part.kind === 'text' && part.apart === true && !joins;
    if (apart && before?.type === ComponentType.TextDisplay && !before.content.startsWith('## ')) separate(false);
    if (before?.type === ComponentType.TextDisplay && joins) before.content = `${before.content}\n${text}`;
    else if (used < DISCORD.components) {
      components.push({ type: ComponentType.TextDisplay, content: text });
      used++;
    }
  }
  if (components.length === 0) components.push({ type: ComponentType.TextDisplay, content: '…' });
  return { type: ComponentType.Container, accent_color: COLOURS[reply.accent], components };
}

const fitsWhole = (payload: Payload, parts: readonly Part[]): boolean =>
  parts.reduce((sum, part) => sum + ('text' in part ? points(part.text) + 3 : 0), 0) <= DISCORD.text &&
  Buffer.byteLength(JSON.stringify(payload)) <= DISCORD.bytes;

/** A Reply as one message with components v2, within all of Discord's limits. */
export const render = (reply: Reply, view: View): Payload =>
  fitReply(reply, (shown) => {
    const parts = partsOf(shown, view);
    // In the order of Drawn: pictures, then texts.
    const files = [
      ...parts.flatMap((part) => (part.kind === 'picture' ? [{ filename: part.file, description: part.alt }] : [])),
      ...parts.flatMap((part) => (part.kind === 'file' ? [{ filename: part.file }] : [])),
    ];
    const payload: Payload = {
      flags: MessageFlags.IsComponentsV2,
      components: [containerOf(shown, parts)],
      ...(files.length === 0 ? {} : { attachments: files.map((file, id) => ({ id: String(id), ...file })) }),
      allowed_mentions: NO_PINGS,
    };
    return { message: payload, fits: fitsWhole(payload, parts) };
  });

/** Servers that know no components v2 are older than mentions of commands. */
const inOlder = ({ commandInCode, ...view }: View): View => ({
  ...view,
  fewRows: true,
  ...(commandInCode === undefined ? {} : { command: commandInCode }),
});

/** The first title, and all other text under it. */
function told(parts: readonly Part[]): { title: string | undefined; text: string } {
  const first = parts.find((part) => part.kind === 'title');
  const texts = parts.flatMap((part) => {
    if (part.kind === 'file') return [`\`\`\`\n${part.begins.replaceAll('`', "'")}\n\`\`\``];
    if (!('text' in part) || part === first) return [];
    return [part.kind === 'title' ? `**${part.text}**` : part.text];
  });
  return { title: first?.text, text: texts.join('\n\n') };
}

/** The same for a server that knows no components v2: an embed and rows of buttons. */
export const renderEmbed = (reply: Reply, view: View): Payload =>
  fitReply(reply, (shown) => {
    const parts = partsOf(shown, inOlder(view));
    const { title, text } = told(parts);
    const payload: Payload = {
      embeds: [
        {
          color: COLOURS[shown.accent],
          ...(title === undefined ? {} : { title: truncate(title, DISCORD.embedTitle) }),
          description: truncate(text || '…', DISCORD.embedDescription),
        },
      ],
      components: parts.flatMap((part) => (part.kind === 'row' ? [part.row] : [])).slice(0, DISCORD.rows),
      allowed_mentions: NO_PINGS,
    };
    return { message: payload, fits: points(text) <= DISCORD.embedDescription };
  });

/** The same as plain text, for a server that knows nothing else. */
export const renderText = (reply: Reply, view: View): Payload =>
  fitReply(reply, (shown) => {
    const { title, text } = told(partsOf(shown, inOlder(view)));
    const content = [...(title === undefined ? [] : [`**${title}**`]), text].filter(Boolean).join('\n');
    const payload: Payload = { content: truncate(content || '…', DISCORD.content), allowed_mentions: NO_PINGS };
    return { message: payload, fits: points(content) <= DISCORD.content };
  });
