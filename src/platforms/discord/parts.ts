import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Locale } from '../../core/locale.ts';
import type { Drawable, Button as PlainButton } from '../../core/reply/blocks.ts';
import { oneLine } from '../../language/normalize.ts';
import { truncate } from '../../language/truncate.ts';
import { DISCORD } from './limits.ts';
import { escapeText, type WriteCommand } from './markdown.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
type Button = APIButtonComponentWithCustomId;

/** A piece of a message, in its order; messages with components v2 and older ones are both made of these. */
export type Part =
  /** `apart`: not about the text before it. */
  | { kind: 'text'; text: string; apart?: true }
  | { kind: 'title'; text: string }
  /** `joined`: about the text before it alone. */
  | { kind: 'row'; row: Row; joined?: true }
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
  /** A message has five rows of components, and no more. */
  fewRows?: true;
}

export const plain = (text: string): string => escapeText(oneLine(text));

export function button(
  label: string,
  line: string,
  style: Button['style'] = ButtonStyle.Secondary,
  disabled = false,
): Button {
  const text = truncate(oneLine(label) || '…', DISCORD.buttonLabel);
  return { type: ComponentType.Button, style, label: text, custom_id: line, ...(disabled ? { disabled } : {}) };
}

export function rows(buttons: readonly Button[]): Part[] {
  const found: Part[] = [];
  for (let at = 0; at < buttons.length; at += DISCORD.buttonsInRow)
    found.push({
      kind: 'row',
      row: { type: ComponentType.ActionRow, components: buttons.slice(at, at + DISCORD.buttonsInRow) },
    });
  return found;
}

export const press = ({ label, line, primary, danger }: PlainButton): Button =>
  button(label, line, danger ? ButtonStyle.Danger : primary ? ButtonStyle.Primary : ButtonStyle.Secondary);
