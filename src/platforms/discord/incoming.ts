import {
  type APIApplicationCommandInteractionDataOption,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessage,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Caller } from '../../core/command/command.ts';
import { seemsText } from '../../core/command/files.ts';
import { completed } from '../../core/command/line.ts';
import type { Posted } from '../../core/command/posted.ts';
import type { CommandInput, Invocation, Values } from '../../core/command/route.ts';
import { localeOf } from '../../core/locale.ts';
import { joinTyped } from '../../core/reply/controls.ts';
import type { Attach } from './attachments.ts';
import { filledIn } from './form-modal.ts';
import type { Place } from './mentions.ts';
import { fieldsIn, pastedIn } from './paste.ts';
import { permissionsIn, placeOf, THREADS } from './place.ts';
import { TYPES } from './question-parts.ts';

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
  /** Answer it, or open a box for what the command needs: it was called with nothing. */
  | { kind: 'called'; input: Invocation }
  /** Open so many boxes to type in; what is typed completes the line. */
  | { kind: 'type'; line: string; boxes: number }
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

/** A role differs from a person, and a file from its id, in what Discord says of it beside the value. */
function invocationOf(
  { name, options, resolved }: Pick<Typed, 'name' | 'options' | 'resolved'>,
  attach: Attach,
): Invocation {
  const { action, given } = innermost(options);
  const isRole = (id: unknown): boolean => typeof id === 'string' && Object.hasOwn(resolved?.roles ?? {}, id);
  const values = given.flatMap(({ name, type, value }): [string, Values[string]][] => {
    if (type === ApplicationCommandOptionType.Mentionable && isRole(value)) return [[name, `&${value}`]];
    if (type !== ApplicationCommandOptionType.Attachment) return [[name, value]];
    const file = attach(resolved?.attachments?.[value]);
    return file ? [[name, file]] : [];
  });
  return { command: name, ...action, options: Object.fromEntries(values) };
}

/** What was typed into the boxes of a modal for an answer; other servers may say null for an empty one. */
const typed = ({ data }: Extract<APIInteraction, { type: InteractionType.ModalSubmit }>): string =>
  joinTyped(
    fieldsIn(data)
      .filter((one) => one.type === ComponentType.TextInput)
      .map((one) => ('value' in one && typeof one.value === 'string' ? one.value : '')),
  );

/** What somebody's message says, without people, channels and emoji that Discord writes as numbers; of one that was forwarded, what that says. */
function postedIn(message: APIMessage | undefined, attach: Attach): Posted {
  const [forwarded] = message?.message_snapshots ?? [];
  const { content, attachments } = { ...message, ...forwarded?.message };
  const files = (attachments ?? []).flatMap((one) => attach(one) ?? []);
  return {
    text: (content ?? '').replace(/<(?:@[!&]?|#|a?:\w{1,32}:)\d{1,20}>[^\S\n]*/g, ''),
    file: files.find(seemsText),
  };
}

/**
 * Reads an interaction; undefined for a kind that is not ours. Other servers than Discord leave out what is empty, or
 * say null; a command that is neither a slash command nor of a message's menu is answered as its name says.
 */
export function wishOf(interaction: APIInteraction, attach: Attach): Wish | undefined {
  if (!interaction.data) return undefined;
  switch (interaction.type) {
    case InteractionType.ApplicationCommand: {
      const { data } = interaction;
      if (data.type === ApplicationCommandType.Message)
        return { kind: 'answer', input: { message: postedIn(data.resolved?.messages?.[data.target_id], attach) } };
      return { kind: 'called', input: invocationOf('options' in data ? data : { name: data.name }, attach) };
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
      const boxes = Array.from(line).findIndex((sign) => sign !== TYPES);
      return boxes > 0
        ? { kind: 'type', line: line.slice(boxes * TYPES.length), boxes }
        : { kind: 'answer', input: line };
    }
    case InteractionType.ModalSubmit:
      return {
        kind: 'answer',
        input:
          filledIn(interaction.data) ??
          pastedIn(interaction.data, attach) ??
          completed(interaction.data.custom_id, typed(interaction)),
      };
    default:
      return undefined;
  }
}

/** Of a thread, the channel that it belongs to; undefined where the bot is in no server's channel. */
function channelOf({ channel, channel_id }: APIInteraction, { kind }: Place): string | undefined {
  if (kind !== 'server') return undefined;
  const parent = channel && THREADS.has(channel.type) && 'parent_id' in channel ? channel.parent_id : undefined;
  return parent ?? channel?.id ?? channel_id;
}

const MANAGES = PermissionFlagsBits.Administrator | PermissionFlagsBits.ManageGuild;

const manages = (permissions: string | undefined): boolean => (permissionsIn(permissions) & MANAGES) !== 0n;

/** The names of the roles that a command's options name. */
function namedIn({ data }: APIInteraction): Pick<Caller, 'named'> {
  const roles = data && 'resolved' in data && data.resolved && 'roles' in data.resolved ? data.resolved.roles : {};
  const names = Object.entries(roles ?? {}).map(([id, { name }]) => [`discord:&${id}`, name] as const);
  return names.length === 0 ? {} : { named: Object.fromEntries(names) };
}

/**
 * Who asks, `at` (epoch ms) when it reached us. In direct messages, and in a server that the bot is not in, a space of
 * one: neither the channel nor the person's name, rank and roles there mean anything to us.
 */
export function callerOf(interaction: APIInteraction, at: number, place = placeOf(interaction)): Caller | undefined {
  const { member } = interaction;
  const user = member?.user ?? interaction.user;
  if (!user) return undefined;
  const channel = channelOf(interaction, place);
  const here = place.kind === 'server' ? member : undefined;
  const name = (here && 'nick' in here ? here.nick : undefined) ?? user.global_name ?? user.username;
  return {
    id: `discord:${user.id}`,
    space: `discord:${(place.kind === 'server' ? place.id : undefined) ?? user.id}`,
    ...(channel === undefined ? {} : { channel: `discord:${channel}` }),
    locale: localeOf('locale' in interaction ? interaction.locale : undefined),
    at,
    ...(name ? { name } : {}),
    manages: manages(here?.permissions),
    known: [`discord:${user.id}`, ...(here?.roles ?? []).map((role) => `discord:&${role}`)],
    ...namedIn(interaction),
  };
}
