import { z } from 'zod';
import type { Appointment } from '../../core/appointments.ts';
import type { Localized } from '../../core/locale.ts';
import { readStored, type Unreadable } from '../../core/stored-state.ts';
import { howSchema, NewerStateError } from '../codec.ts';
import type { HowToPlay } from '../sessions.ts';
import { SOURCE_NAMES, type SourceName } from '../source/source.ts';

/** The version of the states that are written. A newer version's state is not read here. */
const VERSION = 1;

/**
 * Why a planned quiz has not begun: its class is paused, another live quiz is on, its topic has no questions any more, no
 * channel can be reached; no process was there.
 */
export const HINDRANCES = ['paused', 'busy', 'topic', 'away', 'down'] as const;
export type Hindrance = (typeof HINDRANCES)[number];

/** A live quiz that is planned for an hour, as it is stored. Times are epoch milliseconds. */
export interface PlannedQuiz {
  /** When it begins. */
  at: number;
  /** When it was to begin before it was moved. */
  before: readonly number[];
  /** What it is about, as the instructor typed it; undefined for the whole course. */
  words: string | undefined;
  /** What that was called as it was planned. */
  topic: Localized | undefined;
  /** How many questions the instructor asked for. */
  count: number | undefined;
  /** Ids of the questions that the instructor looked at beforehand, in order; left out where they are drawn as it begins. */
  prepared?: readonly string[];
  /** Which questions they asked for. */
  source: SourceName | undefined;
  /** How many there were as it was planned. */
  questions: number;
  how: HowToPlay;
  /** The class was reminded. */
  isReminded: boolean;
  /** Why it has not begun though it is time, as was seen last. */
  hindered: Hindrance | undefined;
  /** Guilds whose calendar does not have it, since the bot may not write there. */
  withoutEvent: readonly string[];
  status: 'ahead' | 'begun' | 'cancelled' | 'missed';
}

const time = z.number();

const schema = z
  .object({
    at: time,
    before: z.array(time),
    words: z.string().optional(),
    topic: z.object({ ko: z.string(), en: z.string() }).optional(),
    count: z.number().int().positive().optional(),
    prepared: z.array(z.string()).optional(),
    source: z.enum(SOURCE_NAMES).optional(),
    questions: z.number().int().positive(),
    how: howSchema,
    isReminded: z.boolean(),
    hindered: z.enum(HINDRANCES).optional(),
    withoutEvent: z.array(z.string()),
    status: z.enum(['ahead', 'begun', 'cancelled', 'missed']),
  })
  .transform(
    ({ words, topic, count, source, hindered, prepared, ...rest }): PlannedQuiz => ({
      ...{ ...rest, words, topic, count, source, hindered },
      ...(prepared === undefined ? {} : { prepared }),
    }),
  );

export const encodePlanned = (planned: PlannedQuiz): string => JSON.stringify({ version: VERSION, ...planned });

/** Reads an appointment's state, which may be anything. */
export const parsePlanned = ({ state }: Pick<Appointment, 'state'>): PlannedQuiz | Unreadable =>
  readStored(state, schema, VERSION);

/** The planned quiz; undefined for a state that cannot be read. @throws NewerStateError where a newer version has stored it. */
export function plannedIn(appointment: Pick<Appointment, 'state'> | undefined): PlannedQuiz | undefined {
  const read = appointment && parsePlanned(appointment);
  if (!read || !('unreadable' in read)) return read;
  if (read.unreadable === 'newer') throw new NewerStateError();
  return undefined;
}
