import { webApi } from '@slack/bolt';
import type { Log } from '../../core/log.ts';
import type { Timers } from '../../core/timers.ts';
import { fatal, SlackError } from './errors.ts';
import { TIMES } from './limits.ts';
import { SCOPES } from './manifest.ts';
import { call } from './web-api.ts';

export interface Identity {
  /** The workspace's name. */
  team: string;
  name: string;
  botUser: string;
  botId: string;
}

/**
 * Asks Slack whom the bot's token belongs to, and says which scopes it lacks.
 * @throws SlackError where Slack does not accept the token or cannot be reached.
 */
export async function whoAmI(
  token: string,
  options: webApi.WebClientOptions,
  parts: { log: Log; timers: Timers },
): Promise<Identity> {
  const client = new webApi.WebClient(token, options);
  const asked = await call('auth.test', () => client.auth.test(), 'freely', parts, TIMES.start);
  if (asked.kind !== 'done')
    throw (
      (asked.kind === 'refused' ? fatal(asked, 'bot-token') : undefined) ??
      new SlackError(asked.kind === 'refused' ? 'other' : 'away', asked.reason)
    );
  // Only Slack itself always names the bot beside its user.
  const { team, user, user_id: botUser, bot_id: botId = '', response_metadata } = asked.answer;
  if (botUser === undefined) throw new SlackError('bot-token', 'it belongs to nobody');
  const granted = response_metadata?.scopes;
  const lacking = granted ? SCOPES.filter((scope) => !granted.includes(scope)) : [];
  if (lacking.length > 0)
    parts.log.warn(
      { lacking },
      'the Slack app lacks scopes; install it again from the manifest that `npm run slack:manifest` prints',
    );
  return { team: team ?? '', name: user ?? '', botUser, botId };
}
