import type { Kysely } from 'kysely';
import type { Reports } from '../core/report.ts';
import { answersSince } from './people.ts';
import type { Tables } from './schema.ts';

/** `surely`: tries again what a passing error stopped. */
export const reportsOn = (db: Kysely<Tables>, surely: <T>(run: () => Promise<T>) => Promise<T>): Reports => ({
  members: (classId) =>
    surely(async () => {
      const rows = await db
        .selectFrom('member')
        .leftJoin('hidden', 'hidden.person', 'member.person')
        .select(['member.person', 'member.name', 'member.at', 'hidden.at as hidden'])
        .where('member.class', '=', classId)
        .orderBy('member.person')
        .execute();
      return rows.map(({ person, name, at, hidden }) =>
        hidden === null ? { at, who: { person, name: name ?? undefined } } : { at },
      );
    }),
  days: (classId, since) =>
    surely(() => answersSince(db, classId, since).select('day').groupBy('day').orderBy('day').execute()),
  cards: (classId, since) =>
    surely(() =>
      db
        .selectFrom('post')
        .where('class', '=', classId)
        .where('kind', '=', 'card')
        .where('state', '=', 'sent')
        .where('day', '>=', since)
        .select(({ fn, cast }) => ['day', cast<number>(fn.sum('readers'), 'integer').as('readers')])
        .groupBy('day')
        .orderBy('day')
        .execute(),
    ),
});
