import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardOf } from '../../src/content/show.ts';
import type { Picture } from '../../src/core/reply.ts';
import { drawCard } from '../../src/pictures/card.ts';
import { anyPicture } from '../support/any-reply.ts';
import { botOf, COURSE } from '../support/world.ts';

const { world } = await botOf([COURSE]);

/** Width and height of a PNG (PNG specification, IHDR). */
function sizeOf(png: Uint8Array): { width: number; height: number } {
  const view = Buffer.from(png);
  expect(view.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
}

const plain: Picture = { type: 'picture', title: '파드', text: '가장 작은 배포 단위예요.', foot: '개념 카드' };

test('every concept has a card of its own in both languages, small enough to send', async () => {
  const seen = new Set<string>();
  for (const term of world.terms.values())
    for (const locale of ['ko', 'en'] as const) {
      const png = await drawCard(cardOf(term, '', locale));
      expect(sizeOf(png)).toEqual({ width: 1200, height: 630 });
      expect(png.length).toBeLessThan(200_000);
      seen.add(Buffer.from(png).toString('base64'));
    }
  expect(seen.size).toBe(world.terms.size * 2);
});

test('each of its words is on it', async () => {
  const drawn = (more: Partial<Picture>) => drawCard({ ...plain, ...more });
  const all = await Promise.all([
    drawn({}),
    drawn({ title: '노드' }),
    drawn({ aside: 'Pod' }),
    drawn({ text: '다른 뜻이에요.' }),
    drawn({ quote: '배달 가방이에요.' }),
    drawn({ foot: '오늘의 카드' }),
  ]);
  expect(new Set(all.map((png) => Buffer.from(png).toString('base64'))).size).toBe(all.length);
  expect(await drawn({})).toEqual(all[0]);
});

test('emoji, for which the font has nothing, leave no mark; nor do marks of Markdown', async () => {
  expect(await drawCard({ ...plain, title: '🍱 파드' })).toEqual(await drawCard(plain));
  expect(await drawCard({ ...plain, quote: '**배달** `가방`' })).toEqual(
    await drawCard({ ...plain, quote: '배달 가방' }),
  );
});

test('any text can be drawn', async () => {
  await fc.assert(
    fc.asyncProperty(anyPicture, async (any) => {
      expect(sizeOf(await drawCard(any))).toEqual({ width: 1200, height: 630 });
    }),
    { numRuns: 40 },
  );
});
