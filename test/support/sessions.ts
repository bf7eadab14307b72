import type { Session } from '../../src/core/session.ts';
import { decodeKept } from '../../src/live/codec.ts';
import type { Kept } from '../../src/live/state.ts';

/** The live quiz that a session holds. */
export function keptIn(session: Pick<Session, 'kind' | 'state'>): Kept {
  const kept = decodeKept(session);
  if (!kept) throw new Error(`no live quiz: ${session.kind} ${session.state}`);
  return kept;
}
