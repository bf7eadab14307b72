import type { Locale } from '../core/locale.ts';
import type { Post } from '../core/outbox.ts';
import type { Reply } from '../core/reply/blocks.ts';
import type { Session } from '../core/session.ts';
import { currentState } from './codec.ts';
import { parsePost } from './posts.ts';
import { questionsIn } from './session-questions.ts';
import type { LiveDeps } from './sessions.ts';
import type { LiveState, Scene } from './state.ts';
import { sceneReply } from './views.ts';

/**
 * The session of a post and what it shows of it; undefined where it shows none.
 * @throws NewerStateError where a newer version plays it.
 */
export async function sceneOfPost(
  post: Post | undefined,
  { sessions }: Pick<LiveDeps, 'sessions'>,
): Promise<{ session: Session; state: LiveState; scene: Scene; isAgain: boolean } | undefined> {
  const shown = post && parsePost(post);
  const session = shown && (await sessions.byId(shown.id));
  const state = session && currentState(session);
  return state && { session, state, scene: shown.scene, isAgain: shown.isAgain };
}

/**
 * What a message of a session says, as things are now; undefined where there is nothing to say any more.
 * @throws NewerStateError where only a newer version knows.
 */
export async function renderScene(
  post: Post,
  locale: Locale,
  playing: Pick<LiveDeps, 'sessions' | 'course'>,
): Promise<Reply | undefined> {
  const shown = await sceneOfPost(post, playing);
  if (!shown) return undefined;
  const { scene, session, state, isAgain } = shown;
  const { id } = session;
  const { plan } = state.live;
  // How many have answered a question, its post knows: it is shown so often, and the answers are so many.
  const answers = scene.kind === 'count' || scene.kind === 'ask' ? [] : await playing.sessions.answers(id);
  const players = plan.teams !== undefined && answers.length > 0 ? await playing.sessions.players(id) : [];
  const questions = await questionsIn(session, state, playing);
  const { id: name, channel, readers: answered } = post;
  return sceneReply(scene, { id, post: name, channel, answered, state, answers, players, isAgain, questions }, locale);
}
