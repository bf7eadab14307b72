/** Finding the registered command that a person means. */
import { object } from './json.ts';
import type { State, Stored } from './state.ts';
import type { Json, User, Where } from './types.ts';
import { messageJson } from './wire.ts';

/** Interaction contexts: a server, direct messages with the bot, others' direct messages. */
export const CONTEXTS: Readonly<Record<Where, number>> = { guild: 0, thread: 0, elsewhere: 0, dm: 1, group: 2 };

/** Is the app installed there: by the server, or for direct messages with the bot by a server that both are in? */
export const isInstalled = (where: Where): boolean => where !== 'group' && where !== 'elsewhere';

/** The registered command of that key, which has to be usable there by this person. */
export function registered(
  state: State,
  where: Where,
  isMeant: (key: string, command: Json) => boolean,
  name: string,
  { installed }: User,
): Json {
  const find = (all: ReadonlyMap<string, Json>): Json | undefined =>
    [...all].find(([key, command]) => isMeant(key, command))?.[1];
  const guild = where === 'guild' || where === 'thread' ? find(state.guildCommands) : undefined;
  const command = guild ?? find(state.globalCommands);
  if (!command) throw new Error(`No command ${name} is registered for ${where}`);
  if (!guild) {
    const { contexts, integration_types: types } = command;
    // What names no contexts is for servers and, unless told otherwise, for the bot's direct messages.
    if (
      Array.isArray(contexts) ? !contexts.includes(CONTEXTS[where]) : where === 'dm' && command.dm_permission === false
    )
      throw new Error(`${name} is not for ${where}`);
    const isFor = (type: number): boolean => !Array.isArray(types) || types.includes(type);
    const isUsable = (isInstalled(where) && isFor(0)) || (installed === true && state.forPeople && isFor(1));
    if (!isUsable) throw new Error(`${name} is not for an installation in ${where}`);
  }
  return command;
}

/** The data of a message's menu: a command by the name that the person reads. */
export function menuData(state: State, where: Where, name: string, user: User, message: Stored): Json {
  const { locale } = user;
  const isMeant = (key: string, { name: plain, name_localizations: names }: Json): boolean =>
    key.startsWith('3 ') && (object(names)[locale] ?? plain) === name;
  const command = registered(state, where, isMeant, `‘${name}’`, user);
  const { guild_id, id, name: plain } = command;
  return {
    id,
    name: plain,
    type: 3,
    ...(guild_id === undefined ? {} : { guild_id }),
    target_id: message.id,
    resolved: { messages: { [message.id]: messageJson(state, message) } },
  };
}
