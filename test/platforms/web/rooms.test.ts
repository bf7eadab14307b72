/** Rooms: who gets in by a code, under which name, and who stays out. */
import { expect, test } from 'vitest';
import { buttonsOf, textsOf } from '../../support/replies.ts';
import { enters, openWebClass, pressShown, type WebClass } from '../../support/web-class.ts';
import { attribute, named, parsed, readIn } from '../../support/web-html.ts';

const PASS = '모르겠어요';

/** A class whose quiz was announced. */
async function openLobby(how?: Parameters<typeof openWebClass>[0]) {
  const room = await openWebClass({ isAlone: true, ...how });
  const begun = await room.type('/live start 파드 2개 60초');
  await room.type('/live resume');
  await room.pass(500);
  const session = (await room.session()).id;
  const move = (what: string) => room.type(`player ${session} ${what}`);
  return { ...room, begun, id: session, move };
}

const lobbyOf = ({ world, id }: { world: WebClass['world']; id: string }) =>
  world.pages.newest(`web:${id}`).then((post) => post?.html ?? '');

test('the instructor is told a code, by which browsers get in under a name of theirs or one that is made up', async () => {
  const { begun, web, id, ...room } = await openLobby({ random: () => 0.5 });
  const told = textsOf(begun).join('\n');
  const [, three = '', more = ''] = /\*\*(\d{3}) (\d{3})\*\*/.exec(told) ?? [];
  expect(told).toContain(`${web.base}/j`);
  expect(told).toContain(`/room/${id}/screen`);
  const phone = buttonsOf(begun).find(({ label }) => label === '휴대폰으로 진행하기');
  expect(textsOf(await room.type(phone?.line ?? '')).join()).toMatch(/\/in\/[\w-]{43}\?to=\/room\/\w+\/control/);
  const browser = web.browser();
  await browser.open('/j');
  const [code] = named(browser.body(), 'input').filter((one) => attribute(one, 'name') === 'code');
  if (!code) throw new Error('no code is asked for');
  await browser.press('참여하기', new Map([[code, `${three} ${more}`]]), browser.body());
  expect(browser.path()).toBe(`/j/${three}${more}`);
  const [name] = named(browser.body(), 'input').filter((one) => attribute(one, 'name') === 'name');
  expect(name && attribute(name, 'value')).toMatch(/^\p{L}+ \p{L}+$/u);
  await browser.press('참여하기', undefined, browser.body());
  expect(browser.path()).toBe(`/room/${id}`);
  expect(browser.readAll()).toContain(`${name && attribute(name, 'value')} `.trim());
  await room.pass(3000, 500);
  expect(await lobbyOf({ ...room, id })).toContain('1명');
});

