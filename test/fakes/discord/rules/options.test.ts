import { describe, expect, it } from 'vitest';
import { commandsErrors } from './commands.ts';
import { reasons } from './reasons.ts';
import { many } from './samples.ts';
import { itRefuses, type Row } from './tables.ts';

const having = (...options: object[]) => [{ name: 'a', description: 'a', options }];
const option = (more: object = {}) => ({ type: 3, name: 'o', description: 'a', ...more });
const sub = (more: object = {}) => ({ type: 1, name: 's', description: 'a', ...more });
const group = (...options: object[]) => ({ type: 2, name: 'g', description: 'a', options });
const choosing = (...choices: object[]) => having(option({ choices }));
const O = '0.options.0';

const options: Row[] = [
  [
    '25 options',
    having(...many(25, (i) => option({ name: `${i}` }))),
    having(...many(26, (i) => option({ name: `${i}` }))),
    '0.options BASE_TYPE_MAX_LENGTH',
  ],
  ['a known type', having(option({ type: 11 })), having(option({ type: 12 })), `${O}.type BASE_TYPE_CHOICES`],
  [
    'a name',
    having(option({ name: '이름' })),
    having(option({ name: 'Name' })),
    `${O}.name APPLICATION_COMMAND_INVALID_NAME`,
  ],
  [
    'a description',
    having(option()),
    having(option({ description: undefined })),
    `${O}.description BASE_TYPE_REQUIRED`,
  ],
  [
    'names once',
    having(option(), option({ name: 'p' })),
    having(option(), option()),
    '0.options.1.name APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
  ],
  [
    'translated names once',
    having(option({ name_localizations: { ko: '가' } }), option({ name: 'p', name_localizations: { ja: '가' } })),
    having(option({ name_localizations: { ko: 'p' } }), option({ name: 'p' })),
    `${O}.name_localizations.ko APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS`,
  ],
  [
    'required first',
    having(option({ required: true }), option({ name: 'p' })),
    having(option(), option({ name: 'p', required: true })),
    '0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    'subcommands alone',
    having(sub(), group(sub())),
    having(sub(), option()),
    '0.options.1 APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  ],
  [
    'subcommands in groups',
    having(group(sub())),
    having(group(option())),
    `${O}.options.0 APPLICATION_COMMAND_OPTIONS_TYPE_INVALID`,
  ],
  [
    'options in subcommands',
    having(sub({ options: [option()] })),
    having(sub({ options: [sub()] })),
    `${O}.options.0 APPLICATION_COMMAND_OPTIONS_TYPE_INVALID`,
  ],
  [
    'groups only in commands',
    having(group(sub())),
    having({ ...group(group(sub())) }),
    `${O}.options.0 APPLICATION_COMMAND_OPTIONS_TYPE_INVALID`,
  ],
  [
    'options of subcommands only',
    having(sub()),
    having(option({ options: [option()] })),
    `${O}.options APPLICATION_COMMAND_OPTIONS_INVALID`,
  ],
  [
    'parameters to require',
    having(sub({ required: false })),
    having(sub({ required: true })),
    `${O}.required APPLICATION_COMMAND_REQUIRED_INVALID`,
  ],
  [
    '25 choices',
    choosing(...many(25, () => ({ name: 'a', value: 'a' }))),
    choosing(...many(26, () => ({ name: 'a', value: 'a' }))),
    `${O}.choices BASE_TYPE_MAX_LENGTH`,
  ],
  [
    'name 100',
    choosing({ name: 'A b', value: 'a' }),
    choosing({ name: 'a'.repeat(101), value: 'a' }),
    `${O}.choices.0.name BASE_TYPE_BAD_LENGTH`,
  ],
  [
    'value 100',
    choosing({ name: 'a', value: 'a'.repeat(100) }),
    choosing({ name: 'a', value: 'a'.repeat(101) }),
    `${O}.choices.0.value BASE_TYPE_BAD_LENGTH`,
  ],
  [
    'text of text',
    choosing({ name: 'a', value: '1' }),
    choosing({ name: 'a', value: 1 }),
    `${O}.choices.0.value STRING_TYPE_CONVERT`,
  ],
  [
    'whole numbers',
    having(option({ type: 10, choices: [{ name: 'a', value: 1.5 }] })),
    having(option({ type: 4, choices: [{ name: 'a', value: 1.5 }] })),
    `${O}.choices.0.value NUMBER_TYPE_COERCE`,
  ],
  [
    'choices to choose',
    having(option({ type: 5, choices: [] })),
    having(option({ type: 5, choices: [{ name: 'a', value: 'a' }] })),
    `${O}.choices APPLICATION_COMMAND_CHOICES_INVALID`,
  ],
  [
    'text to complete',
    having(option({ autocomplete: true })),
    having(option({ type: 6, autocomplete: true })),
    `${O}.autocomplete APPLICATION_COMMAND_AUTOCOMPLETE_INVALID`,
  ],
  [
    'choices or autocomplete',
    having(option({ autocomplete: true, choices: [] })),
    having(option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })),
    `${O}.autocomplete APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES`,
  ],
  [
    'values of numbers',
    having(option({ type: 4, min_value: 1, max_value: 2 })),
    having(option({ min_value: 1 })),
    `${O}.min_value APPLICATION_COMMAND_MIN_VALUE_INVALID`,
  ],
  [
    'a range of values',
    having(option({ type: 10, min_value: 0.5 })),
    having(option({ type: 4, min_value: 2, max_value: 1 })),
    `${O}.min_value NUMBER_TYPE_MAX`,
  ],
  [
    'lengths of text',
    having(option({ min_length: 0, max_length: 6000 })),
    having(option({ max_length: 0 })),
    `${O}.max_length NUMBER_TYPE_MIN`,
  ],
  [
    'a range of lengths',
    having(option({ min_length: 1, max_length: 1 })),
    having(option({ min_length: 2, max_length: 1 })),
    `${O}.min_length NUMBER_TYPE_MAX`,
  ],
  [
    'channels',
    having(option({ type: 7, channel_types: [0, 5] })),
    having(option({ type: 7, channel_types: [9] })),
    `${O}.channel_types.0 BASE_TYPE_CHOICES`,
  ],
  [
    'files',
    having(option({ type: 11, file_types: ['image'] })),
    having(option({ type: 11, file_types: ['gif'] })),
    `${O}.file_types.0 BASE_TYPE_CHOICES`,
  ],
];

describe('options', () => itRefuses(options, (body) => commandsErrors(body, 'global')));

describe('the size of a command', () => {
  // 7908 without the text: 2 of the command and of each option, 39 choices of 200, and 100 of the last one's name.
  const full = (more: string) =>
    having(
      option({ choices: many(25, () => ({ name: 'a'.repeat(100), value: 'b'.repeat(100) })) }),
      option({ name: 'p', choices: many(14, () => ({ name: 'a'.repeat(100), value: 'b'.repeat(100) })) }),
      option({ name: 'q', choices: [{ name: 'a'.repeat(100), value: more, name_localizations: { ko: 'c' } }] }),
    );
  it('is at most 8000', () => {
    expect(reasons(commandsErrors(full('b'.repeat(92)), 'global'))).toEqual([]);
    expect(reasons(commandsErrors(full('b'.repeat(93)), 'global'))).toEqual(['0 APPLICATION_COMMAND_TOO_LARGE']);
  });
});
