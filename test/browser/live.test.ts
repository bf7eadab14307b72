import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ask, beginLive, goOn, join, type Live } from './people.ts';
import { everyTypes, ONLY_AFTER } from './program.ts';
import { expectStill } from './visit.ts';

/** What of each question of the small course stands on no page before it is closed. */
const SECRETS = [ONLY_AFTER, '나중답', '정답:'];

async function expectNothingEarly(pages: readonly Page[]): Promise<void> {
  for (const page of pages) {
    const html = await page.content();
    for (const secret of SECRETS) expect(html).not.toContain(secret);
  }
}

/** Answers whatever is asked: what can be pressed at once, or filled in and sent. */
async function answer(page: Page): Promise<void> {
  const live = page.locator('#live');
  if ((await live.locator('button.option').count()) > 0) return live.locator('button.option').first().click();
  for (const box of await live.locator('.option input').all()) {
    await box.check();
    if ((await live.locator('.option input:checked').count()) === 2) break;
  }
  for (const menu of await live.locator('select').all()) await menu.selectOption({ index: 1 });
  for (const box of await live.locator('input[type=text]').all()) await box.fill('30');
  await live.getByRole('button', { name: '제출하기' }).click();
}

/** What a phone shows as its own answer. */
const chosenOn = (page: Page): Promise<string[]> =>
  page
    .locator('#live form.answered')
    .evaluate((form) => [
      ...Array.from(form.querySelectorAll('.chosen'), (one) => one.textContent),
      ...Array.from(form.querySelectorAll('select'), ({ value }) => value),
      ...Array.from(form.querySelectorAll<HTMLInputElement>('input[type=text]'), ({ value }) => value),
    ]);

const scene = (page: Page) => page.evaluate(() => document.body.dataset.scene);

/** Both phones answer, and the wall counts them. */
async function playQuestion({ wall, control }: Live, [keys, thumb]: readonly [Page, Page]): Promise<void> {
  const all = [wall.page, keys, thumb];
  await expectNothingEarly([...all, control.page]);
  await answer(thumb);
  await thumb.locator('#own .reply.success').waitFor();
  // What was sent cannot be sent again; keys go on from what was said to it.
  expect(await thumb.evaluate(() => document.activeElement?.id)).toBe('own');
  await thumb.locator('#live form.answered').waitFor();
  expect(await thumb.locator('#live form.answered button:enabled, #live form.answered input:enabled').count()).toBe(0);
  const chosen = await chosenOn(thumb);
  await wall.page.locator('#live .foot', { hasText: '1명이 답했어요' }).first().waitFor();
  // The class's count changes nothing of it.
  expect(await chosenOn(thumb)).toEqual(chosen);
  await expectNothingEarly(all);
}

test('a student, the wall and the instructor’s phone play a whole quiz, in which nothing tells an answer early', async () => {
  const program = await everyTypes();
  const live = await beginLive(program, 'a 10개');
  const { wall, control, code } = live;
  const minsu = await join(program, code, '민수', { colorScheme: 'dark' });
  const whale = await join(program, code, undefined, { viewport: { width: 320, height: 640 } });
  const names = wall.page.locator('#live ul li');
  await names.nth(1).waitFor();
  expect(await names.first().textContent()).toBe('민수');
  expect(await scene(wall.page)).toBe('lobby');
  expect(await wall.page.locator('.qr').isVisible()).toBe(true);
  const pages = [wall.page, minsu.page, whale.page] as const;
  const total = Number(/문제 (\d+)개/.exec((await wall.page.locator('#live').textContent()) ?? '')?.[1]);
  expect(total).toBeGreaterThanOrEqual(9);
  await goOn(control.page, pages, 'ask');
  for (let at = 0; at < total; at++) {
    await playQuestion(live, [minsu.page, whale.page]);
    await goOn(control.page, pages, 'tell');
    expect(await wall.page.locator('#live').textContent()).toContain('정답');
    expect(await wall.page.locator('.qr').isVisible()).toBe(false);
    await goOn(control.page, pages, at + 1 < total ? 'ask' : 'end').catch(async (error: unknown) => {
      // Perhaps no student was right: then there is no podium.
      if (at + 1 < total || (await scene(wall.page)) !== 'tell') throw error;
    });
  }
  expect(await wall.page.locator('.podium .name').first().textContent()).toMatch(/./);
  await minsu.page.getByRole('button', { name: '내 결과' }).click();
  await minsu.page.locator('#own .reply').waitFor();
  for (const page of pages) await expectStill(page);
});

