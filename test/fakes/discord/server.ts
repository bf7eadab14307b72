/** A local Discord: REST v10 and gateway v10 on the loopback, with controls for tests. */
import { endOf } from '../../support/ending.ts';
import { createFaults } from './faults.ts';
import { createGateway, type GatewayServer } from './gateway.ts';
import { createHttp } from './http.ts';
import { watch } from './pending.ts';
import { channelFor, createPeople } from './people.ts';
import { createPlaces } from './places.ts';
import { createRoutes } from './routes.ts';
import { createEvents } from './scheduled-events.ts';
import { createState, directChannel } from './state.ts';
import type { LocalDiscord, Options } from './types.ts';

export async function startDiscord(options: Options = {}): Promise<LocalDiscord> {
  const state = createState(options);
  const faults = createFaults();
  const late: { gateway?: GatewayServer } = {};
  const routes = createRoutes(state, {
    url: () => late.gateway?.url() ?? '',
    remaining: () => late.gateway?.remaining() ?? 0,
  });
  const { server, requests } = createHttp(state, routes, faults, options.recordBodies ?? true);
  const end = endOf(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  state.base = `http://127.0.0.1:${address.port}`;
  const gateway = createGateway(state, server, options);
  late.gateway = gateway;
  state.emit = gateway.emit;
  const { id, channelId, threadId } = state.guild;
  return {
    url: `${state.base}/api`,
    clock: state.clock,
    token: state.token,
    applicationId: state.applicationId,
    botId: state.bot.id,
    requests,
    gateway,
    features: state.features,
    guild: { id, channelId, threadId },
    directChannelId: (user) => directChannel(state, user).id,
    channelId: (user, where) => channelFor(state, user, where).id,
    commands: (guildId) => [...(guildId === undefined ? state.globalCommands : state.guildCommands).values()],
    ...createPeople(state, (pending) => watch(state, pending)),
    fault: faults.add,
    ...createPlaces(state),
    ...createEvents(state),
    close: async () => {
      state.clock.stop();
      gateway.close();
      await end();
    },
  };
}
