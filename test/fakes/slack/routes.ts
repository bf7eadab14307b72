/** Everything that can be called. */

import type { Method, Routes, Site } from './calls.ts';
import { chatMethods } from './chat-methods.ts';
import { conversationMethods } from './conversation-methods.ts';
import { download, fileMethods, PRIVATE, SIGN_IN, signIn, UPLOADS, upload } from './file-methods.ts';
import { publishView } from './homes.ts';
import { createLimits } from './limits.ts';
import { respond } from './response-url.ts';
import { type State, TEAM_DOMAIN } from './state.ts';
import { openView, pushView, updateView } from './views.ts';
import { viewJson } from './wire.ts';

function basicMethods(state: State, ticket: () => string): Record<string, Method> {
  return {
    'api.test': {
      scopes: [],
      run: ({ args }) => {
        const { error } = args;
        return { ...(error === undefined ? {} : { ok: false, error }), args };
      },
    },
    'auth.test': {
      scopes: [],
      run: () => ({
        url: `https://${TEAM_DOMAIN}.slack.com/`,
        team: 'Dosirak class',
        user: state.bot.name,
        team_id: state.teamId,
        user_id: state.bot.id,
        bot_id: state.botId,
        is_enterprise_install: false,
      }),
    },
    'apps.connections.open': { scopes: [], app: true, run: () => ({ url: ticket() }) },
  };
}

function viewMethods(state: State): Record<string, Method> {
  return {
    'views.open': { scopes: [], run: ({ args }) => ({ view: viewJson(state, openView(state, args)) }) },
    'views.push': { scopes: [], run: ({ args }) => ({ view: viewJson(state, pushView(state, args)) }) },
    'views.update': { scopes: [], run: ({ args }) => ({ view: viewJson(state, updateView(state, args)) }) },
    'views.publish': { scopes: [], run: ({ args }) => ({ view: viewJson(state, publishView(state, args)) }) },
  };
}

export function createRoutes(state: State, ticket: () => string, rateLimits: boolean): Routes {
  const hook = (prefix: string): Site => ({
    name: 'response_url',
    prefix,
    raw: false,
    run: (call) => respond(state, call),
  });
  return {
    methods: {
      ...basicMethods(state, ticket),
      ...chatMethods(state),
      ...conversationMethods(state),
      ...fileMethods(state),
      ...viewMethods(state),
    },
    sites: [
      ...['/commands/', '/actions/', '/app/'].map(hook),
      { name: 'upload', prefix: UPLOADS, raw: true, run: (call) => upload(state, call) },
      { name: 'file', prefix: PRIVATE, raw: false, run: (call) => download(state, call) },
      { name: 'signin', prefix: SIGN_IN, raw: false, run: signIn },
    ],
    limited: createLimits(state, rateLimits),
  };
}
