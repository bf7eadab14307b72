import { expect, test } from 'vitest';
import type { Drawable, Picture } from '../../src/core/reply/blocks.ts';
import type { Theme } from '../../src/core/reply/drawable.ts';
import { withCache } from '../../src/pictures/cache.ts';

const picture = (title: string): Picture => ({ type: 'picture', title, text: '뜻', foot: '' });

/** A cache over a draw that gives ten bytes, and tells what it drew. */
function drawn(bytes: number, fails: (title: string) => boolean = () => false) {
  const drawings: string[] = [];
  const asks: string[] = [];
  const draw = withCache(
    async ({ title }: Drawable, theme: Theme) => {
      drawings.push(`${title} ${theme}`);
      await Promise.resolve();
      if (fails(title)) throw new Error('no font');
      return new Uint8Array(10).fill(drawings.length);
    },
    { bytes, onAsk: (found) => asks.push(found) },
  );
  return { draw, drawings, asks };
}

test('what is on it, not which object it is, makes a picture the same', async () => {
  const { draw, drawings, asks } = drawn(100);
  const first = await draw(picture('파드'), 'light');
  expect(await draw(picture('파드'), 'light')).toBe(first);
  expect(await draw(picture('파드'), 'dark')).not.toBe(first);
  expect(
    await draw({ ...picture('파드'), diagram: { alt: '', figure: { type: 'group', way: 'row', items: [] } } }, 'light'),
  ).not.toBe(first);
  expect(drawings).toEqual(['파드 light', '파드 dark', '파드 light']);
  expect(asks).toEqual(['miss', 'hit', 'miss', 'miss']);
});

test('asked for by many at once it is drawn once', async () => {
  const { draw, drawings, asks } = drawn(100);
  const all = await Promise.all(Array.from({ length: 20 }, () => draw(picture('파드'), 'dark')));
  expect(new Set(all).size).toBe(1);
  expect(drawings).toEqual(['파드 dark']);
  expect(asks).toEqual(['miss', ...Array.from({ length: 19 }, () => 'hit')]);
});

test('a failure is told to all who wait for it, and not kept', async () => {
  let broken = true;
  const { draw, drawings } = drawn(100, () => broken);
  const asked = await Promise.allSettled([draw(picture('파드'), 'dark'), draw(picture('파드'), 'dark')]);
  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  broken = false;
  await expect(draw(picture('파드'), 'dark')).resolves.toHaveLength(10);
  expect(drawings).toHaveLength(2);
});

test('it keeps no more bytes than it may, and what was asked for last', async () => {
  const { draw, drawings } = drawn(30);
  for (const title of ['a', 'b', 'c', 'a', 'd']) await draw(picture(title), 'light');
  expect(drawings).toHaveLength(4);
  for (const title of ['a', 'c', 'd']) await draw(picture(title), 'light');
  expect(drawings).toHaveLength(4);
  await draw(picture('b'), 'light');
  expect(drawings.at(-1)).toBe('b light');
});

test('a picture that is larger than all it may keep is drawn each time', async () => {
  const { draw, drawings } = drawn(9);
  await draw(picture('a'), 'light');
  await draw(picture('a'), 'light');
  expect(drawings).toHaveLength(2);
});
