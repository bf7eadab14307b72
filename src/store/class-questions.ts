import type { Kysely, Selectable } from 'kysely';
import {
  type ClassQuestion,
  type ClassQuestions,
  DELETED_LASTS,
  type Differences,
  UNFINISHED_LASTS,
} from '../core/class-questions.ts';
import type { PersonalData } from '../core/learner-records.ts';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';

const questionOf = (row: Selectable<Tables['class_question']>): ClassQuestion => ({
  id: row.id,
  classId: row.class,
  author: row.author,
  term: row.term,
  text: row.text,
  at: row.at,
  changes: row.changes,
  ...(row.deleted === null ? {} : { deleted: row.deleted }),
});

/** The class of a channel; where that has none, the last one of the person whose term goes on. */
async function findClassFor(db: Kysely<Tables>, person: string, channel: string | undefined) {
  const here =
    channel === undefined
      ? undefined
      : await db
          .selectFrom('class_channel')
          .innerJoin('class', 'class.id', 'class_channel.class')
          .select(['class.id', 'class.questions'])
          .where('channel', '=', storable(channel))
          .executeTakeFirst();
  if (here) return here;
  return db
    .selectFrom('member')
    .innerJoin('class', 'class.id', 'member.class')
    .select(['class.id', 'class.questions'])
    .where('member.person', '=', storable(person))
    .where('class.closed', 'is', null)
    .orderBy('member.at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** See Reports.hiddenQuestions(). */
export async function findHiddenQuestions(db: Kysely<Tables>, classId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('hidden_question')
    .select('question')
    .where('class', '=', classId)
    .orderBy('at')
    .orderBy('question')
    .execute();
  return rows.map(({ question }) => question);
}

/** What a class hides and has open, each in its order: one query, since a class is asked for them at every press. */
async function readNames(db: Kysely<Tables>, classId: string): Promise<Pick<Differences, 'hidden' | 'open'>> {
  const id = storable(classId);
  const rows = await db
    .selectFrom('hidden_question')
    .select(({ lit }) => ['question as name', 'at', lit<number>(1).as('is_hidden')])
    .where('class', '=', id)
    .unionAll(
      db
        .selectFrom('open_set')
        .select(({ lit }) => ['question_set as name', 'at', lit<number>(0).as('is_hidden')])
        .where('class', '=', id),
    )
    .orderBy('at')
    .orderBy('name')
    .execute();
  const those = (isHidden: 0 | 1) => rows.flatMap(({ name, is_hidden }) => (is_hidden === isHidden ? name : []));
  return { hidden: those(1), open: those(0) };
}

/** See ClassQuestions.differences(). */
async function readDifferences(db: Kysely<Tables>, classId: string): Promise<Differences> {
  const [own, names] = await Promise.all([
    db.selectFrom('class').select('questions').where('id', '=', storable(classId)).executeTakeFirst(),
    readNames(db, classId),
  ]);
  return { classId, ...names, revision: own?.questions ?? 0 };
}

/** See ClassQuestions.differencesFor(). */
async function readDifferencesFor(
  db: Kysely<Tables>,
  person: string,
  channel: string | undefined,
): Promise<Differences> {
  const own = await findClassFor(db, person, channel);
  if (!own) return { classId: undefined, hidden: [], open: [], revision: 0 };
  return { classId: own.id, ...(await readNames(db, own.id)), revision: own.questions ?? 0 };
}

/** See ClassQuestions.write(). */
async function writeQuestions(
  db: Kysely<Tables>,
  classId: string,
  questions: readonly ClassQuestion[],
  revision: number,
): Promise<boolean> {
  // It locks the class: another process that writes one of its questions waits, and sees this one.
  const { numUpdatedRows } = await db
    .updateTable('class')
    .set({ questions: revision + 1 })
    .where('id', '=', classId)
    .where(({ or, eb }) =>
      revision === 0 ? or([eb('questions', 'is', null), eb('questions', '=', 0)]) : eb('questions', '=', revision),
    )
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  for (const { id, author, term, text, at, changes, deleted = null } of questions) {
    // Not its author, whose data may have been deleted since the writer read it.
    const row = { term: storable(term), text: storable(text), changes, deleted };
    await db
      .insertInto('class_question')
      .values({ ...row, id, class: classId, author: storable(author), at })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row).where('class_question.class', '=', classId))
      .execute();
  }
  return true;
}

/** Deletes what was deleted, or begun and left, so long ago that nobody takes it up again. */
export async function pruneClassQuestions(db: Kysely<Tables>, now: number): Promise<void> {
  await db
    .deleteFrom('class_question')
    .where('deleted', '<', now - DELETED_LASTS)
    .execute();
  await db
    .deleteFrom('unfinished_question')
    .where('at', '<', now - UNFINISHED_LASTS)
    .execute();
}

/** What a person has written for classes, oldest first, and what they began to write. */
export async function findWritten(
  db: Kysely<Tables>,
  person: string,
): Promise<Pick<PersonalData, 'written' | 'unfinished'>> {
  const written = await db
    .selectFrom('class_question')
    .select(['class', 'id as question', 'text', 'at'])
    .where('author', '=', person)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const unfinished = await db
    .selectFrom('unfinished_question')
    .select(['class', 'entered', 'at'])
    .where('person', '=', person)
    .orderBy('at')
    .execute();
  return { written, unfinished };
}

/** A class's questions stay when their author's data is deleted; what they had only begun goes. */
export async function forgetAuthor(db: Kysely<Tables>, person: string): Promise<void> {
  await db.updateTable('class_question').set({ author: '' }).where('author', '=', person).execute();
  await db.deleteFrom('unfinished_question').where('person', '=', person).execute();
}

/** `retrying`: tries again after errors that may be gone in a moment. */
export const createClassQuestions = (
  db: Kysely<Tables>,
  retrying: <T>(run: () => Promise<T>) => Promise<T>,
): ClassQuestions => ({
  differences: (classId) => retrying(() => readDifferences(db, classId)),
  differencesFor: (person, channel) => retrying(() => readDifferencesFor(db, person, channel)),
  of: (classId) =>
    retrying(async () => {
      // First: what is read after it may be newer, and never older.
      const row = await db.selectFrom('class').select('questions').where('id', '=', classId).executeTakeFirst();
      const questions = await db
        .selectFrom('class_question')
        .selectAll()
        .where('class', '=', classId)
        .orderBy('at')
        .orderBy('id')
        .execute();
      return { revision: row?.questions ?? 0, questions: questions.map(questionOf) };
    }),
  write: (classId, questions, revision) =>
    retrying(() =>
      db.transaction().execute((transaction) => writeQuestions(transaction, classId, questions, revision)),
    ),
  unfinished: (classId, person) =>
    retrying(async () => {
      const row = await db
        .selectFrom('unfinished_question')
        .select('entered')
        .where('class', '=', classId)
        .where('person', '=', storable(person))
        .executeTakeFirst();
      return row?.entered;
    }),
  keepUnfinished: (classId, person, entered, at) =>
    retrying(async () => {
      if (entered === undefined)
        await db
          .deleteFrom('unfinished_question')
          .where('class', '=', classId)
          .where('person', '=', storable(person))
          .execute();
      else
        await db
          .insertInto('unfinished_question')
          .values({ class: classId, person: storable(person), entered: storable(entered), at })
          .onConflict((conflict) =>
            conflict
              .columns(['class', 'person'])
              .doUpdateSet(({ ref }) => ({ entered: ref('excluded.entered'), at: ref('excluded.at') })),
          )
          .execute();
    }),
});
