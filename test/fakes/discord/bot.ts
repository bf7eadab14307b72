import { onTestFinished } from 'vitest';
import { type Claims, createClaims } from '../../../src/core/claims.ts';
import type { Bot } from '../../../src/core/command/dispatch.ts';
import type { Connection } from '../../../src/core/platform.ts';
import type { Draw } from '../../../src/core/reply/drawable.ts';
import { drawCard } from '../../../src/pictures/card.ts';
import { connect } from '../../../src/platforms/discord/adapter.ts';
import type { Logged } from '../../support/logged.ts';
import { botOf, COURSE } from '../../support/world.ts';
import { createClock, leave } from '../clock.ts';
import { startDiscord } from './server.ts';
import type { LocalDiscord, Options } from './types.ts';

interface How extends Options {
  folders?: readonly string[];
  guildId?: string;
  publicAnswers?: boolean;
  /** Instead of one made from the folders. */
  bot?: Bot;
  draw?: Draw;
  /** Names that were claimed already: so the bot comes back after a restart. */
  claims?: Claims;
  /** Instead of a Discord of its own: so the bot comes back after a restart. */
  at?: LocalDiscord;
  /** Concurrent tests have to bring their own `onTestFinished`. */
  finished?: (end: () => Promise<void>) => void;
}

/**
 * The whole bot, connected to a local Discord of its own; both end with the test. The bot's own deadlines go by the
 * clock of Discord; where a test turns that by `now`, they never come.
 */
export async function onDiscord({
  folders = [COURSE],
  guildId,
  publicAnswers = false,
  bot,
  draw = drawCard,
  claims = createClaims(),
  at,
  finished = onTestFinished,
  ...options
}: How = {}): Promise<{
  discord: LocalDiscord;
  connection: Connection;
  logged: Logged[];
}> {
  const discord = at ?? (await startDiscord({ identifyEvery: 0, ...options }));
  if (!at) finished(() => discord.close());
  const ours = bot ?? (await botOf(folders)).bot;
  const logged: Logged[] = [];
  const level = (level: Logged['level']) => (fields: object, message: string) =>
    void logged.push({ level, fields, message });
  const log = { error: level('error'), warn: level('warn'), info: level('info') };
  const config = { token: discord.token, guildId, apiUrl: discord.url, publicAnswers, oneOfSeveral: false };
  const { clock } = discord;
  const timers = options.now ? createClock() : clock;
  const connection = await connect(ours, config, { draw, claims, now: options.now ?? clock.now, timers, log });
  finished(() => leave(connection, timers));
  return { discord, connection, logged };
}
