import type { PostHandler } from '../outbox/handler.ts';
import { NewerStateError } from './codec.ts';
import { renderScene } from './messages.ts';
import { type LiveDeps, markAway, markVisible, repostQuestion } from './sessions.ts';

/** Messages of a live quiz. */
export const liveHandler = (deps: LiveDeps & { now: () => number }): PostHandler => ({
  // Of forty answers in a few seconds, the count under a question shows the latest soon enough.
  editEvery: 2000,
  render: (post, { locale }) =>
    renderScene(post, locale, deps).catch((error: unknown) => {
      if (error instanceof NewerStateError) return 'elsewhere';
      throw error;
    }),
  sent: (post) => markVisible(post, deps.now(), deps),
  undeliverable: (post) => markAway(post, deps.now(), deps),
  deleted: (post) => repostQuestion(post, deps.now(), deps),
});
