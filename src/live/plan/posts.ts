import type { Appointment } from '../../core/appointments.ts';
import { type Class, dayOf } from '../../core/class.ts';
import type { Draft, Post } from '../../core/outbox.ts';
import { type Messenger, messengerFor } from '../../core/platform.ts';
import { draftNotices } from '../../outbox/notices.ts';
import { HINDRANCES, type PlannedQuiz } from './codec.ts';

/**
 * What a message tells a class of a planned quiz: that it is planned, that it was moved, that it begins soon, that it
 * does not take place.
 */
const SCENES = ['told', 'moved', 'soon', 'off'] as const;
export type PlanScene = (typeof SCENES)[number];

/** What instructors are told: why it has not begun (yet: it still may), that it was given up, that a calendar lacks it. */
const NOTES = [...HINDRANCES, 'late', 'early', 'broken', 'noEvent'] as const;
export type PlanNote = (typeof NOTES)[number];

/** Milliseconds in which it is worth telling a class that a quiz does not take place, and its instructors why. */
export const WORTH = { off: 60 * 60_000, note: 24 * 60 * 60_000 } as const;
/** Milliseconds after its hour in which an event's post may still wait for a process that can read it. */
const EVENT_WAITS = 60 * 60_000;

/** What the keys of its messages, and of its events, begin with; a colon follows. */
export const messageKeys = (id: string): string => `plan:${id}`;
export const eventKeys = (id: string): string => `event:${id}`;

const localDay = ({ timetable }: Class, at: number): string =>
  dayOf(timetable, Temporal.Instant.fromEpochMilliseconds(at)).toString();

interface Drafting {
  now: number;
  newId: () => string;
}

/** A message in each channel of a class. `planned`: the quiz as it is from now on. */
export const draftMessages = (
  { id }: Pick<Appointment, 'id'>,
  scene: PlanScene,
  planned: Pick<PlannedQuiz, 'at' | 'before'>,
  one: Class,
  { now, newId }: Drafting,
): Draft[] =>
  one.channels.map(({ channel }) => ({
    id: newId(),
    // One that was moved is reminded of again, and may be moved again.
    key: [messageKeys(id), `${scene}${planned.before.length}`, channel].join(':'),
    classId: one.id,
    channel,
    kind: 'plan',
    what: `${id} ${scene}`,
    day: localDay(one, planned.at),
    due: now,
    expiresAt: scene === 'off' ? now + WORTH.off : planned.at,
  }));

/** An event in each guild or workspace of a class whose platform has a calendar. */
export function draftEvents(
  { id }: Pick<Appointment, 'id'>,
  planned: Pick<PlannedQuiz, 'at'>,
  one: Class,
  messengers: readonly Messenger[],
  { now, newId }: Drafting,
): Draft[] {
  const places = new Map(one.channels.toReversed().map(({ space, channel }) => [space, channel]));
  const withCalendar = Array.from(places).filter(([space]) => messengerFor(space, messengers)?.calendar);
  return withCalendar.map(([space, channel]) => ({
    id: newId(),
    key: [eventKeys(id), space].join(':'),
    classId: one.id,
    channel: space,
    kind: 'event',
    // It takes place in that channel for good.
    what: `${id} ${channel}`,
    day: localDay(one, planned.at),
    due: now,
    expiresAt: planned.at + EVENT_WAITS,
  }));
}

/** A notice to the person who planned it and to the class's people; the same one once. `turn`: tells two apart. */
export const draftNotes = (
  { id, planner }: Pick<Appointment, 'id' | 'planner'>,
  note: PlanNote,
  turn: string | number,
  one: Class,
  { now, newId }: Drafting,
): Draft[] =>
  draftNotices(
    { ...one, instructors: planner === '' ? one.instructors : [...one.instructors, planner] },
    {
      key: ['hindered', id, note, turn].join(':'),
      kind: 'hindered',
      what: `${id} ${note}`,
      day: localDay(one, now),
      now,
      lasts: WORTH.note,
    },
    newId,
  );

const oneOf = <T extends string>(words: readonly T[], text: string): T | undefined => words.find((one) => one === text);

/** The appointment of a message, and what it tells; undefined for what no post of ours says. */
export function sceneIn({ what }: Pick<Post, 'what'>): { id: string; scene: PlanScene } | undefined {
  const [id = '', name = ''] = what.split(' ');
  const scene = oneOf(SCENES, name);
  return scene && { id, scene };
}

/** The same of a notice. */
export function noteIn({ what }: Pick<Post, 'what'>): { id: string; note: PlanNote } | undefined {
  const [id = '', name = ''] = what.split(' ');
  const note = oneOf(NOTES, name);
  return note && { id, note };
}
