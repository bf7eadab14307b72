import type { webApi } from '@slack/bolt';
import { type Locale, localeOf } from '../../core/locale.ts';
import type { Log } from '../../core/log.ts';
import { inTime } from '../../core/wait.ts';
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
  asked: Promise<Person | undefined>;
  /** What Slack said last: names and languages seldom change, and are better old than unknown. */
  last: Person | undefined;
}

/** Whoever is made an admin, or is one no more, or changes their language, is known as that so much later at most. */
export const KNOWN_MS = 300_000;
/** What could not be found out is asked for again sooner. */
const UNKNOWN_MS = 60_000;
const REMEMBERED = 10_000;

/** Knows people's languages, names and ranks: no payload of Slack's has them (users.info: locale, is_admin …). `now` in ms. */
export function createPeople(client: webApi.WebClient, now: () => number, log: Log) {
  const known = new Map<string, Known>();

  async function ask(user: string): Promise<Person | undefined> {
    const asked = await call(
      'users.info',
      () => client.users.info({ user, include_locale: true }),
      'freely',
      log,
      TIMES.call,
    );
    if (asked.kind !== 'done') {
      log.warn({ reason: asked.reason }, 'a person is not known; answering in the language known before, or in Korean');
      return undefined;
    }
    const { locale, profile, real_name, name, is_admin, is_owner, is_primary_owner } = asked.answer.user ?? {};
    return {
      locale: localeOf(locale),
      name: profile?.display_name || profile?.real_name || real_name || name || '',
      manages: is_admin === true || is_owner === true || is_primary_owner === true,
    };
  }

  function find(user: string): Known {
    const found = known.get(user);
    if (found && found.until > now()) return found;
    if (!found && known.size >= REMEMBERED) known.clear();
    const entry: Known = { until: now() + KNOWN_MS, asked: ask(user).catch(() => undefined), last: found?.last };
    known.set(user, entry);
    void entry.asked.then((person) => {
      if (person) entry.last = person;
      else entry.until = now() + UNKNOWN_MS;
    });
    return entry;
  }

  /**
   * The person, or what can be said of them without Slack's help where that takes longer than `patience` ms: then they
   * manage nothing.
   */
  return async (user: string, name: string, patience: number): Promise<Person> => {
    const { asked, last } = find(user);
    // Whoever is known does not wait long to be known again.
    const person = await inTime(asked, last ? Math.min(patience, TIMES.patience) : patience);
    return {
      locale: (person ?? last)?.locale ?? localeOf(undefined),
      name: (person ?? last)?.name || name,
      manages: person?.manages ?? false,
    };
  };
}

export type People = ReturnType<typeof createPeople>;
