/** A live quiz that is played by browsers and Discord at once, and what its pages are sent. */
import { expect, test } from 'vitest';
import { solution } from '../../../src/questions/types.ts';
import { termFile } from '../../support/content.ts';
import type { Web } from '../../support/web.ts';
import { onWeb } from '../../support/web.ts';
import { openWebClass, pressShown } from '../../support/web-class.ts';
import { parsed, readIn } from '../../support/web-html.ts';
import { openStream, type StreamEvent } from '../../support/web-stream.ts';
import { folderOf } from '../../support/world.ts';

const PASS = '모르겠어요';
const read = (html: string): string => parsed(html).children.map(readIn).join('\n');

/** A course of one concept with questions that one press answers. */
const course = (count: number): string =>
  folderOf({
    'glossary/a.md': termFile(
      'a',
      `questions:\n${Array.from(
        { length: count },
        (_, n) =>
          `  - type: single\n    ask: 물음 ${n}은 무엇일까요?\n    right: 맞는말${n}\n    wrong: [틀린말${n}, 다른말${n}]\n    why: 까닭${n}이에요.\n`,
      ).join('')}`,
    ),
  });

test('three browsers and Discord play to the end: each answer counts once, and all read one leaderboard', async () => {
  const room = await openWebClass({ folders: [course(2)] });
  const { type, pass, join, until, question, world, discord, press } = room;
  if (!discord) throw new Error('there is no Discord');
  await type('/live start a 2개 60초');
  await type('/live resume');
  await pass(500);
  const { id } = await room.session();
  const phones = [await join('하나'), await join('두리'), await join('세나')];
  const user = discord.user('네모', { locale: 'ko' });
  await press(user, '참여하기');
  await pass(2000, 500);
  for (let n = 1; n <= 2; n++) {
    const [first, second, third] = phones;
    if (!first || !second || !third) throw new Error('a phone is missing');
    const html = await until(first.stream, `문제 ${n} / 2`);
    const { ask, right, wrong } = await question().then((one) => (one.type === 'single' ? one : Promise.reject(one)));
    for (const { stream } of phones) expect(await stream.showing((one) => one.includes(ask.ko))).toBe(html);
    await pass(1000);
    expect((await pressShown(first.browser, html, right.ko)).text).toContain('답을 받았어요');
    await pass(1000);
    expect((await pressShown(second.browser, html, right.ko)).text).toContain('답을 받았어요');
    expect((await pressShown(second.browser, html, wrong[0]?.ko ?? '')).text).toContain('이미 답했어요');
    expect((await pressShown(third.browser, html, wrong[0]?.ko ?? '')).text).toContain('답을 받았어요');
    await press(user, PASS);
    await until(first.stream, `문제 ${n} 정답`);
    expect(room.read().at(-1)).toContain(`문제 ${n} 정답`);
    expect((await pressShown(third.browser, html, right.ko)).text).not.toContain('답을 받았어요');
  }
  const boards = [];
  for (const { stream } of phones) boards.push(await until(stream, '라이브 퀴즈가 끝났어요'));
  expect(new Set(boards).size).toBe(1);
  const [board = ''] = boards;
  await pass(5000, 500);
  const onDiscord = room.read().at(-1) ?? '';
  for (const said of [read(board), onDiscord]) {
    expect(said).toContain('4명 참여');
    expect(said.indexOf('하나')).toBeGreaterThan(-1);
    expect(said.indexOf('두리')).toBeGreaterThan(said.indexOf('하나'));
  }
  const answers = await world.sessions.answers(id);
  expect(answers).toHaveLength(8);
  expect(
    answers
      .filter(({ right }) => right)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(['두리', '두리', '하나', '하나']);
  expect([room.web.logged, room.bugs, room.failures]).toEqual([[], [], []]);
});

/** What tells the answer in what a page was sent: the words behind it are in no payload before it is told. */
/** A browser that shows the wall of a room. */
async function atTheWall(web: Pick<Web, 'browser'>, path: string) {
  const browser = web.browser();
  await browser.open(`${path}/screen`);
  return browser;
}

const before = (events: readonly StreamEvent[], words: string): string => {
  const at = events.findIndex(({ data }) => JSON.stringify(data).includes(words));
  return JSON.stringify(events.slice(0, at));
};

test('no page is sent the answer early, however it came, and all options look alike until then', async () => {
  const { type, pass, join, until, question, web, session } = await openWebClass({
    folders: [course(1)],
    isAlone: true,
  });
  await type('/live start a 1개 60초');
  await type('/live resume');
  await pass(500);
  const { browser, stream, path } = await join('하나');
  const { id } = await session();
  const html = await until(stream, '문제 1 / 1');
  const asked = await question();
  if (asked.type !== 'single') throw new Error('another question');
  const watcher = await openStream(await atTheWall(web, path), `${path}/stream`);
  expect(await watcher.showing((one) => one !== '')).toBe(html);
  const looks = new Set(
    Array.from(html.matchAll(/<button[^>]*name="line"[^>]*>.*?<\/button>/g), ([one]) =>
      one
        .replace(/(?:맞는|틀린|다른)말0/, '말')
        .replace(/option-\d/, 'option-n')
        .replace(/ [a-z]"/, ' x"')
        .replace(/>[A-C]</, '>M<'),
    ),
  );
  expect(looks.size).toBe(1);
  await pressShown(browser, html, asked.wrong[0]?.ko ?? '');
  await pass(5000, 500);
  await until(stream, '문제 1 정답');
  for (const { events } of [stream, watcher]) {
    await expect.poll(() => JSON.stringify(events)).toContain('문제 1 정답');
    const early = before(events, '문제 1 정답');
    expect(early).toContain('물음 0은');
    for (const secret of [asked.why.ko, asked.id, '✅', 'best', `정답: ${solution(asked, 'ko')}`])
      expect(early).not.toContain(secret);
    expect(early.replaceAll(`/room/${id}/say`, '')).not.toContain(id);
  }
});

test('a page that comes at any moment is sent the scene of that moment, and no scene twice', async () => {
  const { type, pass, join, until, web } = await openWebClass({ folders: [course(3)], isAlone: true });
  await type('/live start a 3개 60초');
  await type('/live resume');
  await pass(500);
  const { stream, path } = await join('하나');
  for (const words of ['문제 1 / 3', '문제 1 정답', '문제 2 / 3', '문제 2 정답']) {
    const shown = await until(stream, words);
    const late = await openStream(await atTheWall(web, path), `${path}/stream`);
    expect(await late.showing((html) => html !== '')).toBe(shown);
    expect(late.events.map(({ name }) => name)).toEqual(['hello', 'room', 'post']);
    late.close();
    await type('/live next');
  }
  await type('/live stop');
  await until(stream, '라이브 퀴즈가 끝났어요');
  const ids = stream.events.flatMap(({ id }) => id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
});

test('another process on the same store shows the same, and takes answers', async () => {
  const { type, pass, join, until, question, web, world, bot, now, session } = await openWebClass({
    folders: [course(2)],
    isAlone: true,
  });
  const other = await onWeb({ bot, services: world, now });
  await type('/live start a 2개 60초');
  await type('/live resume');
  await pass(500);
  const { browser, stream, path } = await join('하나');
  // The balancer keeps no browser to one process.
  const moved = other.browser();
  for (const [name, value] of browser.cookies) moved.cookies.set(name, value);
  await moved.open(path);
  expect(moved.readAll()).toContain('하나');
  const there = await openStream(moved, `${path}/stream`);
  const html = await until(stream, '문제 1 / 2');
  expect(await there.showing((one) => one.includes('문제 1 / 2'))).toBe(html);
  expect((await pressShown(moved, html, PASS)).text).toContain('답을 받았어요');
  // Not the same once more: at the same instant that would be the first one, sent again.
  const { wrong } = await question().then((one) => (one.type === 'single' ? one : Promise.reject(one)));
  expect((await pressShown(browser, html, wrong[0]?.ko ?? '')).text).toContain('이미 답했어요');
  const { id } = await session();
  await type(`player ${id} plain 1`);
  for (const one of [stream, there])
    await expect.poll(() => one.events.findLast(({ name }) => name === 'room')?.data).toMatchObject({ isPlain: true });
  await type(`player ${id} remove 0`);
  for (const one of [stream, there]) {
    await one.until('removed');
    await expect.poll(one.hasEnded).toBe(true);
  }
  await expect.poll(() => [web, other].map(({ connection }) => connection.hub.count())).toEqual([0, 0]);
});

test('a browser may have a few streams, and one that has left makes room; no stream of a room that is none', async () => {
  const { type, pass, join, web } = await openWebClass({ isAlone: true });
  await type('/live start 파드 1개');
  await type('/live resume');
  await pass(500);
  const { browser, path, stream } = await join('하나');
  const more = [];
  for (let n = 0; n < 11; n++) more.push(await openStream(browser, `${path}/stream`));
  expect(more.map(({ status }) => status)).toEqual(Array(11).fill(200));
  expect((await openStream(browser, `${path}/stream`)).status).toBe(429);
  stream.close();
  await expect.poll(() => web.connection.hub.count()).toBe(11);
  expect((await openStream(browser, `${path}/stream`)).status).toBe(200);
  expect((await openStream(browser, '/room/none/stream')).status).toBe(404);
});
