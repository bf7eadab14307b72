import type { Term } from '../content/model.ts';
import { type Class, type Classes, dayOf } from '../core/class.ts';
import { JUDGED, type LearnerRecords } from '../core/learner-records.ts';
import type { Draft, Outbox } from '../core/outbox.ts';
import type { Course } from '../course/course.ts';
import { courseOf } from '../course/courses.ts';
import { nextCardTime, postingDeadline, skipMissed, timeliness } from '../schedule/timetable.ts';
import { type Had, NO_CHOICES, readChoices } from './choices.ts';
import { type Outlook, pickCard } from './coming.ts';
import { draftSkipped, draftUnreadable } from './skipped.ts';

/** What planning works with. */
export interface Planning {
  /** The courses of now; see courseOf(). */
  courses: () => readonly Course[];
  classes: Classes;
  outbox: Outbox;
  records: Pick<LearnerRecords, 'answered'>;
  /** A new post's id: letters and digits that cannot be guessed. */
  newId: () => string;
}

/** Classes that are read from the store at a time. */
const AT_ONCE = 100;

/** The share of wrong answers by term, 0 to 1, of the terms that a class has answered often enough lately. */
async function missRates(classId: string, now: number, { records }: Planning): Promise<ReadonlyMap<string, number>> {
  const answers = await records.answered(classId, now - JUDGED.recent);
  return new Map(
    answers
      .filter(({ answered }) => answered >= JUDGED.enough)
      .map(({ term, answered, right }) => [term, (answered - right) / answered]),
  );
}

/** What a class's next cards follow from; choices that cannot be read count for none. */
export async function loadOutlook(
  one: Class,
  now: number,
  planning: Planning,
  history: Promise<readonly Had[]> = planning.outbox.history(one.id),
): Promise<Outlook> {
  const [cards, missed] = await Promise.all([history, missRates(one.id, now, planning)]);
  const { content } = courseOf(planning.courses(), one);
  const choices = readChoices(one);
  const { first } = one.timetable;
  const term = first === undefined ? {} : { first };
  return { content, history: cards, missed, choices: typeof choices === 'string' ? NO_CHOICES : choices, ...term };
}

/** When a class is due next: its first hour after `now` on a day that had no card; epoch milliseconds. */
export async function nextDue(
  one: Class,
  now: number,
  { outbox }: Pick<Planning, 'outbox'>,
): Promise<number | undefined> {
  const had = (await outbox.history(one.id)).at(-1)?.day;
  return nextCardTime(one.timetable, Temporal.Instant.fromEpochMilliseconds(now), had)?.epochMilliseconds;
}

/** A class's card for a local day, once for each of its channels. */
const draftCards = (
  one: Class,
  term: Term,
  day: string,
  { due, expiresAt }: { due: number; expiresAt: number },
  { newId }: Planning,
): Draft[] =>
  one.channels.map(({ channel }) => ({
    id: newId(),
    key: `card:${one.id}:${day}:${channel}`,
    classId: one.id,
    channel,
    kind: 'card',
    what: term.id,
    day,
    due,
    expiresAt,
  }));

/** Plans a term as a class's card of today, to be sent at once; false where it had one today, or changed meanwhile. */
export async function postNow(one: Class, term: Term, now: number, planning: Planning): Promise<boolean> {
  const instant = Temporal.Instant.fromEpochMilliseconds(now);
  const day = dayOf(one.timetable, instant).toString();
  if (await planning.outbox.onDay(one.id, day)) return false;
  const next = one.paused ? undefined : nextCardTime(one.timetable, instant, day)?.epochMilliseconds;
  const expiresAt = postingDeadline(one.timetable, instant).epochMilliseconds;
  return planning.outbox.plan(
    one.id,
    { was: one.due, next, choices: one.choices ?? null },
    draftCards(one, term, day, { due: now, expiresAt }, planning),
    now,
  );
}

export interface PlannedNow {
  /** Posts that were planned. */
  due: number;
  /** Days without a card, since no process ran to post it. */
  missed: number;
}

const NOTHING: PlannedNow = { due: 0, missed: 0 };

/** Plans a class that is due; undefined where another process or an instructor was quicker. */
async function planClass(one: Class, now: number, planning: Planning): Promise<PlannedNow | undefined> {
  const { timetable, due = now } = one;
  const at = Temporal.Instant.fromEpochMilliseconds(now);
  const was = Temporal.Instant.fromEpochMilliseconds(due);
  const day = dayOf(timetable, was).toString();
  const history = planning.outbox.history(one.id);
  const had = (await history).at(-1)?.day;
  const moveOn = async (next: Temporal.Instant | undefined, missed = 0): Promise<PlannedNow | undefined> => {
    const moved = await planning.outbox.plan(one.id, { was: one.due, next: next?.epochMilliseconds }, [], now);
    return moved ? { due: 0, missed } : undefined;
  };
  if (had !== undefined && had >= day) return moveOn(nextCardTime(timetable, at, had));
  const when = timeliness(timetable, was, at);
  if (when === 'early') return moveOn(nextCardTime(timetable, at, had));
  // The next card may be due now as well: then the next turn plans it.
  if (when === 'missed') return moveOn(skipMissed(timetable, was, at, had), 1);
  const choices = readChoices(one);
  // A process of the version that wrote them knows what comes; without any a card comes all the same, though late.
  if (choices === 'newer' && when === 'now') return undefined;
  const { term, gone } = pickCard(await loadOutlook(one, now, planning, history), day);
  const expiresAt = postingDeadline(timetable, was).epochMilliseconds;
  const cards = term ? draftCards(one, term, day, { due, expiresAt }, planning) : [];
  const notices =
    typeof choices === 'string'
      ? draftUnreadable(one, day, now, planning)
      : draftSkipped(one, gone, day, now, planning);
  const moved = await planning.outbox.plan(
    one.id,
    { was: one.due, next: nextCardTime(timetable, at, day)?.epochMilliseconds, choices: one.choices ?? null },
    [...cards, ...notices],
    now,
  );
  return moved ? { due: cards.length, missed: 0 } : undefined;
}

/**
 * Plans the cards of all classes that are due at `now` (epoch milliseconds), and reads no others. Any number of processes
 * may do so at once. A class that cannot be planned goes to `failed` and holds up no other.
 */
export async function planDue(now: number, planning: Planning, failed: (error: unknown) => void): Promise<PlannedNow> {
  const all = { ...NOTHING };
  for (;;) {
    const classes = await planning.classes.due(now, AT_ONCE);
    let moved = false;
    for (const one of classes) {
      const planned = await planClass(one, now, planning).catch(failed);
      if (!planned) continue;
      moved = true;
      all.due += planned.due;
      all.missed += planned.missed;
    }
    if (!moved) return all;
  }
}
