import { onTestFinished } from 'vitest';
import { type Connection, connect } from '../../../src/platforms/discord/adapter.ts';
import { botOf, COURSE } from '../world.ts';
import { startDiscord } from './server.ts';
import type { LocalDiscord, Options } from './types.ts';

export interface Logged {
  level: 'error' | 'warn' | 'info';
  fields: object;
  message: string;
}

/** The whole bot, connected to a local Discord of its own; both end with the test. */
export async function onDiscord({
  folders = [COURSE],
  guildId,
  ...options
}: Options & { folders?: readonly string[]; guildId?: string } = {}): Promise<{
  discord: LocalDiscord;
  connection: Connection;
  logged: Logged[];
}> {
  const discord = await startDiscord({ identifyEvery: 0, ...options });
  onTestFinished(() => discord.close());
  const { bot } = await botOf(folders);
  const logged: Logged[] = [];
  const level = (level: Logged['level']) => (fields: object, message: string) =>
    void logged.push({ level, fields, message });
  const log = { error: level('error'), warn: level('warn'), info: level('info') };
  const config = { token: discord.token, guildId, apiUrl: discord.url, oneOfSeveral: false };
  const connection = await connect(bot, config, log);
  onTestFinished(() => connection.stop(2000));
  return { discord, connection, logged };
}
