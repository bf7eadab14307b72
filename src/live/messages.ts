import type { Locale } from '../core/locale.ts';
import type { Post } from '../core/outbox.ts';
import type { Reply } from '../core/reply/blocks.ts';
import type { PostHandler } from '../outbox/handler.ts';
import { NewerStateError } from './codec.ts';
import { sceneOfPost } from './posts.ts';
import { questionsIn } from './session-questions.ts';
import { type LiveDeps, markAway, markVisible, repostQuestion } from './sessions.ts';
import { sceneReply } from './views.ts';

/**
 * What a message of a live quiz says, as things are now; undefined where there is nothing to say any more.
 * @throws NewerStateError where only a newer version knows.
 */
export async function renderScene(
  post: Post,
  locale: Locale,
  deps: Pick<LiveDeps, 'sessions' | 'course'>,
): Promise<Reply | undefined> {
  const shown = await sceneOfPost(post, deps);
  if (!shown) return undefined;
  const { scene, session, state, isAgain } = shown;
  const { id } = session;
  // A question's post knows how many have answered: it is shown often, and a lecture's answers are thousands.
  const answers = scene.kind === 'count' || scene.kind === 'ask' ? [] : await deps.sessions.answers(id);
  const hasTeams = state.live.plan.teams !== undefined;
  const players = hasTeams && answers.length > 0 ? await deps.sessions.players(id) : [];
  const questions = await questionsIn(session, state, deps);
  const { id: name, channel, readers: answered } = post;
  return sceneReply(scene, { id, post: name, channel, answered, state, answers, players, isAgain, questions }, locale);
}

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
