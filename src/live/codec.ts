import { z } from 'zod';
import { UserError } from '../core/errors.ts';
import type { Session } from '../core/session.ts';
import { readStored, type Unreadable } from '../core/stored-state.ts';
import { MODE_NAMES, modeOf } from './modes.ts';
import type { LiveState } from './state.ts';
import { text } from './text.ts';

/** The kind of a live quiz's session. */
export const LIVE_KIND = 'live';

/**
 * The version of the states that are written. Version 1 is not marked; it is without `unseen`, and its first states are
 * without `asked`. Version 2 is without `auto` and `closesEarly`, version 3 without `long`. A newer version's state is not
 * read here. Version 4 is without `skipped`, version 5 without `needsStudents`.
 */
const VERSION = 6;

const time = z.number();
const at = z.number().int().nonnegative();
const seen = z.record(z.string(), time);

const step = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('countdown'), ends: time, needsStudents: z.literal(true).exactOptional() }),
  // Without `asked` the session waits for no channel.
  z.object({ kind: z.literal('asking'), at, asked: time.default(0), seen, ends: time }),
  z.object({ kind: z.literal('told'), at, seen, since: time.default(0), ends: time }),
  z.object({ kind: z.literal('over'), why: z.enum(['done', 'stopped', 'abandoned']) }),
]);

const plan = z.object({
  questions: z.array(z.string()).min(1),
  mode: z.enum(MODE_NAMES),
  open: z.number().positive(),
  // A quiz that an older version began does not close early: its class was not told so.
  closesEarly: z.boolean().exactOptional(),
  long: z.array(at).exactOptional(),
  teams: z.number().int().positive().exactOptional(),
  roles: z.array(z.object({ address: z.string(), name: z.string() })).exactOptional(),
});

/** How a quiz is played, without its questions. */
export const howSchema = plan.omit({ questions: true, long: true }).extend({ auto: z.boolean().exactOptional() });

const live = z
  .object({ plan, step, auto: z.boolean().optional(), paused: time.optional(), skipped: z.array(at).exactOptional() })
  .transform(({ paused, auto, ...rest }) => ({ ...rest, auto: auto ?? modeOf(rest.plan).isTimed, paused }))
  .refine(({ plan, step }) => !('at' in step) || step.at < plan.questions.length, {
    error: 'it is at a question that it does not have',
  });

const schema = z
  .object({
    live,
    topic: z.object({ ko: z.string(), en: z.string() }).optional(),
    channels: z.array(z.string()),
    away: z.array(z.string()),
    unseen: z.array(z.object({ at, channel: z.string() })).default([]),
    day: z.string(),
  })
  .transform(({ topic, ...rest }): LiveState => ({ ...rest, topic }));

export const encodeState = (state: LiveState): string => JSON.stringify({ version: VERSION, ...state });

/** Reads a session's state, which may be anything. */
export function parseState({ kind, state }: Pick<Session, 'kind' | 'state'>): LiveState | Unreadable {
  if (kind !== LIVE_KIND) return { unreadable: 'broken', problem: `it is of the kind "${kind}"` };
  return readStored(state, schema, VERSION);
}

/** A process of a newer version plays the quiz and goes on with it; this process is about to end. */
export class NewerStateError extends UserError {
  constructor() {
    super(text.both((words) => words.beingUpdated));
  }
}

/** As decodeState(). @throws NewerStateError where a newer version has stored it. */
export function currentState(session: Pick<Session, 'kind' | 'state'>): LiveState | undefined {
  const read = parseState(session);
  if (!('unreadable' in read)) return read;
  if (read.unreadable === 'newer') throw new NewerStateError();
  return undefined;
}

/** The state of a live quiz; undefined for another kind of session, and for a state that cannot be read. */
export function decodeState(session: Pick<Session, 'kind' | 'state'>): LiveState | undefined {
  const read = parseState(session);
  return 'unreadable' in read ? undefined : read;
}
