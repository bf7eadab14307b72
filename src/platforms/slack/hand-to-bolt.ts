import type { App, ReceiverEvent } from '@slack/bolt';
import { isObject } from '../../core/json.ts';
import type { Log } from '../../core/log.ts';
import { logFields } from './errors.ts';

/** What Slack sent, by whichever way; `body` is what the JSON or the form said. */
interface Sent extends Pick<ReceiverEvent, 'retryNum' | 'retryReason'> {
  body: unknown;
}

/** How Slack is answered; one of both is called, once. */
interface Answer {
  /** It has arrived; `payload` for those kinds that are answered by it. */
  acknowledge(payload?: unknown): Promise<void> | void;
  /** It is nothing that can be read. */
  refuse(): Promise<void> | void;
}

/**
 * Hands what Slack sent on to Bolt, and sees to it that it is answered, whatever it is: Bolt itself throws for an event
 * that is null, and says nothing to what it does not know.
 */
export async function handToBolt(
  app: Pick<App, 'processEvent'> | undefined,
  sent: Sent,
  answer: Answer,
  log: Log,
): Promise<void> {
  const { body, ...retry } = sent;
  let isAnswered = false;
  const acknowledge = async (payload?: unknown): Promise<void> => {
    if (isAnswered) return;
    isAnswered = true;
    await answer.acknowledge(payload);
  };
  try {
    if (isObject(body)) {
      await app?.processEvent({ body, ack: acknowledge, ...retry });
      return await acknowledge();
    }
  } catch (error) {
    // A connection that broke before the acknowledgement is Slack's to mend: it sends the event again over another one.
    log.info(logFields(error), 'what Slack sent was not read, or not acknowledged');
  }
  if (!isAnswered) await answer.refuse();
}
