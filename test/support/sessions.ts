import type { Session } from '../../src/core/session.ts';
import { decodeState } from '../../src/live/codec.ts';
import type { LiveState } from '../../src/live/state.ts';

/** The live quiz that a session holds. */
export function stateIn(session: Pick<Session, 'kind' | 'state'>): LiveState {
  const state = decodeState(session);
  if (!state) throw new Error(`no live quiz: ${session.kind} ${session.state}`);
  return state;
}
