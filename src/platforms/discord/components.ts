import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Locale } from '../../core/locale.ts';
import type { Block, Choice, Drawable, Button as PlainButton, Reply } from '../../core/reply/blocks.ts';
import { areShort, choiceControls, clockLine, inputControls, shareButton } from '../../core/reply/controls.ts';
import { altOf, inWords } from '../../core/reply/drawable.ts';
import { formInWords } from '../../core/reply/form.ts';
import { LIMITS } from '../../core/reply/limits.ts';
import { text as replyText } from '../../core/reply/text.ts';
import { oneLine, withoutControls } from '../../language/normalize.ts';
import { truncate } from '../../language/truncate.ts';
import { quoted } from '../../markdown/dialect.ts';
import { DISCORD } from './limits.ts';
import { escapeText, toDiscord, type WriteCommand } from './markdown.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
type Button = APIButtonComponentWithCustomId;

/** A piece of a message, in its order; messages with components v2 and older ones are both made of these. */
export type Part =
  /** `apart`: not about the text before it. */
  | { kind: 'text'; text: string; apart?: true }
  | { kind: 'title'; text: string }
  | { kind: 'row'; row: Row }
  /** An uploaded file by its name, and what a screen reader says for it. */
  | { kind: 'picture'; file: string; alt: string }
  /** An uploaded text by its name, and its beginning for a server that takes no files. */
  | { kind: 'file'; file: string; begins: string };

/** Who looks at a reply, and where. */
export interface View {
  locale: Locale;
  /** Others read the channel: what is shown to the caller alone can be shared with it. */
  others: boolean;
  /** Pictures are shown as files of these names, which go with the message; without a name, in words. */
  fileOf?: (picture: Drawable) => string | undefined;
  /** How commands that texts name are called here; as typed where it is not known. In older forms they are not pressed. */
  command?: WriteCommand;
  commandInCode?: WriteCommand;
  /** Whether what is shared would be seen by others, where that may be forbidden. */
  mayShare?: boolean;
}

/** A button whose custom id begins so opens a box to type in; the rest is the line that the text completes. */
export const TYPES = '✎';

const plain = (text: string): string => escapeText(oneLine(text));
const small = (text: string): Part[] => (plain(text) === '' ? [] : [{ kind: 'text', text: `-# ${plain(text)}` }]);

/** A time that each client words from its own clock, and keeps counting (Discord, Message Formatting: timestamp styles, R). */
const relativeTime = (at: number): string => `<t:${Math.ceil(at / 1000)}:R>`;

function button(label: string, line: string, style: Button['style'] = ButtonStyle.Secondary, disabled = false): Button {
  const text = truncate(oneLine(label) || '…', DISCORD.buttonLabel);
  return { type: ComponentType.Button, style, label: text, custom_id: line, ...(disabled ? { disabled } : {}) };
}

function rows(buttons: readonly Button[]): Part[] {
  const found: Part[] = [];
  for (let at = 0; at < buttons.length; at += DISCORD.buttonsInRow)
    found.push({
      kind: 'row',
      row: { type: ComponentType.ActionRow, components: buttons.slice(at, at + DISCORD.buttonsInRow) },
    });
  return found;
}

const press = ({ label, line, primary, danger }: PlainButton): Button =>
  button(label, line, danger ? ButtonStyle.Danger : primary ? ButtonStyle.Primary : ButtonStyle.Secondary);

function select({ line, min, max, options }: Choice, locale: Locale): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: line,
    placeholder: replyText(locale).chooseAll,
    min_values: min,
    max_values: max,
    options: options.map(({ value, label }, i) => ({
      value,
      label: truncate(`${i + 1}. ${oneLine(label)}`, DISCORD.optionLabel),
    })),
  };
}

function choiceParts(choice: Choice, locale: Locale): Part[] {
  const controls = choiceControls(choice, locale);
  const { options, isListed } = controls;
  const dontKnow = press(controls.dontKnow);
  const listed: Part = {
    kind: 'text',
    text: options.map(({ number, label }) => `**${number}**\u2002${plain(label)}`).join('\n'),
  };
  switch (controls.way) {
    case 'several':
      return [
        listed,
        { kind: 'row', row: { type: ComponentType.ActionRow, components: [select(choice, locale)] } },
        ...rows([dontKnow]),
      ];
    case 'one': {
      const presses = options.map(({ button: { label, line } }) => button(label, line, ButtonStyle.Primary));
      return [...(isListed ? [listed] : []), ...rows([...presses, dontKnow])];
    }
    case 'inOrder': {
      const presses = options.map(({ button: { label, line }, isPicked }) =>
        button(label, line, ButtonStyle.Secondary, isPicked),
      );
      const { soFar, hint } = controls;
      const told = soFar ? `**${soFar.name}** ${soFar.numbers}` : `-# ${hint}`;
      const again = soFar ? [press(soFar.startOver)] : [];
      return [listed, { kind: 'text', text: told }, ...rows([...presses, ...again, dontKnow])];
    }
    default:
      return controls satisfies never;
  }
}

function pictureParts(picture: Drawable, view: View): Part[] {
  const file = view.fileOf?.(picture);
  return file === undefined
    ? inWords(picture).flatMap((one) => blockParts(one, view))
    : [{ kind: 'picture', file, alt: truncate(oneLine(altOf(picture)), DISCORD.alt) }];
}

function blockParts(block: Block, view: View): Part[] {
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
    case 'input': {
      const { write, dontKnow } = inputControls(block, locale);
      return rows([press({ ...write, line: TYPES + write.line }), press(dontKnow)]);
    }
    case 'form':
      return [
        ...formInWords(block, locale).flatMap((one) => blockParts(one, view)),
        ...rows([press({ label: block.open, line: block.line, primary: true })]),
      ];
    case 'picture':
    case 'chart':
    case 'board':
    case 'heat':
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
    ...reply.blocks.flatMap((block) => blockParts(block, view)),
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
