import { createHmac } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { IN_VAIN } from '../core/reports.ts';
import type { Tables } from './tables.ts';

const DAY = 86_400_000;
/** Letters of a hash: enough that no two people who ask a question have the same. */
const HASH = 22;
/** Hashes that are looked at in one go: others get their turn after them. */
const PAGE = 1000;

type Key = Tables['vain_key'];
type Asker = Tables['vain_asker'];
type Question = Pick<Asker, 'class' | 'question'>;

/** The day (ISO, UTC) of a time in epoch milliseconds. */
export const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The oldest day whose key still tells people apart at a time. */
export const oldestDay = (at: number): string => dayAt(at - IN_VAIN.days * DAY);

/** Stands for a person who asked a question on the key's day; without the key it cannot be said whom. */
export const hashAsker = (person: string, { class: classId, question }: Question, { secret }: Pick<Key, 'secret'>) =>
  createHmac('sha256', secret).update(`${person}\0${classId}\0${question}`).digest('base64url').slice(0, HASH);

/** The keys from a day on; one is made for each of `days` that has none. `newSecret` gives a text that cannot be guessed. */
export async function keysSince(
  db: Kysely<Tables>,
  oldest: string,
  days: readonly string[],
  newSecret: () => string,
): Promise<Key[]> {
  await db
    .insertInto('vain_key')
    .values(days.toSorted().map((day) => ({ day, secret: newSecret() })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return db.selectFrom('vain_key').selectAll().where('day', '>=', oldest).orderBy('day').execute();
}

/**
 * The hashes that stand for a person, oldest first within a question. Each hash that is there has to be tried: it says
 * neither whose it is nor which others are of the same person.
 */
export async function findAskers(db: Kysely<Tables>, person: string): Promise<Asker[]> {
  const found: Asker[] = [];
  // Before all others.
  let last: Asker | undefined = { class: '', question: '', day: '', who: '' };
  while (last) {
    const { class: classId, question, day, who }: Asker = last;
    const page: (Asker & Pick<Key, 'secret'>)[] = await db
      .selectFrom('vain_asker')
      .innerJoin('vain_key', 'vain_key.day', 'vain_asker.day')
      .select(['class', 'question', 'vain_asker.day', 'who', 'secret'])
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('class', 'question', 'vain_asker.day', 'who'), '>', tuple(classId, question, day, who)),
      )
      .orderBy('class')
      .orderBy('question')
      .orderBy('vain_asker.day')
      .orderBy('who')
      .limit(PAGE)
      .execute();
    for (const { secret, ...asker } of page) if (hashAsker(person, asker, { secret }) === asker.who) found.push(asker);
    last = page.length < PAGE ? undefined : page.at(-1);
    await setImmediate();
  }
  return found;
}

export const questionKey = ({ class: classId, question }: Question): string => `${classId}\0${question}`;

/** The hashes of each question together: one person may have some on several days. */
export const byQuestion = (askers: readonly Asker[]): Asker[][] => [...Map.groupBy(askers, questionKey).values()];

/** Takes back what a person asked in the last week: of older questions the store no longer knows who asked them. */
export async function forgetAskers(db: Kysely<Tables>, person: string): Promise<void> {
  for (const own of byQuestion(await findAskers(db, person))) {
    const [{ class: classId, question } = { class: '', question: '' }] = own;
    const these = db.updateTable('vain_question').where('class', '=', classId).where('question', '=', question);
    // Locks the question, as those who write do, before its askers.
    await these.set(({ ref }) => ({ people: ref('people') })).execute();
    const { numDeletedRows } = await db
      .deleteFrom('vain_asker')
      .where('class', '=', classId)
      .where('question', '=', question)
      .where(
        'who',
        'in',
        own.map(({ who }) => who),
      )
      .executeTakeFirst();
    if (numDeletedRows === 0n) continue;
    await these.set(({ eb }) => ({ people: eb('people', '-', 1) })).execute();
    await db
      .deleteFrom('vain_question')
      .where('class', '=', classId)
      .where('question', '=', question)
      .where('people', '<', 1)
      .execute();
  }
}
