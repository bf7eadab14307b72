import type { Kysely } from 'kysely';
import { type AskedInVain, IN_VAIN } from '../core/reports.ts';
import { dayAt, hashAsker, keysSince, oldestDay, questionKey } from './askers.ts';
import { chunks } from './chunks.ts';
import { findHiddenPeople } from './presence.ts';
import type { Tables } from './tables.ts';

/** A question that found no answer in a class. */
export interface Asked {
  person: string;
  class: string;
  question: string;
  at: number;
}

type Key = Tables['vain_key'];
type Row = Tables['vain_question'];
type Asker = Tables['vain_asker'];

/** What is asked by people who keep out of reports is not kept. */
async function ofShownPeople(db: Kysely<Tables>, asked: readonly Asked[]): Promise<Asked[]> {
  const hidden = await findHiddenPeople(db, Array.from(new Set(asked.map(({ person }) => person))));
  return asked.filter(({ person }) => !hidden.has(person));
}

/** Writes questions, and gives what is kept of each. `touch`: how many have asked one that is there stays. */
async function upsert(db: Kysely<Tables>, rows: readonly Row[], how: 'touch' | 'count'): Promise<Row[]> {
  const kept: Row[] = [];
  for (const some of chunks(rows))
    kept.push(
      ...(await db
        .insertInto('vain_question')
        .values(some)
        .onConflict((conflict) =>
          conflict.columns(['class', 'question']).doUpdateSet(({ ref, eb }) => ({
            // What is written late may be of an earlier time.
            at: eb
              .case()
              .when('excluded.at', '>', ref('vain_question.at'))
              .then(ref('excluded.at'))
              .else(ref('vain_question.at'))
              .end(),
            people: how === 'count' ? ref('excluded.people') : ref('vain_question.people'),
          })),
        )
        .returning(['class', 'question', 'people', 'at'])
        .execute()),
    );
  return kept;
}

/** A question while its askers are counted. */
interface Counting {
  row: Row;
  /** The last day on which somebody asked it who can still be recognised; empty where there is none. */
  newest: string;
  /** Those who can be recognised, each as a day and a hash. */
  askers: Set<string>;
}

function addAsker(counting: Counting | undefined, { day, who }: Pick<Asker, 'day' | 'who'>): void {
  if (!counting) return;
  counting.askers.add(`${day} ${who}`);
  if (day > counting.newest) counting.newest = day;
}

/** What is kept of these questions, by their keys. Each is locked until the transaction ends. */
async function beginCounting(
  db: Kysely<Tables>,
  asked: readonly Asked[],
  oldest: string,
): Promise<Map<string, Counting>> {
  const latest = new Map<string, Row>();
  for (const one of asked) {
    const at = Math.max(one.at, latest.get(questionKey(one))?.at ?? one.at);
    latest.set(questionKey(one), { class: one.class, question: one.question, people: 0, at });
  }
  // In one order, so that no two processes wait for each other.
  const rows = [...latest.entries()].sort().map(([, row]) => row);
  const all = new Map<string, Counting>();
  for (const row of await upsert(db, rows, 'touch')) all.set(questionKey(row), { row, newest: '', askers: new Set() });
  for (const some of chunks(rows)) {
    const present = await db
      .selectFrom('vain_asker')
      .selectAll()
      .where('class', 'in', Array.from(new Set(some.map((one) => one.class))))
      .where('question', 'in', Array.from(new Set(some.map(({ question }) => question))))
      .where('day', '>=', oldest)
      .execute();
    for (const one of present) addAsker(all.get(questionKey(one)), one);
  }
  return all;
}

/** Counts one asker, unless they can be recognised, and gives the hash that stands for them from now on. */
function countAsker({ person, at, ...question }: Asked, keys: readonly Key[], counting: Counting): Asker[] {
  const from = oldestDay(at);
  const own = keys
    .filter(({ day }) => day >= from)
    .map((key) => ({ ...question, day: key.day, who: hashAsker(person, question, key) }));
  if (!own.some(({ day, who }) => counting.askers.has(`${day} ${who}`))) {
    const { row } = counting;
    const isLost = counting.newest < from && row.people < IN_VAIN.enough;
    counting.row = { ...row, people: isLost ? 1 : row.people + 1 };
  }
  const fresh = own.filter(({ day }) => day === dayAt(at));
  for (const one of fresh) addAsker(counting, one);
  return fresh;
}

/**
 * Counts who asked what in vain: a person once a question, for as long as they can be recognised. Where too few have asked
 * a question and none of them can be recognised any longer, who asks now may be one of them: its count begins anew.
 * `newSecret` gives a text that cannot be guessed.
 */
export async function writeInVain(db: Kysely<Tables>, all: readonly Asked[], newSecret: () => string): Promise<void> {
  const asked = (await ofShownPeople(db, all)).sort((a, b) => a.at - b.at);
  const [first] = asked;
  if (!first) return;
  const days = new Set(asked.map(({ at }) => dayAt(at)));
  const oldest = oldestDay(first.at);
  const keys = await keysSince(db, oldest, Array.from(days), newSecret);
  const countings = await beginCounting(db, asked, oldest);
  const askers = asked.flatMap((one) => {
    const counting = countings.get(questionKey(one));
    return counting ? countAsker(one, keys, counting) : [];
  });
  for (const some of chunks(askers))
    await db
      .insertInto('vain_asker')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await upsert(
    db,
    Array.from(countings.values(), ({ row }) => row),
    'count',
  );
}

/** See Reports. */
export const readAskedInVain = (
  db: Kysely<Tables>,
  classId: string,
  now: number,
  most: number,
): Promise<AskedInVain[]> =>
  db
    .selectFrom('vain_question')
    .select(['question', 'people', 'at'])
    .where('class', '=', classId)
    .where('people', '>=', IN_VAIN.enough)
    .where('at', '>=', now - IN_VAIN.lasts)
    .orderBy('people', 'desc')
    .orderBy('at', 'desc')
    .orderBy('question')
    .limit(most)
    .execute();

/**
 * Throws away what has had its time at `now` (epoch milliseconds): keys with the hashes that were made by them, questions
 * that too few have asked meanwhile, and old questions.
 */
export const pruneInVain = (db: Kysely<Tables>, now: number): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    const oldest = oldestDay(now);
    await transaction.deleteFrom('vain_key').where('day', '<', oldest).execute();
    await transaction
      .deleteFrom('vain_question')
      .where(({ or, and, eb }) =>
        or([
          eb('at', '<', now - IN_VAIN.lasts),
          and([eb('people', '<', IN_VAIN.enough), eb('at', '<', Date.parse(oldest))]),
        ]),
      )
      .execute();
  });
