import type { createClock } from './daily/clock.ts';
import { brokenNotice } from './quiz/live-broken.ts';
import { missed, renew, seen, wakeAll } from './quiz/live-play.ts';
import { liveReply } from './quiz/live-shown.ts';
import { NewerStateError } from './quiz/live-state.ts';
import type { World } from './world.ts';

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
