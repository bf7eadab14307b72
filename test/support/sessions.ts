import type { Session } from '../../src/core/session.ts';
import { decodeState } from '../../src/live/codec.ts';
import type { LiveState } from '../../src/live/state.ts';

/** The live quiz that a session holds. */
export function keptIn(session: Pick<Session, 'kind' | 'state'>): LiveState {
  const kept = decodeState(session);
  if (!kept) throw new Error(`no live quiz: ${session.kind} ${session.state}`);
  return kept;
}
