import { z } from 'zod';
import type { Appointment } from '../core/appointments.ts';
import { UserError } from '../core/errors.ts';
import type { Localized } from '../core/locale.ts';
import { readStored, type Unreadable } from '../core/stored-state.ts';
import { text } from './text.ts';

/** The kind of a homework's appointment. */
export const HOMEWORK_KIND = 'homework';

/** The version of the states that are written. A newer version's state is not read here. */
const VERSION = 1;

/** `open`: it may be handed in, late as well; `closed`: it is not taken any more; `cancelled`: it was called off. */
const STATUSES = ['open', 'closed', 'cancelled'] as const;
export type Status = (typeof STATUSES)[number];

/**
 * `due`: it is time, and who asks for a reminder from now on has it written at once; `written`: those of all who had asked
 * before are, too. In two steps, so that no wish falls between reading who has one and writing the reminders.
 */
const REMINDERS = ['ahead', 'due', 'written'] as const;

/** A homework, as it is stored. Times are epoch milliseconds. */
export interface Homework {
  /** When it was given. */
  given: number;
  /** The minute by whose end it is to be handed in. */
  until: number;
  /** Its deadlines before it was moved. */
  before: readonly number[];
  /** What it is about, as that was called when it was given; undefined for the whole course. */
  topic: Localized | undefined;
  /** The ids of its questions, the same for everybody. */
  questions: readonly string[];
  /** Where reminding of its deadline stands; see REMINDERS. */
  reminders: (typeof REMINDERS)[number];
  status: Status;
}

/** A homework with where it is stored. */
export interface Given {
  appointment: Appointment;
  homework: Homework;
}

const time = z.number();

const schema = z
  .object({
    given: time,
    until: time,
    before: z.array(time),
    topic: z.object({ ko: z.string(), en: z.string() }).optional(),
    questions: z.array(z.string()).min(1),
    reminders: z.enum(REMINDERS),
    status: z.enum(STATUSES),
  })
  .transform(({ topic, ...rest }): Homework => ({ ...rest, topic }));

export const encodeHomework = (homework: Homework): string => JSON.stringify({ version: VERSION, ...homework });

/** Reads an appointment's state, which may be anything. */
export function parseHomework({ kind, state }: Pick<Appointment, 'kind' | 'state'>): Homework | Unreadable {
  if (kind !== HOMEWORK_KIND) return { unreadable: 'broken', problem: `it is of the kind "${kind}"` };
  return readStored(state, schema, VERSION);
}

/** A process of a newer version has written the homework; this process is about to end. */
export class NewerHomeworkError extends UserError {
  constructor() {
    super(text.both((words) => words.beingUpdated));
  }
}

/** The homework; undefined for what cannot be read. @throws NewerHomeworkError where a newer version has stored it. */
export function homeworkIn(appointment: Pick<Appointment, 'kind' | 'state'> | undefined): Homework | undefined {
  const read = appointment && parseHomework(appointment);
  if (!read || !('unreadable' in read)) return read;
  if (read.unreadable === 'newer') throw new NewerHomeworkError();
  return undefined;
}

/** Those that can be read, the one that is due first first. @throws NewerHomeworkError as homeworkIn() does. */
export const readGiven = (all: readonly Appointment[]): Given[] =>
  all
    .flatMap((appointment) => {
      const homework = homeworkIn(appointment);
      return homework ? [{ appointment, homework }] : [];
    })
    .sort((a, b) => a.homework.until - b.homework.until);
