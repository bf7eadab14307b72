import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../core/log.ts';
import type { Meter } from '../core/meter.ts';
import type { Post } from '../core/outbox.ts';
import { createInFlight } from '../core/with-timeout.ts';
import { planDue } from '../daily/plan.ts';
import { deliverPost, EDITING, editPost, LEASE, type Sending } from './deliver.ts';

/** Milliseconds between two looks at what is due. */
const TICK = 500;
/** Posts that are under way at once; Discord takes 50 requests a second in all. */
const WIDTH = 20;
/** Milliseconds after its hour from which a post counts as late. */
const LATE = 60_000;

export interface Clock {
  /** One look at what is due, and all that follows from it. */
  tick(): Promise<void>;
  start(): void;
  /** Begins nothing new; what is under way is finished, at most `within` ms. */
  stop(within: number): Promise<void>;
}

/** Posts what is due, and lets time pass for what else goes by it (`wake`). Any number of processes may have one. */
export function createClock(
  sending: Sending & { wake(now: number, failed: (error: unknown) => void): Promise<void> },
  meter: Pick<Meter, 'post'>,
  log: Pick<Log, 'info' | 'warn' | 'error'>,
): Clock {
  const { outbox, messengers, now } = sending;
  const platforms = messengers.map(({ platform }) => platform);
  const inFlight = createInFlight();
  const ending = new AbortController();
  let stopped = false;
  let underWay = 0;

  async function send(post: Post): Promise<void> {
    try {
      const ended = await deliverPost(post, sending);
      if (ended !== 'later') meter.post(ended === 'missed' ? 'lost' : ended);
      if (ended === 'sent' && now() - post.due > LATE) meter.post('late');
      if (ended === 'lost') log.warn({ post: post.id, channel: post.channel }, 'a channel does not take the post');
    } catch (error) {
      // It stays taken for a while, and is then looked for.
      log.error({ err: error, post: post.id }, 'a post could not be sent');
    }
  }

  const take = (most: number): Promise<readonly Post[]> => outbox.lease(platforms, now(), now() + LEASE, most);

  /** Sends all that is there, so many at a time; each that is done makes room for another. */
  async function sendAll(): Promise<void> {
    const room = WIDTH - underWay;
    if (room <= 0) return;
    // Whoever looks meanwhile finds no room.
    underWay += room;
    const first = await take(room).catch((error: unknown) => {
      underWay -= room;
      throw error;
    });
    underWay -= room - first.length;
    await Promise.all(
      first.map(async (post) => {
        try {
          for (let next: Post | undefined = post; next; ) {
            await send(next);
            next = stopped ? undefined : (await take(1))[0];
          }
        } finally {
          underWay--;
        }
      }),
    );
  }

  async function showAll(): Promise<void> {
    const outdated = await outbox.outdated(platforms, now(), now() + EDITING, WIDTH);
    await Promise.all(outdated.map((post) => editPost(post, sending)));
  }

  async function plan(): Promise<void> {
    const failed = (error: unknown): void => log.error({ err: error }, 'a class could not be planned');
    const { due, missed } = await planDue(now(), sending, failed);
    for (let i = 0; i < due; i++) meter.post('due');
    if (missed > 0) log.warn({ missed }, 'days without a card: nobody was there to post it in time');
  }
  const wake = (): Promise<void> =>
    sending.wake(now(), (error) => log.error({ err: error }, 'a live quiz could not go on'));
  const deliver = async (): Promise<void> => {
    await Promise.all([sendAll(), showAll()]);
  };
  const away = (error: unknown): void => log.warn({ err: error }, 'what is due could not be looked at');

  /** Again and again, each time after the last is done. */
  async function repeat(work: () => Promise<void>): Promise<void> {
    while (!stopped) {
      await work().catch(away);
      await sleep(TICK, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  }

  return {
    async tick() {
      await Promise.all([plan(), wake()]);
      await deliver();
    },
    start() {
      // None waits for another: ten thousand classes that are planned, or a platform that is slow, hold up no quiz.
      inFlight.begun(repeat(plan));
      inFlight.begun(repeat(wake));
      inFlight.begun(repeat(async () => inFlight.begun(deliver().catch(away))));
    },
    async stop(within) {
      stopped = true;
      ending.abort();
      await inFlight.settled(within);
    },
  };
}
