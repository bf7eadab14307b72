import { DiscordAPIError, type REST, Routes } from 'discord.js';
import type { Claims } from '../../core/claims.ts';
import type { Command } from '../../core/command/command.ts';
import { hash } from '../../core/hash.ts';
import type { Log } from '../../core/log.ts';
import { type Registered, registeredSchema } from './answers.ts';
import { type Declared, declarationsOf, plainest, plainly, sameAs } from './declarations.ts';
import { DiscordError, logFields, startProblem } from './errors.ts';

interface Where {
  rest: REST;
  applicationId: string;
  guildId: string | undefined;
  /** May people install the app for themselves? Undefined where the server does not say. */
  forPeople: boolean | undefined;
  /** Remember which server refuses what. */
  claims: Claims;
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

/** What is said of commands, best first. Servers that know less than Discord refuse some of it, but take the rest. */
function formsOf(commands: readonly Command[], { guildId, forPeople }: Where): { form: readonly Declared[]; lacks: string }[] {
  const servers = declarationsOf(commands, guildId === undefined ? 'servers' : 'guild');
  const everywhere = declarationsOf(commands, 'everywhere');
  const less = 'commands were registered without completion and translations';
  return [
    ...(guildId === undefined && forPeople !== false ? [{ form: everywhere, lacks: '' }] : []),
    { form: servers, lacks: 'commands were registered for servers alone, not for people who install the app for themselves' },
    { form: plainly(servers), lacks: less },
    { form: plainest(servers), lacks: less },
  ];
}

/** The ids by which texts name commands; a server that tells none has its commands named in code. */
const idsIn = (told: unknown): readonly Registered[] => registeredSchema.safeParse(told).data ?? [];

/** What became of registering, and what Discord now has. */
export interface Registration {
  outcome: 'registered' | 'known';
  commands: readonly Registered[];
}

/**
 * Makes Discord's commands those that are declared, where they differ: a guild's, at once, or everyone's. Where a server
 * refuses a form, it has the next one, and is not asked again for the same commands as long as that is remembered.
 * @throws DiscordError with a line for people.
 */
export async function register(commands: readonly Command[], where: Where): Promise<Registration> {
  const { rest, applicationId, guildId, claims, log } = where;
  const route = routeOf(where);
  const forms = formsOf(commands, where);
  const [best, ...lesser] = forms;
  const key = `discord:commands:${applicationId}:${guildId ?? ''}:${hash(JSON.stringify(best?.form)).toString(36)}`;
  try {
    const known = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
    const isThere = ({ form }: (typeof forms)[number]): boolean => Array.isArray(known) && sameAs(known, form);
    const isRefused = async (): Promise<boolean> => lesser.some(isThere) && !(await claims.claim(key));
    if ((best && isThere(best)) || (await isRefused())) return { outcome: 'known', commands: idsIn(known) };
    let refused: unknown;
    for (const each of forms) {
      try {
        const told = await rest.put(route, { body: each.form });
        if (refused === undefined) await claims.release(key);
        else {
          await claims.claim(key);
          log.warn({ ...logFields(refused), reasons: reasonsOf(refused, forms[0]?.form ?? []) }, each.lacks);
        }
        return { outcome: 'registered', commands: idsIn(told) };
      } catch (error) {
        if (refused === undefined && !(error instanceof DiscordAPIError && error.status === 400)) throw error;
        refused ??= error;
      }
    }
    const reasons = reasonsOf(refused, best?.form ?? []);
    throw new DiscordError('refused', reasons.join('; ') || (refused instanceof Error ? refused.message : ''));
  } catch (error) {
    throw startProblem(error, guildId);
  }
}

const routeOf = ({ applicationId, guildId }: Pick<Where, 'applicationId' | 'guildId'>) =>
  guildId === undefined
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId);

function reasonsOf(error: unknown, form: readonly Declared[]): string[] {
  if (!(error instanceof DiscordAPIError)) return [];
  const names = form.map(({ name }) => name);
  return refusals('errors' in error.rawError ? error.rawError.errors : undefined, names);
}

/** What another process has registered; none where Discord does not tell. */
export async function registeredBefore({
  rest,
  applicationId,
  guildId,
  log,
}: Pick<Where, 'rest' | 'applicationId' | 'guildId' | 'log'>): Promise<readonly Registered[]> {
  try {
    return idsIn(await rest.get(routeOf({ applicationId, guildId })));
  } catch (error) {
    log.info(logFields(error), 'the registered commands could not be read');
    return [];
  }
}
