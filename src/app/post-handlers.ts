import { lostChannelHandler } from '../classes/channels/lost.ts';
import { problemsHandler } from '../classes/files/problems.ts';
import { cardHandler } from '../daily/card-post.ts';
import type { Planning } from '../daily/plan.ts';
import { skippedHandler } from '../daily/skipped.ts';
import { homeworkHandler, type MessageDeps, reminderHandler } from '../homework/messages.ts';
import { type UnreachedDeps, unreachedHandler } from '../homework/unreached.ts';
import { liveHandler } from '../live/messages.ts';
import { eventHandler, hinderedHandler, type PlanMessageDeps, planHandler } from '../live/plan/messages.ts';
import type { LiveDeps } from '../live/sessions.ts';
import { unreadableHandler } from '../live/unreadable.ts';
import type { PostHandlers } from '../outbox/handler.ts';

/** The handler of every kind of post. */
export const postHandlers = (
  deps: Pick<Planning, 'courses'> & LiveDeps & PlanMessageDeps & MessageDeps & UnreachedDeps,
): PostHandlers => ({
  card: cardHandler(deps),
  lost: lostChannelHandler,
  live: liveHandler(deps),
  broken: unreadableHandler,
  plan: planHandler(deps),
  event: eventHandler(deps),
  hindered: hinderedHandler(deps),
  skipped: skippedHandler,
  content: problemsHandler,
  homework: homeworkHandler(deps),
  reminder: reminderHandler(deps),
  unreached: unreachedHandler(deps),
});
