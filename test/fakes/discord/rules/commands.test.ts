import { describe, expect, it } from 'vitest';
import { commandsErrors } from './commands.ts';
import { reasons } from './reasons.ts';
import { many } from './samples.ts';
import { itRefuses, type Row } from './tables.ts';

const slash = (more: object = {}) => ({ name: 'a', description: 'a', ...more });
const menu = (more: object = {}) => ({ type: 2, name: 'Look At', ...more });
const numbered = (index: number) => slash({ name: `a${index}` });
const all = (...commands: object[]) => commands;
const one = (more: object = {}) => [slash(more)];

const commands: Row[] = [
  ['a list', [], {}, 'LIST_TYPE_CONVERT'],
  ['100 slash commands', many(100, numbered), many(101, numbered), '30032'],
  ['15 menu commands', many(15, (i) => menu({ name: `${i}` })), many(16, (i) => menu({ name: `${i}` })), '30032'],
  [
    'names once a type',
    all(slash(), menu({ name: 'a' })),
    all(slash(), slash()),
    '1 APPLICATION_COMMANDS_DUPLICATE_NAME',
  ],
  ['known types', all(menu({ type: 3 })), all(menu({ type: 5 })), '0.type BASE_TYPE_CHOICES'],
  ['a name', one({ name: '도시락-1' }), one({ name: 'a b' }), '0.name APPLICATION_COMMAND_INVALID_NAME'],
  ['lower case', one({ name: 'über' }), one({ name: 'Über' }), '0.name APPLICATION_COMMAND_INVALID_NAME'],
  ['name 32', one({ name: '𠀀'.repeat(32) }), one({ name: 'a'.repeat(33) }), '0.name BASE_TYPE_BAD_LENGTH'],
  ['a named command', one(), one({ name: '' }), '0.name BASE_TYPE_REQUIRED'],
  [
    'a description',
    one({ description: '😀'.repeat(100) }),
    one({ description: '' }),
    '0.description BASE_TYPE_REQUIRED',
  ],
  ['description 100', one(), one({ description: 'a'.repeat(101) }), '0.description BASE_TYPE_BAD_LENGTH'],
  [
    'menus without description',
    all(menu({ description: '' })),
    all(menu({ description: 'a' })),
    '0.description APPLICATION_COMMAND_ONLY_CHAT_INPUT',
  ],
  [
    'known languages',
    one({ name_localizations: { ko: '가' } }),
    one({ name_localizations: { kr: '가' } }),
    '0.name_localizations.kr BASE_TYPE_CHOICES',
  ],
  [
    'translated names',
    one({ name_localizations: null }),
    one({ name_localizations: { ko: '가 나' } }),
    '0.name_localizations.ko APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'translated descriptions',
    one({ description_localizations: { ko: '가' } }),
    one({ description_localizations: { ko: '가'.repeat(101) } }),
    '0.description_localizations.ko BASE_TYPE_BAD_LENGTH',
  ],
  [
    'permissions',
    one({ default_member_permissions: '8' }),
    one({ default_member_permissions: 'ADMIN' }),
    '0.default_member_permissions NUMBER_TYPE_COERCE',
  ],
  ['known contexts', one({ contexts: [0, 1, 2] }), one({ contexts: [3] }), '0.contexts.0 BASE_TYPE_CHOICES'],
  [
    'known installations',
    one({ integration_types: [0, 1] }),
    one({ integration_types: [2] }),
    '0.integration_types.0 BASE_TYPE_CHOICES',
  ],
  [
    'others’ direct messages to whom people may bring it',
    one({ contexts: [0, 2], integration_types: [0, 1] }),
    one({ contexts: [0, 2], integration_types: [0] }),
    '0.contexts APPLICATION_COMMAND_CONTEXTS_INVALID',
  ],
];

describe('commands', () => itRefuses(commands, (body) => commandsErrors(body, 'global')));

it('takes an installation of people only where the application is set up for it', () => {
  const forPeople = one({ integration_types: [0, 1] });
  expect(reasons(commandsErrors(forPeople, 'global'))).toEqual([]);
  expect(reasons(commandsErrors(forPeople, 'global', false))).toEqual([
    '0.integration_types APPLICATION_COMMAND_INTEGRATION_TYPES_INVALID',
  ]);
});

it('takes contexts and installations only of global commands', () => {
  expect(reasons(commandsErrors(one(), 'guild'))).toEqual([]);
  expect(reasons(commandsErrors(one({ contexts: [0], integration_types: [0] }), 'guild'))).toEqual([
    '0.contexts APPLICATION_COMMAND_ONLY_GLOBAL',
    '0.integration_types APPLICATION_COMMAND_ONLY_GLOBAL',
  ]);
});
