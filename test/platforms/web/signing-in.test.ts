/** A link from a chat signs a browser in: once, by its button alone, for ten minutes; and what it may do ends. */
import { expect, test } from 'vitest';
import type { Caller } from '../../../src/core/command/command.ts';
import { PAGE_TIMES } from '../../../src/core/page.ts';
import { onWeb } from '../../support/web.ts';
import type { Browser } from '../../support/web-browser.ts';
import { signsIn } from '../../support/web-class.ts';
import { buttonsIn, formOf } from '../../support/web-html.ts';
import { botOf, COURSE, forgetful, student } from '../../support/world.ts';

const { bot } = await botOf([COURSE]);

async function openDoor() {
  let at = Date.parse('2026-11-25T01:00:00Z');
  const now = (): number => at;
  const heard: Caller[] = [];
  const hearing: typeof bot = {
    ...bot,
    dispatch(line, caller) {
      heard.push(caller);
      return bot.dispatch(line, caller);
    },
  };
  const services = await forgetful(now);
  const web = await onWeb({ bot: hearing, services, now });
  const person = { ...student, id: 'discord:1', name: '민수', manages: true, known: ['discord:1', 'discord:&role'] };
  const link = async (path = '/') => (await web.connection.page.linkFor(person, path)).replace(web.base, '');
  const pass = (ms: number): void => {
    at += ms;
  };
  /** As whom the browser is known at this moment. */
  const who = async (browser: Browser) => {
    await browser.open('/');
    return heard.at(-1);
  };
  return { web, services, person, link, pass, who };
}

async function pressed(browser: Browser) {
  const [button] = buttonsIn(browser.body());
  if (!button) throw new Error(`no button in ${browser.readAll()}`);
  return browser.submit(formOf(button), button);
}

test('a chat that fetches the link changes nothing; its button signs in once, and leads on', async () => {
  const { web, link, who, person } = await openDoor();
  const address = await link('/progress');
  const preview = web.browser();
  for (const method of ['GET', 'HEAD', 'GET']) expect((await preview.send(address, { method })).status).toBe(200);
  const [own, other] = [web.browser(), web.browser()];
  for (const browser of [own, other]) {
    await browser.open(address);
    expect(browser.readAll()).toContain('민수 계정으로 연결돼요');
  }
  expect(await who(preview)).toMatchObject({ id: expect.stringMatching(/^web:/), manages: false });
  await own.open(address);
  await pressed(own);
  expect(own.path()).toBe('/progress');
  expect(await who(own)).toMatchObject({ id: person.id, manages: true, known: person.known });
  await pressed(other);
  expect(other.page().status).toBe(404);
  expect(await who(other)).toMatchObject({ id: expect.stringMatching(/^web:/) });
  expect((await web.browser().open(address)).status).toBe(404);
});

test('of two who press it at once, one gets in', async () => {
  const { web, link, who, person } = await openDoor();
  const address = await link();
  const browsers = Array.from({ length: 6 }, () => web.browser());
  for (const browser of browsers) await browser.open(address);
  await Promise.all(browsers.map(pressed));
  const ids = [];
  for (const browser of browsers) ids.push((await who(browser))?.id);
  expect(ids.filter((id) => id === person.id)).toHaveLength(1);
});

test('it ends after ten minutes, also for one who has opened it before', async () => {
  const { web, link, pass, who } = await openDoor();
  const address = await link();
  const browser = web.browser();
  await browser.open(address);
  pass(PAGE_TIMES.link - 1);
  expect((await web.browser().open(address)).status).toBe(200);
  pass(1);
  await pressed(browser);
  expect(browser.page().status).toBe(404);
  expect((await web.browser().open(address)).status).toBe(404);
  expect(await who(browser)).toMatchObject({ id: expect.stringMatching(/^web:/) });
});

test('it leads to a path of this page alone', async () => {
  const { web, link } = await openDoor();
  for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example', '/a?b=c', '/%0d%0aX: y', '']) {
    const browser = web.browser();
    await browser.open(`${(await link()).split('?')[0]}?to=${encodeURIComponent(to)}`);
    await pressed(browser);
    expect(browser.path(), to).toBe('/');
  }
});

test('a rank and roles are asked for again after half a day, and the person after a while', async () => {
  const { web, pass, who, person } = await openDoor();
  const browser = await signsIn(web, person, '/');
  pass(PAGE_TIMES.instructor - 1);
  expect(await who(browser)).toMatchObject({ id: person.id, manages: true, known: person.known });
  pass(1);
  expect(await who(browser)).toMatchObject({ id: person.id, manages: false, known: [person.id] });
  pass(PAGE_TIMES.student);
  expect(await who(browser)).toMatchObject({ id: expect.stringMatching(/^web:/), manages: false });
});

test('a link from the page itself makes no instructor last longer', async () => {
  const { web, who, person, pass } = await openDoor();
  const first = await signsIn(web, person, '/');
  pass(PAGE_TIMES.instructor - 1);
  const there = await who(first);
  if (!there) throw new Error('nobody was heard');
  const second = await signsIn(web, there, '/');
  expect(await who(second)).toMatchObject({ id: person.id, manages: true });
  pass(1);
  expect(await who(second)).toMatchObject({ id: person.id, manages: false, known: [person.id] });
});

test('who signs out is the browser alone again, and no cookie of before signs in', async () => {
  const { web, who, person } = await openDoor();
  const browser = await signsIn(web, person, '/');
  const stolen = new Map(browser.cookies);
  expect(await who(browser)).toMatchObject({ id: person.id });
  await browser.press('연결 끊기', undefined, browser.body());
  expect(await who(browser)).toMatchObject({ id: expect.stringMatching(/^web:/), manages: false });
  const thief = web.browser();
  for (const [name, value] of stolen) thief.cookies.set(name, value);
  expect(await who(thief)).toMatchObject({ id: expect.stringMatching(/^web:/), manages: false });
});

test('a cookie that somebody has made up is none, and is given anew', async () => {
  const { web, who } = await openDoor();
  for (const made of ['', 'short', 'a'.repeat(43), 'a'.repeat(5000), "'; drop table browser; --"]) {
    const browser = web.browser({ cookie: `dosirak=${made}` });
    const { headers } = await browser.send('/');
    expect(headers['set-cookie']?.[0]).toMatch(/^dosirak=/);
    expect(await who(browser)).toMatchObject({ id: expect.stringMatching(/^web:/), manages: false });
  }
});
