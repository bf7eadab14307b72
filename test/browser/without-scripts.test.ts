import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { beginLive, goOn } from './people.ts';
import { builtIn, everyTypes } from './program.ts';
import { expectNoSideways, SMALL, visit } from './visit.ts';

const SCRIPTLESS = { javaScriptEnabled: false, viewport: SMALL };

/** Types into the box and sends it, as a form of a page does. */
async function ask(page: Page, words: string): Promise<string> {
  await page.locator('#said').fill(words);
  await page.getByRole('button', { name: '물어보기' }).click();
  return (await page.locator('#log > .reply').last().textContent()) ?? '';
}

test('looking up, practice, review, progress, card and chapters work without scripts', async () => {
  const { page } = await visit(await builtIn(), '/', SCRIPTLESS);
  expect(await ask(page, '파드가 뭐야?')).toContain('파드');
  expect(await page.locator('.said pre').textContent()).toBe('파드가 뭐야?');
  for (const [path, words] of [
    ['/chapters', '1장'],
    ['/review', '복습'],
    ['/progress', '내 진도'],
    ['/privacy', '지우'],
  ] as const) {
    await page.locator(`.tabs a[href="${path}"]`).click();
    expect(await page.locator('#log > .reply').textContent(), path).toContain(words);
    await expectNoSideways(page);
  }
  await page.goto('/card');
  expect(await page.locator('#log > .reply').count()).toBe(1);
  await page.locator('input[type=file]').setInputFiles({
    name: 'web.yaml',
    mimeType: 'application/yaml',
    buffer: Buffer.from('apiVersion: v1\nkind: Deployment\nmetadata:\n  name: web\n'),
  });
  await page.getByRole('button', { name: '물어보기' }).click();
  expect(await page.locator('#log > .reply').textContent()).toContain('apps/v1');
});

test('each type of question is answered in practice without scripts', async () => {
  const { page } = await visit(await everyTypes(), '/', SCRIPTLESS);
  await ask(page, '/quiz a');
  const reply = page.locator('#log > .reply');
  const met = new Set<string>();
  // What is not right is asked once more.
  for (let count = 0; count < 25; count++) {
    met.add(
      (
        await reply
          .locator(':is(.choice, .menus, .input) input[name=line], button[name=line]')
          .first()
          .getAttribute('value')
      )?.split(' ')[2] ?? '',
    );
    // Steps of an order are pressed one by one.
    const steps = await reply.locator('.in-order li').count();
    for (let at = 0; at < steps; at++)
      await reply.locator('.in-order button[name=line]:not([disabled])').first().click();
    if (steps === 0) {
      if ((await reply.locator('button.option').count()) > 0) await reply.locator('button.option').first().click();
      else {
        for (const box of (await reply.locator('.option input').all()).slice(0, 2)) await box.check();
        for (const menu of await reply.locator('select').all()) await menu.selectOption({ index: 1 });
        for (const box of await reply.locator('input[type=text]').all()) await box.fill('서른');
        await reply.getByRole('button', { name: '제출하기' }).click();
      }
    }
    expect(await reply.locator('h2').first().textContent()).toMatch(/맞았어요|아쉬워요|거의|맞혔/);
    await reply.locator('.button.primary').click();
    if ((await reply.locator(':is(.choice, .menus, .input)').count()) === 0) break;
  }
  expect(met.size).toBe(10);
});

test('a live quiz is played by loading its page again, and the wall says that it needs scripts', async () => {
  const program = await everyTypes();
  const { control, wall, code, wallAddress } = await beginLive(program, 'a 1개');
  const { page } = await visit(program, `/j/${code}`, SCRIPTLESS);
  await page.getByRole('button', { name: '참여하기' }).click();
  expect(await page.locator('main').textContent()).toContain('저절로 바뀌지 않아요');
  await goOn(control.page, [wall.page], 'ask');
  const again = page.getByRole('link', { name: '새로 보기' });
  await again.click();
  await page.locator('#live').getByRole('button', { name: '모르겠어요' }).click();
  expect(await page.locator('#own').textContent()).toContain('답을 받았어요');
  expect(await page.locator('#live form.answered').textContent()).toContain('내 답: 모르겠어요');
  await expectNoSideways(page);
  await goOn(control.page, [wall.page], 'tell');
  await again.click();
  expect(await page.locator('#live h2').first().textContent()).toContain('모르겠다고 답했어요');
  await page.goto(wallAddress);
  expect(await page.locator('.problem').textContent()).toContain('자바스크립트');
});
