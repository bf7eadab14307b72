/** Code and tables on a phone of 390 pixels, and a machine's table on the wall. */
import { expect, test } from 'vitest';
import { render } from '../../src/platforms/web/render/render.ts';
import { ask, beginLive } from './people.ts';
import { builtIn } from './program.ts';
import { told, withoutStreams } from './told.ts';
import { theBrowser, visit, WALL } from './visit.ts';

test('commands are read on a phone without moving them, and copied as they were written', async () => {
  const { page, context } = await visit(await builtIn(), '/');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const answer = await ask(page, '/k8s 파드가 자꾸 죽어요');
  const code = answer.locator('.code').first();
  const pre = code.locator('pre');
  expect(await pre.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
  const written = await code.locator('code').textContent();
  expect(written).toContain('kubectl logs');
  await code.getByRole('button', { name: '복사하기' }).click();
  await code.getByRole('button', { name: '복사했어요' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(written);
  // By hand it is the same.
  const selected = await code.locator('code').evaluate((one) => {
    getSelection()?.selectAllChildren(one);
    return String(getSelection());
  });
  expect(selected).toBe(written);
});

test('without scripts code is read as well, and offers no button', async () => {
  const { page } = await visit(await builtIn(), '/', { javaScriptEnabled: false });
  await page.locator('#said').fill('파드가 자꾸 죽어요');
  await page.getByRole('button', { name: '물어보기' }).click();
  expect(await page.locator('.code').first().textContent()).toContain('kubectl logs');
  expect(await page.locator('.copy').count()).toBe(0);
});

const TABLE = `NAME                        STATUS   ROLES    AGE   VERSION
ip-10-0-1-23.ec2.internal   Ready    <none>   90d   v1.33.5-eks-5e4f3a2`;

test('a table of a machine keeps its columns on the wall, beside bars as well', async () => {
  const { wallAddress } = await beginLive(await builtIn(), '파드 1개');
  const context = await (await theBrowser()).newContext({ viewport: WALL });
  await withoutStreams(context);
  const page = await context.newPage();
  await page.goto(wallAddress);
  const row = { mark: 'A', name: '하나', value: '1명', share: 1, best: true };
  for (const table of [TABLE, TABLE.replaceAll(/$/gm, '   6.1.0-amazon-linux-of-a-long-name')]) {
    const html = render(
      {
        visibility: 'channel',
        accent: 'success',
        blocks: [
          { type: 'text', markdown: `무엇일까요?\n\n\`\`\`\n${table}\n\`\`\`` },
          { type: 'board', look: 'bars', title: '이렇게 답했어요', rows: [row], foot: '1명 중 1명' },
          { type: 'text', markdown: '까닭이에요.' },
        ],
      },
      { locale: 'ko', action: '/', token: '', marks: 'letters', pictureUrl: () => '' },
    );
    await told(page, { name: 'post', data: { key: String(table.length), html, now: 0 } });
    const seen = await page.locator('#live pre').evaluate((pre) => ({
      rows: Math.round((pre.clientHeight - 20) / Number.parseFloat(getComputedStyle(pre).lineHeight)),
      isWhole: pre.scrollWidth <= pre.clientWidth + 1,
    }));
    expect(seen).toEqual({ rows: 2, isWhole: true });
  }
  await context.close();
});
