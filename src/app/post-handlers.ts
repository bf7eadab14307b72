import { lostChannelHandler } from '../classes/lost-channel.ts';
import { cardHandler } from '../daily/card-post.ts';
import type { Planning } from '../daily/plan.ts';
import { liveHandler } from '../live/post-handler.ts';
import type { LiveDeps } from '../live/service.ts';
import { unreadableHandler } from '../live/unreadable.ts';
import type { PostHandlers } from '../outbox/handler.ts';

/** The handler of every kind of post. */
export const postHandlers = (deps: Pick<Planning, 'course'> & LiveDeps & { now: () => number }): PostHandlers => ({
  card: cardHandler(deps),
  lost: lostChannelHandler,
  live: liveHandler(deps),
  broken: unreadableHandler,
});
