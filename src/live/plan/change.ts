import type { Appointment, Appointments, Consequences } from '../../core/appointments.ts';
import type { Class } from '../../core/class.ts';
import { ATTEMPTS } from '../sessions.ts';
import { encodePlanned, type PlannedQuiz, plannedIn } from './codec.ts';
import { draftMessages, draftNotes, eventKeys, messageKeys, type PlanNote, WORTH } from './posts.ts';

export interface ChangeDeps {
  appointments: Appointments;
  newId: () => string;
}

/** A planned quiz as it is to be from now on. */
export interface Change extends Partial<Consequences> {
  planned: PlannedQuiz;
  wakes: number | undefined;
  /** May refuse it beside the others that its class has planned, as they are at that moment. */
  check?: (others: readonly Appointment[]) => void;
}

/** Milliseconds before its hour at which a class is reminded, and so long ahead it must have been told for that. */
const REMIND = 10 * 60_000;
const SHORT = 30 * 60_000;

/** When a quiz that was planned, or moved, at `now` is to be stepped first: to remind its class, or at its hour. */
export const firstWake = (at: number, now: number): { wakes: number; isReminded: boolean } =>
  at - now >= SHORT ? { wakes: at - REMIND, isReminded: false } : { wakes: at, isReminded: true };

/**
 * Steps a planned quiz by `change`, which gives undefined for no change. Where another process steps it at the same time,
 * `change` is called again. Gives what it is then; undefined where there is none.
 */
export async function changePlanned(
  id: string,
  change: (planned: PlannedQuiz, appointment: Appointment) => Change | undefined,
  now: number,
  { appointments }: Pick<ChangeDeps, 'appointments'>,
): Promise<{ planned: PlannedQuiz; changed: boolean } | undefined> {
  for (let tried = 0; tried < ATTEMPTS; tried++) {
    const appointment = await appointments.byId(id);
    const before = plannedIn(appointment);
    if (!appointment || !before) return undefined;
    const changed = change(before, appointment);
    if (!changed) return { planned: before, changed: false };
    const { planned, wakes, posts = [], again = [], ended = [], check } = changed;
    const next = { state: encodePlanned(planned), wakes };
    if (await appointments.step(appointment, next, { posts, again, ended }, now, check))
      return { planned, changed: true };
  }
  throw new Error('a planned quiz could not be written: it was stepped at every attempt');
}

/** It has begun. What its messages say changes, and a reminder that was not sent is not needed. */
export const begin = (planned: PlannedQuiz, { id }: Pick<Appointment, 'id'>): Change => ({
  planned: { ...planned, status: 'begun', hindered: undefined },
  wakes: undefined,
  again: [messageKeys(id)],
  ended: [messageKeys(id)],
});

/**
 * It does not take place: its class is told, its events go, and, where it could not begin, its instructors hear why.
 * `one`: undefined where the class is over as well.
 */
export function callOff(
  planned: PlannedQuiz,
  appointment: Appointment,
  status: 'cancelled' | 'missed',
  note: PlanNote | undefined,
  one: Class | undefined,
  now: number,
  newId: () => string,
): Change {
  const { id } = appointment;
  const off = { ...planned, status };
  // Long after its hour the class does not wait for it any more.
  const isNews = one !== undefined && now < planned.at + WORTH.off;
  return {
    planned: off,
    wakes: undefined,
    posts: [
      ...(isNews ? draftMessages(appointment, 'off', off, one, { now, newId }) : []),
      ...(one && note ? draftNotes(appointment, note, planned.before.length, one, { now, newId }) : []),
    ],
    again: [messageKeys(id), eventKeys(id)],
    ended: [messageKeys(id)],
  };
}
