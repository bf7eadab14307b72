/** What a class asked in vain, and that the store cannot tell later who it was. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Activity } from '../../src/core/learner-records.ts';
import { IN_VAIN } from '../../src/core/reports.ts';
import type { Store } from '../../src/store/store.ts';
import { ENGINES } from '../support/store/engines.ts';
import { classOf } from '../support/store/samples.ts';

const DAY = 86_400_000;
/** Ten in Seoul. */
const NOW = Date.UTC(2026, 10, 23, 1);

const asked = (person: string, question: string, at = NOW, channel: string | undefined = 'discord:a'): Activity => ({
  kind: 'vain',
  person,
  ...(channel === undefined ? {} : { channel }),
  space: 'discord:1',
  question,
  at,
});

/** The same where there is no channel, as in a direct message. */
const askedAlone = (person: string, question: string, space: string): Activity => ({
  kind: 'vain',
  person,
  space,
  question,
  at: NOW,
});

describe.each(ENGINES)('what a class asked in vain, on $name', ({ place }) => {
  async function begun(): Promise<Store> {
    const store = await (await place()).open();
    await store.classes.save(classOf('a'), NOW);
    return store;
  }
  const told = ({ reports }: Store, now = NOW, classId = 'a') => reports.askedInVain(classId, now, 10);
  const counts = async (store: Store, now = NOW) =>
    Object.fromEntries((await told(store, now)).map(({ question, people }) => [question, people]));

  test('is told once two people have asked it, however often one does', async () => {
    const store = await begun();
    await store.record([asked('kim', '사이드카'), asked('kim', '사이드카', NOW + 1)]);
    await store.record([asked('kim', '사이드카', NOW + 2)]);
    expect(await told(store)).toEqual([]);
    await store.record([asked('lee', '사이드카', NOW + 3)]);
    expect(await told(store)).toEqual([{ question: '사이드카', people: 2, at: NOW + 3 }]);
    await store.record([asked('kim', '사이드카', NOW + 5), asked('lee', '사이드카', NOW + 4)]);
    expect(await told(store)).toEqual([{ question: '사이드카', people: 2, at: NOW + 5 }]);
  });

  test('counts once what is written twice, in one batch or in two', async () => {
    const store = await begun();
    const batch = [asked('kim', '사이드카'), asked('lee', '사이드카'), asked('kim', '사이드카')];
    await store.record(batch);
    await store.record(batch);
    expect(await told(store)).toEqual([{ question: '사이드카', people: 2, at: NOW }]);
  });

  test('counts everybody once of those who ask at the same time', async () => {
    const store = await begun();
    const people = Array.from({ length: 12 }, (_, i) => `person-${i}`);
    await Promise.all(
      [...people, ...people].map((person, i) =>
        store.record([asked(person, '사이드카', NOW + i), asked(person, '서비스 메시', NOW + i)]),
      ),
    );
    expect(await counts(store)).toEqual({ 사이드카: 12, '서비스 메시': 12 });
  });

  test('is written with all that was done, or not at all', async () => {
    const store = await begun();
    await expect(store.record([asked('kim', '사이드카'), asked('lee', '사이드카', Number.NaN)])).rejects.toThrow();
    expect((await store.personalData('kim')).asked).toEqual([]);
  });

  test('comes with the most asked first, then the latest, at most so many', async () => {
    const store = await begun();
    const ask = (question: string, people: number, at: number) =>
      store.record(Array.from({ length: people }, (_, i) => asked(`p${i}`, question, at)));
    await ask('가', 2, NOW + 1);
    await ask('나', 3, NOW);
    await ask('다', 2, NOW + 2);
    await ask('라', 1, NOW + 3);
    expect((await told(store)).map(({ question }) => question)).toEqual(['나', '다', '가']);
    expect((await store.reports.askedInVain('a', NOW, 2)).map(({ question }) => question)).toEqual(['나', '다']);
  });

  test('belongs to the class of the channel, elsewhere to the only one around, and to none where there are several', async () => {
    const store = await begun();
    await store.classes.save(classOf('b', { channels: [{ channel: 'discord:b', space: 'discord:2' }] }), NOW);
    for (const person of ['kim', 'lee'])
      await store.record([
        asked(person, '여기'),
        asked(person, '옆 채널', NOW, 'discord:other'),
        askedAlone(person, '혼자', 'discord:1'),
        asked(person, '저기', NOW, 'discord:b'),
        askedAlone(person, '아무 데도', `discord:${person}`),
      ]);
    expect(await counts(store)).toEqual({ 여기: 2, '옆 채널': 2, 혼자: 2 });
    expect((await told(store, NOW, 'b')).map(({ question }) => question)).toEqual(['저기']);
    await store.classes.save(classOf('c', { channels: [{ channel: 'discord:c', space: 'discord:1' }] }), NOW);
    for (const person of ['kim', 'lee'])
      await store.record([askedAlone(person, '어느 수업', 'discord:1'), asked(person, '여전히 여기')]);
    expect(await counts(store)).toEqual({ 여기: 2, '옆 채널': 2, 혼자: 2, '여전히 여기': 2 });
    expect(await told(store, NOW, 'c')).toEqual([]);
  });

  test('two classes do not see each other’s, and the same person counts in each', async () => {
    const store = await begun();
    await store.classes.save(classOf('b'), NOW);
    await store.record([
      asked('kim', '사이드카'),
      asked('lee', '사이드카', NOW, 'discord:b'),
      asked('kim', '사이드카', NOW, 'discord:b'),
    ]);
    expect(await told(store)).toEqual([]);
    expect(await told(store, NOW, 'b')).toHaveLength(1);
  });

  test('makes nobody a member, so that no list shows who asked', async () => {
    const store = await begun();
    await store.record([asked('kim', '사이드카'), asked('lee', '사이드카')]);
    expect(await store.reports.members('a')).toEqual([]);
    expect(await store.classOf('kim')).toBeUndefined();
    expect(await store.lookups('kim', 5)).toEqual([]);
  });

  test('two people are told apart within a week, also over its days, and the count outlives it', async () => {
    const store = await begun();
    await store.record([asked('kim', '사이드카')]);
    await store.record([asked('kim', '사이드카', NOW + 6 * DAY)]);
    await store.pruneInVain(NOW + 6 * DAY);
    expect(await told(store)).toEqual([]);
    // The second time keeps it from being forgotten with the first one's key.
    await store.pruneInVain(NOW + 9 * DAY);
    await store.record([asked('lee', '사이드카', NOW + 12 * DAY)]);
    expect(await counts(store)).toEqual({ 사이드카: 2 });
    await store.pruneInVain(NOW + 30 * DAY);
    expect(await counts(store, NOW + 30 * DAY)).toEqual({ 사이드카: 2 });
    // The store can no longer tell whether this is one of the two.
    await store.record([asked('kim', '사이드카', NOW + 30 * DAY)]);
    expect(await counts(store, NOW + 30 * DAY)).toEqual({ 사이드카: 3 });
  });

  test.each([true, false])(
    'one person alone is never two, however many weeks they ask (thrown away in between: %s)',
    async (prunes) => {
      const store = await begun();
      for (let week = 0; week < 5; week++) {
        const at = NOW + week * 9 * DAY;
        if (prunes) await store.pruneInVain(at);
        await store.record([asked('kim', '사이드카', at)]);
        expect(await told(store, at)).toEqual([]);
      }
      await store.record([asked('lee', '사이드카', NOW + 37 * DAY)]);
      expect(await counts(store)).toEqual({ 사이드카: 2 });
    },
  );

  test('after a week, what one person asked is gone, and who asked what is shown cannot be told', async () => {
    const store = await begun();
    await store.record([asked('kim', '혼자'), asked('kim', '둘이'), asked('lee', '둘이')]);
    await store.pruneInVain(NOW + 7 * DAY);
    expect((await store.personalData('kim')).asked).toHaveLength(2);
    await store.pruneInVain(NOW + 8 * DAY);
    expect((await store.personalData('kim')).asked).toEqual([]);
    await store.forget('kim');
    expect(await counts(store)).toEqual({ 둘이: 2 });
    // It begins anew: of the first time nothing is left.
    await store.record([asked('lee', '혼자', NOW + 8 * DAY)]);
    expect(await counts(store)).toEqual({ 둘이: 2 });
  });

  test('is forgotten a term after it was asked last, also before it is thrown away', async () => {
    const store = await begun();
    await store.record([asked('kim', '사이드카'), asked('lee', '사이드카', NOW + 5)]);
    expect(await told(store, NOW + 5 + IN_VAIN.lasts)).toHaveLength(1);
    expect(await told(store, NOW + 6 + IN_VAIN.lasts)).toEqual([]);
    await store.pruneInVain(NOW + 5 + IN_VAIN.lasts);
    expect(await told(store)).toHaveLength(1);
    await store.pruneInVain(NOW + 6 + IN_VAIN.lasts);
    expect(await told(store)).toEqual([]);
  });

  test('who keeps out is not counted from then on, until they are shown again', async () => {
    const store = await begun();
    await store.record([asked('kim', '먼저')]);
    await store.hide('kim', true, NOW);
    await store.record([asked('kim', '나중'), asked('lee', '나중'), asked('lee', '먼저')]);
    expect(await counts(store)).toEqual({ 먼저: 2 });
    expect((await store.personalData('kim')).asked.map(({ question }) => question)).toEqual(['먼저']);
    await store.hide('kim', false, NOW);
    await store.record([asked('kim', '나중')]);
    expect(await counts(store)).toEqual({ 나중: 2, 먼저: 2 });
  });

  test('a person is handed what can still be connected with them, and nobody else’s', async () => {
    const store = await begun();
    await store.record([
      asked('kim', '나'),
      asked('kim', '가', NOW - DAY),
      asked('kim', '가', NOW + DAY),
      asked('lee', '다'),
    ]);
    expect((await store.personalData('kim')).asked).toEqual([
      { class: 'a', question: '가', day: '2026-11-24' },
      { class: 'a', question: '나', day: '2026-11-23' },
    ]);
    expect((await store.personalData('park')).asked).toEqual([]);
  });

  test('forgotten, a person leaves no question of their own and is taken out of the counts', async () => {
    const store = await begun();
    await store.record([
      asked('kim', '혼자'),
      ...['kim', 'lee'].map((person) => asked(person, '둘이')),
      ...['kim', 'lee', 'park'].map((person) => asked(person, '셋이')),
      asked('kim', '셋이', NOW + 3 * DAY),
    ]);
    await store.forget('kim');
    await store.forget('kim');
    expect((await store.personalData('kim')).asked).toEqual([]);
    expect(await counts(store)).toEqual({ 셋이: 2 });
    expect((await store.personalData('lee')).asked).toHaveLength(2);
    await store.record([asked('park', '둘이', NOW + 4 * DAY), asked('park', '혼자', NOW + 4 * DAY)]);
    expect(await counts(store)).toEqual({ 셋이: 2, 둘이: 2 });
  });

  test('of thousands of hashes a person’s own are found', async () => {
    const store = await begun();
    const crowd = Array.from({ length: 1100 }, (_, i) => asked(`p${i}`, `질문 ${i % 40}`));
    await store.record([...crowd, asked('kim', '질문 3'), asked('kim', '질문 39')]);
    expect((await store.personalData('kim')).asked.map(({ question }) => question)).toEqual(['질문 3', '질문 39']);
    await store.forget('kim');
    expect((await store.personalData('kim')).asked).toEqual([]);
    expect(Object.values(await counts(store)).every((people) => people === 27 || people === 28)).toBe(true);
  });

  test('stays with a class whose term has ended, and goes with one that is deleted', async () => {
    const store = await begun();
    await store.record([asked('kim', '사이드카'), asked('lee', '사이드카')]);
    // The channel goes to another class, which was the last of this one.
    await store.classes.save(classOf('b', { channels: classOf('a').channels }), NOW);
    expect(await told(store)).toHaveLength(1);
    await store.classes.save(classOf('a', { channels: [] }), NOW);
    expect(await told(store)).toEqual([]);
    expect((await store.personalData('kim')).asked).toEqual([]);
    await store.record([asked('kim', '사이드카'), asked('lee', '사이드카')]);
    expect(await told(store, NOW, 'b')).toHaveLength(1);
  });

  test('counts what a plain count of people counts, however it is batched and whoever is forgotten', async () => {
    const store = await begun();
    let round = 0;
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.array(fc.tuple(fc.constantFrom('kim', 'lee', 'park'), fc.nat(2), fc.nat(6))) },
      { weight: 1, arbitrary: fc.constantFrom('kim', 'lee', 'park') },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const nth = ++round;
        const person = (who: string): string => `${who}-${nth}`;
        const plain = new Map<string, Set<string>>();
        for (const one of steps)
          if (typeof one === 'string') {
            await store.forget(person(one));
            for (const people of plain.values()) people.delete(one);
          } else {
            await store.record(
              one.map(([who, question, day]) => asked(person(who), `${nth}:${question}`, NOW + day * DAY)),
            );
            for (const [who, question] of one)
              plain.set(`${nth}:${question}`, (plain.get(`${nth}:${question}`) ?? new Set()).add(who));
          }
        const expected = [...plain].flatMap(([question, { size }]) => (size < 2 ? [] : [[question, size]]));
        const all = await store.reports.askedInVain('a', NOW, 10_000);
        const own = all.filter(({ question }) => question.startsWith(`${nth}:`));
        expect(Object.fromEntries(own.map(({ question, people }) => [question, people]))).toEqual(
          Object.fromEntries(expected),
        );
      }),
      { numRuns: 40 },
    );
  });
});
