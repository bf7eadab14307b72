/** What a person types after a slash: checked against the registered command as Discord's client does. */
import { channelJson } from './guilds.ts';
import { isJson, number, objects, text } from './json.ts';
import { registered } from './registered.ts';
import type { State } from './state.ts';
import type { Attachment, Json, User, Value, Where } from './types.ts';
import { keep, resolvedFiles } from './uploads.ts';
import { MEMBER_PERMISSIONS, memberJson, permissionsOf, roleJson, userJson } from './wire.ts';

const SUBCOMMAND = 1;
const GROUP = 2;

export interface Typed {
  command: Json;
  /** Subcommand names below the command. */
  path: string[];
  /** The options that the last name takes. */
  takes: Json[];
}

/** The slash command, which has to be usable there. */
export function typedCommand(state: State, where: Where, name: string, user: User): Typed {
  const [first = '', ...path] = name.split(' ');
  const command = registered(state, where, (key) => key === `1 ${first}`, `/${first}`, user);
  let takes = objects(command.options);
  for (const part of path) {
    const next = takes.find((option) => option.name === part && number(option.type) <= GROUP);
    if (!next) throw new Error(`/${name}: there is no subcommand ${part}`);
    takes = objects(next.options);
  }
  if (takes.some((option) => number(option.type) <= GROUP)) throw new Error(`/${name} needs a subcommand`);
  return { command, path, takes };
}

/** The client offers the guild's channels of the option's types; all where it names none. */
function channelProblem(state: State, { channel_types: types }: Json, id: string): string | undefined {
  const channel = state.channels.get(id);
  if (channel?.kind !== 'guild' && channel?.kind !== 'thread') return 'is no channel';
  const { type } = channelJson(state, channel);
  return Array.isArray(types) && types.length > 0 && !types.includes(type) ? 'is no such channel' : undefined;
}

/** Why a value cannot be sent for an option. */
function problem(state: State, option: Json, value: Value): string | undefined {
  const type = option.type;
  const choices = objects(option.choices);
  if (choices.length > 0 && !choices.some((choice) => choice.value === value)) return 'is none of its choices';
  if (type === 3) {
    if (typeof value !== 'string') return 'is no text';
    if (value === '') return 'is empty';
    const length = [...value].length;
    if (length < number(option.min_length, 0)) return 'is too short';
    return length > number(option.max_length, 6000) ? 'is too long' : undefined;
  }
  if (type === 4 || type === 10) {
    if (typeof value !== 'number' || (type === 4 && !Number.isSafeInteger(value))) return 'is no such number';
    if (value < number(option.min_value, -(2 ** 53))) return 'is too small';
    return value > number(option.max_value, 2 ** 53) ? 'is too large' : undefined;
  }
  if (type === 5) return typeof value === 'boolean' ? undefined : 'is neither true nor false';
  if (type === 11) return typeof value === 'object' ? undefined : 'is no file';
  const id = String(value);
  if (type === 6) return state.users.has(id) ? undefined : 'is no person';
  if (type === 7) return channelProblem(state, option, id);
  if (type === 8) return state.roles.has(id) ? undefined : 'is no role';
  if (type === 9) return state.users.has(id) || state.roles.has(id) ? undefined : 'is neither a person nor a role';
  return `has a type that local people cannot type: ${String(type)}`;
}

function nested(path: readonly string[], command: Json, options: Json[]): Json[] {
  const [part, ...rest] = path;
  if (part === undefined) return options;
  const here = objects(command.options).find((option) => option.name === part) ?? {};
  return [{ name: part, type: here.type ?? SUBCOMMAND, options: nested(rest, here, options) }];
}

const dataOf = ({ command, path }: Typed, options: Json[]): Json => {
  const all = nested(path, command, options);
  return {
    id: command.id,
    name: command.name,
    type: 1,
    ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
    ...(all.length > 0 ? { options: all } : {}),
  };
};

interface Sent {
  name: string;
  type: unknown;
  /** Of a file, what is kept of it. */
  value: string | number | boolean | Attachment;
}

/** What is sent of a value: of a file its id. */
const optionJson = ({ value, ...option }: Sent): Json => ({
  ...option,
  value: typeof value === 'object' ? value.id : value,
});

function valuesOf(
  state: State,
  { command, takes }: Typed,
  given: Readonly<Record<string, Value>>,
  channelId: string,
): Sent[] {
  return Object.entries(given).map(([name, value]) => {
    const option = takes.find((one) => one.name === name);
    if (!option) throw new Error(`/${text(command.name)} has no option ${name}`);
    const wrong = problem(state, option, value);
    if (wrong) throw new Error(`/${text(command.name)}: ${name} ${wrong}: ${JSON.stringify(value)}`);
    return {
      name,
      type: option.type,
      value: typeof value === 'object' ? keep(state, 'ephemeral-attachments', channelId, value) : value,
    };
  });
}

/** The data of a command interaction. */
export function slashData(state: State, typed: Typed, given: Readonly<Record<string, Value>>, channelId: string): Json {
  const options = valuesOf(state, typed, given, channelId);
  const missing = typed.takes.find((one) => one.required === true && !(text(one.name) in given));
  if (missing) throw new Error(`/${text(typed.command.name)} needs the option ${text(missing.name)}`);
  const ids = options.flatMap(({ type, value }) => (number(type) >= 6 && typeof value === 'string' ? [value] : []));
  const files = options.flatMap(({ value }) => (typeof value === 'object' ? [value] : []));
  const found = { ...resolved(state, ids), ...resolvedFiles(files) };
  return {
    ...dataOf(typed, options.map(optionJson)),
    ...(Object.keys(found).length > 0 ? { resolved: found } : {}),
  };
}

/** The data of an autocomplete interaction. */
export function focusedData(
  state: State,
  typed: Typed,
  name: string,
  value: string,
  others: Readonly<Record<string, Value>>,
): Json {
  const option = typed.takes.find((one) => one.name === name);
  if (!isJson(option)) throw new Error(`/${text(typed.command.name)} has no option ${name}`);
  if (option.autocomplete !== true) throw new Error(`The option ${name} has no autocomplete`);
  return dataOf(typed, [
    ...valuesOf(state, typed, others, '').map(optionJson),
    { name, type: option.type, value, focused: true },
  ]);
}

function resolved(state: State, ids: readonly string[]): Json {
  const people = ids.flatMap((id) => state.users.get(id) ?? []);
  const roles = ids.flatMap((id) => state.roles.get(id) ?? []);
  const channels = ids.flatMap((id) => state.channels.get(id) ?? []);
  const members = people.map((user) => {
    const { user: _user, deaf: _deaf, mute: _mute, ...member } = memberJson(state, user);
    return [user.id, { ...member, permissions: permissionsOf(user) }];
  });
  const all = {
    users: people.map((user) => [user.id, userJson(state, user)]),
    members,
    roles: roles.map((role) => [role.id, roleJson(role)]),
    channels: channels.map((channel) => {
      const { id, name, type, parent_id } = channelJson(state, channel);
      return [id, { id, name, type, parent_id, permissions: MEMBER_PERMISSIONS }];
    }),
  };
  const found = Object.entries(all).filter(([, entries]) => entries.length > 0);
  return Object.fromEntries(found.map(([kind, entries]) => [kind, Object.fromEntries(entries)]));
}
