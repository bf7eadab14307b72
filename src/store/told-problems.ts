import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { FORGIVEN, type ToldProblems } from '../core/told-problems.ts';
import { insertPosts } from './post-rows.ts';
import type { Tables } from './tables.ts';

/** Problems that are kept track of: each takes four values of a statement, and engines take some ten thousand. */
const MOST = 2000;

/** A problem may be as long as the words that tell of it. */
const hashOf = (problem: string): string => createHash('sha256').update(problem).digest('base64url');

/** Notes that a class knows problems; gives those that are news to it. */
async function note(db: Kysely<Tables>, classId: string, hashes: readonly string[], at: number): Promise<Set<string>> {
  const rows = await db
    .insertInto('told_problem')
    .values(hashes.map((problem) => ({ class: classId, problem, at, mended: null })))
    .onConflict((conflict) =>
      conflict
        .columns(['class', 'problem'])
        .doUpdateSet({ at, mended: null })
        .where('told_problem.mended', '<=', at - FORGIVEN),
    )
    .returning('problem')
    .execute();
  // It was gone for a moment, or only to a process that was slower.
  await db
    .updateTable('told_problem')
    .set({ mended: null })
    .where('class', '=', classId)
    .where('problem', 'in', hashes)
    .where('mended', 'is not', null)
    .execute();
  return new Set(rows.map(({ problem }) => problem));
}

/** `retrying`: tries again after errors that may be gone in a moment. */
export const createToldProblems = (
  db: Kysely<Tables>,
  retrying: <T>(run: () => Promise<T>) => Promise<T>,
): ToldProblems => ({
  async mendedBut(left, at) {
    const there = db.updateTable('told_problem').set({ mended: at }).where('mended', 'is', null);
    const hashes = left.slice(0, MOST).map(hashOf);
    await retrying(() => (hashes.length === 0 ? there : there.where('problem', 'not in', hashes)).execute());
  },
  async tell(classId, problems, draft, at) {
    const byHash = new Map(problems.slice(0, MOST).map((problem) => [hashOf(problem), problem]));
    if (byHash.size === 0) return;
    // In one order, so that no two processes wait for each other.
    const hashes = Array.from(byHash.keys()).sort();
    await retrying(() =>
      db.transaction().execute(async (transaction) => {
        const news = await note(transaction, classId, hashes, at);
        const fresh = Array.from(byHash).flatMap(([hash, problem]) => (news.has(hash) ? [problem] : []));
        const posts = fresh.length === 0 ? [] : draft(fresh);
        if (posts.length > 0) await insertPosts(transaction, posts, at);
      }),
    );
  },
});
