import { REST } from 'discord.js';
import { onTestFinished } from 'vitest';
import { createClaims } from '../../../src/core/claims.ts';
import { type Command, command } from '../../../src/core/command/command.ts';
import type { Localized } from '../../../src/core/locale.ts';
import { register } from '../../../src/platforms/discord/register.ts';
import { startDiscord } from './server.ts';
import type { LocalDiscord, Options } from './types.ts';

export const both = (ko: string, en: string): Localized => ({ ko, en });
export const count = {
  type: 'integer',
  korean: '수',
  summary: both('몇 개', 'how many'),
  min: 0,
  max: 9,
  units: [],
} as const;
export const page = {
  type: 'choice',
  summary: both('쪽', 'page'),
  choices: { a: both('가', 'A'), b: both('나', 'B') },
} as const;
export const word = {
  type: 'text',
  korean: '단어',
  required: true,
  summary: both('단어', 'word'),
  complete: () => [],
} as const;

/** A command with every type of option. */
export const look = command({
  name: 'look',
  summary: both('찾아요', 'Looks up'),
  usedBy: 'everyone',
  examples: [],
  options: { count, page, word },
  run: () => ({ visibility: 'caller', accent: 'info', blocks: [] }),
});

/** A local Discord, which tells or not whether it is `forPeople`, and what registers commands with it: everyone's, or its guild's. */
export async function registrar(
  where: 'global' | 'guild' = 'global',
  { tells = true, ...options }: Options & { tells?: boolean } = {},
): Promise<{
  discord: LocalDiscord;
  warned: object[];
  put: (commands: readonly Command[]) => Promise<'registered' | 'known'>;
}> {
  const discord = await startDiscord(options);
  onTestFinished(() => discord.close());
  const rest = new REST({ api: discord.url }).setToken(discord.token);
  const guildId = where === 'guild' ? discord.guild.id : undefined;
  const warned: object[] = [];
  const log = { error: () => undefined, warn: (fields: object) => void warned.push(fields), info: () => undefined };
  const { applicationId } = discord;
  const claims = createClaims();
  const at = { rest, applicationId, guildId, forPeople: tells ? options.forPeople : undefined, claims, log };
  return { discord, warned, put: async (commands) => (await register(commands, at)).outcome };
}

/** How often commands were registered, and what Discord said. */
export const puts = ({ requests }: LocalDiscord): number[] =>
  requests.flatMap(({ method, path, status }) => (method === 'PUT' && path.endsWith('/commands') ? [status] : []));
