import { isDeepStrictEqual } from 'node:util';
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOptionChoice,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import { type Action, type Command, isTyped } from '../../core/command/command.ts';
import { LONGEST } from '../../core/command/length.ts';
import type { Option, Options } from '../../core/command/options.ts';
import { isObject } from '../../core/json.ts';
import type { Localized } from '../../core/locale.ts';

type SlashCommand = RESTPostAPIChatInputApplicationCommandsJSONBody;
type MenuCommand = RESTPostAPIContextMenuApplicationCommandsJSONBody;
type Declaration = SlashCommand | MenuCommand;
/** A declaration in any form: what was not left out is as it was declared. */
export type Declared = Pick<Declaration, 'type' | 'name'> & {
  description?: string;
  options?: unknown;
  contexts?: unknown;
};

/** Korean is the default; English clients show English. */
const inEnglish = ({ en }: Localized): { 'en-US': string; 'en-GB': string } => ({ 'en-US': en, 'en-GB': en });

const named = (name: string, korean: string | undefined, summary: Localized) => ({
  name,
  ...(korean === undefined ? {} : { name_localizations: { ko: korean } }),
  description: summary.ko,
  description_localizations: inEnglish(summary),
});

/** Channels of text, and no voice, forum or category. */
export const WRITTEN_IN = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;

function optionOf(name: string, option: Option): APIApplicationCommandBasicOption {
  const common = { ...named(name, option.korean, option.summary), required: option.required === true };
  switch (option.type) {
    case 'text':
    case 'word':
      return {
        ...common,
        type: ApplicationCommandOptionType.String,
        autocomplete: option.complete !== undefined,
        ...(option.type === 'text' ? { max_length: LONGEST } : {}),
      };
    case 'integer':
      return {
        ...common,
        type: ApplicationCommandOptionType.Integer,
        min_value: option.min,
        max_value: option.max,
      };
    case 'choice':
      return {
        ...common,
        type: ApplicationCommandOptionType.String,
        choices: Object.entries(option.choices).map(
          ([value, label]): APIApplicationCommandOptionChoice<string> => ({
            name: label.ko,
            name_localizations: inEnglish(label),
            value,
          }),
        ),
      };
    case 'channel':
      return { ...common, type: ApplicationCommandOptionType.Channel, channel_types: [...WRITTEN_IN] };
    case 'mentionable':
      return { ...common, type: ApplicationCommandOptionType.Mentionable };
    case 'file':
      return { ...common, type: ApplicationCommandOptionType.Attachment };
    default:
      return option satisfies never;
  }
}

/** Discord demands the required ones first. */
const optionsOf = (options: Options): APIApplicationCommandBasicOption[] =>
  Object.entries(options)
    .sort(([, a], [, b]) => Number(b.required === true) - Number(a.required === true))
    .map(([name, option]) => optionOf(name, option));

const subcommandOf = (name: string, { summary, korean, options }: Action): APIApplicationCommandSubcommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  ...named(name, korean, summary),
  options: optionsOf(options),
});

/**
 * `guild`: one server's own commands. `servers`: everyone's, of servers that take the bot in. `everywhere`: also of people
 * who install the app for themselves, whatever server or direct messages they are in.
 */
type Offer = 'guild' | 'servers' | 'everywhere';

const { GuildInstall, UserInstall } = ApplicationIntegrationType;
const { Guild, BotDM, PrivateChannel } = InteractionContextType;

/**
 * Where a command is offered (Application Commands: contexts), which only global ones may say: instructors' need a server
 * with the bot in it, and others' direct messages need an installation of a person's own.
 */
function offeredIn({ usedBy }: Pick<Command, 'usedBy'>, offer: Offer) {
  if (offer === 'guild') return {};
  if (usedBy !== 'everyone') return { integration_types: [GuildInstall], contexts: [Guild] };
  return offer === 'servers'
    ? { integration_types: [GuildInstall], contexts: [Guild, BotDM] }
    : { integration_types: [GuildInstall, UserInstall], contexts: [Guild, BotDM, PrivateChannel] };
}

/** The commands that people type, and that of a message's menu, as Discord registers them. */
export const declarationsOf = (commands: readonly Command[], offer: Offer): Declaration[] => [
  ...commands.filter(isTyped).map(
    ({ name, usedBy, summary, options, actions }): SlashCommand => ({
      type: ApplicationCommandType.ChatInput,
      ...named(name, undefined, summary),
      // Of a command with subcommands Discord knows no bare form.
      options: actions
        ? Object.entries(actions).map(([action, declared]) => subcommandOf(action, declared))
        : optionsOf(options),
      ...offeredIn({ usedBy }, offer),
    }),
  ),
  ...commands.flatMap(({ usedBy, messageMenu: name }): MenuCommand[] =>
    name === undefined
      ? []
      : [
          {
            type: ApplicationCommandType.Message,
            name: name.ko,
            name_localizations: inEnglish(name),
            ...offeredIn({ usedBy }, offer),
          },
        ],
  ),
];

function plainOption(option: NonNullable<SlashCommand['options']>[number]): object {
  const { type, name, description } = option;
  return {
    type,
    name,
    description,
    ...('required' in option ? { required: option.required } : {}),
    ...('choices' in option && option.choices
      ? { choices: option.choices.map(({ name, value }) => ({ name, value })) }
      : {}),
    ...('options' in option && option.options ? { options: option.options.map(plainOption) } : {}),
  };
}

const plainSlash = (
  { type, name, description, options }: SlashCommand,
  isKnown = (_type: number) => true,
): Declared => ({
  type,
  name,
  description,
  options: options?.filter((option) => isKnown(option.type)).map(plainOption),
});

const isSlash = (one: Declaration): one is SlashCommand => one.type !== ApplicationCommandType.Message;

/** The same without what only Discord itself knows: for servers that refuse a declaration for it. */
export const plainly = (declarations: readonly Declaration[]): Declared[] =>
  declarations.map((one) => (isSlash(one) ? plainSlash(one) : { type: one.type, name: one.name }));

/** What the first slash commands were: nothing of a message's menu, and no files. */
export const plainest = (declarations: readonly Declaration[]): Declared[] =>
  declarations
    .filter(isSlash)
    .map((one) => plainSlash(one, (type) => type !== ApplicationCommandOptionType.Attachment));

/** The keys of a declaration that are ours; Discord adds its own: ids, versions, defaults. */
const SAID = (
  'type name name_localizations description description_localizations required autocomplete min_value max_value ' +
  'max_length channel_types value choices options integration_types contexts'
).split(' ');

/** A declaration without what is false or empty, which Discord leaves out or gives back as null or without words. */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(essence);
  if (!isObject(value)) return value === false || value === null || value === '' ? undefined : value;
  const said = SAID.map((key): [string, unknown] => {
    const one = value[key];
    return [key, key.endsWith('_localizations') && isObject(one) ? Object.entries(one).sort().flat() : essence(one)];
  });
  return Object.fromEntries(said.filter(([, one]) => one !== undefined && !(Array.isArray(one) && one.length === 0)));
}

/** Are these the commands that Discord has already, in any order? */
export function sameAs(known: readonly unknown[], declarations: readonly Declared[]): boolean {
  const inOrder = (list: readonly unknown[]): unknown[] => list.map((one) => JSON.stringify(essence(one))).sort();
  // Discord gives guild commands these, too, and takes them for global ones only.
  const global = declarations.some(({ contexts }) => contexts !== undefined);
  const there = known.map((one) => (global || !isObject(one) ? one : { ...one, integration_types: [], contexts: [] }));
  return isDeepStrictEqual(inOrder(there), inOrder(declarations));
}
