/** The routes of the REST API that there are. */
import { channelRoutes } from './channel-routes.ts';
import { commandRoutes } from './command-routes.ts';
import { refusals } from './errors.ts';
import { guildJson, partialGuildJson } from './guilds.ts';
import { ok, type Route } from './http.ts';
import { interactionRoutes } from './interaction-routes.ts';
import { eventRoutes } from './scheduled-events.ts';
import { refuse, type State } from './state.ts';
import { applicationJson, selfJson } from './wire.ts';

export function createRoutes(state: State, gateway: { url(): string; remaining(): number }): Route[] {
  const startLimit = () => ({
    total: 1000,
    remaining: gateway.remaining(),
    reset_after: 86_400_000,
    max_concurrency: state.maxConcurrency,
  });
  const get = (pattern: string, run: Route['run']): Route => ({ method: 'GET', pattern, auth: true, run });
  return [
    { ...get('/gateway', () => ok({ url: gateway.url() })), auth: false },
    get('/gateway/bot', () => ok({ url: gateway.url(), shards: state.shards, session_start_limit: startLimit() })),
    get('/users/@me', () => ok(selfJson(state))),
    get('/users/@me/guilds', () => ok([partialGuildJson(state)])),
    get('/applications/@me', () => ok(applicationJson(state))),
    get('/oauth2/applications/@me', () => ok(applicationJson(state))),
    get('/guilds/:guild', (call) => {
      if (call.param('guild') !== state.guild.id) refuse(refusals.unknownGuild);
      return ok(guildJson(state, false));
    }),
    ...commandRoutes(state, 'global', '/applications/:app/commands'),
    ...commandRoutes(state, 'guild', '/applications/:app/guilds/:guild/commands'),
    ...interactionRoutes(state),
    ...channelRoutes(state),
    ...eventRoutes(state),
  ];
}
