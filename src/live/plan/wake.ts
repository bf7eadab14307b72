import type { Appointment } from '../../core/appointments.ts';
import type { Class, Classes } from '../../core/class.ts';
import type { Unreadable } from '../../core/stored-state.ts';
import { LIVE_KIND } from '../codec.ts';
import { type BeginDeps, beginPlanned, questionsFor } from './begin.ts';
import { begin, type Change, type ChangeDeps, callOff, changePlanned } from './change.ts';
import { type PlannedQuiz, parsePlanned } from './codec.ts';
import { draftEvents, draftMessages, draftNotes, eventKeys, messageKeys } from './posts.ts';

export type WakeDeps = BeginDeps & ChangeDeps & { classes: Pick<Classes, 'byId'> };

/** Milliseconds after its hour within which a quiz still begins: later, a lesson has gone on to other things. */
const LATE = 15 * 60_000;
/** Milliseconds between two attempts to begin one that is late. */
const AGAIN = 5000;
/** Milliseconds after which a newer version's state is abandoned: a process of that version would have stepped it. */
const ABANDONED = 60 * 60_000;
/** Appointments that are stepped in one go. */
const AT_ONCE = 100;

/** Ends one whose state cannot be read, and tells its class's instructors; a newer version's is left to it for a while. */
async function endUnreadable(
  appointment: Appointment,
  { unreadable, problem }: Unreadable,
  one: Class | undefined,
  now: number,
  { appointments, newId }: ChangeDeps,
): Promise<void> {
  const { id, state, wakes = now } = appointment;
  if (unreadable === 'newer' && now < wakes + ABANDONED) return;
  const posts = one ? draftNotes(appointment, 'broken', 0, one, { now, newId }) : [];
  const keys = [messageKeys(id), eventKeys(id)];
  if (await appointments.step(appointment, { state, wakes: undefined }, { posts, again: keys, ended: keys }, now))
    throw new Error(`the state of planned quiz ${id} cannot be read, so it was ended: ${problem}`);
}

/** Reminds a class some minutes before; where the topic is gone meanwhile, its instructors have them to do something. */
async function remind(appointment: Appointment, planned: PlannedQuiz, one: Class, deps: WakeDeps): Promise<void> {
  const now = deps.now();
  const { newId } = deps;
  const found = await questionsFor(appointment, planned, one, deps);
  const change = (is: PlannedQuiz): Change | undefined => {
    if (is.status !== 'ahead' || is.isReminded || is.at !== planned.at) return undefined;
    const posts = found
      ? draftMessages(appointment, 'soon', is, one, { now, newId })
      : draftNotes(appointment, 'early', is.before.length, one, { now, newId });
    return {
      // What the bot may not write then, it may be allowed to now.
      planned: { ...is, isReminded: true, withoutEvent: [] },
      wakes: is.at,
      // A channel may have joined the class since.
      posts: [...posts, ...draftEvents(appointment, is, one, deps.messengers, { now, newId })],
    };
  };
  await changePlanned(appointment.id, change, now, deps);
}

/** Begins a quiz whose time has come, waits a while where it cannot, and then gives it up. */
async function start(appointment: Appointment, planned: PlannedQuiz, one: Class, deps: WakeDeps): Promise<void> {
  const { id } = appointment;
  const { newId } = deps;
  const isOver = (now: number): boolean => now >= planned.at + LATE;
  // One that began in time, before its process was killed, is found however late it is.
  const isLate = isOver(deps.now());
  const came = isLate
    ? (await deps.sessions.byId(id))
      ? 'begun'
      : (planned.hindered ?? 'down')
    : await beginPlanned(appointment, planned, one, deps);
  if (came === 'elsewhere') return;
  const now = deps.now();
  const change = (is: PlannedQuiz): Change | undefined => {
    if (came === 'begun') return is.status === 'begun' ? undefined : begin(is, appointment);
    // An instructor has moved or cancelled it in this moment.
    if (is.status !== 'ahead' || is.at !== planned.at) return undefined;
    if (isLate || came === 'topic') return callOff(is, appointment, 'missed', came, one, now, newId);
    const isNew = is.hindered === undefined && came !== 'away';
    return {
      planned: { ...is, hindered: came },
      wakes: now + AGAIN,
      // They may still mend it in time.
      posts: isNew ? draftNotes(appointment, 'late', is.before.length, one, { now, newId }) : [],
    };
  };
  await changePlanned(id, change, now, deps);
}

async function wakePlanned(appointment: Appointment, deps: WakeDeps): Promise<void> {
  const one = await deps.classes.byId(appointment.classId);
  const now = deps.now();
  const planned = parsePlanned(appointment);
  if ('unreadable' in planned) return endUnreadable(appointment, planned, one, now, deps);
  if (!one || one.closed !== undefined || one.channels.length === 0) {
    const end = (is: PlannedQuiz, row: Appointment): Change | undefined =>
      row.wakes === undefined ? undefined : callOff(is, row, 'cancelled', undefined, undefined, now, deps.newId);
    await changePlanned(appointment.id, end, now, deps);
    return;
  }
  return now < planned.at ? remind(appointment, planned, one, deps) : start(appointment, planned, one, deps);
}

/**
 * Steps all planned quizzes that are due. Any number of processes may do so at once, and one may begin to before it is
 * done: `underWay` has the ids of those that it steps, since a platform that does not answer may hold one up for long.
 */
export async function wakeAppointments(
  deps: WakeDeps,
  underWay: Set<string>,
  failed: (error: unknown) => void,
): Promise<void> {
  const due = await deps.appointments.due(LIVE_KIND, deps.now(), AT_ONCE);
  const free = due.filter(({ id }) => !underWay.has(id));
  const wake = async (appointment: Appointment): Promise<void> => {
    underWay.add(appointment.id);
    await wakePlanned(appointment, deps).catch(failed);
    underWay.delete(appointment.id);
  };
  await Promise.all(free.map(wake));
}
