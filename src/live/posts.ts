import type { Draft, Post } from '../core/outbox.ts';
import type { Session, Sessions } from '../core/session.ts';
import { currentState } from './codec.ts';
import { isCounted, LIVE_TIMES } from './machine.ts';
import { changesScene, type LiveState, parseSceneName, type Scene, sceneName, sceneOfStep } from './state.ts';

/** Marks a post whose scene stood in another message, which was deleted. */
const AGAIN = 'again';
/** Milliseconds between two messages that are to be read one after the other. */
const APART = 1500;
/** Milliseconds in which a scene's message is still worth sending. */
const WORTH = { count: LIVE_TIMES.patience, ask: LIVE_TIMES.reach, tell: 10 * 60_000, end: 60 * 60_000 } as const;

/** What the keys of all posts of a session begin with; a colon follows. */
export const keysOf = (id: string): string => `live:${id}`;

/** What the keys of a scene's posts begin with; a colon follows. */
export const keyPrefixOf = (id: string, scene: Scene): string => `${keysOf(id)}:${sceneName(scene)}`;

/** The post of a scene in a channel; `instead`: the id of a post whose message was deleted. */
export function draftScene(
  { id, classId }: Pick<Session, 'id' | 'classId'>,
  scene: Scene,
  { channel, day }: Pick<Draft, 'channel' | 'day'>,
  due: number,
  newId: () => string,
  instead?: string,
): Draft {
  return {
    id: newId(),
    key: [keyPrefixOf(id, scene), channel, ...(instead === undefined ? [] : [instead])].join(':'),
    classId,
    channel,
    kind: 'live',
    what: [id, sceneName(scene), ...(instead === undefined ? [] : [AGAIN])].join(' '),
    day,
    due,
    expiresAt: due + WORTH[scene.kind],
  };
}

/** The session and scene of a post; `isAgain`: it stands for a message that was deleted. Undefined for another kind of post. */
function parsePost({ kind, what }: Post): { id: string; scene: Scene; isAgain: boolean } | undefined {
  if (kind !== 'live') return undefined;
  const [id = '', name = '', again] = what.split(' ');
  const scene = parseSceneName(name);
  return scene && { id, scene, isAgain: again === AGAIN };
}

/** What a post of a live quiz shows. */
export interface ShownScene {
  session: Session;
  state: LiveState;
  scene: Scene;
  isAgain: boolean;
}

/**
 * The session of a post and the scene that it shows; undefined where there is none.
 * @throws NewerStateError where a newer version plays it.
 */
export async function sceneOfPost(
  post: Post | undefined,
  { sessions }: { sessions: Pick<Sessions, 'byId'> },
): Promise<ShownScene | undefined> {
  const shown = post && parsePost(post);
  const session = shown && (await sessions.byId(shown.id));
  const state = session && currentState(session);
  return state && { session, state, scene: shown.scene, isAgain: shown.isAgain };
}

/** The posts of a scene in all channels of a session. */
export const draftScenes = (
  session: Pick<Session, 'id' | 'classId'>,
  { channels, day }: LiveState,
  scene: Scene,
  due: number,
  newId: () => string,
): Draft[] => channels.map((channel) => draftScene(session, scene, { channel, day }, due, newId));

/** What is posted, shown anew and given up when one state follows another; see Sessions.step(). */
export function draftChanges(session: Session, before: LiveState, after: LiveState, now: number, newId: () => string) {
  const was = sceneOfStep(before.live);
  const is = sceneOfStep(after.live);
  const moved = changesScene(before, after);
  const paused = before.live.paused !== after.live.paused;
  const auto = before.live.auto !== after.live.auto && was.kind === 'tell';
  const { step } = before.live;
  const wasSeen = step.kind === 'asking' && Object.keys(step.seen).length > 0;
  const isLeftOut = 'at' in step && !isCounted(after.live, step.at);
  // A question that is stopped has its answer told just before the end; one that no channel has shown, or that is left out, has not.
  const told: Scene[] = wasSeen && is.kind === 'end' && !isLeftOut ? [{ kind: 'tell', at: step.at }] : [];
  const scenes: readonly Scene[] = moved ? [...told, is] : [];
  const posts = scenes.flatMap((scene, i) => draftScenes(session, after, scene, now + i * APART, newId));
  // What is closed, has begun, is paused or goes on, or asks other questions, looks different, and so does a question that a channel cannot see.
  const ended = moved && (was.kind === 'ask' || was.kind === 'count');
  const replanned = before.live.plan !== after.live.plan;
  const differs =
    paused || auto || ended || replanned || isLeftOut || (was.kind === 'ask' && before.away !== after.away);
  const keys = keyPrefixOf(session.id, was);
  return { posts, again: differs ? keys : undefined, ended: ended ? keys : undefined };
}
