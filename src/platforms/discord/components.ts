import { ComponentType } from 'discord.js';
import type { Block, Drawable, Reply } from '../../core/reply/blocks.ts';
import { areShort, clockLine, shareButton } from '../../core/reply/controls.ts';
import { altOf, inWords } from '../../core/reply/drawable.ts';
import { formInWords } from '../../core/reply/form.ts';
import { LIMITS } from '../../core/reply/limits.ts';
import { text as replyText } from '../../core/reply/text.ts';
import { oneLine, withoutControls } from '../../language/normalize.ts';
import { truncate } from '../../language/truncate.ts';
import { quoted } from '../../markdown/dialect.ts';
import { DISCORD } from './limits.ts';
import { toDiscord } from './markdown.ts';
import { type Part, plain, press, type Row, rows, type View } from './parts.ts';
import { choiceParts, inputParts, menusParts } from './question-parts.ts';

const small = (text: string): Part[] => (plain(text) === '' ? [] : [{ kind: 'text', text: `-# ${plain(text)}` }]);

/** A time that each client words from its own clock, and keeps counting (Discord, Message Formatting: timestamp styles, R). */
const relativeTime = (at: number): string => `<t:${Math.ceil(at / 1000)}:R>`;

function pictureParts(picture: Drawable, view: View): Part[] {
  const file = view.fileOf?.(picture);
  return file === undefined
    ? inWords(picture).flatMap((one) => blockParts(one, view, 'caller'))
    : [{ kind: 'picture', file, alt: truncate(oneLine(altOf(picture)), DISCORD.alt) }];
}

function blockParts(block: Block, view: View, visibility: Reply['visibility']): Part[] {
  const { locale } = view;
  switch (block.type) {
    case 'heading':
      return [{ kind: 'title', text: plain(block.text) }, ...small(block.aside ?? '')];
    case 'text':
      return [{ kind: 'text', text: toDiscord(withoutControls(block.markdown), view.command) }];
    case 'quote':
      return [{ kind: 'text', text: quoted(toDiscord(withoutControls(block.markdown))) }];
    case 'fields': {
      const long = !areShort(block.fields);
      const fields = block.fields.map(({ name, value }) =>
        [plain(name) && `**${plain(name)}**`, plain(value)].filter(Boolean).join(long ? '\n' : '\u2002'),
      );
      return [{ kind: 'text', text: fields.filter(Boolean).join(long ? '\n\n' : '\n'), apart: true }];
    }
    case 'mentions':
      return [{ kind: 'text', text: `**${plain(block.name)}**\u2002${block.mentions.join(' ')}`, apart: true }];
    case 'buttons':
      return rows(block.buttons.map(press));
    case 'choice':
      return choiceParts(block, locale);
    case 'menus':
      return menusParts(block, view, visibility);
    case 'input':
      return inputParts(block, locale);
    case 'form':
      return [
        ...formInWords(block, locale).flatMap((one) => blockParts(one, view, visibility)),
        ...rows([press({ label: block.open, line: block.line, primary: true })]),
      ];
    case 'picture':
    case 'chart':
    case 'board':
    case 'heat':
    case 'cluster':
      return pictureParts(block, view);
    case 'file':
      return [
        {
          kind: 'file',
          file: block.name,
          begins: truncate(withoutControls(block.text).toWellFormed(), DISCORD.begins),
        },
      ];
    case 'countdown':
      return [
        {
          kind: 'text',
          text: clockLine({ before: plain(block.before), after: plain(block.after) }, relativeTime(block.ends)),
        },
      ];
    case 'footer':
      return small(block.text);
    default:
      return block satisfies never;
  }
}

/** `discord:123` -> a mention, which shows the name that the channel knows without a ping. */
const named = (callerId: string): string => `<@${callerId.replace(/^discord:/, '')}>`;

/** Without what would have the whole message refused: ids that are there already, empty or too long. */
function pressable(parts: readonly Part[]): Part[] {
  const seen = new Set<string>();
  const fresh = ({ custom_id: id }: { custom_id: string }): boolean => {
    const good = id.trim() !== '' && Array.from(id).length <= LIMITS.line && !seen.has(id);
    seen.add(id);
    return good;
  };
  return parts.flatMap((part): Part[] => {
    if (part.kind === 'picture' || part.kind === 'file') return [part];
    if (part.kind !== 'row') return part.text.trim() === '' ? [] : [part];
    const components = part.row.components.filter((one) => !('custom_id' in one) || fresh(one));
    return components.length === 0 ? [] : [{ ...part, row: { ...part.row, components } }];
  });
}

/** A Reply in Discord's own pieces. */
export function partsOf(reply: Reply, view: View): Part[] {
  const by = reply.sharedBy === undefined ? [] : [named(reply.sharedBy)];
  const parts = pressable([
    ...by.map((name): Part => ({ kind: 'text', text: `-# ${replyText(view.locale).sharedBy(name)}` })),
    ...reply.blocks.flatMap((block) => blockParts(block, view, reply.visibility)),
  ]);
  const sharing = shareButton(reply, { ...view, others: view.others && view.mayShare !== false });
  if (!sharing) return parts;
  const share = press(sharing);
  const at = parts.findLastIndex((part) => part.kind === 'row');
  const last = parts[at];
  const hasRoom = (row: Row): boolean =>
    row.components.length < DISCORD.buttonsInRow &&
    // A select has its row to itself.
    row.components.every(({ type }) => type === ComponentType.Button);
  if (last?.kind !== 'row' || !hasRoom(last.row)) return pressable([...parts, ...rows([share])]);
  return pressable(parts.with(at, { kind: 'row', row: { ...last.row, components: [...last.row.components, share] } }));
}
