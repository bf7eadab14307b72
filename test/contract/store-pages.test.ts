/** What is kept of browsers, rooms and what is shown in them, on both engines. */
import { describe, expect, test } from 'vitest';
import { PAGE_TIMES } from '../../src/core/page.ts';
import { ENGINES } from '../support/store/engines.ts';
import { classOf } from '../support/store/samples.ts';

const NOW = Date.UTC(2026, 10, 25, 1);
const person = { id: 'discord:1', space: 'discord:2', manages: true, known: ['discord:1', 'discord:&3'], since: NOW };
const full = { ...person, channel: 'discord:4', name: '민수 \0' };

describe.each(ENGINES)('the page, on $name', ({ place }) => {
  async function open() {
    const where = await place();
    const store = await where.open();
    await store.classes.save(classOf('c1'), NOW);
    const begin = (id: string, kind = id) =>
      store.sessions.begin({ ...{ id, classId: 'c1', kind, state: '{}', wakes: NOW, at: NOW }, material: '[]' }, []);
    for (const id of ['s1', 's2']) await begin(id);
    return { ...store, another: where.open };
  }

  test('a session has one room, and a code one session', async () => {
    const { pages, another } = await open();
    const room = { session: 's1', code: '123456', isPlain: false, revision: 0 };
    expect(await pages.openRoom('s1', '123456', NOW)).toMatchObject(room);
    expect(await pages.openRoom('s1', '654321', NOW)).toMatchObject(room);
    expect(await pages.openRoom('s2', '123456', NOW)).toBeUndefined();
    expect(await pages.openRoom('s2', '222222', NOW)).toMatchObject({ session: 's2', code: '222222' });
    expect(await (await another()).pages.roomByCode('123456')).toMatchObject(room);
    expect(await pages.roomByCode('654321')).toBeUndefined();
    expect(await pages.roomByCode("' or 1=1 --\0")).toBeUndefined();
    expect((await pages.roomsOf(['s2', 's1', 'none'])).map(({ session }) => session).toSorted()).toEqual(['s1', 's2']);
    expect(await pages.roomsOf([])).toEqual([]);
  });

  test('of many processes that open it at once, all have the same room', async () => {
    const { pages, another } = await open();
    const all = [pages, (await another()).pages];
    const rooms = await Promise.all(
      Array.from({ length: 12 }, (_, n) => all[n % 2]?.openRoom('s1', String(100_000 + n), NOW)),
    );
    expect(new Set(rooms.map((room) => room?.code)).size).toBe(1);
  });

  test('a post is there once, is shown anew, and the one that was due last is the newest', async () => {
    const { pages } = await open();
    const [a, b] = [
      { key: 'a', html: '<p>\0하나</p>', at: NOW },
      { key: 'b', html: '<p>둘</p>', at: NOW + 1 },
    ];
    expect(await pages.newest('web:s1')).toBeUndefined();
    await pages.post('web:s1', b);
    await pages.post('web:s1', a);
    await pages.post('web:s1', { ...a, html: 'again' });
    await pages.post('web:s2', { ...a, html: 'other' });
    const posts = await pages.posts('web:s1');
    expect(posts.map(({ key, version }) => [key, version])).toEqual([
      ['a', 0],
      ['b', 0],
    ]);
    expect(posts[0]?.html).toContain('하나');
    expect(await pages.newest('web:s1')).toMatchObject({ key: 'b' });
    const before = await pages.versions(['web:s1', 'web:s2', 'web:s3']);
    expect(before.map(({ channel }) => channel).toSorted()).toEqual(['web:s1', 'web:s2']);
    expect(await pages.edit('web:s1', { key: 'b', html: 'new' })).toBe(true);
    expect(await pages.edit('web:s1', { key: 'c', html: 'new' })).toBe(false);
    expect(await pages.newest('web:s1')).toMatchObject({ key: 'b', html: 'new', version: 1 });
    const [after] = await pages.versions(['web:s1']);
    expect(after).not.toEqual(before.find(({ channel }) => channel === 'web:s1'));
    expect(await pages.versions([])).toEqual([]);
  });

  test('a link signs one browser in, until its time is over; looking at it uses nothing up', async () => {
    const { pages, another } = await open();
    await pages.link('hash', full, NOW);
    const since = NOW - PAGE_TIMES.link;
    for (let n = 0; n < 3; n++) expect(await pages.linked('hash', since)).toMatchObject(person);
    expect(await pages.linked('hash', NOW)).toBeUndefined();
    expect(await pages.signIn('hash', NOW, { hash: 'late', at: NOW })).toBeUndefined();
    const stores = [pages, (await another()).pages];
    const comers = Array.from({ length: 8 }, (_, n) =>
      stores[n % 2]?.signIn('hash', since, { hash: `browser${n}`, at: NOW + n }),
    );
    const got = (await Promise.all(comers)).flatMap((one, n) => (one ? [n] : []));
    expect(got).toHaveLength(1);
    const [winner = 0] = got;
    expect(await pages.signedIn(`browser${winner}`)).toMatchObject({ person: { ...person, channel: 'discord:4' } });
    for (let n = 0; n < 8; n++) if (n !== winner) expect(await pages.signedIn(`browser${n}`)).toBeUndefined();
    await pages.signOut(`browser${winner}`);
    expect(await pages.signedIn(`browser${winner}`)).toBeUndefined();
  });

  test('all processes share one secret, for good', async () => {
    const { pages, another } = await open();
    const other = (await another()).pages;
    const secrets = await Promise.all([pages.secret('one'), other.secret('two'), pages.secret('three')]);
    expect(new Set(secrets).size).toBe(1);
    expect(await other.secret('four')).toBe(secrets[0]);
  });

  test('what has had its time goes, and no more', async () => {
    const { pages } = await open();
    const sign = async (name: string, at: number) => {
      await pages.link(name, person, at);
      await pages.signIn(name, at - 1, { hash: name, at });
    };
    await pages.openRoom('s1', '111111', NOW);
    await pages.post('web:s1', { key: 'old', html: '', at: NOW });
    await pages.post('web:s1', { key: 'new', html: '', at: NOW + 1 });
    await pages.link('old', person, NOW + PAGE_TIMES.posts - PAGE_TIMES.link);
    await pages.link('new', person, NOW + PAGE_TIMES.posts - PAGE_TIMES.link + 1);
    await sign('gone', NOW + PAGE_TIMES.posts - PAGE_TIMES.student);
    await sign('there', NOW + PAGE_TIMES.posts - PAGE_TIMES.student + 1);
    await pages.prune(NOW + PAGE_TIMES.posts);
    expect((await pages.posts('web:s1')).map(({ key }) => key)).toEqual(['new']);
    expect(await pages.roomByCode('111111')).toBeUndefined();
    expect(await pages.linked('old', 0)).toBeUndefined();
    expect(await pages.linked('new', 0)).toMatchObject(person);
    expect(await pages.signedIn('gone')).toBeUndefined();
    expect(await pages.signedIn('there')).toMatchObject({ person });
  });

  test("a person's browsers are in their export, without what signs in, and are forgotten with them", async () => {
    const { pages, ...store } = await open();
    for (const hash of ['one', 'two']) {
      await pages.link(`link-${hash}`, person, NOW);
      await pages.signIn(`link-${hash}`, NOW - 1, { hash: `secret-${hash}`, at: NOW });
    }
    await pages.link('link-open', person, NOW);
    await pages.link('link-other', { ...person, id: 'discord:5' }, NOW);
    const kept = await store.personalData(person.id);
    expect(kept.browsers).toEqual([{ at: NOW }, { at: NOW }]);
    expect(JSON.stringify(kept)).not.toMatch(/secret-|link-/);
    await store.forget(person.id);
    expect((await store.personalData(person.id)).browsers).toEqual([]);
    for (const hash of ['one', 'two']) expect(await pages.signedIn(`secret-${hash}`)).toBeUndefined();
    expect(await pages.linked('link-open', 0)).toBeUndefined();
    expect(await pages.linked('link-other', 0)).toMatchObject({ id: 'discord:5' });
  });
});
