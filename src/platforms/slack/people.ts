import type { webApi } from '@slack/bolt';
import { type Locale, localeOf } from '../../core/locale.ts';
import type { Log } from '../../core/log.ts';
import type { Timers } from '../../core/timers.ts';
import { inTime } from '../../core/wait.ts';
import { hash } from '../../text/hash.ts';
import { TIMES } from './limits.ts';
import { call } from './web.ts';

export interface Person {
  locale: Locale;
  /** As the workspace shows it. */
  name: string;
  /** An admin or owner of the workspace. */
  manages: boolean;
}

interface Known {
  /** When it is asked for again, by the clock. */
  until: number;
  /** Ends when the question that is under way has; undefined where none is. */
  asked: Promise<void> | undefined;
  /** What Slack said last: names and languages seldom change, and are better old than unknown. */
  last: Person | undefined;
  /** Until when the rank that it said counts, by the clock. */
  ranked: number;
}

/** Whoever is made an admin, or is one no more, or changes their language, is known as that so much later at most. */
export const KNOWN_MS = 300_000;
/** As much of it may be cut off, by who it is: a class that came all at once is not asked for again all at once. */
const SPREAD = 0.4;
/** As much longer an admin counts as one where Slack cannot say: a class is not to lose whoever leads it. */
const RANKED_MS = 600_000;
/** What could not be found out is asked for again sooner. */
const UNKNOWN_MS = 60_000;
const REMEMBERED = 10_000;

const knownFor = (user: string): number => KNOWN_MS * (1 - (SPREAD * hash(user)) / 2 ** 32);

/** Knows people's languages, names and ranks: no payload of Slack's has them (users.info: locale, is_admin …). */
export function createPeople(client: webApi.WebClient, timers: Timers, log: Log) {
  const { now } = timers;
  const known = new Map<string, Known>();
  /** Slack wants to be asked for nobody until then: about a hundred a minute may be asked for (users.info, Tier 4). */
  let quiet = Number.NEGATIVE_INFINITY;

  async function ask(user: string, entry: Known): Promise<void> {
    const info = () => client.users.info({ user, include_locale: true });
    // Somebody waits: a pause is for whoever asks next.
    const asked = await call('users.info', info, 'freely', log, TIMES.call, 0);
    if (asked.kind === 'done') {
      const { locale, profile, real_name, name, is_admin, is_owner, is_primary_owner } = asked.answer.user ?? {};
      entry.last = {
        locale: localeOf(locale),
        name: profile?.display_name || profile?.real_name || real_name || name || '',
        manages: is_admin === true || is_owner === true || is_primary_owner === true,
      };
      entry.ranked = now() + KNOWN_MS + RANKED_MS;
      return;
    }
    log.warn({ reason: asked.reason }, 'a person is not known; answering in the language known before, or in Korean');
    if (asked.kind === 'refused') entry.ranked = now();
    if (asked.kind === 'late') quiet = Math.max(quiet, now() + asked.wait);
    entry.until = asked.kind === 'late' ? quiet : now() + UNKNOWN_MS;
  }

  /** What is known of somebody, or is being asked. */
  function find(user: string): Known | undefined {
    const found = known.get(user);
    if ((found && found.until > now()) || quiet > now()) return found;
    if (!found && known.size >= REMEMBERED) known.clear();
    const entry = found ?? { until: 0, asked: undefined, last: undefined, ranked: 0 };
    known.set(user, entry);
    entry.until = now() + knownFor(user);
    const answered = (): void => {
      entry.asked = undefined;
    };
    entry.asked = ask(user, entry).then(answered, answered);
    return entry;
  }

  /**
   * The person, or what can be said of them without Slack's help where that takes longer than `patience` ms: then they
   * have the `name` that came with what they did, and the rank that they had of late.
   */
  return async (user: string, name: string, patience: number): Promise<Person> => {
    const entry = find(user);
    // Whoever is known does not wait long to be known again.
    if (entry?.asked !== undefined)
      await inTime(entry.asked, entry.last ? Math.min(patience, TIMES.patience) : patience, timers);
    const { last, ranked = 0 } = entry ?? {};
    return {
      locale: last?.locale ?? localeOf(undefined),
      name: last?.name || name,
      manages: last?.manages === true && ranked > now(),
    };
  };
}

export type People = ReturnType<typeof createPeople>;
