import { describe } from 'vitest';
import { manifestProblems } from './manifest.ts';
import { long, MANIFEST, many } from './samples.ts';
import { itRefuses, type Row } from './tables.ts';

const address = (length: number) => `https://example.com/${long(length - 20)}`;

const information: Row[] = [
  ['A name has 35 characters at most', { name: long(35) }, { name: long(36) }, 'name: must be less than 36 characters'],
  ['There is a name', { name: 'a' }, {}, 'missing required field: name'],
  [
    'A description has 140',
    { name: 'a', description: long(140) },
    { name: 'a', description: long(141) },
    'description: must be less than 141 characters',
  ],
  [
    'A long description has 175 at least',
    { name: 'a', long_description: long(175) },
    { name: 'a', long_description: long(174) },
    'long_description: must be more than 174 characters',
  ],
  [
    'A long description has 4000 at most',
    { name: 'a', long_description: long(4000) },
    { name: 'a', long_description: long(4001) },
    'long_description: must be less than 4001 characters',
  ],
  [
    'A color has 3 or 6 digits',
    { name: 'a', background_color: '#fFf' },
    { name: 'a', background_color: '#ffff' },
    'background_color: must be formatted as #000000',
  ],
  ['There is nothing else', { name: 'a' }, { name: 'a', icon: 'a' }, 'invalid additional property: icon'],
];

describe('display_information', () =>
  itRefuses(information, (display_information) => manifestProblems({ display_information }), '/display_information'));

const command = (more: object = {}) => ({ command: '/a', description: 'a', ...more });
const commands = (count: number) => ({ slash_commands: many(count, (index) => command({ command: `/${index}` })) });
const one = (more: object) => ({ slash_commands: [command(more)] });
const shortcut = (more: object = {}) => ({ name: 'a', type: 'message', callback_id: 'a', description: 'a', ...more });
const shortcuts = (count: number) => ({ shortcuts: many(count, (index) => shortcut({ callback_id: `${index}` })) });
const only = (more: object) => ({ shortcuts: [shortcut(more)] });
const named = (display_name: string) => ({ bot_user: { display_name } });

