import type { Appointment, Appointments, Consequences } from '../core/appointments.ts';
import type { Class } from '../core/class.ts';
import { encodeHomework, type Homework, homeworkIn } from './codec.ts';
import { endOf, reminderOf } from './deadline.ts';

/** Attempts at a change that others make as well: so many at once would be no people. */
const ATTEMPTS = 20;
/** Milliseconds after its deadline for which it is taken late where no instructor closes it: half a year, a term. */
const LATE = 183 * 24 * 3_600_000;

/** A homework as it is to be from now on. */
export interface Change extends Partial<Consequences> {
  homework: Homework;
  wakes: number | undefined;
}

/** From then on it is not even taken late (epoch milliseconds). */
export const takenUntil = ({ until }: Homework): number => until + LATE;

/** When it is to be stepped next: to remind of its deadline, at its deadline, and when it is over for good. */
export function wakeOf(homework: Homework, { timetable }: Pick<Class, 'timetable'>, now: number): number | undefined {
  if (homework.status !== 'open') return undefined;
  if (homework.reminders === 'ahead') return reminderOf(homework, timetable);
  if (homework.reminders === 'due') return now;
  return now < endOf(homework) ? endOf(homework) : takenUntil(homework);
}

/** With this deadline from `now` on: who wants to be is reminded where there is time for it. */
export const withDeadline = (
  homework: Homework,
  until: number,
  { timetable }: Pick<Class, 'timetable'>,
  now: number,
): Homework => ({ ...homework, until, reminders: reminderOf({ until }, timetable) <= now ? 'written' : 'ahead' });

/**
 * Steps a homework by `change`, which gives undefined for no change. Where another process steps it at the same time,
 * `change` is called again. Gives what it is then; undefined where there is none.
 * @throws NewerHomeworkError where a newer version has stored it, and what `change` throws.
 */
export async function changeHomework(
  id: string,
  change: (homework: Homework, appointment: Appointment) => Change | undefined,
  now: number,
  { appointments }: { appointments: Pick<Appointments, 'byId' | 'step'> },
): Promise<Homework | undefined> {
  for (let tried = 0; tried < ATTEMPTS; tried++) {
    const appointment = await appointments.byId(id);
    const before = homeworkIn(appointment);
    if (!appointment || !before) return undefined;
    const changed = change(before, appointment);
    if (!changed) return before;
    const { homework, wakes, posts = [], again = [], ended = [] } = changed;
    const next = { state: encodeHomework(homework), wakes };
    if (await appointments.step(appointment, next, { posts, again, ended }, now)) return homework;
  }
  throw new Error('a homework could not be written: it was stepped at every attempt');
}
