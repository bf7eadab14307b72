import type { Locator, Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { ask } from './people.ts';
import { everyTypes, type Program } from './program.ts';
import { expectStill, visit } from './visit.ts';

let program: Program;
beforeEach(async () => {
  program = await everyTypes();
});

const focused = (page: Page) => page.evaluate(() => document.activeElement?.closest('.reply, #said') !== null);

/** The step of an order that reads so. */
const step = (asked: Locator, words: string): Locator => asked.locator('.in-order li', { hasText: words });

/**
 * A hand waits until what it is to take stands still, since an answer is scrolled to smoothly; and it scrolls until both
 * places are there, since outside of the window nothing is dropped.
 */
async function dragTo(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.hover();
  await from.locator('..').evaluate((list) => list.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await from.hover({ position: { x: 20, y: 20 } });
  const end = await to.boundingBox();
  if (!end) throw new Error('a step is not there');
  await page.mouse.down();
  await page.mouse.move(end.x + 20, end.y + end.height / 2, { steps: 4 });
  await page.mouse.move(end.x + 20, end.y + 2, { steps: 4 });
  await page.mouse.up();
}

/** The first step that is not in its place is put there, until all of them are. */
async function orderBy(page: Page, asked: Locator, way: 'keys' | 'mouse'): Promise<void> {
  const wanted = ['걸음 일', '걸음 이', '걸음 삼'];
  const shown = () => asked.locator('.in-order .label').allTextContents();
  for (let tries = 0; tries < 10; tries++) {
    const now = await shown();
    const place = wanted.findIndex((words, index) => now[index] !== words);
    const words = wanted[place];
    if (words === undefined) break;
    if (way === 'mouse') await dragTo(page, step(asked, words), asked.locator('.in-order li').nth(place));
    else {
      await step(asked, words).locator('.handle').focus();
      await page.keyboard.press('ArrowUp');
    }
  }
  expect(await shown()).toEqual(wanted);
}

const choose = async (asked: Locator, label: string, option: string): Promise<void> =>
  void (await asked.locator('label', { hasText: label }).locator('select').selectOption({ label: option }));

type Way = 'keys' | 'mouse';

/** What is in a question's words, and how one who knows answers it; sending it is left to the caller where it is true. */
const KNOWN: readonly [asks: string, answer: (asked: Locator, page: Page, way: Way) => Promise<boolean>][] = [
  ['단일 물음', (asked, page, way) => press(asked.getByRole('button', { name: '바른 하나' }), page, way)],
  ['참거짓 물음', (asked, page, way) => press(asked.getByRole('button', { name: '맞아요' }), page, way)],
  [
    '복수 물음',
    async (asked, page, way) => {
      for (const name of ['바른 하나', '바른 둘'])
        if (way === 'mouse') await asked.locator('.option', { hasText: name }).click();
        else {
          await asked.getByRole('checkbox', { name }).focus();
          await page.keyboard.press('Space');
        }
      return true;
    },
  ],
  ['글 물음', (asked, page) => type(asked, page, '나중답')],
  ['수 물음', (asked, page) => type(asked, page, '서른')],
  ['몇 개까지일까요', (asked, page) => type(asked, page, '110')],
  [
    '오래된 것부터',
    async (asked) => {
      await asked.locator('input[type=text]').nth(0).fill('물리 서버');
      await asked.locator('input[type=text]').nth(1).fill('가상 머신');
      return true;
    },
  ],
  [
    '차례 물음',
    async (asked, page, way) => {
      await orderBy(page, asked, way);
      return true;
    },
  ],
  [
    '짝지어',
    async (asked) => {
      await choose(asked, 'get', '목록을 봐요');
      await choose(asked, 'logs', '찍은 글을 봐요');
      await choose(asked, 'exec', '안에서 실행해요');
      return true;
    },
  ],
  [
    '빈칸을 골라',
    async (asked) => {
      await choose(asked, '①', 'apps/v1');
      await choose(asked, '②', 'Deployment');
      return true;
    },
  ],
];

async function press(button: Locator, page: Page, way: Way): Promise<boolean> {
  if (way === 'mouse') await button.click();
  else {
    await button.focus();
    await page.keyboard.press('Enter');
  }
  return false;
}

/** What is typed is sent by Enter. */
async function type(asked: Locator, page: Page, words: string): Promise<boolean> {
  await asked.locator('input[type=text]').focus();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  return false;
}

describe.each(['keys', 'mouse'] as const)('by %s', (way) => {
  test('a question of each type is answered in practice, and the focus is never lost', async () => {
    const { page } = await visit(program, '/', { viewport: { width: 360, height: 740 } });
    const met = new Set<string>();
    let shown = await ask(page, '/quiz a');
    for (let n = 0; n < KNOWN.length; n++) {
      const words = (await shown.textContent()) ?? '';
      const known = KNOWN.find(([asks]) => words.includes(asks));
      if (!known) throw new Error(`what is asked here? ${words}`);
      met.add(known[0]);
      const [, answer] = known;
      if (await answer(shown, page, way)) {
        const send = shown.getByRole('button', { name: '제출하기' });
        await press(send, page, way);
      }
      await shown.locator('h2', { hasText: '맞았어요' }).waitFor();
      expect(await focused(page), known[0]).toBe(true);
      if (n + 1 === KNOWN.length) break;
      await page.keyboard.press('Enter');
      await shown.locator(':is(.choice, .menus, .input)').waitFor();
      expect(await focused(page)).toBe(true);
      shown = page.locator('#log > .reply').last();
    }
    expect([...met].sort()).toEqual(KNOWN.map(([asks]) => asks).sort());
    await expectStill(page);
  });
});
