import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../core/log.ts';
import { runWithin, type Timers } from '../../core/timers.ts';
import { failureOf, logFields } from './errors.ts';

/**
 * What became of a message, or of all tries to send it: `over`, it is too late for an answer; `unknown`,
 * Discord may have taken it or not.
 */
export type Outcome = 'done' | 'over' | 'unknown' | 'refused' | 'failed';

export const isOver = (outcome: Outcome): boolean => outcome === 'done' || outcome === 'over' || outcome === 'unknown';

/** Breath after the first try; each one after that is half as long again, up to the longest. */
const AGAIN_MS = { first: 100, longest: 400 } as const;

const pause = (tried: number, until: number, { now }: Timers): Promise<void> =>
  sleep(Math.max(0, Math.min(AGAIN_MS.first * 1.5 ** tried, AGAIN_MS.longest, until - now())));

interface Parts {
  log: Log;
  timers: Timers;
}

type Send = (signal: AbortSignal) => Promise<unknown>;

/** One try, which ends by `until` by the timers; `unsent`, it never left. */
export async function attempt(send: Send, until: number, { log, timers }: Parts): Promise<Outcome | 'unsent'> {
  try {
    await runWithin(until - timers.now(), timers, send);
    return 'done';
  } catch (error) {
    const failure = failureOf(error);
    switch (failure) {
      case 'lost':
        log.info(logFields(error), 'the connection broke');
        return 'unknown';
      case 'unsent':
        log.info(logFields(error), 'its time was over before it was sent');
        return 'unsent';
      case 'late':
        log.info(logFields(error), 'an interaction came to its end');
        return 'over';
      case 'answered':
        log.info(logFields(error), 'an interaction was answered before');
        return 'done';
      case 'limited':
        log.warn(logFields(error), 'Discord wants a longer pause than there is time for');
        return 'over';
      case 'failed':
        log.warn(logFields(error), 'Discord has a fault');
        return 'failed';
      case 'refused':
        log.warn(logFields(error), 'Discord did not take a message');
        return 'refused';
      default:
        return failure satisfies never;
    }
  }
}

/** Repeats a request whose end is not known, until `until` by the timers. Only for what may be done twice. */
export async function insist(send: Send, until: number, { log, timers }: Parts): Promise<Outcome> {
  let ended: Outcome = 'over';
  for (let tried = 0; timers.now() < until; await pause(tried++, until, timers)) {
    const outcome = await attempt(send, until, { log, timers });
    switch (outcome) {
      case 'unknown':
        ended = outcome;
        break;
      case 'unsent':
        break;
      case 'failed':
        // Often it is over at once; another form is worth a try where it is not.
        if (tried > 0) return outcome;
        if (ended === 'over') ended = outcome;
        break;
      case 'done':
      case 'over':
      case 'refused':
        return outcome;
      default:
        return outcome satisfies never;
    }
  }
  log.warn({}, 'an answer could not be delivered in time');
  return ended;
}

/**
 * Tries the forms in turn, best first, and all of them again while Discord itself is at fault. The last one has no
 * buttons to go on with: it is for servers that refuse all others, not for a fault that may be over in a moment.
 */
export async function inSomeForm<T>(
  forms: readonly T[],
  send: (form: T) => Promise<Outcome>,
  until: number,
  timers: Timers,
): Promise<Outcome> {
  for (let tried = 0; ; tried++) {
    let failed = false;
    let last: Outcome = 'refused';
    for (const [i, form] of forms.entries()) {
      if (failed && i === forms.length - 1) break;
      last = await send(form);
      if (isOver(last)) return last;
      failed ||= last === 'failed';
      if (timers.now() >= until) return last;
    }
    if (!failed) return last;
    await pause(tried, until, timers);
    if (timers.now() >= until) return 'failed';
  }
}