const features: Row[] = [
  ['Commands are 50 at most', commands(50), commands(51), 'slash_commands: no more than 50 items allowed'],
  ['Commands are some, where they are named', {}, commands(0), 'slash_commands: no fewer than 1 items allowed'],
  [
    'A command has 32 characters at most',
    one({ command: `/${long(31)}` }),
    one({ command: `/${long(32)}` }),
    'slash_commands/0/command: must be less than 33 characters',
  ],
  [
    'A command starts with a slash',
    one({ command: '/k8s-a_b' }),
    one({ command: 'k8s' }),
    'slash_commands/0/command: The slash command has an invalid name',
  ],
  [
    'A command has no capitals',
    one({ command: '/a' }),
    one({ command: '/A' }),
    'slash_commands/0/command: The slash command has an invalid name',
  ],
  [
    'A command is not one of Slack',
    one({ command: '/mee' }),
    one({ command: '/me' }),
    'slash_commands/0/command: The slash command has an invalid name',
  ],
  [
    'Commands differ',
    commands(2),
    { slash_commands: [command(), command()] },
    'slash_commands/1/command: The slash command name is duplicated',
  ],
  [
    'A description has 2000 characters at most',
    one({ description: long(2000) }),
    one({ description: long(2001) }),
    'slash_commands/0/description: must be less than 2001 characters',
  ],
  [
    'There is a description',
    one({}),
    one({ description: undefined }),
    'slash_commands/0: missing required field: description',
  ],
  [
    'A usage_hint has 1000',
    one({ usage_hint: long(1000) }),
    one({ usage_hint: long(1001) }),
    'slash_commands/0/usage_hint: must be less than 1001 characters',
  ],
  [
    'A usage_hint is not empty',
    one({}),
    one({ usage_hint: '' }),
    'slash_commands/0/usage_hint: must be more than 0 characters',
  ],
  [
    'An address has 3000',
    one({ url: address(3000) }),
    one({ url: address(3001) }),
    'slash_commands/0/url: must be less than 3001 characters',
  ],
  [
    'A command has no other fields',
    one({ should_escape: true }),
    one({ escape: true }),
    'slash_commands/0: invalid additional property: escape',
  ],
  ['Shortcuts are 10 at most', shortcuts(10), shortcuts(11), 'shortcuts: no more than 10 items allowed'],
  [
    'A shortcut has a name of 24',
    only({ name: long(24) }),
    only({ name: long(25) }),
    'shortcuts/0/name: must be less than 25 characters',
  ],
  [
    'A shortcut is global or of a message',
    only({ type: 'global' }),
    only({ type: 'channel' }),
    'shortcuts/0/type: must be a valid enum value',
  ],
  [
    'A callback_id has 255 characters at most',
    only({ callback_id: long(255) }),
    only({ callback_id: long(256) }),
    'shortcuts/0/callback_id: must be less than 256 characters',
  ],
  [
    'A shortcut has a description of 150',
    only({ description: long(150) }),
    only({ description: long(151) }),
    'shortcuts/0/description: must be less than 151 characters',
  ],
  [
    'Callback_ids differ',
    shortcuts(2),
    { shortcuts: [shortcut(), shortcut()] },
    'shortcuts/1/callback_id: must be unique',
  ],
  [
    'A bot has a name of 80',
    named(long(80)),
    named(long(81)),
    'bot_user/display_name: must be less than 81 characters',
  ],
  [
    'A name of a bot is of letters and digits',
    named("O'Neil 8.0_a-b"),
    named('a!'),
    'bot_user/display_name: must be formatted as letters and digits',
  ],
  ['A bot has a name', named('a'), { bot_user: {} }, 'bot_user: missing required field: display_name'],
  [
    'Tabs are on or off',
    { app_home: { home_tab_enabled: true } },
    { app_home: { home_tab_enabled: 1 } },
    'app_home/home_tab_enabled: must provide a boolean',
  ],
  [
    'Domains are 5 at most',
    { unfurl_domains: many(5, (index) => `a${index}.com`) },
    { unfurl_domains: many(6, (index) => `a${index}.com`) },
    'unfurl_domains: no more than 5 items allowed',
  ],
  [
    'A domain has 255 characters at most',
    { unfurl_domains: [long(255)] },
    { unfurl_domains: [long(256)] },
    'unfurl_domains/0: must be formatted as example.com',
  ],
  [
    'Domains are not none',
    { unfurl_domains: ['a.b'] },
    { unfurl_domains: [] },
    'unfurl_domains: no fewer than 1 items allowed',
  ],
  [
    'An agent has a description of 300',
    { agent_view: { agent_description: long(300) } },
    { agent_view: { agent_description: long(301) } },
    'agent_view/agent_description: must be less than 301 characters',
  ],
  ['Shortcuts are not none', shortcuts(1), shortcuts(0), 'shortcuts: no fewer than 1 items allowed'],
  [
    'An assistant has a description',
    { assistant_view: { assistant_description: 'a' } },
    { assistant_view: {} },
    'assistant_view: missing required field: assistant_description',
  ],
  [
    'There are 4 prompts at most',
    { agent_view: { suggested_prompts: many(4, () => ({ title: 'a', message: 'a' })) } },
    { agent_view: { suggested_prompts: many(5, () => ({ title: 'a', message: 'a' })) } },
    'agent_view/suggested_prompts: no more than 4 items allowed',
  ],
  ['There is nothing else', {}, { workflow_steps: [] }, 'invalid additional property: workflow_steps'],
];

const withFeatures = (more: unknown) =>
  manifestProblems({ ...MANIFEST, features: { bot_user: MANIFEST.features.bot_user, ...(more as object) } });

describe('features', () => itRefuses(features, withFeatures, '/features'));
