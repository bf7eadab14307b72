import type { Content, Term } from '../content/model.ts';
import { type Class, type Classes, dayOf } from '../core/class.ts';
import type { LearnerRecords } from '../core/learner-records.ts';
import type { Draft, Outbox } from '../core/outbox.ts';
import { lastCall, nextAfter, notMissed, timeliness } from '../schedule/timetable.ts';
import { nextCard } from './next-card.ts';

/** What planning works with. */
export interface Planning {
  /** The course of now. */
  course: () => { content: Content };
  classes: Classes;
  outbox: Outbox;
  records: Pick<LearnerRecords, 'answered'>;
  /** A new post's id: letters and digits that nobody guesses. */
  newId: () => string;
}

const DAY = 24 * 3_600_000;
/** Answers to a term in this time, in milliseconds, and so many of them, say how well a class knows it. */
const LATELY = 60 * DAY;
const ENOUGH = 5;

/** Classes that are planned in one go. */
const AT_ONCE = 100;

/** How badly a class answers the terms that it has answered often enough lately: 0 never wrong, 1 always. */
async function missedBy(classId: string, now: number, { records }: Planning): Promise<ReadonlyMap<string, number>> {
  const answers = await records.answered(classId, now - LATELY);
  return new Map(
    answers
      .filter(({ answered }) => answered >= ENOUGH)
      .map(({ term, answered, right }) => [term, (answered - right) / answered]),
  );
}

/** The card that a class sees next; `history` as its posts have it. */
export async function upcoming(
  one: Class,
  now: number,
  planning: Planning,
  history = planning.outbox.history(one.id),
): Promise<Term | undefined> {
  const [cards, missed] = await Promise.all([history, missedBy(one.id, now, planning)]);
  return nextCard(
    planning.course().content,
    cards.map(({ term }) => term),
    missed,
  );
}

/** When a class is due next: its first hour after `now` on a day that had no card; epoch milliseconds. */
export async function dueOf(
  one: Class,
  now: number,
  { outbox }: Pick<Planning, 'outbox'>,
): Promise<number | undefined> {
  const had = (await outbox.history(one.id)).at(-1)?.day;
  return nextAfter(one.timetable, Temporal.Instant.fromEpochMilliseconds(now), had)?.epochMilliseconds;
}

/** A class's card for a local day, one for each of its channels. */
const cardsFor = (
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

/** Writes down today's card of a class, to be sent at once; false where it had one today, or somebody was quicker. */
export async function postNow(one: Class, now: number, planning: Planning): Promise<boolean> {
  const instant = Temporal.Instant.fromEpochMilliseconds(now);
  const day = dayOf(one.timetable, instant).toString();
  const term = await upcoming(one, now, planning);
  if (!term || (await planning.outbox.onDay(one.id, day))) return false;
  const next = one.paused ? undefined : nextAfter(one.timetable, instant, day)?.epochMilliseconds;
  return planning.outbox.plan(
    one.id,
    { was: one.due, next },
    cardsFor(one, term, day, { due: now, expiresAt: lastCall(one.timetable, instant).epochMilliseconds }, planning),
    now,
  );
}

export interface PlannedNow {
  /** Posts that were written down. */
  due: number;
  /** Days without a card, since nobody was there to post it. */
  missed: number;
}

const NOTHING: PlannedNow = { due: 0, missed: 0 };

/** What became of one class; undefined where somebody else was quicker. */
async function planOne(one: Class, now: number, planning: Planning): Promise<PlannedNow | undefined> {
  const { timetable, due = now } = one;
  const at = Temporal.Instant.fromEpochMilliseconds(now);
  const was = Temporal.Instant.fromEpochMilliseconds(due);
  const day = dayOf(timetable, was).toString();
  const history = planning.outbox.history(one.id);
  const had = (await history).at(-1)?.day;
  const plan = async (
    next: Temporal.Instant | undefined,
    posts: readonly Draft[],
    told: Partial<PlannedNow>,
  ): Promise<PlannedNow | undefined> => {
    const moved = await planning.outbox.plan(one.id, { was: one.due, next: next?.epochMilliseconds }, posts, now);
    return moved ? { ...NOTHING, ...told } : undefined;
  };
  if (had !== undefined && had >= day) return plan(nextAfter(timetable, at, had), [], {});
  const when = timeliness(timetable, was, at);
  if (when === 'early') return plan(nextAfter(timetable, at, had), [], {});
  // What follows may be due now as well: then it is planned in the next turn.
  if (when === 'missed') return plan(notMissed(timetable, was, at, had), [], { missed: 1 });
  const term = await upcoming(one, now, planning, history);
  const expiresAt = lastCall(timetable, was).epochMilliseconds;
  const posts = term ? cardsFor(one, term, day, { due, expiresAt }, planning) : [];
  return plan(nextAfter(timetable, at, day), posts, { due: posts.length });
}

/**
 * Writes down the cards of all classes that are due at `now` (epoch milliseconds). Its cost is that of those that are
 * due. Any number of processes may do so at once; a class that cannot be planned keeps no other from it.
 */
export async function planDue(now: number, planning: Planning, failed: (error: unknown) => void): Promise<PlannedNow> {
  const all = { ...NOTHING };
  for (;;) {
    const classes = await planning.classes.due(now, AT_ONCE);
    let moved = false;
    for (const one of classes) {
      const planned = await planOne(one, now, planning).catch(failed);
      if (!planned) continue;
      moved = true;
      all.due += planned.due;
      all.missed += planned.missed;
    }
    if (!moved) return all;
  }
}
