import type { Content, Term } from '../content/model.ts';
import { type Class, type Classes, dayOf } from '../core/class.ts';
import { JUDGED, type LearnerRecords } from '../core/learner-records.ts';
import type { Draft, Outbox } from '../core/outbox.ts';
import { nextCardTime, postingDeadline, skipMissed, timeliness } from '../schedule/timetable.ts';
import { nextCard } from './next-card.ts';

/** What planning works with. */
export interface Planning {
  /** The course of now. */
  course: () => { content: Content };
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

/** The term of a class's next card; undefined where the course has none. */
export async function chooseTerm(
  one: Class,
  now: number,
  planning: Planning,
  history = planning.outbox.history(one.id),
): Promise<Term | undefined> {
  const [cards, missed] = await Promise.all([history, missRates(one.id, now, planning)]);
  return nextCard(
    planning.course().content,
    cards.map(({ term }) => term),
    missed,
  );
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

/** Plans today's card of a class, to be sent at once; false where it had one today, or changed meanwhile. */
export async function postNow(one: Class, now: number, planning: Planning): Promise<boolean> {
  const instant = Temporal.Instant.fromEpochMilliseconds(now);
  const day = dayOf(one.timetable, instant).toString();
  const term = await chooseTerm(one, now, planning);
  if (!term || (await planning.outbox.onDay(one.id, day))) return false;
  const next = one.paused ? undefined : nextCardTime(one.timetable, instant, day)?.epochMilliseconds;
  return planning.outbox.plan(
    one.id,
    { was: one.due, next },
    draftCards(
      one,
      term,
      day,
      { due: now, expiresAt: postingDeadline(one.timetable, instant).epochMilliseconds },
      planning,
    ),
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
  const plan = async (
    next: Temporal.Instant | undefined,
    posts: readonly Draft[],
    counts: Partial<PlannedNow>,
  ): Promise<PlannedNow | undefined> => {
    const moved = await planning.outbox.plan(one.id, { was: one.due, next: next?.epochMilliseconds }, posts, now);
    return moved ? { ...NOTHING, ...counts } : undefined;
  };
  if (had !== undefined && had >= day) return plan(nextCardTime(timetable, at, had), [], {});
  const when = timeliness(timetable, was, at);
  if (when === 'early') return plan(nextCardTime(timetable, at, had), [], {});
  // The next card may be due now as well: then the next turn plans it.
  if (when === 'missed') return plan(skipMissed(timetable, was, at, had), [], { missed: 1 });
  const term = await chooseTerm(one, now, planning, history);
  const expiresAt = postingDeadline(timetable, was).epochMilliseconds;
  const posts = term ? draftCards(one, term, day, { due, expiresAt }, planning) : [];
  return plan(nextCardTime(timetable, at, day), posts, { due: posts.length });
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
