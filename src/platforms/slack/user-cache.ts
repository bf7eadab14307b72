import type { webApi } from '@slack/bolt';
import { hash } from '../../core/hash.ts';
import { type Locale, localeOf } from '../../core/locale.ts';
import type { Log } from '../../core/log.ts';
import type { Managers } from '../../core/managers.ts';
import type { Timers } from '../../core/timers.ts';
import { withTimeout } from '../../core/with-timeout.ts';
import { personOf, spaceOf, type Who } from './incoming.ts';
import { TIMES } from './limits.ts';
import { call } from './web-api.ts';

export interface Person {
  locale: Locale;
  /** As the workspace shows it. */
  name: string;
  /** An admin or owner of the workspace; undefined where Slack has not told. */
  manages: boolean | undefined;
}

interface Known {
  /** When it is asked for again, by the clock. */
  until: number;
  /** Ends when the question that is under way has; undefined where none is. */
  asked: Promise<void> | undefined;
  /** What Slack said last, to a question of `at` (epoch ms): names and languages are better old than unknown. */
  last: (Person & { manages: boolean; at: number }) | undefined;
  /** Until when the rank that it said counts without a look at what is kept, by the clock. */
  ranked: number;
  /** It would not say who they are: then no rank of before counts either. */
  refused: boolean;
}

type Asker = Pick<Who, 'team' | 'user' | 'name'>;

export interface PeopleParts {
  client: webApi.WebClient;
  /** Keeps over restarts, and for other processes, who manages a workspace. */
  managers: Managers;
  /** No step of the machine's clock changes them. */
  timers: Timers;
  /** Epoch milliseconds. */
  now: () => number;
  log: Log;
}

/** So old a person's rank, name and language may be. */
export const KNOWN_MS = 300_000;
/** As much of it may be cut off, by who it is: a class that came all at once is not asked for again all at once. */
const SPREAD = 0.4;
/** What could not be found out is asked for again sooner. */
const UNKNOWN_MS = 60_000;
const REMEMBERED = 10_000;

const knownFor = (user: string): number => KNOWN_MS * (1 - (SPREAD * hash(user)) / 2 ** 32);

/** Knows people's languages, names and ranks: no payload of Slack's has them (users.info: locale, is_admin …). */
export function createPeople({ client, managers, timers, now, log }: PeopleParts) {
  const clock = timers.now;
  const known = new Map<string, Known>();
  /** Until then Slack does not say who people are: about a hundred people a minute may be asked for (users.info, Tier 4). */
  let quiet = Number.NEGATIVE_INFINITY;

  /** For when Slack cannot be asked; `at`: a rank is as old as the question. */
  function keepRank(who: Asker, manages: boolean, at: number): void {
    const rank = { person: personOf(who), space: spaceOf(who), manages, at };
    managers.record(rank).catch((error: unknown) => log.warn({ err: error }, 'who manages could not be kept'));
  }

  async function ask(who: Asker, entry: Known): Promise<void> {
    const { user } = who;
    const at = now();
    const info = () => client.users.info({ user, include_locale: true });
    // A student waits: no pause is kept here, the next look-up keeps it.
    const asked = await call('users.info', info, 'freely', { log, timers }, TIMES.call, 0);
    entry.refused = asked.kind === 'refused';
    if (asked.kind === 'done') {
      const { locale, profile, real_name, name, is_admin, is_owner, is_primary_owner } = asked.answer.user ?? {};
      const manages = is_admin === true || is_owner === true || is_primary_owner === true;
      entry.last = {
        locale: localeOf(locale),
        name: profile?.display_name || profile?.real_name || real_name || name || '',
        manages,
        at,
      };
      entry.ranked = entry.until;
      return keepRank(who, manages, at);
    }
    log.warn({ reason: asked.reason }, 'a person is not known; answering in the language known before, or in Korean');
    if (asked.kind === 'late') quiet = Math.max(quiet, clock() + asked.wait);
    entry.until = asked.kind === 'late' ? quiet : clock() + UNKNOWN_MS;
  }

  /** What is known of a person, or is being asked. */
  function find(who: Asker): Known | undefined {
    const { user } = who;
    const found = known.get(user);
    if ((found && found.until > clock()) || quiet > clock()) return found;
    if (!found && known.size >= REMEMBERED) known.clear();
    const entry = found ?? { until: 0, asked: undefined, last: undefined, ranked: 0, refused: false };
    known.set(user, entry);
    entry.until = clock() + knownFor(user);
    const answered = (): void => {
      entry.asked = undefined;
    };
    entry.asked = ask(who, entry).then(answered, answered);
    return entry;
  }

  /**
   * Do they manage the workspace? While Slack does not answer, what any process was told last counts: that they do, for
   * as long as it is kept; that they do not, for as long as nothing newer is known. Another process may have kept that
   * they do after this one was told that they do not any more.
   */
  async function rankOf(
    who: Asker,
    { last, ranked, refused }: Pick<Known, 'last' | 'ranked' | 'refused'>,
  ): Promise<boolean | undefined> {
    if (refused) return undefined;
    if (last && ranked > clock()) return last.manages;
    const read = managers.of(spaceOf(who), now()).catch((error: unknown) => {
      log.warn({ err: error }, 'who manages could not be looked up');
      return undefined;
    });
    const kept = await withTimeout(read, TIMES.patience, timers);
    const told = kept?.get(personOf(who));
    if (last?.manages === false && !(told !== undefined && told > last.at)) return false;
    return told === undefined ? undefined : true;
  }

  /**
   * The person, or what can be said of them without Slack's help where that takes longer than `patience` ms: then they
   * have the name that came with what they did, and the rank that they had of late.
   */
  return async (who: Asker, patience: number): Promise<Person> => {
    const entry = find(who);
    // A person who is known already is not kept waiting for the refresh.
    if (entry?.asked !== undefined)
      await withTimeout(entry.asked, entry.last ? Math.min(patience, TIMES.patience) : patience, timers);
    const { last } = entry ?? {};
    return {
      locale: last?.locale ?? localeOf(undefined),
      name: last?.name || who.name,
      manages: await rankOf(who, entry ?? { last: undefined, ranked: 0, refused: false }),
    };
  };
}

export type People = ReturnType<typeof createPeople>;
