import {
  type APIApplicationCommandInteractionDataOption,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  ApplicationCommandOptionType,
  ChannelType,
  ComponentType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Caller } from '../../core/command/command.ts';
import type { CommandInput, Invocation } from '../../core/command/route.ts';
import { localeOf } from '../../core/locale.ts';
import { TYPES } from './components.ts';

/** Half-typed words of an option, which may be completed. */
export interface Completion {
  kind: 'complete';
  invocation: Invocation;
  option: string;
  partial: string;
}

/** What an interaction asks of us. */
export type Wish =
  /** Answer it. */
  | { kind: 'answer'; input: CommandInput }
  /** Open a box to type in; what is typed completes the line. */
  | { kind: 'type'; line: string }
  | Completion;

type Typed = APIChatInputApplicationCommandInteraction['data'];
type Given<Type extends InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete> =
  readonly APIApplicationCommandInteractionDataOption<Type>[];

/** The subcommand that was typed, and the options of what was typed last; other servers may say null for none. */
function innermost(
  options:
    | Given<InteractionType.ApplicationCommand>
    | Given<InteractionType.ApplicationCommandAutocomplete>
    | null = [],
) {
  const all = options ?? [];
  const sub = all.find(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  const inside = sub && 'options' in sub ? sub.options : undefined;
  const given = (sub ? (inside ?? []) : all).flatMap((option) => ('value' in option ? [option] : []));
  return { action: sub === undefined ? {} : { action: sub.name }, given };
}

/** A role differs from a person in what Discord says of it beside the value. */
function invocationOf({ name, options, resolved }: Pick<Typed, 'name' | 'options' | 'resolved'>): Invocation {
  const { action, given } = innermost(options);
  const isRole = (id: unknown): boolean => typeof id === 'string' && Object.hasOwn(resolved?.roles ?? {}, id);
  const values = given.map(({ name, type, value }): [string, string | number | boolean] => [
    name,
    type === ApplicationCommandOptionType.Mentionable && isRole(value) ? `&${value}` : value,
  ]);
  return { command: name, ...action, options: Object.fromEntries(values) };
}

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
    case InteractionType.ApplicationCommand: {
      const { data } = interaction;
      return { kind: 'answer', input: invocationOf('options' in data ? data : { name: data.name }) };
    }
    case InteractionType.ApplicationCommandAutocomplete: {
      const { action, given } = innermost(interaction.data.options);
      const focused = given.find((option) => 'focused' in option && option.focused);
      const invocation = { command: interaction.data.name, ...action, options: {} };
      return { kind: 'complete', invocation, option: focused?.name ?? '', partial: String(focused?.value ?? '') };
    }
    case InteractionType.MessageComponent: {
      const { custom_id: line } = interaction.data;
      if (interaction.data.component_type === ComponentType.StringSelect)
        return { kind: 'answer', input: `${line} ${[...interaction.data.values].sort().join('')}` };
      return line.startsWith(TYPES)
        ? { kind: 'type', line: line.slice(TYPES.length) }
        : { kind: 'answer', input: line };
    }
    case InteractionType.ModalSubmit:
      return { kind: 'answer', input: `${interaction.data.custom_id} ${typed(interaction)}` };
    default:
      return undefined;
  }
}

const THREADS: ReadonlySet<ChannelType | undefined> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

/** Of a thread, the channel that it belongs to; undefined in direct messages. */
function channelOf({ guild_id, channel, channel_id }: APIInteraction): string | undefined {
  if (guild_id === undefined) return undefined;
  const parent = channel && THREADS.has(channel.type) && 'parent_id' in channel ? channel.parent_id : undefined;
  return parent ?? channel?.id ?? channel_id;
}

const MANAGES = PermissionFlagsBits.Administrator | PermissionFlagsBits.ManageGuild;

/** Discord sends permissions as the digits of a number too large for JSON; other servers may leave them out. */
const manages = (permissions: string | undefined): boolean =>
  /^\d+$/.test(permissions ?? '') && (BigInt(permissions ?? 0) & MANAGES) !== 0n;

/** The names of the roles that a command's options name. */
function namedIn({ data }: APIInteraction): Pick<Caller, 'named'> {
  const roles = data && 'resolved' in data && data.resolved && 'roles' in data.resolved ? data.resolved.roles : {};
  const names = Object.entries(roles ?? {}).map(([id, { name }]) => [`discord:&${id}`, name] as const);
  return names.length === 0 ? {} : { named: Object.fromEntries(names) };
}

/** Who asks, `at` (epoch ms) when it reached us; in a direct message a space of one. */
export function callerOf(interaction: APIInteraction, at: number): Caller | undefined {
  const { member, guild_id } = interaction;
  const user = member?.user ?? interaction.user;
  if (!user) return undefined;
  const channel = channelOf(interaction);
  const name = (member && 'nick' in member ? member.nick : undefined) ?? user.global_name ?? user.username;
  return {
    id: `discord:${user.id}`,
    space: `discord:${guild_id ?? user.id}`,
    ...(channel === undefined ? {} : { channel: `discord:${channel}` }),
    locale: localeOf('locale' in interaction ? interaction.locale : undefined),
    at,
    ...(name ? { name } : {}),
    manages: manages(member?.permissions),
    known: [`discord:${user.id}`, ...(member?.roles ?? []).map((role) => `discord:&${role}`)],
    ...namedIn(interaction),
  };
}
