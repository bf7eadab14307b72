import type { Kysely } from 'kysely';
import { type Managers, RANK_LASTS } from '../core/managers.ts';
import { batched } from './batch.ts';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';

/** `retrying`: tries again after errors that may be gone in a moment. */
export function createManagers(db: Kysely<Tables>, retrying: <T>(run: () => Promise<T>) => Promise<T>): Managers {
  // While a platform does not answer, a whole class may ask this in one moment.
  const within = batched((space: string) =>
    retrying(async () => {
      const rows = await db.selectFrom('manager').select(['person', 'at']).where('space', '=', space).execute();
      return new Map(rows.map(({ person, at }) => [person, at]));
    }),
  );
  return {
    async record({ manages, at, ...who }) {
      const [person, space] = [storable(who.person), storable(who.space)];
      if (manages)
        await retrying(async () => {
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
          // Ranks that no longer count are not kept, either.
          await db
            .deleteFrom('manager')
            .where('at', '<', at - RANK_LASTS)
            .execute();
        });
      // Most people manage nothing: for them nothing is written.
      else if ((await within(space, undefined)).has(person))
        await retrying(() =>
          db
            .deleteFrom('manager')
            .where('space', '=', space)
            .where('person', '=', person)
            .where('at', '<=', at)
            .execute(),
        );
    },
    async of(space, now) {
      const all = await within(storable(space), undefined);
      return new Map(all.entries().filter(([, at]) => at > now - RANK_LASTS));
    },
  };
}