test.each([
  ['', '이름을 적어 주세요'],
  ['   ', '이름을 적어 주세요'],
  ['\u200b\u3164', '이름을 적어 주세요'],
  ['!!!', '이름을 적어 주세요'],
  ['가'.repeat(21), '스무 자까지'],
  ['👩‍👩‍👧a'.repeat(4), '스무 자까지'],
  ['씨발', '다른 이름을 적어 주세요'],
  ['F.u.c.k', '다른 이름을 적어 주세요'],
])('%j is no name, and its person is told why and keeps what they typed', async (typed, why) => {
  const { web, room, world, id } = await openLobby();
  const browser = web.browser();
  const { code } = await room();
  await browser.open(`/j/${code}`);
  const sent = await browser.send(`/j/${code}`, {
    method: 'POST',
    body: new URLSearchParams({ token: browser.token(), name: typed }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(sent.status).toBe(400);
  expect(sent.text).toContain(why);
  expect(await world.sessions.players(id)).toEqual([]);
});

test('a name of twenty letters with marks is taken as text, and two of one name are told apart', async () => {
  const { web, room, world, id, join, pass } = await openLobby();
  const [first, second] = [await join('민수'), await join('민수')];
  await join(`<b>"'&${'가'.repeat(14)}`);
  await pass(3000, 500);
  const html = await lobbyOf({ world, id });
  const read = parsed(html).children.map(readIn).join('');
  const [, other = ''] = /^(민수 \(\d{3}\))$/m.exec(read) ?? [];
  for (const name of ['민수', other, `<b>"'&${'가'.repeat(14)}`]) expect(read.split('\n')).toContain(name);
  // Each reads their own name as the others do.
  await second.browser.open(`/room/${id}`);
  expect(second.browser.readAll()).toContain(`내 이름: ${other}`);
  expect(html).not.toContain('<b>');
  for (const { browser } of [first, second]) expect(browser.readAll()).toContain('민수');
  const { code } = await room();
  expect((await web.browser().open(`/j/${code}`)).status).toBe(200);
});

test('a browser that comes back is who it was, whatever name it sends; another browser is another person', async () => {
  const { room, world, id, join, web, pass } = await openLobby();
  const { browser } = await join('민수');
  const { code } = await room();
  await browser.open(`/j/${code}`);
  expect(browser.path()).toBe(`/room/${id}`);
  await browser.send(`/j/${code}`, {
    method: 'POST',
    body: new URLSearchParams({ token: browser.token(), name: '지수' }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect((await world.sessions.players(id)).map(({ name }) => name)).toEqual(['민수']);
  const other = web.browser();
  await other.open(`/j/${code}`);
  await enters(other, '지수');
  await pass(1000);
  expect((await world.sessions.players(id)).map(({ name }) => name)).toEqual(['민수', '지수']);
});

test('who is removed is out at once and stays out: page, stream, answers, counts, results', async () => {
  const { room, world, id, join, pass, move, until, type } = await openLobby();
  const [bad, good] = [await join('나쁜이'), await join('착한이')];
  const shown = await until(good.stream, '문제 1 / 2');
  expect((await pressShown(bad.browser, shown, PASS)).text).toContain('답을 받았어요');
  expect((await pressShown(good.browser, shown, PASS)).text).toContain('답을 받았어요');
  await move('remove 0');
  await bad.stream.until('removed');
  await expect.poll(bad.stream.hasEnded).toBe(true);
  const { code } = await room();
  for (const path of [`/room/${id}`, `/j/${code}`]) {
    expect((await bad.browser.open(path)).status).toBe(403);
    expect(bad.browser.readAll()).toContain('내보냈어요');
  }
  await good.browser.open(`/room/${id}`);
  await type('/live next');
  const told = await until(good.stream, '문제 1 정답');
  expect(told).toMatch(/1명/);
  expect(told).not.toMatch(/[2-9]명/);
  const next = await until(good.stream, '문제 2 / 2');
  await bad.browser.open('/');
  expect((await pressShown(bad.browser, next, PASS)).text).not.toContain('답을 받았어요');
  await type('/live stop');
  const end = await until(good.stream, '라이브 퀴즈가 끝났어요');
  expect(end).not.toContain('나쁜이');
  expect(end).toContain('1명 참여');
  await pass(1000);
  expect((await world.sessions.answers(id)).map(({ name }) => name)).toEqual(['착한이']);
});

test('a new name shows on the wall, on the phone and in the results', async () => {
  const { world, id, join, pass, until, type } = await openLobby();
  const { browser, stream } = await join('별명');
  await pass(3000, 500);
  await type('/live 참여자 1 김민수');
  // No other student has to come for it to be seen.
  await pass(3000, 500);
  expect(await lobbyOf({ world, id })).toContain('김민수');
  expect(await lobbyOf({ world, id })).not.toContain('별명');
  await browser.open(`/room/${id}`);
  expect(browser.readAll()).toContain('김민수');
  await pressShown(browser, await until(stream, '문제 1 / 2'), PASS);
  await type('/live 참여자 1 이지수');
  await type('/live stop');
  await until(stream, '라이브 퀴즈가 끝났어요');
  expect((await world.sessions.players(id)).map(({ name }) => name)).toEqual(['이지수']);
  expect((await world.sessions.answers(id)).map(({ name }) => name)).toEqual(['이지수']);
});

test('once the quiz is over no code leads to it, those who played see the end, and others do not get in', async () => {
  const { web, room, id, join, until, type } = await openLobby();
  const { browser, stream } = await join('민수');
  const { code } = await room();
  await type('/live stop');
  await until(stream, '라이브 퀴즈가 끝났어요');
  const other = web.browser();
  expect((await other.open(`/j/${code}`)).status).toBe(404);
  expect((await other.open(`/room/${id}`)).status).toBe(404);
  expect(await web.connection.page.roomOf(id)).toBeUndefined();
  expect((await browser.open(`/room/${id}`)).status).toBe(200);
});

test('after the end no page shows the code, an instructor is led to the summary, and students are not', async () => {
  const { id, room, join, until, type, web, signedIn, teacher } = await openLobby();
  const { browser, stream } = await join('민수');
  const { code } = await room();
  const spoken = `${code.slice(0, 3)} ${code.slice(3)}`;
  const control = await signedIn(teacher, `/room/${id}/control`);
  const wall = web.browser();
  await wall.open(`/room/${id}/screen`);
  for (const one of [control, wall]) expect(one.readAll()).toContain(spoken);
  await pressShown(browser, await until(stream, '문제 1 / 2'), PASS);
  await type('/live stop');
  const end = await until(stream, '라이브 퀴즈가 끝났어요');
  expect(end).toContain('내 결과 보기');
  expect(end).not.toContain('선생님용 요약');
  await browser.open(`/room/${id}`);
  expect(browser.readAll()).not.toContain('선생님용 요약');
  await wall.open(`/room/${id}/screen`);
  await control.open(`/room/${id}/control`);
  for (const one of [control, wall]) expect(one.readAll()).not.toContain(spoken);
  expect(control.readAll()).toContain('선생님용 요약');
  expect(control.readAll()).not.toContain('내보내기');
  expect(named(control.body(), 'a').map((one) => attribute(one, 'href'))).toContain('/teach/report');
});

test('an instructor has phones show buttons alone, and words again', async () => {
  const { id, join, move } = await openLobby();
  const { browser, stream } = await join('민수');
  const plain = async () => {
    await browser.open(`/room/${id}`);
    return named(browser.body(), 'main').map((one) => attribute(one, 'class') ?? '');
  };
  expect(await plain()).toEqual(['']);
  await move('plain 1');
  await expect.poll(() => stream.events.at(-1)).toMatchObject({ name: 'room', data: { isPlain: true } });
  expect(await plain()).toEqual(['plain-options']);
  await move('plain 0');
  await expect.poll(() => stream.events.at(-1)).toMatchObject({ name: 'room', data: { isPlain: false } });
  expect(await plain()).toEqual(['']);
});

test('only an instructor removes, renames or sees who plays', async () => {
  const { id, join, world, web, type, teacher } = await openLobby();
  const { browser } = await join('민수');
  for (const line of [`player ${id} page 1`, `player ${id} remove 0`, `player ${id} rename 0 바보`, '/live people']) {
    await browser.open('/');
    await browser.say(line);
    expect(browser.read()).not.toContain('민수');
    expect(JSON.stringify(await type(line, { ...teacher, id: 'discord:8', known: ['discord:8'] }))).not.toContain(
      '민수',
    );
  }
  expect(await world.sessions.players(id)).toMatchObject([{ name: '민수' }]);
  expect(web.logged).toEqual([]);
});
