/** Application commands as Discord keeps and returns them. */
import { type ApiError, type ErrorTree, refusals } from './errors.ts';
import { isJson, number, object, objects, text } from './json.ts';
import { commandsErrors } from './rules/commands.ts';
import { refuse, type State } from './state.ts';
import type { Json } from './types.ts';

type Place = 'global' | 'guild';

const DAILY_CREATES = 200;
const DAY = 86_400_000;

const keyOf = (command: Json): string => `${number(command.type, 1)} ${text(command.name)}`;
const storeOf = (state: State, where: Place): Map<string, Json> =>
  where === 'global' ? state.globalCommands : state.guildCommands;

/** Localizations, kept as given; none are null. */
const localizations = (given: unknown): Json | null => (isJson(given) && Object.keys(given).length > 0 ? given : null);

function storedOption(option: Json): Json {
  const { required, choices, options, name_localizations, description_localizations, ...rest } = option;
  const nested = objects(options).map(storedOption);
  const picks = objects(choices).map((choice) => ({
    name: choice.name,
    name_localizations: localizations(choice.name_localizations),
    value: choice.value,
  }));
  return {
    ...rest,
    name_localizations: localizations(name_localizations),
    description_localizations: localizations(description_localizations),
    ...(required === true ? { required } : {}),
    ...(picks.length > 0 ? { choices: picks } : {}),
    ...(nested.length > 0 ? { options: nested } : {}),
  };
}

/** Everything but id and version. */
function storedCommand(state: State, given: Json, where: Place): Json {
  const contexts = Array.isArray(given.contexts) ? given.contexts : null;
  const inDirect = contexts ? contexts.includes(1) : given.dm_permission !== false;
  const types = given.integration_types;
  const options = objects(given.options).map(storedOption);
  const permissions = given.default_member_permissions;
  return {
    application_id: state.applicationId,
    ...(where === 'guild' ? { guild_id: state.guild.id } : {}),
    type: number(given.type, 1),
    name: given.name,
    name_localizations: localizations(given.name_localizations),
    description: text(given.description),
    description_localizations: localizations(given.description_localizations),
    default_member_permissions: permissions === undefined || permissions === null ? null : String(permissions),
    default_permission: given.default_permission !== false,
    ...(where === 'global'
      ? {
          dm_permission: inDirect,
          contexts,
          integration_types: Array.isArray(types) ? types : state.forPeople ? [0, 1] : [0],
        }
      : {}),
    ...(options.length > 0 ? { options } : {}),
    nsfw: given.nsfw === true,
  };
}

function withIds(state: State, body: Json, before: Json | undefined, id = before?.id ?? state.snowflake()): Json {
  const { id: _id, version, ...old } = before ?? {};
  const same = before !== undefined && canonical(old) === canonical(body);
  return { id, ...body, version: same ? version : state.snowflake() };
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    isJson(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one,
  );

/** A list's error as that of its one command. */
function single(error: ApiError | undefined): ApiError | undefined {
  if (!error?.errors) return error;
  const own = error.errors['0'];
  const errors: ErrorTree = own !== undefined && !Array.isArray(own) ? own : error.errors;
  return { ...error, errors };
}

function countCreates(state: State, added: number): void {
  const day = Math.floor(state.now() / DAY);
  if (state.creates.day !== day) Object.assign(state.creates, { day, count: 0 });
  if (state.creates.count + added > DAILY_CREATES) refuse(refusals.tooManyCommandCreates);
  state.creates.count += added;
}

/** PUT: the list replaces what there was; commands of a known name or id keep their id. */
export function overwriteCommands(state: State, where: Place, body: unknown): Json[] {
  const error = commandsErrors(body, where, state.forPeople);
  if (error) refuse(error);
  const store = storeOf(state, where);
  const before = [...store.values()];
  const list = objects(body).map((given) => {
    const old = before.find(({ id }) => id === given.id) ?? store.get(keyOf(given));
    return { command: storedCommand(state, given, where), old };
  });
  countCreates(state, list.filter(({ old }) => old === undefined).length);
  const after = list.map(({ command, old }) => withIds(state, command, old));
  store.clear();
  for (const command of after) store.set(keyOf(command), command);
  return after;
}

/** POST: a command of the same name is overwritten. */
export function createCommand(state: State, where: Place, body: unknown): { created: boolean; command: Json } {
  const store = storeOf(state, where);
  const given = object(body);
  const old = store.get(keyOf(given));
  const error = single(commandsErrors([body], where, state.forPeople));
  if (error) refuse(error);
  if (!old) countCreates(state, 1);
  const command = withIds(state, storedCommand(state, given, where), old);
  store.set(keyOf(command), command);
  return { created: old === undefined, command };
}

export function commandOf(state: State, where: Place, id: string): Json {
  for (const command of storeOf(state, where).values()) if (command.id === id) return command;
  refuse({ status: 404, code: 10063, message: 'Unknown application command' });
}

export function editCommand(state: State, where: Place, id: string, body: unknown): Json {
  const store = storeOf(state, where);
  const old = commandOf(state, where, id);
  const { id: _id, version: _version, application_id: _application, guild_id: _guild, ...known } = old;
  const { dm_permission: _direct, default_permission: _default, ...fields } = known;
  const merged = { ...fields, ...object(body) };
  const error = single(commandsErrors([merged], where, state.forPeople));
  if (error) refuse(error);
  const command = withIds(state, storedCommand(state, merged, where), old);
  store.delete(keyOf(old));
  store.set(keyOf(command), command);
  return command;
}

export function deleteCommand(state: State, where: Place, id: string): void {
  storeOf(state, where).delete(keyOf(commandOf(state, where, id)));
}

/** As a list is fetched without `with_localizations`. */
export function withoutLocalizations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLocalizations);
  if (!isJson(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'name_localizations' && key !== 'description_localizations')
      .map(([key, one]) => [key, withoutLocalizations(one)]),
  );
}

export const listCommands = (state: State, where: Place): Json[] => [...storeOf(state, where).values()];
