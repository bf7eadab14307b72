import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ask, beginLive, goOn, instructor, join } from './people.ts';
import { builtIn, everyTypes } from './program.ts';
import { expectAccessible, expectNoSideways, expectStill, PHONE, SMALL, visit } from './visit.ts';

const STUDENT = ['/', '/chapters', '/card', '/quiz', '/review', '/progress', '/privacy', '/j', '/j/000000', '/nowhere'];
const TEACHER = ['', '/cards', '/homework', '/live', '/plan', '/report', '/students', '/questions', '/vain', '/own'];

/** Lines of which the answers have every kind of block. */
const LINES = [
  '/k8s 파드',
  '/k8s 파드랑 디플로이먼트 차이',
  '/k8s 0/1 CrashLoopBackOff 3 (10s ago) 2m',
  '/k8s kind: Deployment',
  '/chapters 1장',
  '/dosirak',
  '/privacy export',
  '/k8s xyzzy',
];

/** Nothing of a page is wrong to axe in either theme, wider than the smallest phone, or moves by itself. */
async function expectFine(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.setViewportSize(SMALL);
  await expectNoSideways(page);
}

/** What a browser says of a status that a page has on purpose. */
const withoutRefusals = (complaints: string[]): void => {
  complaints.splice(0, complaints.length, ...complaints.filter((one) => !/status of (?:403|404)/.test(one)));
};

describe.each(['ko-KR', 'en-US'])('in %s', (locale) => {
  test('each page of a student is accessible and fits the smallest phone', async () => {
    const { page, complaints } = await visit(await builtIn(), '/', { locale, viewport: PHONE });
    for (const path of STUDENT) {
      await page.setViewportSize(PHONE);
      await page.goto(path);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2));
      await expectStill(page);
      await expectFine(page);
    }
    withoutRefusals(complaints);
  });

  test('each kind of answer is accessible and fits the smallest phone', async () => {
    const { page } = await visit(await builtIn(), '/', { locale, viewport: PHONE });
    for (const line of LINES) {
      await ask(page, line);
      await expectStill(page);
    }
    await expectFine(page);
  });

  test('each page of an instructor is accessible and fits the smallest phone', async () => {
    const { page } = await instructor(await builtIn(), '/teach', { locale, viewport: PHONE });
    for (const path of TEACHER) {
      await page.goto(`/teach${path}`);
      await expectFine(page);
    }
    await page.goto('/teach');
    for (const line of ['/class form', '/class question 파드', '/class preview 파드', '/report']) await ask(page, line);
    await expectFine(page);
  });
});

test('a room is accessible in each of its scenes, on the wall and on phones, with words and without', async () => {
  const program = await everyTypes();
  const { wall, control, code } = await beginLive(program, 'a 1개');
  const name = await visit(program, `/j/${code}`);
  await expectFine(name.page);
  const minsu = await join(program, code, '민수');
  const pages = [wall.page, minsu.page];
  const fine = async (): Promise<void> => {
    for (const page of [...pages, control.page]) await expectAccessible(page);
    for (const page of [minsu.page, control.page]) {
      await page.setViewportSize(SMALL);
      await expectNoSideways(page);
    }
  };
  await fine();
  await goOn(control.page, pages, 'ask');
  await fine();
  await control.page.locator('summary').click();
  await control.page.getByRole('button', { name: '버튼만' }).click();
  await minsu.page.locator('.plain-options').waitFor({ state: 'attached' });
  await fine();
  await goOn(control.page, pages, 'tell');
  await fine();
});

test('what moves stands still where a person asks for less motion', async () => {
  const { page } = await visit(await builtIn(), '/', { reducedMotion: 'reduce' });
  await ask(page, '/k8s 파드');
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
  const smooth = await page.evaluate(() =>
    Array.from(document.querySelectorAll('*')).some((one) => getComputedStyle(one).transitionDuration !== '0s'),
  );
  expect(smooth).toBe(false);
});

test('whatever is pressed on a phone is as large as a thumb', async () => {
  const { page } = await visit(await builtIn(), '/', { viewport: SMALL });
  await ask(page, '/quiz');
  for (const path of ['/', '/quiz', '/privacy', '/j']) {
    await page.goto(path);
    const small = await page.evaluate(() =>
      Array.from(
        document.querySelectorAll<HTMLElement>(
          'button, select, nav a, .brand, input:not([type=hidden], [type=checkbox])',
        ),
      )
        .filter((one) => one.checkVisibility() && !one.closest('.skip, .hidden'))
        .map((one) => ({ of: one.outerHTML.slice(0, 100), height: one.getBoundingClientRect().height }))
        .filter(({ height }) => height < 43.5),
    );
    expect(small, path).toEqual([]);
  }
});
