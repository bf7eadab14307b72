import type { Kysely } from 'kysely';
import type { Activity } from '../core/learner-records.ts';
import { chunks } from './chunks.ts';
import { type Asked, writeInVain } from './in-vain.ts';
import { writePracticeAnswers } from './practice-answers.ts';
import { writeQuestionReports } from './question-reports.ts';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';
import { writeAnswers, writeLookups, writeMembers, writePresses } from './write-rows.ts';

/** The classes of these channels. */
async function byChannels(db: Kysely<Tables>, channels: Iterable<string>): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const some of chunks(Array.from(new Set(channels))))
    for (const row of await db.selectFrom('class_channel').selectAll().where('channel', 'in', some).execute())
      found.set(row.channel, row.class);
  return found;
}

/** Finds the class of an activity: its channel's, or, without a channel, the one that its person was in last. */
async function findClasses(db: Kysely<Tables>, activities: readonly (Activity & { channel?: string })[]) {
  const byChannel = await byChannels(
    db,
    activities.flatMap(({ channel }) => channel ?? []),
  );
  const alone = [
    ...new Set(activities.flatMap(({ channel, person }) => (channel === undefined ? storable(person) : []))),
  ];
  const byPerson = new Map<string, string>();
  for (const some of chunks(alone))
    for (const row of await db
      .selectFrom('member')
      .leftJoin('class', 'class.id', 'member.class')
      .select(['member.person', 'member.class'])
      .where('member.person', 'in', some)
      // The reports of a closed class stay as they were at its end.
      .where('class.closed', 'is', null)
      .orderBy('member.at')
      .execute())
      byPerson.set(row.person, row.class);
  return ({ channel, person }: { channel?: string; person: string }): string | undefined =>
    channel === undefined ? byPerson.get(storable(person)) : byChannel.get(channel);
}

type InVain = Activity & { kind: 'vain' };

/** Finds the class of a question that found no answer: its channel's, or else the only one of its guild or workspace. */
async function findClassesAround(db: Kysely<Tables>, asked: readonly InVain[]) {
  const byChannel = await byChannels(
    db,
    asked.flatMap(({ channel }) => channel ?? []),
  );
  const bySpace = new Map<string, Set<string>>();
  for (const some of chunks(Array.from(new Set(asked.map(({ space }) => space)))))
    for (const row of await db
      .selectFrom('class_channel')
      .select(['space', 'class'])
      .distinct()
      .where('space', 'in', some)
      .execute())
      bySpace.set(row.space, (bySpace.get(row.space) ?? new Set()).add(row.class));
  return ({ channel, space }: InVain): string | undefined => {
    const here = channel === undefined ? undefined : byChannel.get(channel);
    const [only, ...others] = here === undefined ? (bySpace.get(space) ?? []) : [here];
    return others.length === 0 ? only : undefined;
  };
}

/** Keeps what was asked in vain. It makes nobody a member of the class: that would show instructors who asked. */
async function writeVain(db: Kysely<Tables>, activities: readonly InVain[], newSecret: () => string): Promise<void> {
  if (activities.length === 0) return;
  const classOf = await findClassesAround(db, activities);
  const asked = activities.flatMap((one): Asked[] => {
    const classId = classOf(one);
    if (classId === undefined) return [];
    return [{ person: storable(one.person), class: classId, question: storable(one.question), at: one.at }];
  });
  await writeInVain(db, asked, newSecret);
}

/** Writes all or none. `newSecret` gives a text that cannot be guessed. */
export const writeActivities = (db: Kysely<Tables>, all: readonly Activity[], newSecret: () => string): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    const inVain = all.filter((one) => one.kind === 'vain');
    const activities = all.filter((one) => one.kind !== 'vain');
    const lookups: Tables['lookup'][] = [];
    const answers: Parameters<typeof writeAnswers>[1][number][] = [];
    const picks: Tables['practice_answer'][] = [];
    const presses: Tables['press'][] = [];
    const members: Tables['member'][] = [];
    const reports: Tables['question_report'][] = [];
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
          const { practice } = activity;
          if (practice) {
            const { question, right } = row;
            const { id, place, picked } = practice;
            picks.push({ person, practice: id, place, question, right, at, picked: storable(picked) });
          }
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
        case 'flag':
          reports.push({
            person,
            class: storable(activity.class),
            question: storable(activity.question),
            reason: activity.reason ?? null,
            at,
          });
          break;
        default:
          activity satisfies never;
      }
    }
    await writeLookups(transaction, lookups);
    await writeAnswers(transaction, answers);
    await writePracticeAnswers(transaction, picks);
    await writePresses(transaction, presses);
    await writeMembers(transaction, members);
    await writeQuestionReports(transaction, reports);
    await writeVain(transaction, inVain, newSecret);
  });
