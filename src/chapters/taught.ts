import type { Class } from '../core/class.ts';
import type { Localized } from '../core/locale.ts';
import type { Context } from '../course/context.ts';
import type { Course } from '../course/course.ts';
import { decodeState, LIVE_KIND } from '../live/codec.ts';
import { topicOf } from '../live/state.ts';
import { beginningOf, currentWeek } from '../schedule/term-week.ts';

/** Live quizzes that are looked back on: more than a class plays in a term. */
const MOST = 200;

/** A live quiz that a class has played. */
export interface PlayedLive {
  topic: Localized;
  /** The local day on which it began, ISO. */
  day: string;
  /** Ids of the concepts that it asked about. */
  terms: ReadonlySet<string>;
}

/** What a class was taught so far; nothing for a person without a class. */
export interface Taught {
  hasClass: boolean;
  /** The local day (ISO) of the last card of each concept, by its id. */
  cards: ReadonlyMap<string, string>;
  /** Newest first. */
  lives: readonly PlayedLive[];
  /** The first day (ISO) of the class's term, and the week that it is in, see weekOn(); undefined where it is not known. */
  first: string | undefined;
  week: number | undefined;
}

const NOTHING: Taught = { hasClass: false, cards: new Map(), lives: [], first: undefined, week: undefined };

/** What a class was taught so far. */
export async function loadTaught(
  one: Class | undefined,
  { questionNamed }: Pick<Course, 'questionNamed'>,
  { outbox, sessions, now }: Pick<Context, 'outbox' | 'sessions' | 'now'>,
): Promise<Taught> {
  if (!one) return NOTHING;
  const [history, all, played] = await Promise.all([
    outbox.history(one.id),
    sessions.history(one.id, LIVE_KIND, MOST),
    sessions.played(one.id, LIVE_KIND),
  ]);
  const lives = all.flatMap((session): PlayedLive[] => {
    const state = session.wakes === undefined && played.has(session.id) ? decodeState(session) : undefined;
    if (!state) return [];
    const terms = new Set(state.live.plan.questions.flatMap((id) => questionNamed(id)?.term ?? []));
    return [{ topic: topicOf(state), day: state.day, terms }];
  });
  return {
    hasClass: true,
    cards: new Map(history.map(({ term, day }) => [term, day])),
    lives,
    first: beginningOf(one, history),
    week: currentWeek(one, history, now()),
  };
}

/** How many of these concepts have had their card. */
export const cardsHad = (terms: readonly string[], { cards }: Taught): number =>
  terms.filter((id) => cards.has(id)).length;

/** The live quizzes that asked about one of these concepts. */
export const livesOn = (terms: readonly string[], { lives }: Taught): readonly PlayedLive[] =>
  lives.filter((live) => terms.some((id) => live.terms.has(id)));
