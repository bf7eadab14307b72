/** A local Slack: Web API, Socket Mode and signed HTTP delivery on the loopback, with controls for tests. */
import { endOf } from '../../support/ending.ts';
import { applyAck } from './acks.ts';
import { createDeliveries, type Transport } from './deliveries.ts';
import { createEndpoint } from './endpoint.ts';
import { createFaults } from './faults.ts';
import { published } from './homes.ts';
import { createHttp } from './http.ts';
import { text } from './json.ts';
import { begin, handleOf, pendingOf } from './pending.ts';
import { createPeople } from './people.ts';
import { createPlaces } from './places.ts';
import { createRoutes } from './routes.ts';
import { createSocket, type SocketServer } from './socket.ts';
import { createState, revoke } from './state.ts';
import type { LocalSlack, Options } from './types.ts';
import { createUsing } from './using.ts';

export async function startSlack(options: Options = {}): Promise<LocalSlack> {
  const state = createState(options);
  const faults = createFaults();
  const late: { socket?: SocketServer } = {};
  const routes = createRoutes(state, () => late.socket?.ticket() ?? '', options.rateLimits ?? false);
  const { server, requests } = createHttp(state, routes, faults, options.record ?? true);
  const end = endOf(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  state.base = `http://127.0.0.1:${address.port}`;
  const deliveries = createDeliveries(
    state.clock,
    (): Transport => (options.mode === 'http' ? endpoint : socket),
    (pending, payload) => applyAck(state, pending, payload),
    options.retryAfter,
  );
  const socket = createSocket(state, server, deliveries);
  const endpoint = createEndpoint(state, deliveries);
  late.socket = socket;
  state.deliver = deliveries.deliver;
  return {
    url: `${state.base}/api/`,
    clock: state.clock,
    botToken: state.botToken,
    appToken: state.appToken,
    signingSecret: state.signingSecret,
    teamId: state.teamId,
    appId: state.appId,
    botUserId: state.bot.id,
    botId: state.botId,
    requests,
    socket,
    ...createPeople(state),
    ...createUsing(state),
    home: (user) => state.homes.get(user.id),
    published: (user, times = 1) => published(state, user, times),
    redeliver: (act) => deliveries.redeliver(pendingOf(act)),
    deliver: (kind, payload) => {
      const pending = begin(state, { kind, type: text(payload.type) }, () => payload);
      deliveries.deliver(pending);
      return handleOf(pending);
    },
    fault: faults.add,
    ...createPlaces(state),
    deliverTo: endpoint.deliverTo,
    request: endpoint.request,
    revoke: (what) => revoke(state, what),
    close: async () => {
      deliveries.close();
      state.clock.stop();
      await socket.close();
      endpoint.close();
      await end();
    },
  };
}
