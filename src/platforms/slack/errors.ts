import { webApi } from '@slack/bolt';
import { StartError } from '../../core/errors.ts';
import { isObject, parseJson } from '../../core/json.ts';
import { withoutControls } from '../../language/normalize.ts';

/** Errors of Slack's after which a call may be done or not (Web API, errors every method may have). */
const UNCERTAIN = new Set(['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable']);
/** Slack has not done it and will, a moment later. */
const BUSY = new Set(['ratelimited', 'rate_limited', 'team_added_to_org']);
/** Of a connection that never came about: nothing was sent. */
const UNSENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * What became of a call: `refused`, Slack will not do it, for this reason; `busy`, not done, try again after `wait`
 * milliseconds (`asked`: Slack itself says so); `lost`, it may be done or not.
 */
export type Failure =
  | { kind: 'refused'; reason: string }
  | { kind: 'busy'; wait: number; asked?: true; reason: string }
  | { kind: 'lost'; reason: string };

/** Milliseconds to wait where Slack does not say how long. */
const SOON = 1000;

/** Slack's pause is in seconds; a proxy may leave it out. */
export const pauseOf = (retryAfter: number): number => (retryAfter > 0 ? retryAfter * 1000 : SOON);

/** An HTTP status that is no success. Behind a proxy's 5xx Slack may have done what it was asked. */
export const failureOfStatus = (status: number, retryAfter: number): Failure => {
  const reason = `status ${status}`;
  if (status === 429) return { kind: 'busy', wait: pauseOf(retryAfter), asked: true, reason };
  return status >= 500 ? { kind: 'lost', reason } : { kind: 'refused', reason };
};

/** What stands where Slack's word for an error should: a proxy's page, or nothing. */
const NO_ANSWER: Failure = { kind: 'lost', reason: 'no answer of Slack’s' };

/** Slack's own word for an error in a body with `ok: false`. */
function failureOfCode(code: string): Failure {
  if (!/^\w{1,80}$/.test(code)) return NO_ANSWER;
  if (BUSY.has(code)) return { kind: 'busy', wait: SOON, reason: code };
  return UNCERTAIN.has(code) ? { kind: 'lost', reason: code } : { kind: 'refused', reason: code };
}

/** What Slack says in the body of a response_url's answer: `ok`, or JSON; undefined where it was done. */
export function failureInBody(body: string): Failure | undefined {
  if (body.trim() === '' || body.trim() === 'ok') return undefined;
  const said = parseJson(body);
  if (!isObject(said)) return NO_ANSWER;
  return said.ok === false ? failureOfCode(String(said.error)) : undefined;
}

const codesOf = (error: unknown): string[] => {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const several = error instanceof AggregateError ? error.errors.flatMap(codesOf) : [];
  return [...own, ...several, ...codesOf(error.cause)];
};

/** A request that had no answer, by what fetch threw. */
export function failureOfFetch(error: unknown): Failure {
  const codes = codesOf(error);
  const reason = codes[0] ?? (error instanceof Error ? error.name : 'no connection');
  return codes.some((code) => UNSENT.has(code)) ? { kind: 'busy', wait: SOON, reason } : { kind: 'lost', reason };
}

/** What the library threw; whatever it does not know itself happened to an answer on its way. */
export function failureOf(error: unknown): Failure {
  if (error instanceof webApi.WebAPIPlatformError) return failureOfCode(error.data.error);
  if (error instanceof webApi.WebAPIRateLimitedError) return failureOfStatus(429, error.retryAfter);
  if (error instanceof webApi.WebAPIHTTPError) return failureOfStatus(error.statusCode, 0);
  if (error instanceof webApi.WebAPIRequestError) return failureOfFetch(error.original);
  // The library's own words for a 429 that does not say how long.
  if (error instanceof Error && error.message.startsWith('Retry header')) return failureOfStatus(429, 0);
  return failureOfFetch(error);
}

/** Without the message, which may have lines that look like these. */
function framesOf({ stack = '', message }: Error): string {
  const lines = stack.replace(message, '').split('\n');
  return ['', ...lines.slice(lines.findLastIndex((line) => !/^\s+at /.test(line)) + 1)].join('\n');
}

/** What a log may say of something that should not happen: where, and nothing of what a person wrote. */
export const logFields = (error: unknown): object => ({
  reason: error instanceof Error ? error.name : typeof error,
  stack: error instanceof Error ? error.name + framesOf(error) : undefined,
});

/** Why the bot cannot work with Slack. */
export type Reason = 'bot-token' | 'app-token' | 'app-scope' | 'away' | 'other';

/** Something that an operator has to mend; its message is a line of its own. */
export class SlackError extends StartError {
  constructor(reason: Reason, detail = '') {
    super(LINES[reason] + (detail === '' ? '' : ` (${withoutControls(detail).replace(/\s+/g, ' ')})`));
    this.name = 'SlackError';
  }
}

const LINES: Readonly<Record<Reason, string>> = {
  'bot-token':
    'SLACK_BOT_TOKEN: Slack does not accept this token. Copy the Bot User OAuth Token (xoxb-…) again from OAuth & Permissions.',
  'app-token':
    'SLACK_APP_TOKEN: Slack does not accept this token. Make an app-level token (xapp-…) with the scope connections:write under Basic Information.',
  'app-scope':
    'SLACK_APP_TOKEN: Socket Mode is not open to it. Turn Socket Mode on, and give the token connections:write.',
  away: 'Slack cannot be reached; check the network and SLACK_API_URL',
  other: 'Slack answers with an error',
};

/** Errors of auth.test and apps.connections.open that no waiting mends (Web API, error tables). */
const DEAD = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'user_removed_from_team',
  'team_disabled',
  'org_login_required',
  'ekm_access_denied',
]);
const CLOSED = new Set([
  'missing_scope',
  'no_permission',
  'forbidden',
  'forbidden_team',
  'access_denied',
  'socket_mode_not_enabled',
]);

/** What an operator has to mend before a call with this token can work; undefined for what may pass. */
export function fatal(failure: Failure, token: 'bot-token' | 'app-token'): SlackError | undefined {
  if (failure.kind !== 'refused') return undefined;
  if (DEAD.has(failure.reason)) return new SlackError(token, failure.reason);
  if (CLOSED.has(failure.reason))
    return new SlackError(token === 'app-token' ? 'app-scope' : 'bot-token', failure.reason);
  return undefined;
}
