import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { messageOf, StartError } from '../../core/errors.ts';
import type { Lost } from '../../core/platform.ts';
import { withoutControls } from '../../language/normalize.ts';

/** Discord, Opcodes and Status Codes: JSON error codes. */
/** An unknown interaction, or webhook: so Discord calls the token of one that is over or was never acknowledged. */
const OVER = new Set<unknown>([10062, 10015, 50027]);
export const UNKNOWN_MESSAGE = 10008;
const ALREADY_ANSWERED = 40060;

/** Node's and undici's errors of a connection, and what an abort or a time-out gives. */
const isNetwork = (error: unknown): boolean =>
  error instanceof Error &&
  (['AbortError', 'TimeoutError', 'HTTPParserError'].includes(error.name) ||
    ('code' in error && /^(?:E[A-Z]{3,}|UND_ERR_(?!INVALID)\w+|HPE_\w+)$/.test(String(error.code))));

/** What discord.js's queue (@sapphire/async-queue) says to a request whose signal ends its wait: a plain error. */
const LEFT_QUEUE = 'Request aborted manually';

/** A request whose time was over before it was its turn. */
export class UnsentError extends Error {
  constructor() {
    super('its time was over before it was sent');
    this.name = 'UnsentError';
  }
}

const isUnsent = (error: unknown): boolean =>
  error instanceof UnsentError || (error instanceof Error && error.message === LEFT_QUEUE);

/** A request that may have been taken: discord.js sends it no second time, so that its sender knows. */
export class LostError extends Error {
  constructor(cause: unknown) {
    super('the connection broke', { cause });
    this.name = 'LostError';
  }
}

/**
 * What became of a request: `late`, its interaction is over; `answered`, it was answered before, by a try whose answer
 * was lost or by another process; `refused`, Discord will never take it in this form; `failed`, Discord has a fault, or
 * the message is too heavy for it; `limited`, it wants a longer pause than anyone waits; `unsent`, its time was over while
 * it waited for its turn; `lost`, it may be done or not, try again.
 */
export type Failure = 'late' | 'answered' | 'refused' | 'failed' | 'limited' | 'unsent' | 'lost';

/** @throws the error itself where it is no answer of Discord's and no broken connection, but a mistake of ours. */
export function failureOf(error: unknown): Failure {
  if (error instanceof DiscordAPIError) {
    if (OVER.has(error.code)) return 'late';
    if (error.code === ALREADY_ANSWERED) return 'answered';
    return 'refused';
  }
  if (error instanceof HTTPError) return 'failed';
  if (error instanceof RateLimitError) return 'limited';
  if (isUnsent(error)) return 'unsent';
  // What calls itself JSON and is none comes from a proxy, or from a server with its own idea of an empty answer.
  if (error instanceof SyntaxError) return 'failed';
  if (error instanceof LostError || isNetwork(error)) return 'lost';
  throw error;
}

/** Discord, Opcodes and Status Codes: JSON error codes that are about one channel or person. */
const GONE = new Set([10003, 10004, 10013, 50033]);
const FORBIDDEN = new Set([50001, 50007, 50013, 50278]);

/** A channel or a person does not let us; undefined for anything else. */
export function lostBy(error: unknown): Lost | undefined {
  if (!(error instanceof DiscordAPIError) || typeof error.code !== 'number') return undefined;
  const why = GONE.has(error.code) ? 'gone' : FORBIDDEN.has(error.code) ? 'forbidden' : undefined;
  return why && { kind: 'lost', why, reason: String(error.code) };
}

/** What a log may say of a failed request: not its address, which has the interaction's token, nor its content. */
export function logFields(error: unknown): object {
  if (error instanceof LostError) return logFields(error.cause);
  if (error instanceof DiscordAPIError)
    return {
      status: error.status,
      code: error.code,
      method: error.method,
      // Discord quotes a value that it does not take.
      reason: error.message.replace(/"[^"]*"/g, '"…"'),
    };
  if (error instanceof HTTPError) return { status: error.status, method: error.method };
  if (error instanceof RateLimitError) return { status: 429, method: error.method, retryAfter: error.retryAfter };
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return { reason: error instanceof Error ? error.name : typeof error, code };
}

/** The same with where it happened, for what should not happen at all. */
export const logFieldsWithStack = (error: unknown): object => ({
  ...logFields(error),
  stack: error instanceof Error ? error.stack : String(error),
});

/** Why the bot cannot work with Discord. */
export type Reason = 'token' | 'access' | 'guild' | 'refused' | 'intents' | 'sharding' | 'processes' | 'away' | 'other';

/** Something that an operator has to mend; its message is a line of its own. */
export class DiscordError extends StartError {
  constructor(reason: Reason, detail = '') {
    super(LINES[reason] + (detail === '' ? '' : ` (${withoutControls(detail).replace(/\s+/g, ' ')})`));
    this.name = 'DiscordError';
  }
}

const LINES: Readonly<Record<Reason, string>> = {
  token: 'DISCORD_TOKEN: Discord does not accept this token. Copy it again from the Bot page of the Developer Portal.',
  access:
    'DISCORD_GUILD_ID: the bot may not register commands there. Invite it with the link that `npm run discord:invite` prints.',
  guild:
    'DISCORD_GUILD_ID: there is no such server, or the bot is not in it. `npm run discord:invite` prints the invite link.',
  refused: 'Discord refuses the commands',
  intents: 'Discord refuses the intents that the bot asks for',
  sharding: 'Discord wants another number of shards',
  processes: "The shards' processes do not stay up; each says why before it ends",
  away: 'Discord cannot be reached; check the network and DISCORD_API_URL',
  other: 'Discord answers with an error',
};

/** Discord, Opcodes and Status Codes: gateway close codes after which there is no coming back. */
const FATAL: Readonly<Record<number, Reason>> = {
  4004: 'token',
  4010: 'sharding',
  4011: 'sharding',
  4012: 'other',
  4013: 'intents',
  4014: 'intents',
};

/** Undefined for a closing from which discord.js comes back by itself. */
export function fatalClose(code: number): DiscordError | undefined {
  const reason = FATAL[code];
  return reason && new DiscordError(reason, `close code ${code}`);
}

const UNKNOWN_GUILD = 10004;

/** What went wrong at the start, as a line for an operator. */
export function startProblem(error: unknown, guildId?: string): DiscordError {
  if (error instanceof DiscordError) return error;
  if (error instanceof DiscordAPIError) {
    if (error.code === UNKNOWN_GUILD) return new DiscordError('guild');
    if (error.status === 401) return new DiscordError(guildId !== undefined && error.code !== 0 ? 'access' : 'token');
    if (error.status === 403) return new DiscordError(guildId === undefined ? 'other' : 'access', error.message);
    return new DiscordError('other', `${error.status} ${error.message}`);
  }
  if (error instanceof HTTPError) return new DiscordError('away', `status ${error.status}`);
  if (error instanceof RateLimitError)
    return new DiscordError('other', `429, again in ${Math.ceil(error.retryAfter / 1000)} s`);
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'TokenInvalid') return new DiscordError('token');
  if (isNetwork(error)) return new DiscordError('away', code);
  // The library stumbles over what is no answer of Discord's.
  if (error instanceof TypeError || error instanceof SyntaxError)
    return new DiscordError('away', `not Discord’s API: ${error.message}`);
  return new DiscordError('other', messageOf(error));
}
