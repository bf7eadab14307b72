/** The options of a slash command: subcommands, or the parameters of a command or subcommand. */

import { boolean, choice, fileTypes, list, number, object, setOf, text } from './checks.ts';
import { type Field, isGiven } from './form.ts';
import { choiceName, description, slashName, translationsOf } from './localized.ts';
import * as problems from './problems.ts';

const SUB_COMMAND = 1;
const SUB_COMMAND_GROUP = 2;
const STRING = 3;
const INTEGER = 4;
const CHANNEL = 7;
const NUMBER = 10;
const ATTACHMENT = 11;

const SUBS = [SUB_COMMAND, SUB_COMMAND_GROUP];
const PLAIN = [3, 4, 5, 6, 7, 8, 9, 10, 11];
const CHANNEL_TYPES = [0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16];

/** Which types of options may carry a field. */
const CARRIERS: Readonly<Record<string, readonly number[]>> = {
  options: SUBS,
  required: PLAIN,
  choices: [STRING, INTEGER, NUMBER],
  autocomplete: [STRING, INTEGER, NUMBER],
  min_value: [INTEGER, NUMBER],
  max_value: [INTEGER, NUMBER],
  min_length: [STRING],
  max_length: [STRING],
  channel_types: [CHANNEL],
  file_types: [ATTACHMENT],
};

const typeOf = (field: Field | undefined): number => Number(field?.at('type').value);
const isKnown = (type: number): boolean => SUBS.includes(type) || PLAIN.includes(type);

/** `under` is the type of the option that holds these; none for the command itself. */
export const options = (field: Field, under?: number): void => {
  const all = list(field, { max: 25 }).filter((each) => object(each, true));
  for (const each of all) option(each);
  const mayHold = holdable(under, SUBS.includes(typeOf(all[0])));
  let sawOptional = false;
  for (const each of all) {
    if (isKnown(typeOf(each)) && !mayHold.includes(typeOf(each))) each.refuse(problems.mixedOptions);
    const isRequired = each.at('required').value === true;
    if (isRequired && sawOptional) each.refuse(problems.requiredAfterOptional);
    sawOptional ||= !isRequired;
  }
  uniqueNames(all);
};

/** A command holds either parameters or subcommands; a group only subcommands; a subcommand only parameters. */
const holdable = (under: number | undefined, startsWithSub: boolean): readonly number[] => {
  if (under === SUB_COMMAND) return PLAIN;
  if (under === SUB_COMMAND_GROUP) return [SUB_COMMAND];
  return startsWithSub ? SUBS : PLAIN;
};

const option = (field: Field): void => {
  choice(field.at('type'), [...SUBS, ...PLAIN], true);
  const type = typeOf(field);
  slashName(field);
  description(field);
  boolean(field.at('required'));
  boolean(field.at('autocomplete'));
  for (const [name, types] of Object.entries(CARRIERS)) {
    const { value } = field.at(name);
    const isSet = Array.isArray(value) ? value.length > 0 : isGiven(field.at(name)) && value !== false;
    if (isSet && isKnown(type) && !types.includes(type))
      field.at(name).refuse(problems.guessed.optionFieldInvalid(name));
  }
  if (SUBS.includes(type)) options(field.at('options'), type);
  if (type === CHANNEL) setOf(field.at('channel_types'), CHANNEL_TYPES);
  if (type === ATTACHMENT) fileTypes(field.at('file_types'));
  if (type === STRING) lengths(field);
  if (type === INTEGER || type === NUMBER) values(field, type);
  if (CARRIERS.choices?.includes(type)) choices(field, type);
};

const lengths = (field: Field): void => {
  const min = number(field.at('min_length'), { min: 0, max: 6000 }) ?? 0;
  const max = number(field.at('max_length'), { min: 1, max: 6000 }) ?? 6000;
  if (min > max) field.at('min_length').refuse(problems.numberMax(max, 'min_length'));
};

/** Integers are safe ones; numbers reach one further. */
const rangeOf = (type: number) =>
  type === INTEGER
    ? { kind: 'int' as const, min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }
    : { kind: 'number' as const, min: -(2 ** 53), max: 2 ** 53 };

const values = (field: Field, type: number): void => {
  const min = number(field.at('min_value'), rangeOf(type)) ?? Number.NEGATIVE_INFINITY;
  const max = number(field.at('max_value'), rangeOf(type)) ?? Number.POSITIVE_INFINITY;
  if (min > max) field.at('min_value').refuse(problems.numberMax(max, 'min_value'));
};

const choices = (field: Field, type: number): void => {
  const all = list(field.at('choices'), { max: 25 });
  for (const each of all) {
    if (!object(each, true)) continue;
    choiceName(each);
    if (type === STRING) text(each.at('value'), { min: 1, max: 100, required: true });
    else number(each.at('value'), { ...rangeOf(type), required: true });
  }
  if (all.length > 0 && field.at('autocomplete').value === true) {
    field.at('autocomplete').refuse(problems.guessed.choicesWithAutocomplete);
  }
};

/** Names are unique, and a translated name differs from all other default names and from its language's others. */
const uniqueNames = (all: readonly Field[]): void => {
  all.forEach((each, index) => {
    const name = each.at('name');
    if (all.slice(0, index).some((other) => other.at('name').value === name.value)) {
      name.refuse(problems.guessed.optionNameTaken);
    }
    for (const [locale, translated] of Object.entries(translationsOf(each.value, 'name'))) {
      const isTaken = all.some(
        (other, at) =>
          at !== index &&
          (other.at('name').value === translated || translationsOf(other.value, 'name')[locale] === translated),
      );
      if (isTaken) each.at('name_localizations').at(locale).refuse(problems.guessed.optionNameTaken);
    }
  });
};
