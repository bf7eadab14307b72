/** Finding the registered command that a person means. */
import { object } from './json.ts';
import type { State, Stored } from './state.ts';
import type { Json, User, Where } from './types.ts';
import { messageJson } from './wire.ts';

/** The registered command of that key, which has to be usable there. */
export function registered(
  state: State,
  where: Where,
  isMeant: (key: string, command: Json) => boolean,
  name: string,
): Json {
  const find = (all: ReadonlyMap<string, Json>): Json | undefined =>
    [...all].find(([key, command]) => isMeant(key, command))?.[1];
  const guild = where === 'dm' ? undefined : find(state.guildCommands);
  const command = guild ?? find(state.globalCommands);
  if (!command) throw new Error(`No command ${name} is registered for ${where}`);
  if (!guild) {
    const { contexts, integration_types: types } = command;
    const context = where === 'dm' ? 1 : 0;
    if (Array.isArray(contexts) ? !contexts.includes(context) : where === 'dm' && command.dm_permission === false)
      throw new Error(`${name} is not for ${where}`);
    if (Array.isArray(types) && !types.includes(0)) throw new Error(`${name} is not for an installation in a guild`);
  }
  return command;
}

/** The data of a message's menu: a command by the name that the person reads. */
export function menuData(state: State, where: Where, name: string, { locale }: User, message: Stored): Json {
  const isMeant = (key: string, { name: plain, name_localizations: names }: Json): boolean =>
    key.startsWith('3 ') && (object(names)[locale] ?? plain) === name;
  const command = registered(state, where, isMeant, `‘${name}’`);
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
