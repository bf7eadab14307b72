import { expect, test } from 'vitest';
import { FOLLOW } from '../../../src/core/reply/follow.ts';
import { WEB } from '../../../src/platforms/web/limits.ts';
import { createClock } from '../../fakes/clock.ts';
import { openTour } from '../../lab/tours/support.ts';
import { eventually } from '../../support/eventually.ts';
import { onWeb } from '../../support/web.ts';
import { attribute } from '../../support/web-html.ts';
import { openStream } from '../../support/web-stream.ts';

async function open() {
  const { bot, pass, client, bugs } = await openTour();
  await pass(1);
  const timers = createClock();
  const web = await onWeb({ bot, timers });
  const browser = web.browser();
  await browser.open('/');
  return { timers, web, browser, pass, client, bugs };
}

test('a lab that is shown on the page streams what changes in it', async () => {
  const { timers, web, browser, pass, client, bugs } = await open();
  await browser.say('/lab');
  const stream = await openStream(browser, attribute(browser.place(), 'data-follow') ?? '');
  const looked = (words: string) =>
    eventually(() => {
      timers.advance(WEB.follow / 4);
      expect(JSON.stringify(stream.events.findLast(({ name }) => name === 'reply')?.data)).toContain(words);
    });
  await looked('노드 3개가 비어 있어요');
  await client.power('node-2', 'off');
  // At once, and again every ten seconds until Kubernetes knows.
  await looked('node-2를 껐어요');
  await pass(20);
  await looked('30초쯤 뒤에 NotReady');
  await pass(40);
  await looked('node-2가 꺼졌어요');
  // Nothing came in between.
  expect(stream.events.map(({ name }) => name)).toEqual(['reply', 'reply', 'reply', 'reply']);
  expect([...bugs, ...web.logged]).toEqual([]);
});

test('what was done is still told when the picture has changed by itself', async () => {
  const { timers, browser, pass } = await open();
  await browser.say('/lab');
  await browser.press('🔌 노드 끄고 켜기');
  await browser.press('🔴 node-2 끄기');
  const stream = await openStream(browser, attribute(browser.place(), 'data-follow') ?? '');
  await pass(30);
  await eventually(() => {
    timers.advance(WEB.follow / 4);
    const seen = JSON.stringify(stream.events.findLast(({ name }) => name === 'reply')?.data);
    expect(seen).toContain('20초쯤 뒤에 NotReady');
    expect(seen).toContain('node-2의 전원을 뽑았어요');
  });
});

test('it ends with its lab, and the page is told', async () => {
  const { timers, web, browser, bugs } = await open();
  await browser.say('/lab');
  const stream = await openStream(browser, attribute(browser.place(), 'data-follow') ?? '');
  await eventually(() => {
    timers.advance(FOLLOW.calm / 8);
    expect(stream.hasEnded()).toBe(true);
  });
  expect(stream.events.map(({ name }) => name)).toEqual(['reply', 'over']);
  expect([...bugs, ...web.logged]).toEqual([]);
});

test('a line that a page did not sign is not run', async () => {
  const { web, browser, client } = await open();
  await browser.say('/lab');
  const url = attribute(browser.place(), 'data-follow') ?? '';
  const sign = new URL(url, web.base).searchParams.get('k') ?? '';
  for (const k of ['', sign, 'x'.repeat(22)]) {
    const asked = await openStream(browser, `/follow?${new URLSearchParams({ line: 'lab-show off node-2', k })}`);
    expect(asked.status).toBe(403);
  }
  expect((await openStream(web.browser(), url)).status).toBe(403);
  const { body } = await client.request({
    ...{ method: 'GET', path: '/api/v1/nodes/node-2', query: new URLSearchParams(), body: new Uint8Array() },
    headers: { accept: 'application/json' },
  });
  expect(body).toContain('"type":"Ready","status":"True"');
});
