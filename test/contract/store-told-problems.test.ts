/** Of what is wrong with a course's files a class is told once, however many processes see it. */
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../src/core/outbox.ts';
import { FORGIVEN } from '../../src/core/told-problems.ts';
import type { Store } from '../../src/store/store.ts';
import { ENGINES } from '../support/store/engines.ts';
import { classOf } from '../support/store/samples.ts';

const NOW = Date.UTC(2026, 10, 23, 1);
const DAY = 86_400_000;

describe.each(ENGINES)('problems that classes are told of, on $name', ({ place }) => {
  async function open(): Promise<
    Store & { told: (id: string, all: readonly string[], at?: number) => Promise<string[]> }
  > {
    const store = await (await place()).open();
    for (const id of ['c1', 'c2']) await store.classes.save(classOf(id), NOW);
    let ids = 0;
    /** What a class is told of all there is. */
    const told = async (id: string, all: readonly string[], at = NOW): Promise<string[]> => {
      const news: string[] = [];
      const draft = (fresh: readonly string[]): Draft[] => {
        news.push(...fresh);
        const name = `n${++ids}`;
        return [
          {
            id: name,
            key: name,
            classId: id,
            channel: 'discord:@1',
            kind: 'content',
            what: fresh.join(),
            day: '2026-11-23',
            due: at,
            expiresAt: at + DAY,
          },
        ];
      };
      await store.toldProblems.mendedBut(all, at);
      await store.toldProblems.tell(id, all, draft, at);
      return news;
    };
    return { ...store, told };
  }

  test('each is told once a class, with its notice', async () => {
    const { told, outbox } = await open();
    expect(await told('c1', ['a', 'b'])).toEqual(['a', 'b']);
    expect(await told('c1', ['b', 'a'])).toEqual([]);
    expect(await told('c1', ['a', 'b', 'c'])).toEqual(['c']);
    expect(await told('c2', ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
    expect(await told('c2', [])).toEqual([]);
    const posts = await outbox.lease(['discord'], NOW, NOW + 1, 50);
    expect(posts.map(({ what, kind }) => [what, kind]).toSorted()).toEqual([
      ['a,b,c', 'content'],
      ['a,b', 'content'],
      ['c', 'content'],
    ]);
  });

  test('what was mended is told again when it comes back, but not what another process is only slow to see', async () => {
    const { told } = await open();
    expect(await told('c1', ['a', 'b'])).toEqual(['a', 'b']);
    expect(await told('c1', ['b'], NOW + 1000)).toEqual([]);
    expect(await told('c1', ['a', 'b'], NOW + 2000)).toEqual([]);
    // It was there all the time: nothing of the moment without it is left.
    expect(await told('c1', ['a', 'b'], NOW + DAY)).toEqual([]);
    expect(await told('c1', ['b'], NOW + DAY)).toEqual([]);
    expect(await told('c1', ['a', 'b'], NOW + DAY + FORGIVEN)).toEqual(['a']);
  });

  test('of many processes that see them at once, one tells', async () => {
    const { told } = await open();
    const all = Array.from({ length: 40 }, (_, n) => `problem ${n}`);
    const news = await Promise.all(Array.from({ length: 8 }, (_, n) => told('c1', n % 2 ? all : all.toReversed())));
    expect(news.flat().toSorted()).toEqual(all.toSorted());
  });

  test('where the notices cannot be written, nothing counts as told', async () => {
    const { toldProblems, told } = await open();
    const failing = (): never => {
      throw new Error('no words');
    };
    await expect(toldProblems.tell('c1', ['a'], failing, NOW)).rejects.toThrow('no words');
    expect(await told('c1', ['a'])).toEqual(['a']);
  });

  test('thousands of problems are no trouble, and the classes are given page by page without closed ones', async () => {
    const { told, classes } = await open();
    const all = Array.from({ length: 3000 }, (_, n) => `${'long '.repeat(100)}${n}`);
    expect((await told('c1', all)).length).toBeGreaterThan(1000);
    expect(await told('c1', all)).toEqual([]);
    const c2 = await classes.byId('c2');
    expect((await classes.open('', 1)).map(({ id }) => id)).toEqual(['c1']);
    expect(await classes.open('c1', 5)).toEqual([c2]);
    if (c2) await classes.save({ ...c2, closed: NOW, due: undefined }, NOW);
    expect((await classes.open('', 5)).map(({ id }) => id)).toEqual(['c1']);
  });
});
