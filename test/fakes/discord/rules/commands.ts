/** The commands of an application, as overwritten in bulk. */

import { type ApiError, refusals } from '../errors.ts';
import { boolean, choice, list, object, setOf } from './checks.ts';
import { createForm, type Field, isGiven, isRecord, lengthOf } from './form.ts';
import { description, longest, menuName, slashName } from './localized.ts';
import { options } from './options.ts';
import * as problems from './problems.ts';

const CHAT_INPUT = 1;
const ENTRY_POINT = 4;
/** How many commands of each type an application may have, globally and in each guild. */
const MOST: ReadonlyMap<number, number> = new Map([
  [CHAT_INPUT, 100],
  [2, 15],
  [3, 15],
  [ENTRY_POINT, 1],
]);

/** `forPeople`: the application may be installed by people, as it says in its settings. */
export function commandsErrors(body: unknown, where: 'global' | 'guild', forPeople = true): ApiError | undefined {
  const form = createForm(body);
  const commands = list(form.root, { max: Number.POSITIVE_INFINITY, required: true });
  const names = new Set<string>();
  for (const each of commands) {
    if (!object(each, true)) continue;
    command(each, where, forPeople);
    const name = `${typeOf(each)} ${String(each.at('name').value)}`;
    if (names.has(name)) each.refuse(problems.duplicateCommand);
    names.add(name);
  }
  return form.error() ?? numberError(commands);
}

const typeOf = (field: Field): number => {
  const { value } = field.at('type');
  return typeof value === 'number' ? value : CHAT_INPUT;
};

const numberError = (commands: readonly Field[]): ApiError | undefined => {
  const isTooMany = ([type, most]: [number, number]) => commands.filter((each) => typeOf(each) === type).length > most;
  return [...MOST].some(isTooMany) ? refusals.tooManyCommands : undefined;
};

const command = (field: Field, where: 'global' | 'guild', forPeople: boolean): void => {
  choice(field.at('type'), where === 'global' ? [...MOST.keys()] : [CHAT_INPUT, 2, 3]);
  if (typeOf(field) === CHAT_INPUT) {
    slashName(field);
    description(field);
    options(field.at('options'));
    if (sizeOf(field.value) > 8000) field.refuse(problems.commandTooLarge);
  } else {
    menuName(field);
    for (const name of ['description', 'options']) {
      const { value } = field.at(name);
      const isEmpty = !isGiven(field.at(name)) || value === '' || (Array.isArray(value) && value.length === 0);
      if (!isEmpty) field.at(name).refuse(problems.guessed.onlyChatInput);
    }
  }
  boolean(field.at('nsfw'));
  if (typeOf(field) === ENTRY_POINT) choice(field.at('handler'), [1, 2]);
  permissions(field.at('default_member_permissions'));
  reach(field, where, forPeople);
};

/** A bit set, written as a decimal number in a string. */
const permissions = (field: Field): void => {
  if (!isGiven(field)) return;
  const { value } = field;
  if (typeof value !== 'string' || !/^\d{1,20}$/.test(value)) field.refuse(problems.notA('int', value));
};

const reach = (field: Field, where: 'global' | 'guild', forPeople: boolean): void => {
  for (const [name, known] of [
    ['contexts', [0, 1, 2]],
    ['integration_types', [0, 1]],
  ] as const) {
    if (where === 'global') setOf(field.at(name), known);
    else if (isGiven(field.at(name))) field.at(name).refuse(problems.guessed.onlyGlobal);
  }
  const holds = (name: string, one: number): boolean => {
    const { value } = field.at(name);
    return Array.isArray(value) && value.includes(one);
  };
  // Others' direct messages have no other installation (Developing a User-Installable App; Application Commands: contexts).
  if (isGiven(field.at('integration_types')) && holds('contexts', 2) && !holds('integration_types', 1))
    field.at('contexts').refuse(problems.guessed.needsUserInstall);
  if (!forPeople && holds('integration_types', 1)) field.at('integration_types').refuse(problems.guessed.notForPeople);
};

/** Names, descriptions and values of the command, its options and their choices. */
const sizeOf = (part: unknown): number => {
  if (!isRecord(part)) return 0;
  const value = typeof part.value === 'string' || typeof part.value === 'number' ? lengthOf(String(part.value)) : 0;
  const parts = [part.options, part.choices].flatMap((each): unknown[] => (Array.isArray(each) ? each : []));
  return (
    longest(part, 'name') + longest(part, 'description') + value + parts.reduce<number>((n, p) => n + sizeOf(p), 0)
  );
};
