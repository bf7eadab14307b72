import { createHmac } from 'node:crypto';
import type { State } from './state.ts';

/** What is older than this is not to be believed. */
const STALE = 5 * 60;

/** The headers by which the app knows that a request is Slack's; version v0. */
export function signed(
  state: State,
  body: string,
  how: 'right' | 'wrong' | 'old' | 'none' = 'right',
): Record<string, string> {
  if (how === 'none') return {};
  const timestamp = Math.trunc(state.now() / 1000) - (how === 'old' ? STALE + 60 : 0);
  const secret = how === 'wrong' ? `${state.signingSecret}0` : state.signingSecret;
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${digest}` };
}
