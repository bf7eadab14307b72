import { describe, expect, it } from 'vitest';
import { manifestProblems } from './manifest.ts';
import { long, MANIFEST, many } from './samples.ts';
import { itRefuses, type Row } from './tables.ts';

const address = (length: number) => `https://example.com/${long(length - 20)}`;
const unique = (index: number, length: number) => `${index}${long(length - `${index}`.length)}`;

it('accepts a whole manifest', () => {
  expect(manifestProblems(MANIFEST)).toEqual([]);
  expect(manifestProblems({ display_information: { name: 'a' } })).toEqual([]);
});

it('knows two versions of the schema', () => {
  const problems = (major_version: number) =>
    manifestProblems({ ...MANIFEST, _metadata: { major_version, minor_version: 0 } });
  expect(problems(1)).toEqual([]);
  expect(problems(2)).toEqual([]);
  const place = '[json-pointer:/_metadata/major_version]';
  expect(problems(0)).toEqual([`must be greater than or equal to 1 ${place}`]);
  expect(problems(3)).toEqual([`must be less than or equal to 2 ${place}`]);
});

it('refuses what is no manifest', () => {
  expect(manifestProblems('{}')).toEqual(['must provide an object']);
  expect(manifestProblems({})).toEqual(['missing required field: display_information']);
  expect(manifestProblems({ ...MANIFEST, feature: {} })).toEqual(['invalid additional property: feature']);
});

const scopes = (more: object) => ({ scopes: { bot: MANIFEST.oauth_config.scopes.bot, ...more } });
const redirects = (count: number) => ({
  ...MANIFEST.oauth_config,
  redirect_urls: many(count, (index) => `https://a.b/${index}`),
});
const redirect = (length: number) => ({ ...MANIFEST.oauth_config, redirect_urls: [address(length)] });
const granted = (...more: string[]) => scopes({ bot: [...MANIFEST.oauth_config.scopes.bot, ...more] });

const oauth: Row[] = [
  [
    'A scope of a bot is known',
    granted('chat:write'),
    granted('chat:shout'),
    'scopes/bot/3: must be a valid enum value',
  ],
  [
    'A scope of a user is known',
    scopes({ user: ['search:read'] }),
    scopes({ user: ['app_mentions:read'] }),
    'scopes/user/0: must be a valid enum value',
  ],
  ['Scopes differ', granted(), granted('commands'), 'scopes/bot/3: must be unique'],
  ['Redirects are 1000 at most', redirects(1000), redirects(1001), 'redirect_urls: no more than 1000 items allowed'],
  [
    'A redirect has 2500 characters at most',
    redirect(2500),
    redirect(2501),
    'redirect_urls/0: must be less than 2501 characters',
  ],
  ['There is nothing else', granted(), { ...granted(), scope: [] }, 'invalid additional property: scope'],
];

describe('oauth_config', () =>
  itRefuses(oauth, (oauth_config) => manifestProblems({ ...MANIFEST, oauth_config }), '/oauth_config'));

const subscribed = (...bot_events: unknown[]) => ({ event_subscriptions: { bot_events } });
const eventUrl = (request_url: string) => ({ event_subscriptions: { request_url } });
const metadata = (count: number, length = 50) => ({
  event_subscriptions: {
    metadata_subscriptions: many(count, (index) => ({ app_id: '*', event_type: unique(index, length) })),
  },
});
const ranges = (count: number) => ({ allowed_ip_address_ranges: many(count, (index) => `10.0.0.${index}/32`) });
const interactivity = (more: object) => ({ interactivity: { is_enabled: true, ...more } });

