import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../core/log.ts';

/**
 * What Bolt and its clients say, as far as operators may read it: they put errors, and with them what people wrote,
 * behind a colon or in parentheses; and their debug lines hold whole payloads, so that those are not kept at all.
 */
const sayable = (said: readonly unknown[]): string =>
  (
    said
      .map((one) => (typeof one === 'string' ? one : one instanceof Error ? one.name : ''))
      .join(' ')
      .split(/[:(\n{]/)[0] ?? ''
  ).trim();

export const boltLogger = (log: Log): Logger => ({
  debug: () => {},
  // Bolt tells at this level that it is alive.
  info: () => {},
  warn: (...said) => log.info({ said: sayable(said) }, 'from the Slack library'),
  // What it means for the bot is logged where that is known.
  error: (...said) => log.info({ said: sayable(said) }, 'from the Slack library'),
  setLevel: () => {},
  getLevel: () => LogLevel.WARN,
  setName: () => {},
});
