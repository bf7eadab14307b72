import { DiscordAPIError, type REST, type RouteLike, Routes } from 'discord.js';
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

/** A form of the declarations, and what a server that takes it instead of the best one does not have. */
interface Form {
  declared: readonly Declared[];
  /** Empty for the best form. */
  lacks: string;
  /** It only differs in where the commands are offered. */
  isForServers?: true;
}

/** The declarations, best first: servers that know less than Discord refuse some of it, but take the rest. */
function formsOf(commands: readonly Command[], { guildId, forPeople }: Where): [Form, ...Form[]] {
  const servers = declarationsOf(commands, guildId === undefined ? 'servers' : 'guild');
  const isForAll = guildId === undefined && forPeople !== false;
  const lacks = 'commands were registered without completion and translations';
  const less: Form[] = [
    { declared: plainly(servers), lacks },
    { declared: plainest(servers), lacks },
  ];
  if (!isForAll) return [{ declared: servers, lacks: '' }, ...less];
  const forServers = { declared: servers, lacks: 'commands were registered for servers alone, and not for people' };
  return [
    { declared: declarationsOf(commands, 'everywhere'), lacks: '' },
    { ...forServers, isForServers: true },
    ...less,
  ];
}

/** Is what a server refuses where the commands are offered? Otherwise it would refuse the same of any but a plainer form. */
const isAboutOffer = (reasons: readonly string[]): boolean =>
  reasons.some((reason) => /^[^:]*\.(?:integration_types|contexts)\b/.test(reason));

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
  const key = `discord:commands:${applicationId}:${guildId ?? ''}:${hash(JSON.stringify(best.declared)).toString(36)}`;
  try {
    const known = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
    const isThere = ({ declared }: Form): boolean => Array.isArray(known) && sameAs(known, declared);
    const wasRefused = async (): Promise<boolean> => lesser.some(isThere) && !(await claims.claim(key));
    if (isThere(best) || (await wasRefused())) return { outcome: 'known', commands: idsIn(known) };
    const { told, refused } = await put(forms, rest, route);
    if (refused) {
      await claims.claim(key);
      log.warn(refused.fields, refused.lacks);
    } else await claims.release(key);
    return { outcome: 'registered', commands: idsIn(told) };
  } catch (error) {
    throw startProblem(error, guildId);
  }
}

/**
 * Sends the best form that the server takes. `refused`: what it said of the best one, where that is another.
 * @throws DiscordError where it takes none, and whatever else goes wrong with the best one.
 */
async function put([best, ...lesser]: readonly [Form, ...Form[]], rest: REST, route: RouteLike) {
  try {
    return { told: await rest.put(route, { body: best.declared }), refused: undefined };
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || error.status !== 400) throw error;
    const names = best.declared.map(({ name }) => name);
    const reasons = refusals('errors' in error.rawError ? error.rawError.errors : undefined, names);
    for (const { declared, lacks, isForServers } of lesser) {
      if (isForServers && !isAboutOffer(reasons)) continue;
      const taken = await rest.put(route, { body: declared }).then(
        (told) => ({ told }),
        () => undefined,
      );
      if (taken) return { ...taken, refused: { fields: { ...logFields(error), reasons }, lacks } };
    }
    throw new DiscordError('refused', reasons.join('; ') || error.message);
  }
}

const routeOf = ({ applicationId, guildId }: Pick<Where, 'applicationId' | 'guildId'>) =>
  guildId === undefined
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId);

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
