import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHART, type Chart } from '../../src/core/reply/chart.ts';
import { withinLimits } from '../../src/core/reply/within-limits.ts';
import { drawCard } from '../../src/pictures/card.ts';
import { layOutChart } from '../../src/pictures/chart.ts';
import { loadFont } from '../../src/pictures/font.ts';
import type { Mark } from '../../src/pictures/marks.ts';
import type { Colour } from '../../src/pictures/palette.ts';
import { anyChart } from '../support/any-reply.ts';
import { ugly } from '../support/marks.ts';
import { sizeOf } from '../support/png.ts';
import { blockOf } from '../support/replies.ts';
import { runs } from '../support/sample.ts';
import { botOf, COURSE, student } from '../support/world.ts';

const { bot } = await botOf([COURSE]);
const { widthOf } = await loadFont();

const textsIn = (marks: readonly Mark[]): string[] =>
  marks.flatMap((mark) => (mark.type === 'words' ? [mark.text] : []));

/** Of what lies in bars: tiles are higher, the legend's samples narrower. */
const widthsOf = (marks: readonly Mark[], colour: Colour): number[] =>
  marks.flatMap((mark) =>
    mark.type === 'area' && mark.fill === colour && mark.height < 60 && mark.width > 90 ? [mark.width] : [],
  );

const chart: Chart = {
  type: 'chart',
  title: '내 진도',
  figures: [{ name: '연속 공부', value: '3일' }],
  parts: ['잘 알아요', '익히는 중', '아직'],
  bars: [
    { name: '기본 용어', counts: [1, 1, 2] },
    { name: '구조', counts: [0, 0, 7] },
  ],
  foot: '11월 23일',
};

test.each(['ko', 'en'] as const)(
  'progress of the course is drawn whole, in letters of one size (%s)',
  async (locale) => {
    const shown = blockOf(await bot.dispatch('/progress', { ...student, locale }), 'chart');
    const marks = layOutChart(shown, widthOf);
    expect(ugly(marks, widthOf)).toEqual([]);
    const said = textsIn(marks);
    for (const words of [shown.title, shown.foot, ...shown.parts, ...shown.bars.map(({ name }) => name)])
      expect(said).toContain(words);
    for (const { name, value } of shown.figures) expect(said).toEqual(expect.arrayContaining([name, value]));
    const names = new Set(shown.bars.map(({ name }) => name));
    const sizes = marks.flatMap((mark) => (mark.type === 'words' && names.has(mark.text) ? [mark.size] : []));
    expect(new Set(sizes).size).toBe(1);
  },
);

test('a bar is shared by its counts, the best part on top of the next', () => {
  const marks = layOutChart(chart, widthOf);
  const [whole = 0] = widthsOf(marks, 'track');
  expect(widthsOf(marks, 'track')).toEqual([whole, whole]);
  expect(widthsOf(marks, 'egg')).toEqual([whole / 2]);
  expect(widthsOf(marks, 'greens')).toEqual([whole / 4]);
  expect(textsIn(marks)).toEqual(expect.arrayContaining(['1 / 4', '0 / 7']));
});

test('whatever it says, nothing leaves its place or stands on something else', () => {
  fc.assert(
    fc.property(anyChart, (any) => {
      const { blocks } = withinLimits({ visibility: 'caller', accent: 'info', blocks: [any] });
      for (const block of blocks)
        if (block.type === 'chart') expect(ugly(layOutChart(block, widthOf), widthOf)).toEqual([]);
    }),
    { numRuns: runs(200) },
  );
});

test.each(['light', 'dark'] as const)('is a PNG of a card’s size (%s)', async (theme) => {
  const most = Array.from({ length: CHART.bars }, (_, i) => ({ name: `절 ${i}`, counts: [i, 1, 2] as const }));
  const png = await drawCard({ ...chart, bars: most }, theme);
  expect(sizeOf(png)).toEqual({ width: 1200, height: 630 });
  expect(png.length).toBeLessThan(200_000);
  expect(png).not.toEqual(await drawCard(chart, theme));
});
