import type { Kysely } from 'kysely';
import { chunks } from './chunks.ts';
import { countFirstAnswers } from './practice-answers.ts';
import type { Tables } from './tables.ts';

/** How many looked-up ids of a person are kept. */
const KEPT = 100;
export async function writeLookups(db: Kysely<Tables>, lookups: readonly Tables['lookup'][]): Promise<void> {
  // PostgreSQL does not update a row twice in one statement.
  const latest = new Map<string, Tables['lookup']>();
  for (const lookup of lookups) {
    const key = `${lookup.person}\0${lookup.id}`;
    const known = latest.get(key);
    if (!known || known.at <= lookup.at) latest.set(key, lookup);
  }
  // Sorted, so that two processes never wait for each other.
  for (const rows of chunks([...latest.entries()].sort().map(([, lookup]) => lookup)))
    await db
      .insertInto('lookup')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['person', 'id'])
          .doUpdateSet(({ ref }) => ({ at: ref('excluded.at') }))
          .whereRef('lookup.at', '<', 'excluded.at'),
      )
      .execute();
  const persons = Array.from(new Set(lookups.map(({ person }) => person)));
  for (const some of chunks(persons)) {
    const ranked = db
      .selectFrom('lookup')
      .select(({ fn }) => [
        'person',
        'id',
        fn
          .agg<number>('row_number')
          .over((over) => over.partitionBy('person').orderBy('at', 'desc').orderBy('id'))
          .as('nth'),
      ])
      .where('person', 'in', some);
    const old = db.selectFrom(ranked.as('ranked')).select(['person', 'id']).where('nth', '>', KEPT);
    await db
      .deleteFrom('lookup')
      .where(({ eb, refTuple }) => eb(refTuple('person', 'id'), 'in', old.$asTuple('person', 'id')))
      .execute();
  }
}

export async function writeMembers(db: Kysely<Tables>, members: readonly Tables['member'][]): Promise<void> {
  const latest = new Map<string, Tables['member']>();
  for (const one of members) {
    const key = `${one.person}\0${one.class}`;
    // Not every activity has a name.
    latest.set(key, { ...one, name: one.name ?? latest.get(key)?.name ?? null });
  }
  // Sorted, as lookups are.
  for (const rows of chunks([...latest.entries()].sort().map(([, one]) => one)))
    await db
      .insertInto('member')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['person', 'class']).doUpdateSet(({ ref, fn, eb }) => ({
          // An activity that is written late may be of an earlier time.
          at: eb
            .case()
            .when('excluded.at', '>', ref('member.at'))
            .then(ref('excluded.at'))
            .else(ref('member.at'))
            .end(),
          name: fn.coalesce('excluded.name', 'member.name'),
        })),
      )
      .execute();
}

interface Counted {
  row: Tables['answer'];
  classId: string | undefined;
}

const keyOf = ({ person, question, at }: Pick<Tables['answer'], 'person' | 'question' | 'at'>): string =>
  `${person}\0${question}\0${at}`;

/** Counts answers for their classes, or, with -1, takes them out of what was counted. */
async function countForClasses(db: Kysely<Tables>, answers: readonly Counted[], by: 1 | -1): Promise<void> {
  const counts = new Map<string, Tables['class_answer']>();
  for (const { row, classId } of answers) {
    if (classId === undefined) continue;
    const day = new Date(row.at).toISOString().slice(0, 10);
    const key = `${classId}\0${day}\0${row.term}`;
    const count = counts.get(key) ?? { class: classId, day, term: row.term, answered: 0, right: 0 };
    counts.set(key, { ...count, answered: count.answered + by, right: count.right + by * row.right });
  }
  for (const rows of chunks([...counts.entries()].sort().map(([, count]) => count)))
    await db
      .insertInto('class_answer')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['class', 'day', 'term']).doUpdateSet(({ eb, ref }) => ({
          answered: eb('class_answer.answered', '+', ref('excluded.answered')),
          right: eb('class_answer.right', '+', ref('excluded.right')),
        })),
      )
      .execute();
}

