import type { World } from '../course/context.ts';
import { NewerStateError } from '../live/codec.ts';
import { liveReply } from '../live/messages.ts';
import { missed, renew, seen, wakeAll } from '../live/service.ts';
import { brokenNotice } from '../live/unreadable.ts';
import type { createClock } from '../outbox/clock.ts';

/** What the clock has to know of live quizzes, which are no part of the daily card. */
export const turnsOf = (
  world: World,
  now: () => number,
): Pick<Parameters<typeof createClock>[0], 'say' | 'seen' | 'missed' | 'gone' | 'wake'> => ({
  say: async (post, { locale }) =>
    post.kind === 'broken'
      ? brokenNotice(post, locale)
      : liveReply(post, locale, world).catch((error: unknown) => {
          if (error instanceof NewerStateError) return 'elsewhere';
          throw error;
        }),
  seen: (post) => seen(post, now(), world),
  missed: (post) => missed(post, now(), world),
  gone: (post) => renew(post, now(), world),
  wake: (at, failed) => wakeAll(at, world, failed),
});
