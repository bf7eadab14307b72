/** Acts under way: begun, and answered by messages. */
import { withTimeout } from '../../../src/core/with-timeout.ts';
import { PATIENCE } from '../../support/patience.ts';
import { random } from './ids.ts';
import type { Pending, Stored, StoredView } from './model.ts';
import type { State } from './state.ts';
import type { Act, Json } from './types.ts';

type Begun = Pick<Pending, 'kind' | 'type'> & Partial<Pick<Pending, 'user' | 'place' | 'source' | 'view'>>;

/** What comes in answer, or an error that says what did not: a test need not wait for its own end. */
async function patiently<T extends object>(promise: Promise<T>, what: string): Promise<T> {
  const came = await withTimeout(promise, PATIENCE);
  if (!came) throw new Error(what);
  return came;
}

/** A new act, with the payload that it sends. */
export function begin(state: State, begun: Begun, payload: (pending: Pending) => Json): Pending {
  const pending: Pending = {
    kind: begun.kind,
    type: begun.type,
    payload: {},
    user: begun.user,
    place: begun.place,
    source: begun.source,
    view: begun.view,
    acknowledged: Promise.withResolvers(),
    answer: Promise.withResolvers(),
    opened: Promise.withResolvers(),
    responses: [],
    acknowledgedAfter: undefined,
    deliveries: 0,
    deliveredAt: 0,
    status: 'waiting',
  };
  // Whoever does not wait for it is not to crash by it.
  pending.acknowledged.promise.catch(() => undefined);
  pending.payload = payload(pending);
  pending.view?.used.add(pending);
  if (pending.place && pending.user) {
    const { id } = pending.place.channel;
    const waiting = state.unanswered.get(id) ?? new Set();
    state.unanswered.set(id, waiting.add(pending));
  }
  return pending;
}

const pendings = new WeakMap<Act, Pending>();

export function handleOf(pending: Pending): Act {
  const act: Act = {
    acknowledged: pending.acknowledged.promise,
    get acknowledgedAfter() {
      return pending.acknowledgedAfter;
    },
    get deliveries() {
      return pending.deliveries;
    },
    message: () => patiently(pending.answer.promise, 'No message came in answer'),
    view: () => patiently(pending.opened.promise, 'No view opened'),
    responses: pending.responses,
  };
  pendings.set(act, pending);
  return act;
}

export function pendingOf(act: Act): Pending {
  const pending = pendings.get(act);
  if (!pending) throw new Error('The act is of another server');
  return pending;
}

/** A trigger_id that this act's payload carries. */
export function newTrigger(state: State, pending: Pending): string {
  const { user } = pending;
  if (!user) throw new Error('Nobody did it');
  const id = `${random(13, '0123456789')}.${random(13, '0123456789')}.${random(32, '0123456789abcdef')}`;
  state.triggers.set(id, { pending, user, at: state.now(), used: false });
  return id;
}

/** A response_url that this act's payload carries. */
export function newHook(state: State, pending: Pending, family: 'commands' | 'actions' | 'app'): string {
  const { user, place } = pending;
  if (!user || !place) throw new Error('Nobody did it, or nowhere');
  const path = `/${family}/${state.teamId}/${random(13, '0123456789')}/${random(24)}`;
  state.hooks.set(path, { pending, user, place, at: state.now(), uses: 0 });
  return state.base + path;
}

/** This view is what the act led to. */
export function shown(pending: Pending, view: StoredView): void {
  pending.view?.used.delete(pending);
  pending.opened.resolve(view);
}

/** This message is what the act led to. */
export function answered(state: State, pending: Pending, message: Stored): void {
  if (pending.place) state.unanswered.get(pending.place.channel.id)?.delete(pending);
  pending.answer.resolve(message);
}

/** Whether the person sees the message as an answer: in the same conversation, or in a thread that the act is in or began. */
function concerns(pending: Pending, message: Stored): boolean {
  if (message.ephemeralFor !== undefined && message.ephemeralFor !== pending.user?.id) return false;
  if (message === pending.source) return true;
  const { threadTs, ts } = pending.place ?? {};
  if (message.threadTs === undefined) return threadTs === undefined;
  return message.threadTs === threadTs || message.threadTs === ts;
}

/** The bot wrote or changed a message: it answers the acts that wait for one there. */
export function credit(state: State, message: Stored): void {
  for (const pending of [...(state.unanswered.get(message.channel) ?? [])])
    if (concerns(pending, message)) answered(state, pending, message);
}