/** Writes answers, and counts the new ones for their classes: an answer that comes twice counts once. */
export async function writeAnswers(db: Kysely<Tables>, answers: readonly Counted[]): Promise<void> {
  const fresh: Counted[] = [];
  for (const some of chunks(answers)) {
    const written = await db
      .insertInto('answer')
      .values(some.map(({ row }) => row))
      .onConflict((conflict) => conflict.doNothing())
      .returning(['person', 'question', 'at'])
      .execute();
    const isFresh = new Set(written.map(keyOf));
    fresh.push(...some.filter(({ row }) => isFresh.delete(keyOf(row))));
  }
  await countForClasses(db, fresh, 1);
  await countFirstAnswers(
    db,
    fresh.map(({ row }) => row),
    1,
  );
}

/** Takes answers back, and what they were counted for; one that is not there was counted for nothing. */
export async function deleteAnswers(db: Kysely<Tables>, answers: readonly Counted[]): Promise<void> {
  const there: Counted[] = [];
  for (const some of chunks(answers)) {
    const found = await db
      .selectFrom('answer')
      .select(['person', 'question', 'at'])
      .where(({ or, and, eb }) =>
        or(
          some.map(({ row: { person, question, at } }) =>
            and([eb('person', '=', person), eb('question', '=', question), eb('at', '=', at)]),
          ),
        ),
      )
      .execute();
    const isThere = new Set(found.map((row) => keyOf({ ...row, at: Number(row.at) })));
    there.push(...some.filter(({ row }) => isThere.delete(keyOf(row))));
  }
  await countForClasses(db, there, -1);
  // Which of them were first is known as long as they are there.
  await countFirstAnswers(
    db,
    there.map(({ row }) => row),
    -1,
  );
  for (const some of chunks(there))
    await db
      .deleteFrom('answer')
      .where(({ or, and, eb }) =>
        or(
          some.map(({ row: { person, question, at } }) =>
            and([eb('person', '=', person), eb('question', '=', question), eb('at', '=', at)]),
          ),
        ),
      )
      .execute();
  // Nothing is counted in them any more.
  const classes = Array.from(new Set(there.flatMap(({ classId }) => classId ?? [])));
  const questions = Array.from(new Set(there.map(({ row }) => row.question)));
  for (const some of chunks(classes))
    await db.deleteFrom('class_answer').where('class', 'in', some).where('answered', '=', 0).execute();
  for (const some of chunks(questions))
    await db.deleteFrom('question_answer').where('question', 'in', some).where('answered', '=', 0).execute();
}

/** A person's first press on a post makes them its reader. */
export async function writePresses(db: Kysely<Tables>, presses: readonly Tables['press'][]): Promise<void> {
  const ids = Array.from(new Set(presses.map(({ post }) => post))).sort();
  // Locks the posts: another process that counts their readers waits, and then sees whom this one has counted.
  for (const id of ids)
    await db
      .updateTable('post')
      .set(({ ref }) => ({ readers: ref('readers') }))
      .where('id', '=', id)
      .execute();
  const known = new Set<string>();
  const reader = ({ person, post }: Pick<Tables['press'], 'person' | 'post'>): string => `${person}\0${post}`;
  const latest = new Map<string, Tables['press']>();
  for (const row of presses) {
    const key = `${reader(row)}\0${row.press}`;
    const before = latest.get(key);
    if (!before || before.at <= row.at) latest.set(key, row);
  }
  for (const rows of chunks([...latest.values()])) {
    const persons = rows.map(({ person }) => person);
    const pressed = db.selectFrom('press').select(['person', 'post']).where('post', 'in', ids);
    for (const row of await pressed.where('person', 'in', persons).execute()) known.add(reader(row));
  }
  for (const rows of chunks([...latest.values()]))
    await db
      .insertInto('press')
      .values(rows)
      // The latest press counts.
      .onConflict((conflict) =>
        conflict
          .columns(['person', 'post', 'press'])
          .doUpdateSet(({ ref }) => ({ at: ref('excluded.at') }))
          .whereRef('press.at', '<', 'excluded.at'),
      )
      .execute();
  const fresh = new Map([...latest.values()].filter((row) => !known.has(reader(row))).map((row) => [reader(row), row]));
  for (const [id, { length }] of Map.groupBy(
    [...fresh.values()].map(({ post }) => post),
    (post) => post,
  ))
    await db
      .updateTable('post')
      .set(({ eb }) => ({ readers: eb('readers', '+', length) }))
      .where('id', '=', id)
      .execute();
}
