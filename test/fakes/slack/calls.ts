/** What can be called, and by whom. */
import { Refused } from './errors.ts';
import type { State } from './state.ts';
import type { Json } from './types.ts';

export interface Call {
  path: string;
  args: Json;
  bytes: Uint8Array | undefined;
  token: string | undefined;
}

export interface Reply {
  status: number;
  body: Json | string | Uint8Array;
  headers?: Record<string, string>;
}

export interface Method {
  /** Any of these is needed; none for none. */
  scopes: readonly string[];
  /** Whether it takes the app's token instead of the bot's. */
  app?: true;
  run(call: Call): Json;
}

/** Paths other than the Web API's. */
export interface Site {
  name: string;
  prefix: string;
  raw: boolean;
  run(call: Call): Reply;
}

export interface Routes {
  methods: Readonly<Record<string, Method>>;
  sites: readonly Site[];
  limited(method: string, args: Json): number | undefined;
}

/** The caller's token is right for the method, and has one of the scopes. */
export function authorize(state: State, method: Method, token: string | undefined): void {
  const isApp = token === state.appToken;
  if (token === undefined || token === '') throw new Refused('not_authed');
  if (!isApp && token !== state.botToken) throw new Refused('invalid_auth');
  if (isApp && state.revoked.has('app-token')) throw new Refused('invalid_auth');
  if (!isApp && state.revoked.has('token')) throw new Refused('token_revoked');
  if (isApp !== (method.app ?? false)) throw new Refused('not_allowed_token_type');
  const { scopes } = method;
  if (!isApp && scopes.length > 0 && !scopes.some((scope) => state.scopes.includes(scope)))
    throw new Refused('missing_scope', { needed: scopes[0], provided: state.scopes.join(',') });
}
