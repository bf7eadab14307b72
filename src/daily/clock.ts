import type { Log } from '../core/log.ts';
import type { Meter } from '../core/meter.ts';
import type { Post } from '../core/post.ts';
import { createInFlight } from '../core/wait.ts';
import { planDue } from './plan.ts';
import { LEASE, type Sending, sendPost, showReaders } from './send.ts';

/** Milliseconds between two looks at what is due. */
const TICK = 1000;
/** Posts that are under way at once; Discord takes 50 requests a second in all. */
const WIDTH = 20;
/** A card's count of readers is edited no more often, in milliseconds. */
const EDIT = 5000;
/** Milliseconds after its hour from which a post counts as late. */
const LATE = 60_000;

export interface Clock {
  /** One look at what is due, and all that follows from it. */
  tick(): Promise<void>;
  start(): void;
  /** Begins nothing new; what is under way is finished, at most `within` ms. */
  stop(within: number): Promise<void>;
}

/** Posts what is due, every second. Any number of processes may have one. */
export function createClock(
  sending: Sending,
  meter: Pick<Meter, 'post'>,
  log: Pick<Log, 'info' | 'warn' | 'error'>,
): Clock {
  const { posts, outlets, now } = sending;
  const platforms = outlets.map(({ platform }) => platform);
  const inFlight = createInFlight();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let underWay = 0;

  async function send(post: Post): Promise<void> {
    try {
      const ended = await sendPost(post, sending);
      if (ended !== 'later') meter.post(ended === 'missed' ? 'lost' : ended);
      if (ended === 'sent' && now() - post.due > LATE) meter.post('late');
      if (ended === 'lost') log.warn({ post: post.id, channel: post.channel }, 'a channel does not take the post');
    } catch (error) {
      // It stays taken for a while, and is then looked for.
      log.error({ err: error, post: post.id }, 'a post could not be sent');
    }
  }

  const take = (most: number): Promise<readonly Post[]> => posts.take(platforms, now(), now() + LEASE, most);

  /** Sends all that is there, so many at a time; each that is done makes room for another. */
  async function sendAll(): Promise<void> {
    const room = WIDTH - underWay;
    if (room <= 0) return;
    const first = await take(room);
    underWay += first.length;
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
    const outdated = await posts.outdated(platforms, now() - EDIT, now(), WIDTH);
    await Promise.all(outdated.map((post) => showReaders(post, sending)));
  }

  async function plan(): Promise<void> {
    const failed = (error: unknown): void => log.error({ err: error }, 'a class could not be planned');
    const { due, missed } = await planDue(now(), sending, failed);
    for (let i = 0; i < due; i++) meter.post('due');
    if (missed > 0) log.warn({ missed }, 'days without a card: nobody was there to post it in time');
  }
  const deliver = async (): Promise<void> => {
    await Promise.all([sendAll(), showAll()]);
  };
  const away = (error: unknown): void => log.warn({ err: error }, 'what is due could not be looked at');

  /** A slow platform holds up nothing but what it is asked. */
  async function turn(): Promise<void> {
    await plan().catch(away);
    if (stopped) return;
    inFlight.begun(deliver().catch(away));
    timer = setTimeout(() => void turn(), TICK);
  }

  return {
    async tick() {
      await plan();
      await deliver();
    },
    start: () => void turn(),
    async stop(within) {
      stopped = true;
      clearTimeout(timer);
      await inFlight.settled(within);
    },
  };
}
