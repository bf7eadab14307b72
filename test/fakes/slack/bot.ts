import { onTestFinished } from 'vitest';
import { serveHttp } from '../../../src/app/http/server.ts';
import { type Claims, createClaims } from '../../../src/core/claims.ts';
import type { Command } from '../../../src/core/command/command.ts';
import type { Bot } from '../../../src/core/command/dispatch.ts';
import type { Managers } from '../../../src/core/managers.ts';
import type { Connection } from '../../../src/core/platform.ts';
import type { Draw } from '../../../src/core/reply/drawable.ts';
import { drawCard } from '../../../src/pictures/card.ts';
import { connect } from '../../../src/platforms/slack/adapter.ts';
import { manifestOf, SCOPES } from '../../../src/platforms/slack/manifest.ts';
import type { Logged } from '../../support/logged.ts';
import { botOf, COURSE, forgetful } from '../../support/world.ts';
import { createClock, leave } from '../clock.ts';
import { startSlack } from './server.ts';
import type { LocalSlack, Options, SlashCommand } from './types.ts';

interface How extends Options {
  folders?: readonly string[];
  /** Instead of one made from the folders. */
  bot?: Bot;
  draw?: Draw;
  prefix?: string;
  /** Names that were claimed already: so the bot comes back after a restart. */
  claimed?: Set<string>;
  /** Instead of those. */
  claims?: Claims;
  /** What other processes have learnt, or this one before a restart; nothing unless told. */
  managers?: Managers;
  /** Instead of a Slack of its own. */
  at?: LocalSlack;
  /** Concurrent tests have to bring their own `onTestFinished`. */
  finished?: (end: () => Promise<void>) => void;
}

/** As Slack has them from the manifest. */
const slashCommandsOf = (commands: readonly Command[], prefix: string): SlashCommand[] =>
  (
    manifestOf(commands, { prefix, url: undefined, subject: undefined, locale: 'ko' }) as {
      features: { slash_commands: SlashCommand[] };
    }
  ).features.slash_commands;

/**
 * The whole bot, connected to a local Slack of its own; both end with the test. The bot's own deadlines go by the clock
 * of Slack; where a test turns that by `now`, they never come.
 */
export async function onSlack({
  folders = [COURSE],
  bot,
  draw = drawCard,
  prefix = '',
  claimed = new Set(),
  claims = createClaims(claimed),
  managers,
  at,
  finished = onTestFinished,
  ...options
}: How = {}): Promise<{ slack: LocalSlack; connection: Connection; logged: Logged[]; claimed: Set<string> }> {
  const ours = bot ?? (await botOf(folders)).bot;
  const slashCommands = slashCommandsOf(ours.commands, prefix);
  const slack = at ?? (await startSlack({ scopes: SCOPES, slashCommands, ...options }));
  if (!at) finished(() => slack.close());
  const logged: Logged[] = [];
  const level = (level: Logged['level']) => (fields: object, message: string) =>
    void logged.push({ level, fields, message });
  const log = { error: level('error'), warn: level('warn'), info: level('info') };
  const { mode = 'socket' } = options;
  const way =
    mode === 'socket'
      ? ({ kind: 'socket', appToken: slack.appToken } as const)
      : ({ kind: 'http', signingSecret: slack.signingSecret } as const);
  const config = { botToken: slack.botToken, way, apiUrl: slack.url, prefix };
  const timers = options.now ? createClock() : slack.clock;
  // The test turns `now`; what is waited for between two tries passes by itself.
  if (options.now) timers.run();
  const connection = await connect(ours, config, {
    draw,
    claims,
    managers: managers ?? (await forgetful()).managers,
    now: options.now ?? slack.clock.now,
    timers,
    log,
  });
  finished(() => leave(connection, timers));
  if (mode === 'http') {
    const guests = connection.guest ? [connection.guest] : [];
    const web = await serveHttp({ host: '127.0.0.1', port: 0 }, guests, { log, reference: () => 'bug-1' });
    finished(async () => web.close());
    slack.deliverTo(`http://127.0.0.1:${web.port}/slack/events`);
  }
  return { slack, connection, logged, claimed };
}
