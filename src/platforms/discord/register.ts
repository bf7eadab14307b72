import { DiscordAPIError, type REST, Routes } from 'discord.js';
import type { Command } from '../../core/command/command.ts';
import type { Log } from '../../core/log.ts';
import { declarationsOf, plainest, plainly, sameAs } from './declarations.ts';
import { DiscordError, logFields, startProblem } from './errors.ts';

interface Where {
  rest: REST;
  applicationId: string;
  guildId: string | undefined;
  log: Log;
}

/** Discord's own words for what it refuses, by the command that has it: `k8s.options.0.name: …`. */
export function refusals(errors: unknown, names: readonly string[], path: readonly string[] = []): string[] {
  if (typeof errors !== 'object' || errors === null) return [];
  return Object.entries(errors).flatMap(([key, value]: [string, unknown]) => {
    if (key === '_errors' && Array.isArray(value))
      return value.map((one: { message?: unknown }) => `${path.join('.') || 'commands'}: ${String(one.message)}`);
    const step = path.length === 0 ? (names[Number(key)] ?? key) : key;
    return refusals(value, names, [...path, step]);
  });
}

/**
 * Makes Discord's commands those that are declared, where they differ: a guild's, at once, or everyone's.
 * Says whether anything was to be done.
 * @throws DiscordError with a line for people.
 */
export async function register(
  commands: readonly Command[],
  { rest, applicationId, guildId, log }: Where,
): Promise<'registered' | 'known'> {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const declarations = declarationsOf(commands, guildId === undefined ? 'global' : 'guild');
  try {
    const known = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
    if (Array.isArray(known) && sameAs(known, declarations)) return 'known';
    try {
      await rest.put(route, { body: declarations });
    } catch (error) {
      if (!(error instanceof DiscordAPIError) || error.status !== 400) throw error;
      const names = declarations.map(({ name }) => name);
      const reasons = refusals('errors' in error.rawError ? error.rawError.errors : undefined, names);
      // Servers that know less than Discord refuse completion and translations, but take the commands themselves.
      const put = (body: object[]): Promise<boolean> =>
        rest.put(route, { body }).then(
          () => true,
          () => false,
        );
      const isTaken = (await put(plainly(declarations))) || (await put(plainest(declarations)));
      if (!isTaken) throw new DiscordError('refused', reasons.join('; ') || error.message);
      log.warn({ ...logFields(error), reasons }, 'commands were registered without completion and translations');
    }
    return 'registered';
  } catch (error) {
    throw startProblem(error, guildId);
  }
}
