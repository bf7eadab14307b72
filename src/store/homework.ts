import type { Kysely, Selectable } from 'kysely';
import type { HomeworkRecords, HomeworkStudent } from '../core/homework.ts';
import type { PersonalData } from '../core/learner-records.ts';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';

/** Classes of a person that are looked at: more than anybody is in at a time. */
const CLASSES = 20;

const studentOf = (row: Selectable<Tables['homework_student']>): HomeworkStudent => ({
  person: row.person,
  name: row.name ?? undefined,
  begun: row.begun ?? undefined,
  reminder: row.reminder !== null,
});

type Row = Tables['homework_student'];

/** The first time stays, and the latest name. */
async function begin(db: Kysely<Tables>, row: Pick<Row, 'homework' | 'person' | 'name'>, at: number): Promise<void> {
  await db
    .insertInto('homework_student')
    .values({ ...row, begun: at, reminder: null })
    .onConflict((conflict) =>
      conflict.columns(['homework', 'person']).doUpdateSet(({ fn }) => ({
        begun: fn.coalesce('homework_student.begun', 'excluded.begun'),
        name: fn.coalesce('excluded.name', 'homework_student.name'),
      })),
    )
    .execute();
}

/** `retrying`: tries again after errors that may be gone in a moment. */
export function createHomeworkRecords(
  db: Kysely<Tables>,
  retrying: <T>(run: () => Promise<T>) => Promise<T>,
): HomeworkRecords {
  const rowsOf = (homework: string) =>
    db.selectFrom('homework_student').selectAll().where('homework', '=', storable(homework));
  const rowFor = (homework: string, { person, name }: Pick<HomeworkStudent, 'person' | 'name'>) => ({
    homework: storable(homework),
    person: storable(person),
    name: name === undefined ? null : storable(name),
  });
  return {
    begin: (homework, who, at) => retrying(() => begin(db, rowFor(homework, who), at)),
    answer: (homework, who, { question, right, at }) =>
      retrying(() =>
        db.transaction().execute(async (transaction) => {
          const { name, ...row } = rowFor(homework, who);
          await begin(transaction, { ...row, name }, at);
          await transaction
            .insertInto('homework_answer')
            .values({ ...row, question: storable(question), right: Number(right), at })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }),
      ),
    remind: (homework, who, wanted, at) =>
      retrying(async () => {
        const reminder = wanted ? at : null;
        await db
          .insertInto('homework_student')
          .values({ ...rowFor(homework, who), begun: null, reminder })
          .onConflict((conflict) => conflict.columns(['homework', 'person']).doUpdateSet({ reminder }))
          .execute();
      }),
    student: (homework, person) =>
      retrying(async () => {
        const row = await rowsOf(homework).where('person', '=', storable(person)).executeTakeFirst();
        return row && studentOf(row);
      }),
    students: (homework) => retrying(async () => (await rowsOf(homework).orderBy('person').execute()).map(studentOf)),
    answers: (homework, person) =>
      retrying(async () => {
        const rows = await db
          .selectFrom('homework_answer')
          .select(['person', 'question', 'right', 'at'])
          .where('homework', '=', storable(homework))
          .$if(person !== undefined, (query) => query.where('person', '=', storable(person ?? '')))
          .orderBy('at')
          .orderBy('person')
          .orderBy('question')
          .execute();
        return rows.map(({ right, ...row }) => ({ ...row, right: right === 1 }));
      }),
    classesOf: (person) =>
      retrying(async () => {
        const rows = await db
          .selectFrom('member')
          .innerJoin('class', 'class.id', 'member.class')
          .select('member.class')
          .where('member.person', '=', storable(person))
          .where('class.closed', 'is', null)
          .orderBy('member.at', 'desc')
          .limit(CLASSES)
          .execute();
        // Who has begun a homework and answered nothing is no member yet.
        const begun = await db
          .selectFrom('homework_student')
          .innerJoin('appointment', 'appointment.id', 'homework_student.homework')
          .innerJoin('class', 'class.id', 'appointment.class')
          .select('appointment.class')
          .where('homework_student.person', '=', storable(person))
          .where('class.closed', 'is', null)
          .limit(CLASSES)
          .execute();
        return Array.from(new Set([...rows, ...begun].map((row) => row.class)));
      }),
  };
}

/** All that is stored of a person's homework. */
export async function findHomework(db: Kysely<Tables>, person: string): Promise<PersonalData['homework']> {
  const students = await db
    .selectFrom('homework_student')
    .leftJoin('appointment', 'appointment.id', 'homework_student.homework')
    .select(['homework', 'class', 'name', 'begun', 'reminder'])
    .where('person', '=', person)
    .orderBy('homework')
    .execute();
  const answers = await db
    .selectFrom('homework_answer')
    .select(['homework', 'question', 'right', 'at'])
    .where('person', '=', person)
    .orderBy('at')
    .orderBy('question')
    .execute();
  const byHomework = Map.groupBy(answers, ({ homework }) => homework);
  return students.map(({ homework, class: classId, name, begun, reminder }) => ({
    homework,
    ...(classId === null ? {} : { class: classId }),
    ...(name === null ? {} : { name }),
    ...(begun === null ? {} : { begun: { at: begun } }),
    ...(reminder === null ? {} : { reminder: { at: reminder } }),
    answers: (byHomework.get(homework) ?? []).map(({ question, right, at }) => ({ question, right: right === 1, at })),
  }));
}
