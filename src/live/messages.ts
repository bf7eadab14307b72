import type { Locale } from '../core/locale.ts';
import type { Post } from '../core/outbox.ts';
import type { Reply } from '../core/reply/blocks.ts';
import type { PostHandler } from '../outbox/handler.ts';
import { NewerStateError } from './codec.ts';
import { countedAnswers } from './counted-answers.ts';
import { advance } from './machine.ts';
import { draftScene, sceneOfPost } from './posts.ts';
import { invitationTo } from './room/invite.ts';
import { questionsIn } from './session-questions.ts';
import { changeState, type LiveDeps, withLive } from './sessions.ts';
import { currentSceneName, type LiveState, sceneName } from './state.ts';
import { renderScene } from './views.ts';

/**
 * What a message of a live quiz says, as things are at `now` (epoch milliseconds); undefined where there is nothing to
 * say any more.
 * @throws NewerStateError where only a newer version knows.
 */
export async function renderPost(
  post: Post,
  locale: Locale,
  now: number,
  deps: Pick<LiveDeps, 'sessions' | 'courses' | 'page'>,
): Promise<Reply | undefined> {
  const shown = await sceneOfPost(post, deps);
  if (!shown) return undefined;
  const { scene, session, state, isAgain } = shown;
  const { id } = session;
  // A question's post knows how many have answered: it is shown often, and a lecture's answers are thousands.
  const answers = scene.kind === 'count' || scene.kind === 'ask' ? [] : await countedAnswers(id, state, deps);
  // A question names no student.
  const players = scene.kind === 'ask' ? [] : await deps.sessions.players(id);
  const questions = await questionsIn(session, state, deps);
  const { id: name, channel, readers: answered } = post;
  const invitation = scene.kind === 'count' ? await invitationTo(id, deps.page()) : undefined;
  const about = { id, post: name, channel, answered, state, answers, players, isAgain, questions, invitation, now };
  return renderScene(scene, about, locale);
}

/** Records that a message of a session became visible in its channel at `now`. */
export async function markVisible(post: Post, now: number, deps: LiveDeps): Promise<void> {
  const shown = await sceneOfPost(post, deps);
  if (!shown) return;
  const { channel } = post;
  const { scene } = shown;
  const back = (state: LiveState): LiveState =>
    state.away.includes(channel) ? { ...state, away: state.away.filter((one) => one !== channel) } : state;
  const visible = (state: LiveState): LiveState => {
    if (scene.kind !== 'ask') return state;
    return withLive(state, advance(state.live, { kind: 'visible', at: scene.at, channel }, now));
  };
  await changeState(shown.session.id, (state) => visible(back(state)), now, deps);
}

/** Records that a message cannot be posted in its channel: the session goes on in the others, which say so. */
async function markAway(post: Post, now: number, deps: LiveDeps): Promise<void> {
  const shown = await sceneOfPost(post, deps);
  const { channel } = post;
  const away = (state: LiveState): LiveState =>
    state.away.includes(channel) ? state : { ...state, away: [...state.away, channel] };
  if (shown) await changeState(shown.session.id, away, now, deps);
}

/** Posts a question again whose message was deleted, while it is open; once for each deleted message. */
async function repostQuestion(post: Post, now: number, deps: LiveDeps): Promise<void> {
  const shown = await sceneOfPost(post, deps);
  if (!shown) return;
  const { session, state, scene } = shown;
  if (scene.kind === 'ask' && currentSceneName(state) === sceneName(scene))
    await deps.outbox.add(draftScene(session, scene, post, now, deps.newId, post.id), now);
}

/** Messages of a live quiz. */
export const liveHandler = (deps: LiveDeps & { now: () => number }): PostHandler => ({
  // Of forty answers in a few seconds, the count under a question shows the latest soon enough.
  editEvery: 2000,
  render: (post, { locale }) =>
    renderPost(post, locale, deps.now(), deps).catch((error: unknown) => {
      if (error instanceof NewerStateError) return 'elsewhere';
      throw error;
    }),
  sent: (post) => markVisible(post, deps.now(), deps),
  undeliverable: (post) => markAway(post, deps.now(), deps),
  deleted: (post) => repostQuestion(post, deps.now(), deps),
});
