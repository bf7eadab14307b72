import type { Kysely } from 'kysely';
import type { Activity } from '../core/learner-records.ts';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';
import { chunks, writeAnswers, writeLookups, writeMembers, writePresses } from './write-rows.ts';

/** Finds the class of an activity: its channel's, or, without a channel, the one that its person was in last. */
async function findClasses(db: Kysely<Tables>, activities: readonly (Activity & { channel?: string })[]) {
  const channels = [...new Set(activities.flatMap(({ channel }) => channel ?? []))];
  const alone = [
    ...new Set(activities.flatMap(({ channel, person }) => (channel === undefined ? storable(person) : []))),
  ];
  const byChannel = new Map<string, string>();
  const byPerson = new Map<string, string>();
  for (const some of chunks(channels))
    for (const row of await db.selectFrom('class_channel').selectAll().where('channel', 'in', some).execute())
      byChannel.set(row.channel, row.class);
  for (const some of chunks(alone))
    for (const row of await db.selectFrom('member').selectAll().where('person', 'in', some).orderBy('at').execute())
      byPerson.set(row.person, row.class);
  return ({ channel, person }: { channel?: string; person: string }): string | undefined =>
    channel === undefined ? byPerson.get(storable(person)) : byChannel.get(channel);
}

/** Writes all or none. */
export const writeActivities = (db: Kysely<Tables>, activities: readonly Activity[]): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    const lookups: Tables['lookup'][] = [];
    const answers: Parameters<typeof writeAnswers>[1][number][] = [];
    const presses: Tables['press'][] = [];
    const members: Tables['member'][] = [];
    const classOf = await findClasses(transaction, activities);
    for (const activity of activities) {
      const person = storable(activity.person);
      const { at } = activity;
      const classId = classOf(activity);
      if (classId !== undefined)
        members.push({
          person,
          class: classId,
          at,
          name: activity.name === undefined ? null : storable(activity.name),
        });
      switch (activity.kind) {
        case 'lookup':
          lookups.push({ person, id: storable(activity.id), at });
          break;
        case 'answer': {
          const row = {
            person,
            question: storable(activity.question),
            term: storable(activity.term),
            right: Number(activity.right),
            at,
          };
          answers.push({ row, classId });
          break;
        }
        case 'press':
          presses.push({
            person,
            post: storable(activity.post),
            press: activity.press,
            term: storable(activity.term),
            at,
          });
          break;
        default:
          activity satisfies never;
      }
    }
    await writeLookups(transaction, lookups);
    await writeAnswers(transaction, answers);
    await writePresses(transaction, presses);
    await writeMembers(transaction, members);
  });
