import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ask } from './people.ts';
import { builtIn, newFolder } from './program.ts';
import { expectStill, LAPTOP, visit } from './visit.ts';

const BROKEN = `apiVersion: v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: three
`;

test('a newcomer asks in the first minute, by keys alone, and is offered names as they type', async () => {
  const { page } = await visit(await builtIn(), '/');
  await expectStill(page);
  // The first stop of a keyboard leads past the menus.
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
  await page.locator('#said').focus();
  await page.keyboard.type('디플');
  await page.locator('#offered [role=option]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  const chosen = await page.locator('#offered [aria-selected=true]').textContent();
  expect(await page.locator('#said').getAttribute('aria-activedescendant')).toBe('offered-0');
  await page.keyboard.press('Enter');
  await page.locator('#log > .reply').nth(1).waitFor();
  expect(await page.locator('.said pre').textContent()).toBe(chosen);
  expect(await page.locator('#log > .reply').nth(1).textContent()).toContain('디플로이먼트');
  expect(await page.locator('#offered').isVisible()).toBe(false);
  expect(await page.locator('#said').inputValue()).toBe('');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('said');
  expect(await page.locator('#log > .reply').nth(1).locator('img').getAttribute('alt')).toBeTruthy();
  await expectStill(page);
});

test('Enter sends, Shift and Enter begin a line, and Enter that ends a Korean syllable sends nothing', async () => {
  const { page, context } = await visit(await builtIn(), '/', { viewport: LAPTOP });
  const said = page.locator('#said');
  await said.focus();
  const keys = await context.newCDPSession(page);
  await keys.send('Input.imeSetComposition', { text: '파드', selectionStart: 2, selectionEnd: 2 });
  await said.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
  expect(await page.locator('.said').count()).toBe(0);
  await keys.send('Input.insertText', { text: '파드' });
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('로그');
  expect(await said.inputValue()).toBe('파드\n로그');
  await page.keyboard.press('Enter');
  await page.locator('#log > .reply').nth(1).waitFor();
  expect(await page.locator('.said pre').textContent()).toBe('파드\n로그');
});

test('a manifest is pasted, or sent as a file, and its mistakes stand beside their lines', async () => {
  const { page } = await visit(await builtIn(), '/', { viewport: LAPTOP });
  await page.locator('#said').focus();
  // As a paste arrives: all of it at once, line ends and all.
  await page.keyboard.insertText(BROKEN);
  expect(await page.locator('#offered').isVisible()).toBe(false);
  await page.keyboard.press('Enter');
  const pasted = page.locator('#log > .reply').nth(1);
  await pasted.waitFor();
  expect(await pasted.textContent()).toContain('replicas: three');
  const file = join(newFolder(), 'web.yaml');
  writeFileSync(file, BROKEN);
  await page.locator('input[type=file]').setInputFiles(file);
  expect(await page.locator('.chosen-file').textContent()).toContain('web.yaml');
  await page.getByRole('button', { name: '빼기' }).click();
  expect(await page.locator('.chosen-file').isVisible()).toBe(false);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: '물어보기' }).click();
  const sent = page.locator('#log > .reply').nth(2);
  await sent.waitFor();
  expect(await sent.textContent()).toContain('replicas: three');
  expect(await page.locator('.said pre').last().textContent()).toBe('web.yaml');
  expect(await page.locator('.chosen-file').isVisible()).toBe(false);
});

test('a command in an answer is pressed by keys as well', async () => {
  const { page } = await visit(await builtIn(), '/');
  const answer = await ask(page, '/dosirak');
  const command = answer.locator('.command').first();
  await command.focus();
  await page.keyboard.press('Enter');
  await page.locator('#log > .reply').nth(2).waitFor();
  expect(await page.locator('.said pre').last().textContent()).toBe(await command.getAttribute('data-line'));
});

test('an example of what an instructor does to a class goes into the box, and does nothing by itself', async () => {
  const { page } = await visit(await builtIn(), '/');
  const answer = await ask(page, '/dosirak instructors');
  const command = answer.locator('.command', { hasText: '/class 설정' });
  await command.click();
  const line = await command.getAttribute('data-line');
  expect(await page.locator('#said').inputValue()).toBe(line);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('said');
  expect(await page.locator('.said pre').allTextContents()).toEqual(['/dosirak instructors']);
  await page.keyboard.press('Enter');
  await page.locator('.said pre').nth(1).waitFor();
  expect(await page.locator('.said pre').last().textContent()).toBe(line);
});
