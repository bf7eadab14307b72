import type { Bot } from '../core/command/dispatch.ts';
import { StartError } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import type { Meter } from '../core/meter.ts';
import type { Connection } from '../core/platform.ts';
import type { Draw } from '../core/reply/drawable.ts';
import { systemTimers } from '../core/timers.ts';
import { withCache } from '../pictures/cache.ts';
import type { Services } from '../store/services.ts';
import type { Config } from './config.ts';

/** Milliseconds that a platform, and the store after it, has to finish what it has begun. */
const GRACE = 4000;
/** The longest that an orderly end takes, in milliseconds: the platforms' part, then the store's. */
export const LONGEST_END = 2 * GRACE;

/** Bytes of pictures that are kept: some 400 cards, more than a course has in one language. */
const PICTURES = 16_000_000;

interface Parts {
  services: Pick<Services, 'claims' | 'managers'>;
  meter: Pick<Meter, 'picture'>;
  /** Epoch milliseconds. */
  now: () => number;
  log: Log;
}

/** Draws what is shown as a picture, and remembers it. */
export function createDraw(meter: Pick<Meter, 'picture'>): Draw {
  // Loaded with the first card: it brings a font.
  const drawCard: Draw = async (picture, theme) => (await import('../pictures/card.ts')).drawCard(picture, theme);
  return withCache(drawCard, {
    bytes: PICTURES,
    onAsk: (found) => meter.picture(found === 'hit' ? 'cached' : 'drawn'),
  });
}

/** All of the connections, or none: where one fails, the others are stopped again. */
async function allOrNone(connecting: readonly Promise<Connection>[]): Promise<readonly Connection[]> {
  const all = await Promise.allSettled(connecting);
  const connected = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failures = all.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  if (failures.length === 0) return connected;
  await Promise.all(connected.map(({ stop }) => stop(GRACE)));
  throw failures.length > 1 && failures.every((one) => one instanceof StartError)
    ? new StartError(failures.map(({ message }) => message).join('\n'))
    : failures[0];
}

/**
 * Connects to every platform that is configured.
 * @throws StartError where one cannot be connected; then none is.
 */
export async function connectPlatforms(
  { discord, slack }: Pick<Config, 'discord' | 'slack'>,
  bot: Bot,
  { services, meter, now, log }: Parts,
): Promise<readonly Connection[]> {
  const draw = createDraw(meter);
  const context = { draw, claims: services.claims, now, timers: systemTimers, log };
  const connecting: Promise<Connection>[] = [];
  if (discord) {
    const { connect } = await import('../platforms/discord/adapter.ts');
    connecting.push(connect(bot, discord, context));
  }
  // Each process of Discord's shards would answer the same events of Slack.
  if (slack && !discord?.oneOfSeveral) {
    const { connect } = await import('../platforms/slack/adapter.ts');
    connecting.push(connect(bot, slack, { ...context, managers: services.managers }));
  }
  return allOrNone(connecting);
}

/**
 * Resolves once the process was asked to end, or its connections are closed for good, and they are stopped.
 * @throws what closed them.
 */
export async function runUntil(
  asked: Promise<void>,
  { closed, stop }: Pick<Connection, 'closed' | 'stop'>,
): Promise<void> {
  const problem = await Promise.race([asked, closed]);
  await stop(GRACE);
  if (problem) throw problem;
}
