/** Guessing codes: whom it stops, and whom it does not. */
import { expect, test } from 'vitest';
import { WEB } from '../../../src/platforms/web/limits.ts';
import { onWeb, type Web } from '../../support/web.ts';
import { openWebClass } from '../../support/web-class.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot } = await botOf([COURSE]);

/** What a browser that has a cookie is answered, try after try. */
async function tries(web: Web, codes: readonly string[], forwarded: string): Promise<number[]> {
  const browser = web.browser({ 'x-forwarded-for': forwarded });
  await browser.open('/j');
  const all: number[] = [];
  for (const code of codes) all.push((await browser.send(`/j/${code}`)).status);
  return all;
}

const WRONG = '000000';
/** Wrong codes after which an address has used up all of its own. */
const MOST = WEB.wrongCodes.address.burst + WEB.wrongCodes.beyond.burst;

test('one who guesses is stopped, and keeps no other out; a sign of the wall guesses nothing', async () => {
  const { web, type, room } = await openWebClass({ isAlone: true });
  await type('/live start 파드 1개');
  const { code, session } = await room();
  for (let n = 0; n < 250; n++) expect(await tries(web, [code], '9.9.9.9')).toEqual([200]);
  const guesser = web.browser();
  await guesser.open('/');
  for (let n = 0; n < WEB.wrongCodes.browser.burst; n++) expect((await guesser.send(`/j/${WRONG}`)).status).toBe(404);
  expect((await guesser.send(`/j/${code}`)).status).toBe(429);
  for (let n = WEB.wrongCodes.browser.burst; n < MOST; n++)
    expect(await tries(web, [WRONG], `9.9.9.${n % 255}`)).toEqual([404]);
  // The header of a stranger makes no stranger another one; each new browser has its first try.
  expect(await tries(web, [WRONG, code], '8.8.8.8')).toEqual([404, 429]);
  expect(await tries(web, [code], '9.9.9.9')).toEqual([200]);
  const wall = await web.browser().send(`/room/${session}/screen`);
  const [, sign = ''] = /\?k=([\w-]+)/.exec(wall.text) ?? [];
  expect((await guesser.send(`/j/${code}?k=${sign}`)).status).toBe(200);
  expect((await web.browser().send(`/j/${code}?k=${sign}`)).status).toBe(200);
  expect((await guesser.send(`/j/${code}?k=${sign.replace(/^./, '_')}`)).status).toBe(429);
});

test('a browser without a cookie is given one before its code is looked up, and told where it keeps none', async () => {
  const { web, type, room } = await openWebClass({ isAlone: true });
  await type('/live start 파드 1개');
  const { code } = await room();
  const first = await web.browser().send(`/j/${code}`);
  expect([first.status, first.headers.location]).toEqual([303, `/j/${code}?c=1`]);
  expect((await web.browser().send(`/j/${code}?c=1`)).status).toBe(403);
  expect((await web.browser().open(`/j/${code}`)).status).toBe(200);
});

test('a header says whose codes they are only behind a trusted proxy, or one of a trusted network', async () => {
  for (const trustedProxies of [
    ['127.0.0.1', '10.0.0.1'],
    ['127.0.0.0/8', '10.0.0.0/24'],
  ]) {
    const web = await onWeb({ bot, trustedProxies, now: () => 0 });
    for (let n = 0; n < MOST; n++) await tries(web, [WRONG], 'evil, 9.9.9.9:4711, 10.0.0.1');
    expect(await tries(web, [WRONG, WRONG], '1.2.3.4, 9.9.9.9')).toEqual([404, 429]);
    expect(await tries(web, [WRONG, WRONG], '8.8.8.8')).toEqual([404, 404]);
  }
});

test('a person of many IPv6 addresses is one', async () => {
  const web = await onWeb({ bot, trustedProxies: ['127.0.0.1'], now: () => 0 });
  for (let n = 0; n < MOST; n++) await tries(web, [WRONG], `2001:db8:1:2::${n.toString(16)}`);
  expect(await tries(web, [WRONG, WRONG], '[2001:db8:1:2:ffff::1]:99')).toEqual([404, 429]);
  expect(await tries(web, [WRONG, WRONG], '2001:db8:1:3::1')).toEqual([404, 404]);
});
