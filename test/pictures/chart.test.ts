import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHART, type Chart, chartInWords } from '../../src/core/reply/chart.ts';
import { withinLimits } from '../../src/core/reply/within-limits.ts';
import { drawCard } from '../../src/pictures/card.ts';
import { layOutChart } from '../../src/pictures/chart.ts';
import { loadFont } from '../../src/pictures/font.ts';
import type { Mark } from '../../src/pictures/marks.ts';
import type { Colour } from '../../src/pictures/palette.ts';
import { anyChart } from '../support/any-reply.ts';
import { ugly } from '../support/marks.ts';
import { sizeOf } from '../support/png.ts';
import { blockOf, textsOf } from '../support/replies.ts';
import { runs } from '../support/sample.ts';
import { botOf, COURSE, courseContent, student } from '../support/world.ts';

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
    const { marks, height } = layOutChart(shown, widthOf);
    expect(ugly(marks, widthOf, height)).toEqual([]);
    const said = textsIn(marks);
    for (const words of [shown.title, shown.foot, ...shown.parts, ...shown.bars.map(({ name }) => name)])
      expect(said).toContain(words);
    for (const { name, value } of shown.figures) expect(said).toEqual(expect.arrayContaining([name, value]));
    const names = new Set(shown.bars.map(({ name }) => name));
    const sizes = marks.flatMap((mark) => (mark.type === 'words' && names.has(mark.text) ? [mark.size] : []));
    expect(new Set(sizes).size).toBe(1);
    // A phone shows it a third as large.
    expect(sizes[0]).toBeGreaterThanOrEqual(22);
  },
);

test('a bar is shared by its counts, the best part on top of the next', () => {
  const { marks } = layOutChart(chart, widthOf);
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
        if (block.type === 'chart') {
          const { marks, height } = layOutChart(block, widthOf);
          expect(ugly(marks, widthOf, height)).toEqual([]);
        }
    }),
    { numRuns: runs(200) },
  );
});

test('every chapter of the course has its bar, in the order of the chapters, on the picture and in words', async () => {
  const shown = blockOf(await bot.dispatch('/progress', student), 'chart');
  const titles = courseContent().chapters.map(({ title }) => title.ko);
  expect(titles.length).toBeGreaterThan(11);
  expect(shown.bars.map(({ name }) => name).slice(0, titles.length)).toEqual(titles);
  expect(textsIn(layOutChart(shown, widthOf).marks)).toEqual(expect.arrayContaining(titles));
  const words = textsOf({ visibility: 'caller', accent: 'info', blocks: chartInWords(shown) }).join('\n');
  for (const title of titles) expect(words).toContain(title.replace(/[?]/g, '\\$&').slice(0, 5));
});

test('many bars make the picture higher, and no letter smaller', () => {
  const bars = Array.from({ length: CHART.bars }, (_, i) => ({ name: `${i + 1}장`, counts: [i, 1, 2] as const }));
  expect(bars.length).toBeGreaterThanOrEqual(16);
  const { marks, height } = layOutChart({ ...chart, bars }, widthOf);
  expect(ugly(marks, widthOf, height)).toEqual([]);
  expect(height).toBeGreaterThan(630);
  expect(Math.min(...marks.flatMap((mark) => (mark.type === 'words' ? [mark.size] : [])))).toBeGreaterThanOrEqual(22);
});

test.each(['light', 'dark'] as const)('is a PNG of its height (%s)', async (theme) => {
  const most = Array.from({ length: CHART.bars }, (_, i) => ({ name: `절 ${i}`, counts: [i, 1, 2] as const }));
  const png = await drawCard({ ...chart, bars: most }, theme);
  expect(sizeOf(png)).toEqual({ width: 1200, height: 968 });
  expect(sizeOf(await drawCard(chart, theme))).toEqual({ width: 1200, height: 630 });
  expect(png.length).toBeLessThan(200_000);
  expect(png).not.toEqual(await drawCard(chart, theme));
});
