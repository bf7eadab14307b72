/** An instructor and students, as they use the page. */
import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import type { Program } from './program.ts';
import { LAPTOP, type Visit, visit, WALL } from './visit.ts';

type State = Awaited<ReturnType<Visit['context']['storageState']>>;
const signedIn = new WeakMap<Program, Promise<State>>();

/** Signs a browser in by the program's link, once, and sets a class up. */
async function signIn(program: Program): Promise<State> {
  const { page, context } = await visit(program, program.link);
  await page.getByRole('button', { name: '연결하기' }).click();
  await page.waitForURL('**/teach');
  await ask(page, '/class setup 9시 평일');
  return context.storageState();
}

/** The instructor's page. */
export async function instructor(program: Program, path = '/teach', options: Parameters<typeof visit>[2] = {}) {
  const state = signedIn.get(program) ?? signIn(program);
  signedIn.set(program, state);
  return visit(program, path, { viewport: LAPTOP, storageState: await state, ...options });
}

/** Types into the box and sends it; gives the answer that comes. */
export async function ask(page: Page, words: string) {
  const before = await page.locator('#log > .reply').count();
  await page.locator('#said').fill(words);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  const answer = page.locator('#log > .reply').nth(before);
  await answer.waitFor();
  return answer;
}

/** A live quiz that an instructor has begun, with the wall and the controls open. */
export async function beginLive(program: Program, what: string) {
  const teacher = await instructor(program);
  const answer = await ask(teacher.page, `/live start ${what} 300초 manual`);
  // It waits, and goes on when it is told to alone: nothing here depends on how fast this machine is.
  await ask(teacher.page, '/live pause');
  const wallAddress = (await answer.locator('a[href$="/screen"]').getAttribute('href')) ?? '';
  const controlAddress = wallAddress.replace(/screen$/, 'control');
  const wall = await visit(program, wallAddress, { viewport: WALL });
  const control = await instructor(program, controlAddress, { viewport: { width: 390, height: 844 } });
  await wall.page.locator('#live .reply').waitFor();
  const code = ((await wall.page.locator('aside .code').textContent()) ?? '').replace(/\D/g, '');
  // No quiz goes on into the next test.
  onTestFinished(async () => {
    await ask(teacher.page, '/live stop').catch(() => undefined);
  });
  return { teacher, wall, control, code, wallAddress };
}

export type Live = Awaited<ReturnType<typeof beginLive>>;

/** A student who joins by the code, under a name or the one that is offered. */
export async function join(program: Program, code: string, name?: string, options: Parameters<typeof visit>[2] = {}) {
  const student = await visit(program, '/j', options);
  const { page } = student;
  await page.locator('input[name=code]').fill(code);
  await page.keyboard.press('Enter');
  await page.locator('input[name=name]').waitFor();
  if (name !== undefined) await page.locator('input[name=name]').fill(name);
  await page.locator('input[name=name]').focus();
  await page.keyboard.press('Enter');
  await page.locator('#live .reply').waitFor();
  return student;
}

/** Goes on to the next step from the instructor's phone, and waits until all of these show it. */
export async function goOn(control: Page, others: readonly Page[], scene: string): Promise<void> {
  const before = await Promise.all(others.map((page) => page.locator('#live .reply').getAttribute('id')));
  await control.locator('#controls .button.primary').click();
  for (const [i, page] of others.entries())
    await page
      .waitForFunction(
        ([id, wanted]) => document.querySelector('#live .reply')?.id !== id && document.body.dataset.scene === wanted,
        [before[i], scene] as const,
      )
      .catch(async () => {
        const [shown, steering] = await Promise.all([page, control].map((one) => one.locator('main').textContent()));
        throw new Error(`no ${scene} but ${shown}, and the instructor's phone says ${steering}`);
      });
}
