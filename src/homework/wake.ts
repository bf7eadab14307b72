import type { Appointment, Appointments } from '../core/appointments.ts';
import type { Class, Classes } from '../core/class.ts';
import type { HomeworkRecords } from '../core/homework.ts';
import type { Unreadable } from '../core/stored-state.ts';
import { type Change, changeHomework, takenUntil, wakeOf } from './change.ts';
import { HOMEWORK_KIND, type Homework, parseHomework } from './codec.ts';
import { endOf, reminderOf } from './deadline.ts';
import { draftMessages, draftReminders, messageKeys } from './posts.ts';

export interface WakeDeps {
  appointments: Appointments;
  classes: Pick<Classes, 'byId'>;
  homework: Pick<HomeworkRecords, 'students'>;
  newId: () => string;
  /** Epoch milliseconds. */
  now: () => number;
}

/** Milliseconds after which a newer version's state is abandoned: a process of that version would have stepped it. */
const ABANDONED = 60 * 60_000;
/** Homework that is stepped in one go. */
const AT_ONCE = 100;

/** Ends one whose state cannot be read; a newer version's is left to it for a while. */
async function endUnreadable(
  appointment: Appointment,
  { unreadable, problem }: Unreadable,
  now: number,
  { appointments }: WakeDeps,
): Promise<void> {
  const { id, state, wakes = now } = appointment;
  if (unreadable === 'newer' && now < wakes + ABANDONED) return;
  const keys = [messageKeys(id)];
  if (await appointments.step(appointment, { state, wakes: undefined }, { posts: [], again: [], ended: keys }, now))
    throw new Error(`the state of homework ${id} cannot be read, so it was ended: ${problem}`);
}

async function wake(appointment: Appointment, deps: WakeDeps): Promise<void> {
  const { id, classId } = appointment;
  const now = deps.now();
  const read = parseHomework(appointment);
  if ('unreadable' in read) return endUnreadable(appointment, read, now, deps);
  const one = await deps.classes.byId(classId);
  const isTaught = one !== undefined && one.closed === undefined && one.channels.length > 0;
  // Who wants to be reminded, read after it was stored that it is time: see REMINDERS.
  const waiting = read.reminders === 'due' ? await deps.homework.students(id) : undefined;
  const step =
    (one: Class) =>
    (is: Homework, row: Appointment): Change | undefined => {
      if (row.wakes === undefined || is.status !== 'open') return undefined;
      if (now >= takenUntil(is))
        return { homework: { ...is, status: 'closed' }, wakes: undefined, again: [messageKeys(id)] };
      const isOver = now >= endOf(is);
      const isTime = is.reminders === 'ahead' && now >= reminderOf(is, one.timetable);
      const isRead = is.reminders === 'due' && is.until === read.until && waiting !== undefined;
      const people = isRead ? waiting.filter(({ reminder }) => reminder).map(({ person }) => person) : [];
      const homework: Homework = { ...is, reminders: isTime ? 'due' : isRead ? 'written' : is.reminders };
      const drafting = { now, newId: deps.newId };
      // A channel may have joined the class since.
      const posts = [...draftMessages(row, is, one, drafting), ...draftReminders(row, is, people, one, drafting)];
      return {
        homework,
        wakes: wakeOf(homework, one, now),
        posts: isOver ? [] : posts,
        again: isOver || isTime ? [messageKeys(id)] : [],
      };
    };
  const close = (is: Homework, row: Appointment): Change | undefined =>
    row.wakes === undefined ? undefined : { homework: { ...is, status: 'closed' }, wakes: undefined };
  await changeHomework(id, isTaught ? step(one) : close, now, deps);
}

/** Steps all homework that is due. Any number of processes may do so at once. */
export async function wakeHomework(deps: WakeDeps, failed: (error: unknown) => void): Promise<void> {
  const due = await deps.appointments.due(HOMEWORK_KIND, deps.now(), AT_ONCE);
  for (const appointment of due) await wake(appointment, deps).catch(failed);
}
