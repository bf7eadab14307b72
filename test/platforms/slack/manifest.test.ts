import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isTyped, usage } from '../../../src/core/command/command.ts';
import { manifestOf, SCOPES } from '../../../src/platforms/slack/manifest.ts';
import { CALLBACKS } from '../../../src/platforms/slack/views.ts';
import { createRoutes } from '../../fakes/slack/routes.ts';
import { BOT_EVENTS } from '../../fakes/slack/rules/known.ts';
import { manifestProblems } from '../../fakes/slack/rules/manifest.ts';
import { createState } from '../../fakes/slack/state.ts';
import { run } from '../../support/process.ts';
import { botOf, COURSE, ROOT } from '../../support/world.ts';

const { bot } = await botOf([COURSE]);
const URL_OF_BOT = 'https://bot.example.com';

interface Manifest {
  features: {
    slash_commands: {
      command: string;
      description: string;
      usage_hint?: string;
      url?: string;
      should_escape: boolean;
    }[];
    shortcuts: { type: string; callback_id: string }[];
  };
  oauth_config: { scopes: { bot: string[] } };
  settings: {
    event_subscriptions: { request_url?: string; bot_events: string[] };
    interactivity: { is_enabled: boolean; request_url?: string; message_menu_options_url?: string };
    socket_mode_enabled: boolean;
  };
}

const manifest = (prefix = '', url?: string): Manifest =>
  // Safe: what is not as this says fails below.
  manifestOf(bot.commands, { prefix, url, subject: { ko: '쿠버네티스', en: 'Kubernetes' }, locale: 'ko' }) as Manifest;

const WAYS = [undefined, URL_OF_BOT].flatMap((url) =>
  ['', 'ds-', 'class-2-of-k8s-a-'].map((prefix) => [prefix, url] as const),
);

describe.each(WAYS)('with the prefix %j, at %s', (prefix, url) => {
  const made = manifest(prefix, url);

  test('Slack takes it', () => {
    expect(manifestProblems(made)).toEqual([]);
  });

  test('it has the commands that people use, each with its words to type', () => {
    const used = bot.commands.filter(isTyped);
    expect(made.features.slash_commands).toHaveLength(used.length);
    for (const [i, { command, description, usage_hint = '' }] of made.features.slash_commands.entries()) {
      const [meant] = used.slice(i);
      expect(command).toBe(`/${prefix}${meant?.name}`);
      expect(description).toBe(meant?.summary.ko);
      expect(`/${meant?.name} ${usage_hint}`.trim()).toBe(meant && usage(meant, 'ko'));
    }
  });

  test('everything comes one way: over the socket, or to one address', () => {
    const { settings, features } = made;
    const at = url === undefined ? undefined : `${URL_OF_BOT}/slack/events`;
    expect(settings.socket_mode_enabled).toBe(url === undefined);
    expect(settings.interactivity.is_enabled).toBe(true);
    const addresses = [
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
      settings.interactivity.message_menu_options_url,
      ...features.slash_commands.map((command) => command.url),
    ];
    expect(new Set(addresses)).toEqual(new Set([at]));
  });
});

test('the committed manifest is the one that the program prints', async () => {
  const committed = readFileSync(join(ROOT, 'deploy/slack-manifest.json'), 'utf8');
  expect(await run(['slack-manifest'])).toEqual({ status: 0, stdout: committed, stderr: '' });
  expect(JSON.parse(committed)).toEqual(manifest());
});

test('an address and a prefix change what the program prints; another address than one of the web is refused', async () => {
  const env = { SLACK_COMMAND_PREFIX: 'ds-' };
  const { stdout, status } = await run(['slack-manifest', `${URL_OF_BOT}/`], { env });
  expect([JSON.parse(stdout), status]).toEqual([manifest('ds-', URL_OF_BOT), 0]);
  const refused = await run(['slack-manifest', 'http://bot.example.com']);
  expect(refused).toMatchObject({ status: 1, stdout: '' });
  expect(refused.stderr).toMatch(/^.*http:\/\/bot\.example\.com.*\n$/);
});

/** Slack, slash commands: those that its clients answer themselves. */
const BUILT_IN = (
  'active apps archive away call collapse dm dnd expand feed feedback groups help huddle invite join keys kick leave me msg ' +
  'mute open prefs remind remove rename search shortcuts shrug star status topic unarchive who whoami'
).split(' ');

test('no command is one of Slack’s own', () => {
  const names = manifest().features.slash_commands.map(({ command }) => command.slice(1));
  expect(names.filter((name) => BUILT_IN.includes(name))).toEqual([]);
  expect(names).toContain('k8s');
});

test('words come as they were typed, which is what a question is looked up by, but where people are meant', () => {
  const escaped = manifest().features.slash_commands.filter(({ should_escape }) => should_escape);
  expect(escaped.map(({ command }) => command)).toEqual(['/class', '/live', '/progress', '/report']);
});

test('each shortcut is one that the bot answers', () => {
  const shortcuts = manifest().features.shortcuts.map(({ type, callback_id }) => [type, callback_id]);
  expect(shortcuts).toEqual([
    ['global', CALLBACKS.search],
    ['message', CALLBACKS.lookUp],
  ]);
});

describe('scopes', () => {
  const FOLDER = join(ROOT, 'src/platforms/slack');
  const sources = readdirSync(FOLDER).map((file) => readFileSync(join(FOLDER, file), 'utf8'));
  const methods = new Set(
    sources.flatMap((source) => Array.from(source.matchAll(/\bclient\.(\w+\.\w+)\(/g), ([, name = '']) => name)),
  );
  const known = createRoutes(createState({}), () => '', false).methods;
  const events = manifest().settings.event_subscriptions.bot_events;
  /** Each with the scopes of which one is needed; with none, it needs none. */
  const needs: readonly (readonly [string, readonly string[]])[] = [
    ...Array.from(methods, (name) => [name, known[name]?.scopes ?? ['unknown']] as const),
    ...events.map((event) => [event, BOT_EVENTS.get(event) ?? ['unknown']] as const),
    ['slash commands and shortcuts', ['commands']],
  ];
  const granted: readonly string[] = SCOPES;

  test('are all that the methods and events in use need', () => {
    expect(methods.size).toBeGreaterThan(8);
    const lacking = needs.filter(([, scopes]) => scopes.length > 0 && !scopes.some((scope) => granted.includes(scope)));
    expect(lacking).toEqual([]);
    expect(manifest().oauth_config.scopes.bot).toEqual(granted);
  });

  test('are no more than those need', () => {
    const needed = needs.flatMap(([, scopes]) => scopes);
    expect(granted.filter((scope) => !needed.includes(scope))).toEqual([]);
    expect(new Set(granted).size).toBe(granted.length);
  });

  test('are given for events that the bot listens to, and no others', () => {
    const heard = sources.flatMap((source) => [
      ...Array.from(source.matchAll(/\bapp\.event\('(\w+)'/g), ([, name = '']) => name),
      // Only those of direct messages are answered.
      ...(/\bapp\.message\(/.test(source) ? ['message.im'] : []),
    ]);
    expect(events.toSorted()).toEqual(heard.toSorted());
  });
});
