import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Picture } from '../../src/core/reply/blocks.ts';
import type { Theme } from '../../src/core/reply/drawable.ts';
import { cardOf } from '../../src/course/term-blocks.ts';
import { drawCard } from '../../src/pictures/card.ts';
import { anyPicture } from '../support/any-reply.ts';
import { sizeOf } from '../support/png.ts';
import { runs, sample } from '../support/sample.ts';
import { botOf, COURSE } from '../support/world.ts';

const { world } = await botOf([COURSE]);
const CARD = { width: 1200, height: 630 };

const plain: Picture = { type: 'picture', title: '파드', text: '가장 작은 배포 단위예요.', foot: '개념 카드' };
const drawn = (more: Partial<Picture>, theme: Theme = 'light') => drawCard({ ...plain, ...more }, theme);
const textOf = (png: Uint8Array): string => Buffer.from(png).toString('base64');

/** The layout of them all is looked at in layout.test.ts. */
const terms = sample(world.course().terms.values(), 12);

test.each(['light', 'dark'] as const)('a concept has a card of its own, small enough to send (%s)', async (theme) => {
  const seen = new Set<string>();
  for (const term of terms)
    for (const locale of ['ko', 'en'] as const) {
      const png = await drawCard(cardOf(term, '', locale), theme);
      expect(sizeOf(png)).toEqual(CARD);
      expect(png.length).toBeLessThan(200_000);
      seen.add(textOf(png));
    }
  expect(seen.size).toBe(terms.length * 2);
});

test('each of its words is on it, and each of its figures; themes differ', async () => {
  const box = { type: 'box', label: '파드' } as const;
  const diagram = (...items: NonNullable<Picture['diagram']>['figure']['items']) => ({
    diagram: { alt: '', figure: { type: 'group', way: 'row', items } as const },
  });
  const all = await Promise.all([
    drawn({}),
    drawn({ title: '노드' }),
    drawn({ aside: 'Pod' }),
    drawn({ text: '다른 뜻이에요.' }),
    drawn({ quote: '배달 가방이에요.' }),
    drawn({ foot: '오늘의 카드' }),
    drawn({}, 'dark'),
    drawn(diagram(box)),
    drawn(diagram(box, box)),
    drawn(diagram({ ...box, tone: 'focus' })),
    drawn(diagram({ ...box, tone: 'broken' })),
    drawn(diagram(box, { type: 'arrow' }, box)),
    drawn(diagram(box, { type: 'arrow', back: '' }, box)),
    drawn(diagram(box, { type: 'arrow', label: '가요' }, box)),
    drawn(diagram({ type: 'group', label: '노드', way: 'row', items: [box] })),
    drawn(diagram({ type: 'group', label: '노드', panel: true, way: 'row', items: [box] })),
  ]);
  expect(new Set(all.map(textOf)).size).toBe(all.length);
  expect(await drawn({})).toEqual(all[0]);
});

test('what is not seen changes no card: emoji, for which the font has nothing, marks of Markdown, the alt text', async () => {
  expect(await drawn({ title: '🍱 파드' })).toEqual(await drawn({}));
  expect(await drawn({ quote: '**배달** `가방`' })).toEqual(await drawn({ quote: '배달 가방' }));
  const figure = { type: 'group', way: 'row', items: [{ type: 'box', label: '파드' }] } as const;
  expect(await drawn({ diagram: { alt: '파드예요.', figure } })).toEqual(await drawn({ diagram: { alt: '', figure } }));
});

test('any text and any diagram can be drawn', async () => {
  await fc.assert(
    fc.asyncProperty(anyPicture, fc.constantFrom('light' as const, 'dark' as const), async (any, theme) => {
      expect(sizeOf(await drawCard(any, theme))).toEqual(CARD);
    }),
    { numRuns: runs(10) },
  );
});
