import {
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  ComponentType,
  InteractionType,
} from 'discord.js';
import type { Caller } from '../../core/command.ts';
import { localeOf } from '../../core/locale.ts';
import { lineOf } from '../../core/parse.ts';
import { TYPES } from './parts.ts';

/** What an interaction asks of us. */
export type Wish =
  /** Run a line. */
  | { kind: 'line'; line: string }
  /** Open a box to type in; what is typed completes the line. */
  | { kind: 'type'; line: string }
  /** Say what half-typed words may become. */
  | { kind: 'complete'; command: string; option: string; partial: string };

type Options = NonNullable<APIChatInputApplicationCommandInteraction['data']['options']>;

/** No command of ours has subcommands; an option that has options itself says nothing. */
const valuesOf = (options: Options): Record<string, string | number | boolean> =>
  Object.fromEntries(options.flatMap((option) => ('value' in option ? [[option.name, option.value]] : [])));

/** What was typed into a modal's only box, which stands in a Label or, on older servers, in a row. */
function typed(interaction: Extract<APIInteraction, { type: InteractionType.ModalSubmit }>): string {
  const boxes = interaction.data.components.flatMap((component) =>
    'components' in component ? component.components : 'component' in component ? [component.component] : [],
  );
  const box = boxes.find((one) => one.type === ComponentType.TextInput);
  return box && 'value' in box ? box.value : '';
}

/**
 * Reads an interaction; undefined for a kind that is not ours. Other servers than Discord leave out what is empty, or
 * say null; a command that is no slash command (from a message's menu) is answered as its name says.
 */
export function wishOf(interaction: APIInteraction): Wish | undefined {
  if (!interaction.data) return undefined;
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return {
        kind: 'line',
        line: lineOf(
          interaction.data.name,
          valuesOf(('options' in interaction.data ? interaction.data.options : null) ?? []),
        ),
      };
    case InteractionType.ApplicationCommandAutocomplete: {
      const focused = interaction.data.options?.find((option) => 'focused' in option && option.focused);
      const partial = focused && 'value' in focused ? String(focused.value ?? '') : '';
      return { kind: 'complete', command: interaction.data.name, option: focused?.name ?? '', partial };
    }
    case InteractionType.MessageComponent: {
      const { custom_id: line } = interaction.data;
      if (interaction.data.component_type === ComponentType.StringSelect)
        return { kind: 'line', line: `${line} ${[...interaction.data.values].sort().join('')}` };
      return line.startsWith(TYPES) ? { kind: 'type', line: line.slice(TYPES.length) } : { kind: 'line', line };
    }
    case InteractionType.ModalSubmit:
      return { kind: 'line', line: `${interaction.data.custom_id} ${typed(interaction)}` };
    default:
      return undefined;
  }
}

/** Who asks; in a direct message a class of one. */
export function callerOf(interaction: APIInteraction): Caller | undefined {
  const user = interaction.member?.user ?? interaction.user;
  return (
    user && {
      id: `discord:${user.id}`,
      classId: `discord:${interaction.guild_id ?? user.id}`,
      locale: localeOf('locale' in interaction ? interaction.locale : undefined),
    }
  );
}
