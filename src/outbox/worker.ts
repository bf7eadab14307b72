import type { Log } from '../core/log.ts';
import type { Meter } from '../core/meter.ts';
import type { Post } from '../core/outbox.ts';
import { type Delivery, LEASE } from './attempt.ts';
import { deliverPost, EDITING, editPost } from './deliver.ts';

/** Posts that are being sent at once; Discord takes 50 requests a second in all. */
const WIDTH = 20;
/** Milliseconds after it was due from which a post counts as late. */
const LATE = 60_000;

/** Sends and edits posts that are due. Any number of processes may have a worker. */
export function createWorker(
  delivery: Delivery,
  meter: Pick<Meter, 'post'>,
  log: Pick<Log, 'warn' | 'error'>,
): { deliver(): Promise<void>; stop(): void } {
  const { outbox, messengers, now } = delivery;
  // The page may come a moment later than the clock.
  const platforms = (): string[] => messengers.map(({ platform }) => platform);
  let stopped = false;
  let underWay = 0;

  async function send(post: Post): Promise<void> {
    try {
      const outcome = await deliverPost(post, delivery);
      if (outcome !== 'later') meter.post(outcome === 'missed' ? 'lost' : outcome);
      if (outcome === 'sent' && now() - post.due > LATE) meter.post('late');
      if (outcome === 'lost') log.warn({ post: post.id, channel: post.channel }, 'a channel does not take the post');
    } catch (error) {
      // When its lease ends, the next attempt looks for it.
      log.error({ err: error, post: post.id }, 'a post could not be sent');
    }
  }

  const lease = (most: number): Promise<readonly Post[]> => outbox.lease(platforms(), now(), now() + LEASE, most);

  /** Each post that is sent makes room for another. */
  async function sendAll(): Promise<void> {
    const room = WIDTH - underWay;
    if (room <= 0) return;
    // Reserved before the store answers: a second call meanwhile finds no room.
    underWay += room;
    const first = await lease(room).catch((error: unknown) => {
      underWay -= room;
      throw error;
    });
    underWay -= room - first.length;
    await Promise.all(
      first.map(async (post) => {
        try {
          for (let next: Post | undefined = post; next; ) {
            await send(next);
            next = stopped ? undefined : (await lease(1))[0];
          }
        } finally {
          underWay--;
        }
      }),
    );
  }

  async function editAll(): Promise<void> {
    const outdated = await outbox.outdated(platforms(), now(), now() + EDITING, WIDTH);
    await Promise.all(outdated.map((post) => editPost(post, delivery)));
  }

  return {
    async deliver() {
      await Promise.all([sendAll(), editAll()]);
    },
    stop() {
      stopped = true;
    },
  };
}
