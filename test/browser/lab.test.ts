import { expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { ask } from './people.ts';
import { builtIn } from './program.ts';
import { expectAccessible, expectStill, LAPTOP, visit } from './visit.ts';

test('a cluster shows by itself what is done to it, and keys stay where they are', async () => {
  const { page } = await visit(await builtIn(), '/', { viewport: LAPTOP });
  await ask(page, '/lab');
  const shown = page.locator('#log > .reply', { has: page.locator('.cluster') }).first();
  await shown.waitFor();
  const sees = (words: string) =>
    eventually(async () => expect(await shown.locator('img').getAttribute('alt')).toContain(words), 100);
  await sees('3개가 켜져');
  await ask(page, '/kubectl create deployment web --image=nginx --replicas=3');
  await sees('web');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('said');
  await ask(page, '/kubectl delete deployment web');
  await sees('비어 있어요');
  expect(await page.locator('#log > .reply .cluster').count()).toBe(1);
  await expectStill(page);
  await expectAccessible(page);
});
