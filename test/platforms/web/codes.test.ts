/** Guessing codes: whom it stops, and whom it does not. */
import { expect, test } from 'vitest';
import { WEB } from '../../../src/platforms/web/limits.ts';
import { onWeb, type Web } from '../../support/web.ts';
import { openWebClass } from '../../support/web-class.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot } = await botOf([COURSE]);

test('wrong codes count against a browser and an address, right ones do not; a header says whose only behind a trusted proxy', async () => {
  const plain = await openWebClass({ isAlone: true });
  await plain.type('/live start 파드 1개');
  const { code } = await plain.room();
  const tries = async (web: Web, at: string, forwarded: string) =>
    (await web.browser({ 'x-forwarded-for': forwarded }).send(`/j/${at}`)).status;
  for (let n = 0; n < 250; n++) expect(await tries(plain.web, code, '9.9.9.9')).toBe(200);
  const guesser = plain.web.browser();
  await guesser.open('/');
  for (let n = 0; n < WEB.wrongCodes.browser.burst; n++) expect((await guesser.send('/j/000000')).status).toBe(404);
  // A guesser is stopped, a right code or not; another browser of the same hall is not.
  expect((await guesser.send(`/j/${code}`)).status).toBe(429);
  const most = WEB.wrongCodes.address.burst + WEB.wrongCodes.beyond.burst - WEB.wrongCodes.browser.burst;
  for (let n = 0; n < most; n++) expect(await tries(plain.web, '000000', `9.9.9.${n % 255}`)).toBe(404);
  // The header of a stranger makes no stranger another one.
  expect(await tries(plain.web, '000000', '8.8.8.8')).toBe(429);
  const behind = await onWeb({ bot: bot, trustedProxies: ['127.0.0.1', '10.0.0.1'], now: () => 0 });
  for (let n = 0; n < most; n++) await tries(behind, '000000', 'evil, 9.9.9.9, 10.0.0.1');
  for (let n = 0; n < WEB.wrongCodes.browser.burst; n++) await tries(behind, '000000', '9.9.9.9');
  expect(await tries(behind, '000000', '1.2.3.4, 9.9.9.9')).toBe(429);
  expect(await tries(behind, '000000', '8.8.8.8')).toBe(404);
});
