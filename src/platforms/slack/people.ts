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
}

/** Whoever changes their language in Slack is answered in it an hour later at the latest. */
const KNOWN_MS = 3_600_000;
/** What could not be found out is asked for again sooner. */
const UNKNOWN_MS = 60_000;
const REMEMBERED = 10_000;

/** Knows people's languages and names: no payload of Slack's has them (users.info: locale). */
export function createPeople(client: webApi.WebClient, log: Log) {
  const known = new Map<string, { until: number; person: Promise<Person | undefined> }>();

  async function ask(user: string): Promise<Person | undefined> {
    const asked = await call(
      'users.info',
      () => client.users.info({ user, include_locale: true }),
      'freely',
      log,
      TIMES.call,
    );
    if (asked.kind !== 'done') {
      log.warn({ reason: asked.reason }, 'a person’s language is not known; answering in Korean');
      return undefined;
    }
    const { locale, profile, real_name, name } = asked.answer.user ?? {};
    return { locale: localeOf(locale), name: profile?.display_name || profile?.real_name || real_name || name || '' };
  }

  function find(user: string): Promise<Person | undefined> {
    const now = performance.now();
    const found = known.get(user);
    if (found && found.until > now) return found.person;
    if (known.size >= REMEMBERED) known.clear();
    const entry = { until: now + KNOWN_MS, person: ask(user).catch(() => undefined) };
    known.set(user, entry);
    void entry.person.then((person) => {
      if (!person) entry.until = performance.now() + UNKNOWN_MS;
    });
    return entry.person;
  }

  /** The person, or what can be said of them without Slack's help where that takes longer than `patience` ms. */
  return async (user: string, name: string, patience: number): Promise<Person> => {
    const person = await inTime(find(user), patience);
    return { locale: person?.locale ?? localeOf(undefined), name: person?.name || name };
  };
}

export type People = ReturnType<typeof createPeople>;
