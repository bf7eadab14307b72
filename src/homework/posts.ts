import { directTo } from '../core/address.ts';
import type { Appointment } from '../core/appointments.ts';
import { type Class, dayOf } from '../core/class.ts';
import type { Draft } from '../core/outbox.ts';
import type { Homework } from './codec.ts';
import { endOf } from './deadline.ts';

/** What the keys of a homework's messages, and of its reminders, begin with; a colon follows. */
export const messageKeys = (id: string): string => `homework:${id}`;
const reminderKeys = (id: string): string => `reminder:${id}`;

interface Drafting {
  now: number;
  newId: () => string;
}

const draft = (
  { id }: Pick<Appointment, 'id'>,
  { until }: Pick<Homework, 'until'>,
  one: Class,
  { now, newId }: Drafting,
): Omit<Draft, 'key' | 'channel' | 'kind'> => ({
  id: newId(),
  classId: one.id,
  what: id,
  day: dayOf(one.timetable, Temporal.Instant.fromEpochMilliseconds(until)).toString(),
  due: now,
  expiresAt: endOf({ until }),
});

/** Its message in each channel of a class; one that is there already stays the only one. */
export const draftMessages = (
  appointment: Pick<Appointment, 'id'>,
  homework: Pick<Homework, 'until'>,
  one: Class,
  drafting: Drafting,
): Draft[] =>
  one.channels.map(({ channel }) => ({
    ...draft(appointment, homework, one, drafting),
    key: [messageKeys(appointment.id), channel].join(':'),
    channel,
    kind: 'homework',
  }));

/** Word to these people that its deadline is near: once a deadline, which may be moved. */
export const draftReminders = (
  appointment: Pick<Appointment, 'id'>,
  homework: Pick<Homework, 'until'>,
  people: readonly string[],
  one: Class,
  drafting: Drafting,
): Draft[] =>
  people.map((person) => ({
    ...draft(appointment, homework, one, drafting),
    key: [reminderKeys(appointment.id), homework.until, directTo(person)].join(':'),
    what: [appointment.id, homework.until, person].join(' '),
    channel: directTo(person),
    kind: 'reminder',
  }));

/** Whom a reminder is for, and of which deadline; undefined for what no post of ours says. */
export function reminderIn({ what }: Pick<Draft, 'what'>): { id: string; until: number; person: string } | undefined {
  const [id, until, ...person] = what.split(' ');
  return id === undefined || !/^\d{1,15}$/.test(until ?? '')
    ? undefined
    : { id, until: Number(until), person: person.join(' ') };
}
