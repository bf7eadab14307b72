/** What a stranger's page, a stranger's proxy or a student's browser cannot do, and what a page never carries. */
import { connect as openSocket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { onWeb, type Web } from '../../support/web.ts';
import { openWebClass, pressShown, signsIn } from '../../support/web-class.ts';
import { attribute, elementsIn, parsed } from '../../support/web-html.ts';
import { openStream } from '../../support/web-stream.ts';
import { botOf, COURSE } from '../../support/world.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const small = await botOf([COURSE]);

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

test('no page has a script, a style or an address of its own or of strangers; each says so to browsers', async () => {
  const { web, type, session, room, signedIn, teacher, pass } = await openWebClass({ isAlone: true });
  await type('/live start 파드 2개');
  await type('/live resume');
  await pass(500);
  const { id } = await session();
  const { code } = await room();
  const student = web.browser();
  const instructor = await signedIn(teacher);
  const paths = [
    '/',
    '/chapters',
    '/card',
    '/quiz',
    '/review',
    '/progress',
    '/privacy',
    '/j',
    `/j/${code}`,
    '/j/000000',
  ];
  const more = [
    '/teach',
    '/teach/report',
    '/teach/own',
    `/room/${id}/screen`,
    `/room/${id}/control`,
    '/in/x',
    '/nowhere',
  ];
  for (const browser of [student, instructor])
    for (const path of [...paths, ...more]) {
      const { headers, text } = await browser.open(path);
      expect(headers['content-security-policy'], path).toBe(POLICY);
      expect(headers, path).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
      for (const one of elementsIn(parsed(text).children, () => true)) {
        expect(Object.keys(one.attribs).filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
        expect(one.name).not.toMatch(/^(?:style|iframe|object|embed|base)$/);
        if (one.name === 'script')
          expect([attribute(one, 'src'), one.children]).toEqual([expect.stringMatching(/^\/assets\//), []]);
        for (const name of ['src', 'srcset', 'action']) expect(attribute(one, name) ?? '/').toMatch(/^\/(?!\/)/);
        if (one.name === 'link') expect(attribute(one, 'href')).toMatch(/^\/(?!\/)/);
      }
    }
});

test.each([
  [undefined, '; HttpOnly; SameSite=Lax'],
  ['https://class.example', '; HttpOnly; SameSite=Lax; Secure'],
])('a cookie is for this server alone (%s)', async (publicUrl, ending) => {
  const web = await onWeb({ bot: small.bot, ...(publicUrl === undefined ? {} : { publicUrl }) });
  const headers = publicUrl === undefined ? {} : { host: 'class.example' };
  for (const path of ['/', '/?lang=en']) {
    const [cookie = ''] = (await web.browser(headers).send(path)).headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^(?:__Host-)?dosirak(?:-lang)?=[\w.-]+; Path=\/; Max-Age=\d+;/);
    expect(cookie.endsWith(ending), cookie).toBe(true);
  }
});

const say = (browser: ReturnType<Web['browser']>, token: string, headers: Record<string, string> = {}) =>
  browser.send('/say', { method: 'POST', body: `token=${token}&said=ping`, headers: { ...FORM, ...headers } });

test('a form is taken from a page of ours alone', async () => {
  const web = await onWeb({ bot: small.bot });
  const [browser, other] = [web.browser(), web.browser()];
  await browser.open('/');
  await other.open('/');
  const own = browser.token();
  expect((await say(browser, own)).status).toBe(200);
  expect((await say(browser, own, { origin: web.base, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  for (const token of ['', other.token(), `${own}a`]) expect((await say(browser, token)).status).toBe(403);
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `http://127.0.0.1:${web.port + 1}` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])
    expect((await say(browser, own, headers)).status, JSON.stringify(headers)).toBe(403);
  expect((await say(web.browser(), own)).status).toBe(403);
  for (const path of ['/j/123456', '/out', '/in/x', '/room/x/say', '/room/x/steer']) {
    const { status } = await browser.send(path, { method: 'POST', body: 'token=x&line=home', headers: FORM });
    expect(status, path).toBe(403);
  }
  expect(
    (await browser.send('/say', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }))
      .status,
  ).toBe(400);
});

test('a name that leads here is refused unless people type it', async () => {
  const web = await onWeb({ bot: small.bot });
  const status = async (from: Web, host: string) => (await from.browser({ host }).send('/')).status;
  for (const host of ['localhost', `127.0.0.1:${web.port}`, '[::1]:3000', '192.168.0.7'])
    expect(await status(web, host)).toBe(200);
  for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example'])
    expect(await status(web, host)).toBe(421);
  const published = await onWeb({ bot: small.bot, publicUrl: 'https://class.example' });
  expect(await status(published, 'CLASS.example')).toBe(200);
  for (const host of ['127.0.0.1', 'localhost', 'class.example.evil', 'class.example:81'])
    expect(await status(published, host)).toBe(421);
});

test('a body that is too large is refused, and a client that breaks off or is slow stops no other', async () => {
  const web = await onWeb({ bot: small.bot });
  const browser = web.browser();
  await browser.open('/');
  const large = { method: 'POST', headers: { ...FORM, 'x-token': browser.token() } };
  const sent = browser.send('/say', { ...large, body: 'a'.repeat(1_200_001) });
  // It may be told before it has sent all.
  expect(
    await sent.then(
      ({ status }) => status,
      () => 413,
    ),
  ).toBe(413);
  const slow = openSocket(web.port, '127.0.0.1');
  onTestFinished(() => void slow.destroy());
  slow.on('error', () => {});
  slow.write('POST /say HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\ntoken=');
  expect((await browser.open('/')).status).toBe(200);
  slow.destroy();
  expect((await browser.open('/')).status).toBe(200);
  expect(web.logged).toEqual([]);
});

test('a student opens nothing of an instructor, by no address and no line', async () => {
  const { web, type, session, teacher, pass, join, world } = await openWebClass({ isAlone: true });
  await type('/live start 파드 2개 60초');
  await type('/live resume');
  await pass(500);
  const { id } = await session();
  const { browser } = await join('민수');
  const member = await signsIn(web, { ...teacher, id: 'discord:8', known: ['discord:8'], name: '지수' }, '/');
  for (const path of ['/teach', '/teach/report', `/room/${id}/control`]) {
    expect((await browser.open(path)).status, path).toBe(403);
    await member.open(path);
    expect(member.readAll(), path).toMatch(/선생님/);
    expect(member.page().text, path).not.toMatch(/value="steer |value="player /);
  }
  const lines = ['live stop', `steer ${id} count end`, 'class show', `player ${id} remove 0`, 'report students'];
  for (const one of [browser, member])
    for (const line of lines)
      for (const action of ['/say', `/room/${id}/say`, `/room/${id}/steer`]) {
        await one.open('/');
        const html = `<form method="post" action="${action}"><button name="line" value="${line}">x</button></form>`;
        expect((await pressShown(one, html, 'x')).text).not.toContain('reply success');
      }
  expect((await world.sessions.byId(id))?.wakes).toBeDefined();
  expect(await world.sessions.players(id)).toMatchObject([{ name: '민수' }]);
});

test('nothing secret, no name and no code is in a log, whatever fails', async () => {
  const { web, type, join, room, world, bugs } = await openWebClass({ isAlone: true });
  await type('/live start 파드 1개');
  await type('/live resume');
  const { browser } = await join('비밀이름');
  const { code } = await room();
  const secrets = [code, '비밀이름', ...browser.cookies.values(), browser.token()];
  const fails = async (): Promise<never> => {
    throw new Error('the store is away');
  };
  Object.assign(world.pages, { roomByCode: fails, linked: fails, roomsOf: fails, newest: fails });
  Object.assign(world.sessions, { player: fails });
  const link = 'a'.repeat(43);
  for (const path of [`/j/${code}`, `/in/${link}?to=/teach`, `/room/x`, `/j?code=${code}`]) await browser.send(path);
  await browser.send(`/j/${code}`, { method: 'POST', body: `token=${browser.token()}&name=%EB%B9%84`, headers: FORM });
  // It is cut off, and its page comes again.
  const cut = await openStream(browser, '/stream');
  await eventually(() => expect(cut.hasEnded()).toBe(true));
  expect(cut.raw()).toBe('');
  const logged = JSON.stringify([web.logged, bugs]);
  expect(logged).toContain('a request failed');
  for (const secret of [...secrets, link]) expect(logged).not.toContain(secret);
});