test('what a student has ticked stays while others answer, and is theirs again after a reload, as right or wrong', async () => {
  const program = await everyTypes();
  const { wall, control, code } = await beginLive(program, 'a 20개');
  const [slow, quick] = [await join(program, code, '느림보'), await join(program, code, '번개')];
  const pages = [wall.page, slow.page, quick.page] as const;
  const total = Number(/문제 (\d+)개/.exec((await wall.page.locator('#live').textContent()) ?? '')?.[1]);
  await goOn(control.page, pages, 'ask');
  for (let at = 1; at <= total; at++) {
    const live = slow.page.locator('#live');
    if ((await live.locator('.option input').count()) === 0) {
      await goOn(control.page, pages, 'tell');
      await goOn(control.page, pages, 'ask');
      continue;
    }
    for (const place of [0, 2]) await live.locator('.option input').nth(place).check();
    await answer(quick.page);
    await live.locator('.foot', { hasText: '1명이 답했어요' }).first().waitFor();
    const ticked = () => live.locator('.option input').evaluateAll((all) => all.map((one) => one.matches(':checked')));
    const own = await ticked();
    expect([own[0], own[1], own[2]]).toEqual([true, false, true]);
    await live.getByRole('button', { name: '제출하기' }).click();
    await live.locator('form.answered').waitFor();
    expect(await ticked()).toEqual(own);
    await slow.page.reload();
    await live.locator('form.answered').waitFor();
    expect(await ticked()).toEqual(own);
    await goOn(control.page, pages, 'tell');
    expect(await live.locator('h2').first().textContent()).toMatch(/^(⭕ 맞았어요!|❌ 틀렸어요)/);
    expect(await live.locator('.own .mine').count()).toBe(2);
    // The wall shows nothing of one student.
    expect(await wall.page.locator('#live').innerHTML()).not.toMatch(/맞았어요!|class="mine/);
    return;
  }
  throw new Error('no question has boxes to tick');
});

test('a closed tab comes back by the code under its name; who is removed sees why, and stays out', async () => {
  const program = await everyTypes();
  const { wall, control, code } = await beginLive(program, 'a 1개');
  const minsu = await join(program, code, '민수');
  const other = await join(program, code, '수진');
  await wall.page.locator('#live ul li').nth(1).waitFor();
  const { context } = minsu;
  await minsu.page.close();
  const back = await context.newPage();
  await back.goto(`/j/${code}`);
  await back.locator('#live .reply').waitFor();
  expect(await back.locator('.me').textContent()).toContain('민수');
  await control.page.reload();
  await control.page.locator('summary').click();
  await control.page.locator('#players').getByRole('button', { name: '내보내기' }).first().click();
  await back.locator('h1, p', { hasText: '내보냈어요' }).first().waitFor();
  await wall.page.waitForFunction(() => !document.querySelector('#live')?.textContent?.includes('민수'));
  await back.goto(`/j/${code}`);
  await back.locator('p', { hasText: '내보냈어요' }).waitFor();
  minsu.complaints.splice(0, minsu.complaints.length, ...minsu.complaints.filter((one) => !/403/.test(one)));
  // The wall hides names where it is asked to.
  await wall.page.getByRole('button', { name: '이름 가리기' }).click();
  expect(await wall.page.locator('body').getAttribute('class')).toContain('without-names');
  expect(await other.page.locator('#live .reply').isVisible()).toBe(true);
});

test('by keys alone a student joins, answers and goes on; paused and closed questions keep the view', async () => {
  const program = await everyTypes();
  const { teacher, wall, control, code } = await beginLive(program, 'a 2개');
  const { page } = await join(program, code, '키보드');
  await goOn(control.page, [wall.page, page], 'ask');
  // Tab alone leads to something to answer by, and it is seen where one is.
  await page.keyboard.press('Tab');
  for (let n = 0; n < 12; n++) {
    if (await page.evaluate(() => document.activeElement?.closest('#live form') !== null)) break;
    await page.keyboard.press('Tab');
  }
  const outline = await page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.closest('#live form') ? getComputedStyle(activeElement).outlineStyle : 'none';
  });
  expect(outline).not.toBe('none');
  await ask(teacher.page, '/live pause');
  await wall.page.locator('#live .reply.warning').waitFor();
  expect(await scene(wall.page)).toBe('ask');
  await ask(teacher.page, '/live resume');
  await wall.page.locator('#live .reply.info').waitFor();
  await goOn(control.page, [wall.page, page], 'tell');
  expect(await scene(wall.page)).toBe('tell');
});