const settings: Row[] = [
  [
    'An event is known',
    subscribed('app_mention'),
    subscribed('app_mentioned'),
    'event_subscriptions/bot_events/0: must be a valid enum value',
  ],
  [
    'Events differ',
    subscribed('app_mention'),
    subscribed('app_mention', 'app_mention'),
    'event_subscriptions/bot_events/1: must be unique',
  ],
  [
    'An event has its scope',
    subscribed('message.im'),
    subscribed('message.mpim'),
    'event_subscriptions/bot_events/0: message.mpim requires the scope mpim:history',
  ],
  [
    'An address has 3500 characters at most',
    eventUrl(address(3500)),
    eventUrl(address(3501)),
    'event_subscriptions/request_url: must be less than 3501 characters',
  ],
  ['An address is one', eventUrl('https://a.b'), eventUrl('a.b'), 'event_subscriptions/request_url: invalid url'],
  [
    'Subscriptions to metadata are 20 at most',
    metadata(20),
    metadata(21),
    'event_subscriptions/metadata_subscriptions: no more than 20 items allowed',
  ],
  [
    'Its event_type has 50 characters at most',
    metadata(1, 50),
    metadata(1, 51),
    'event_subscriptions/metadata_subscriptions/0/event_type: must be less than 51 characters',
  ],
  [
    'Interactivity is on or off',
    interactivity({}),
    { interactivity: {} },
    'interactivity: missing required field: is_enabled',
  ],
  [
    'Its address has 3500',
    interactivity({ request_url: address(3500) }),
    interactivity({ request_url: address(3501) }),
    'interactivity/request_url: must be less than 3501 characters',
  ],
  [
    'That of its menus has 3500',
    interactivity({ message_menu_options_url: address(3500) }),
    interactivity({ message_menu_options_url: address(3501) }),
    'interactivity/message_menu_options_url: must be less than 3501 characters',
  ],
  [
    'Ranges of addresses are 50 at most',
    ranges(50),
    ranges(51),
    'allowed_ip_address_ranges: no more than 50 items allowed',
  ],
  [
    'Ranges of addresses are some, where they are named',
    {},
    ranges(0),
    'allowed_ip_address_ranges: no fewer than 1 items allowed',
  ],
  [
    'A range is of an IPv4 network',
    ranges(1),
    { allowed_ip_address_ranges: ['10.0.0/8'] },
    'allowed_ip_address_ranges/0: must be formatted as 10.0.0.0/8',
  ],
  [
    'Deploying is on or off',
    { org_deploy_enabled: true },
    { org_deploy_enabled: 'true' },
    'org_deploy_enabled: must provide a boolean',
  ],
  [
    'A token rotates or does not',
    { token_rotation_enabled: true },
    { token_rotation_enabled: 1 },
    'token_rotation_enabled: must provide a boolean',
  ],
  [
    'A runtime is known',
    { function_runtime: 'remote' },
    { function_runtime: 'local' },
    'function_runtime: must be a valid enum value',
  ],
  ['There is nothing else', {}, { socket_mode: true }, 'invalid additional property: socket_mode'],
];

describe('settings', () =>
  itRefuses(
    settings,
    (more) => manifestProblems({ ...MANIFEST, settings: { socket_mode_enabled: true, ...(more as object) } }),
    '/settings',
  ));

const HTTPS = 'https://example.com/slack/events';
const byHttp = {
  ...MANIFEST,
  features: { ...MANIFEST.features, slash_commands: [{ command: '/a', description: 'a', url: HTTPS }] },
  settings: {
    event_subscriptions: { ...MANIFEST.settings.event_subscriptions, request_url: HTTPS },
    interactivity: { is_enabled: true, request_url: HTTPS },
  },
};
const unscoped = {
  ...MANIFEST,
  settings: { socket_mode_enabled: true },
  oauth_config: { scopes: { bot: ['chat:write'] } },
};

const together: Row[] = [
  [
    'Something takes events',
    byHttp,
    { ...byHttp, settings: { event_subscriptions: MANIFEST.settings.event_subscriptions } },
    'settings/event_subscriptions: Event Subscription requires either Request URL or Socket Mode Enabled',
  ],
  [
    'Something takes interactions',
    MANIFEST,
    { ...byHttp, settings: { interactivity: { is_enabled: true } } },
    'settings/interactivity: Interactivity requires a Request URL',
  ],
  [
    'Interactivity that is off needs no address',
    { ...byHttp, settings: { interactivity: { is_enabled: false } } },
    { ...byHttp, settings: { interactivity: { is_enabled: 0 } } },
    'settings/interactivity/is_enabled: must provide a boolean',
  ],
  [
    'Something takes commands',
    byHttp,
    { ...MANIFEST, settings: {} },
    'features/slash_commands/0: Slash command requires either a URL or Socket Mode Enabled',
  ],
  ['Scopes of a bot have a bot', MANIFEST, { ...MANIFEST, features: {} }, 'features: Bot scopes require a bot user'],
  [
    'One scope of a bot has a bot',
    { display_information: { name: 'a' }, oauth_config: { scopes: { user: ['chat:write'] } } },
    { display_information: { name: 'a' }, oauth_config: { scopes: { bot: ['chat:write'] } } },
    'features: Bot scopes require a bot user',
  ],
  [
    'Commands have their scope',
    { ...unscoped, features: { bot_user: MANIFEST.features.bot_user } },
    { ...unscoped, features: { ...MANIFEST.features, shortcuts: undefined } },
    'features/slash_commands: slash_commands requires the scope commands',
  ],
  [
    'Shortcuts have their scope',
    MANIFEST,
    { ...unscoped, features: { ...MANIFEST.features, slash_commands: undefined } },
    'features/shortcuts: shortcuts requires the scope commands',
  ],
];

describe('parts that need each other', () => itRefuses(together, manifestProblems));
