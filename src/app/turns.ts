import type { Context } from '../course/context.ts';
import { NewerStateError } from '../live/codec.ts';
import { renderScene } from '../live/messages.ts';
import { markMissed, markSeen, repost, wakeDue } from '../live/service.ts';
import { unreadableNotice } from '../live/unreadable.ts';
import type { createClock } from '../outbox/clock.ts';

/** What the clock has to know of live quizzes, which are no part of the daily card. */
export const turnsOf = (
  context: Context,
  now: () => number,
): Pick<Parameters<typeof createClock>[0], 'say' | 'seen' | 'missed' | 'gone' | 'wake'> => ({
  say: async (post, { locale }) =>
    post.kind === 'broken'
      ? unreadableNotice(post, locale)
      : renderScene(post, locale, context).catch((error: unknown) => {
          if (error instanceof NewerStateError) return 'elsewhere';
          throw error;
        }),
  seen: (post) => markSeen(post, now(), context),
  missed: (post) => markMissed(post, now(), context),
  gone: (post) => repost(post, now(), context),
  wake: (at, failed) => wakeDue(at, context, failed),
});
