import { setTimeout as sleep } from 'node:timers/promises';
import { type APIInteraction, Client, Events, GatewayDispatchEvents, type REST, Status } from 'discord.js';
import type { Bot } from '../../core/command/dispatch.ts';
import { createInFlight } from '../../core/in-flight.ts';
import type { Log } from '../../core/log.ts';
import type { Connection, PlatformContext } from '../../core/platform.ts';
import { createAttach } from './attachments.ts';
import { createCalendar } from './calendar.ts';
import type { DiscordConfig } from './config.ts';
import { DiscordError, fatalClose, logFields, logFieldsWithStack, startProblem } from './errors.ts';
import { createFollowed } from './following.ts';
import { readInstallation } from './installation.ts';
import { handler } from './interactions.ts';
import { createMentions } from './mentions.ts';
import { createMessenger } from './messenger.ts';
import { register, registeredBefore } from './register.ts';
import { render } from './render.ts';
import { createAnswerRest, restOptions } from './requests.ts';
import { text } from './text.ts';

/** Milliseconds. */
const CONNECT = 60_000;
const GOODBYE = 1000;

/** So often a session is tried at the address that it was given; discord.js by itself would for ever. */
const RESUMES = 3;

/** Reconnecting and whatever else operators want to know; none of it has an interaction's content. */
function tellOperators(client: Client, answers: REST, log: Log): void {
  client.on(Events.Error, (error) => log.error(logFields(error), 'discord.js failed'));
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ ...logFields(error), shard }, 'the gateway connection failed'),
  );
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'reconnecting to the gateway'));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'resumed the gateway session'));
  for (const rest of [client.rest, answers])
    rest.on('rateLimited', ({ route, timeToReset }) => log.info({ route, timeToReset }, 'waiting for a rate limit'));
}

/** Has a shard begin a new session when it connects again: discord.js reads this place, and offers no other way. */
const forgetSession = (client: Client, id: number): void => {
  const shard = client.ws.shards.get(id);
  if (shard) Reflect.set(shard, 'sessionInfo', null);
};

/** Begins a new session where the old one's address is out of order. */
function giveUpResuming(client: Client): void {
  const failed = new Map<number, number>();
  const forget = (shard: number): void => void failed.delete(shard);
  client.on(Events.ShardReady, forget);
  client.on(Events.ShardResume, forget);
  client.on(Events.ShardError, (_, id) => {
    const times = (failed.get(id) ?? 0) + 1;
    failed.set(id, times);
    if (times >= RESUMES) forgetSession(client, id);
  });
}

interface Ready {
  user: { id: string };
  application?: { id: string; flags: number } | null;
  resume_gateway_url?: string | null;
}

type Packet =
  | { t: GatewayDispatchEvents.Ready; d: Ready }
  | { t: GatewayDispatchEvents.Resumed }
  | { t: GatewayDispatchEvents.InteractionCreate; d: APIInteraction }
  | { t: null };

/**
 * Takes interactions as Discord sends them: discord.js would hold them back until every shard is ready, which may be
 * past 3 seconds. It sees what tells of the connection alone; from all else, which some servers send unasked, it would
 * keep who and what is said in every channel, and it throws where a field is left out.
 */
function takePackets(client: Client, take: (interaction: APIInteraction) => void): void {
  client.on(Events.Raw, (packet: Packet, shard: number) => {
    if (packet.t === GatewayDispatchEvents.Resumed) return;
    if (packet.t === GatewayDispatchEvents.Ready) {
      const { d } = packet;
      // Servers may leave these out; the id is mostly one and the same.
      d.application ??= { id: d.user.id, flags: 0 };
      // discord.js would end with an address that is none.
      if (typeof d.resume_gateway_url === 'string' && !URL.canParse(d.resume_gateway_url)) forgetSession(client, shard);
      return;
    }
    if (packet.t === GatewayDispatchEvents.InteractionCreate) take(packet.d);
    Object.assign(packet, { t: null });
  });
}

/**
 * Connects the bot to Discord and registers its commands.
 * @throws DiscordError where Discord, the token or the configuration does not allow it.
 */
export async function connect(bot: Bot, config: DiscordConfig, context: PlatformContext): Promise<Connection> {
  const { log, timers } = context;
  const client = new Client({
    // Interactions need none; all others would bring what a class writes to each other.
    intents: [],
    // A child of the ShardingManager has its shards from the manager.
    ...(config.oneOfSeveral ? {} : { shards: 'auto' as const }),
    rest: restOptions(config),
  });
  const answers = createAnswerRest(config, timers);
  tellOperators(client, answers, log);
  giveUpResuming(client);
  const { apiUrl, publicAnswers } = config;
  const attach = createAttach({ apiUrl, timers, log });
  const mentions = createMentions(bot.commands);
  const wire = { rest: answers, log, timers, publicAnswers };
  const followed = createFollowed(bot, context.draw, wire);
  const handle = handler(bot, context, { ...wire, attach, mentions, followed });
  const inFlight = createInFlight();
  takePackets(client, (interaction) => {
    inFlight.track(
      handle(interaction).catch((error: unknown) => log.error(logFieldsWithStack(error), 'an interaction failed')),
    );
  });
  const closed = new Promise<DiscordError>((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      const problem = fatalClose(code);
      if (!problem) return;
      // discord.js says the same once more, as an error.
      client.removeAllListeners(Events.ShardError);
      resolve(problem);
    });
  });
  // discord.js may wait for the other end's goodbye for half a minute.
  const leave = (within: number): Promise<void> => Promise.race([client.destroy(), sleep(within)]);

  /** Registers the commands, which one process does for all, and learns by which ids texts name them. */
  async function makeKnown(isFirst: boolean, applicationId: string): Promise<void> {
    const { guildId } = config;
    const where = { rest: client.rest, applicationId, guildId, log };
    if (!isFirst) return mentions.learn({ commands: await registeredBefore(where), guildId });
    const { forPeople, lacks } = await readInstallation(where);
    const { commands } = await register(bot.commands, { ...where, forPeople, claims: context.claims });
    mentions.learn({ commands, guildId });
    if (lacks) log.warn(lacks, 'this installation lacks something that newer ones have; all else works');
  }

  const connected = new AbortController();
  try {
    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
    const { user, application, guilds, ws } = await Promise.race([
      client.login(config.token).then(() => ready),
      closed.then((problem) => Promise.reject(problem)),
      // A gateway that refuses connections is tried for ever.
      sleep(CONNECT, undefined, connected).then(() => Promise.reject(new DiscordError('away'))),
    ]);
    await makeKnown(client.shard === null || client.shard.ids.includes(0), application.id);
    return {
      greeting: text.both((words) => words.connected(user.username, guilds.cache.size, ws.shards.size)),
      closed,
      prepare: (reply, locale) => void render(reply, { locale, others: true }),
      messenger: {
        ...createMessenger({ rest: client.rest, log }, context, mentions, user.id),
        calendar: createCalendar({ rest: client.rest, log }, context.now, user.id),
      },
      ready: () => ws.shards.every(({ status }) => status === Status.Ready),
      async stop(within) {
        const until = timers.now() + within;
        // First nothing new, which could only be begun; answers need no gateway.
        followed.stop();
        await leave(GOODBYE);
        await inFlight.settled(until - timers.now());
      },
    };
  } catch (error) {
    await leave(GOODBYE);
    throw startProblem(error, config.guildId);
  } finally {
    connected.abort();
  }
}
