import { App, LogLevel } from '@slack/bolt';
import { isTyped } from '../../core/command/command.ts';
import type { Bot } from '../../core/command/dispatch.ts';
import { createInFlight } from '../../core/in-flight.ts';
import type { Managers } from '../../core/managers.ts';
import type { Connection, PlatformContext } from '../../core/platform.ts';
import type { SlackConfig } from './config.ts';
import { createDelivery } from './deliver.ts';
import { createFiles } from './files.ts';
import { whoAmI } from './identity.ts';
import type { Noted } from './incoming.ts';
import { listen } from './listen.ts';
import { boltLogger } from './log.ts';
import { createMessenger } from './messenger.ts';
import { createFormOpener } from './open-form.ts';
import { createRenderer } from './render.ts';
import { createRequests } from './requests.ts';
import { createSockets } from './sockets.ts';
import { text } from './text.ts';
import { createPeople } from './user-cache.ts';
import { clientOptions } from './web-api.ts';

/**
 * Connects the bot to a Slack workspace: in Socket Mode by itself; over HTTP as a guest of the process's server.
 * @throws SlackError where Slack or the configuration does not allow it.
 */
export async function connect(
  bot: Bot,
  config: SlackConfig,
  { draw, claims, managers, now, timers, log }: PlatformContext & { managers: Managers },
): Promise<Connection> {
  const logger = boltLogger(log);
  const options = { ...clientOptions(config.apiUrl, now, timers), logger };
  const { way, botToken, prefix } = config;
  const me = await whoAmI(botToken, options, { log, timers });
  const sockets =
    way.kind === 'socket'
      ? createSockets({ appToken: way.appToken, options, logger, logLevel: LogLevel.WARN }, log)
      : undefined;
  const http = way.kind === 'http' ? createRequests(way.signingSecret, now, log) : undefined;
  const receiver = sockets ?? http?.receiver;
  const app = new App<Noted>({
    token: botToken,
    // Known already, so that no acknowledgement waits for another look.
    botId: me.botId,
    botUserId: me.botUser,
    ...(receiver ? { receiver } : {}),
    clientOptions: options,
    convoStore: false,
    logger,
  });
  const renderer = createRenderer(bot.commands.filter(isTyped).map(({ name }) => name));
  const inFlight = createInFlight();
  const { client } = app;
  const delivery = { client, renderer, draw, now, timers, log };
  listen(app, {
    bot,
    renderer,
    deliver: createDelivery(delivery),
    openForm: createFormOpener({ client, now, timers, log }),
    people: createPeople({ client, managers, timers, now, log }),
    findFile: createFiles({ client, botToken, apiUrl: config.apiUrl, timers, log }),
    botUser: me.botUser,
    prefix,
    claims,
    now,
    timers,
    track: inFlight.track,
    log,
  });
  await sockets?.start();
  return {
    greeting: text.both((words) => words.connected(me.team, me.name, sockets ? 'Socket Mode' : 'HTTP')),
    closed: sockets?.closed ?? new Promise(() => {}),
    messenger: createMessenger(delivery, prefix),
    ready: () => sockets?.ready() ?? true,
    prepare: (reply, locale) =>
      void renderer.message(reply, { locale, surface: 'message', others: true, name: '', prefix }),
    ...(http ? { guest: http.guest } : {}),
    async stop(within) {
      const until = timers.now() + within;
      await sockets?.stop();
      await inFlight.settled(until - timers.now());
    },
  };
}
