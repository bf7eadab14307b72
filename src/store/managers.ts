import type { Kysely } from 'kysely';
import { type Managers, RANK_LASTS } from '../core/managers.ts';
import { together } from './batch.ts';
import type { Tables } from './schema.ts';
import { plain } from './write-behind.ts';

/** `surely`: tries again what a passing error stopped. */
export function managersOn(db: Kysely<Tables>, surely: <T>(run: () => Promise<T>) => Promise<T>): Managers {
  // A class that comes while its platform does not answer asks at once.
  const within = together((space: string) =>
    surely(async () => {
      const rows = await db.selectFrom('manager').select(['person', 'at']).where('space', '=', space).execute();
      return new Map(rows.map(({ person, at }) => [person, at]));
    }),
  );
  return {
    async record({ manages, at, ...who }) {
      const [person, space] = [plain(who.person), plain(who.space)];
      if (manages)
        await surely(async () => {
          await db
            .insertInto('manager')
            .values({ person, space, at })
            .onConflict((conflict) =>
              conflict
                .columns(['space', 'person'])
                .doUpdateSet(({ ref }) => ({ at: ref('excluded.at') }))
                .whereRef('manager.at', '<', 'excluded.at'),
            )
            .execute();
          // What does not count any more is not kept either.
          await db
            .deleteFrom('manager')
            .where('at', '<', at - RANK_LASTS)
            .execute();
        });
      // Most people never managed anything: for them nothing is written.
      else if ((await within(space, undefined)).has(person))
        await surely(() =>
          db
            .deleteFrom('manager')
            .where('space', '=', space)
            .where('person', '=', person)
            .where('at', '<=', at)
            .execute(),
        );
    },
    async of(space, now) {
      const all = await within(plain(space), undefined);
      return new Map(all.entries().filter(([, at]) => at > now - RANK_LASTS));
    },
  };
}
