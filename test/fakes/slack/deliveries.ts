import type { Clock } from '../clock.ts';
import type { Pending } from './model.ts';

/** Getting acts to the app: delivered, acknowledged in time, or delivered again. */

/** Slack waits three seconds for an acknowledgement. */
export const TIME_TO_ACK = 3000;
/** Until an event is delivered again: nearly at once after the failure, after a minute, after five. */
const RETRY_AFTER = [0, 60_000, 300_000].map((milliseconds) => TIME_TO_ACK + milliseconds);

export interface Attempt {
  /** 0 for the first. */
  number: number;
  /** Why it is made again; of the first, an empty text. */
  reason: string;
}

/** What a transport tells of what it was given. */
export interface Results {
  /** It is on its way. */
  sent(pending: Pending): void;
  acknowledged(pending: Pending, payload: unknown): void;
  /** This attempt will not be acknowledged, for this reason of Slack's; `final` if no other is to be made. */
  failed(pending: Pending, attempt: Attempt, reason: string, final?: boolean): void;
}

export interface Transport {
  send(pending: Pending, attempt: Attempt): void;
}

interface Tried {
  attempt: Attempt;
  /** These cancel what is still to come. */
  late?: () => void;
  again?: () => void;
}

export interface Deliveries extends Results {
  deliver(pending: Pending): void;
  /** Once more, whatever became of it; resolves when it is acknowledged again. */
  redeliver(pending: Pending): Promise<void>;
  close(): void;
}

export function createDeliveries(
  clock: Clock,
  transport: () => Transport,
  apply: (pending: Pending, payload: unknown) => unknown,
  retryAfter: readonly number[] = RETRY_AFTER,
): Deliveries {
  const tries = new Map<Pending, Tried>();
  const again = new Map<Pending, PromiseWithResolvers<void>>();

  const reject = (pending: Pending, why: string): void => {
    again.get(pending)?.reject(new Error(why));
    again.delete(pending);
    if (pending.status !== 'waiting') return;
    pending.status = 'failed';
    pending.acknowledged.reject(new Error(why));
  };

  const forget = (pending: Pending): void => {
    const tried = tries.get(pending);
    tried?.late?.();
    tried?.again?.();
    tries.delete(pending);
  };

  const retry = (pending: Pending, tried: Tried, reason: string, wait: number): void => {
    const number = tried.attempt.number + 1;
    tried.again?.();
    tried.again = clock.after(wait, () => {
      tried.attempt = { number, reason };
      transport().send(pending, tried.attempt);
    });
  };

  const results: Results = {
    sent: (pending) => {
      pending.deliveries += 1;
      pending.deliveredAt = clock.now();
      const tried = tries.get(pending);
      if (!tried) return;
      const wait = retryAfter[tried.attempt.number];
      if (pending.kind === 'events_api' && wait !== undefined) retry(pending, tried, 'timeout', wait);
      tried.late?.();
      tried.late = clock.after(TIME_TO_ACK, () => {
        if (pending.kind !== 'events_api' || wait === undefined) forget(pending);
        reject(pending, `No acknowledgement of ${pending.type} within three seconds`);
      });
    },
    acknowledged: (pending, payload) => {
      forget(pending);
      again.get(pending)?.resolve();
      again.delete(pending);
      if (pending.status !== 'waiting') return;
      pending.acknowledgedAfter = clock.now() - pending.deliveredAt;
      try {
        const taken = apply(pending, payload);
        pending.status = 'acknowledged';
        pending.acknowledged.resolve(taken);
      } catch (error) {
        pending.status = 'failed';
        pending.acknowledged.reject(error);
      }
    },
    failed: (pending, attempt, reason, final = false) => {
      const tried = tries.get(pending);
      // Another attempt may be under way already.
      if (tried?.attempt !== attempt) return;
      const wait = retryAfter[tried.attempt.number];
      if (pending.kind === 'events_api' && wait !== undefined && !final) {
        retry(pending, tried, reason, Math.max(0, wait - TIME_TO_ACK));
        return;
      }
      forget(pending);
      reject(pending, `The delivery of ${pending.type} failed: ${reason}`);
    },
  };

  return {
    ...results,
    deliver: (pending) => {
      const attempt = { number: 0, reason: '' };
      tries.set(pending, { attempt });
      transport().send(pending, attempt);
    },
    redeliver: (pending) => {
      const done = again.get(pending) ?? Promise.withResolvers<void>();
      again.set(pending, done);
      const attempt = { number: pending.deliveries, reason: 'timeout' };
      forget(pending);
      tries.set(pending, { attempt });
      transport().send(pending, attempt);
      return done.promise;
    },
    close: () => {
      for (const pending of [...tries.keys()]) {
        forget(pending);
        reject(pending, 'The server was closed');
      }
      for (const { reject: end } of again.values()) end(new Error('The server was closed'));
    },
  };
}
