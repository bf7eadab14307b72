import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import type { Chart } from '../../../src/core/reply/chart.ts';
import { cellsOf, chartLines } from '../../../src/platforms/terminal/chart.ts';
import { render } from '../../../src/platforms/terminal/render.ts';
import { botOf, COURSE, student } from '../../support/world.ts';

const chart: Chart = {
  type: 'chart',
  title: '내 진도',
  figures: [
    { name: '연속 공부', value: '2일' },
    { name: '오늘 복습', value: '1개' },
  ],
  parts: ['잘 알아요', '익히는 중', '아직'],
  bars: [
    { name: '파드', counts: [2, 1, 1] },
    { name: '서비스와 네트워크', counts: [0, 0, 8] },
  ],
  foot: '11월 23일 기준',
};

test('bars stand beside their names where there is room, and below them where there is none', () => {
  expect(chartLines(chart, { columns: 60, colour: false })).toEqual([
    '내 진도 · 11월 23일 기준',
    '연속 공부: 2일 · 오늘 복습: 1개',
    '█ 잘 알아요  ▓ 익히는 중  ░ 아직',
    `파드               ${'█'.repeat(17)}${'▓'.repeat(9)}${'░'.repeat(8)}  2 / 4`,
    `서비스와 네트워크  ${'░'.repeat(34)}  0 / 8`,
  ]);
  expect(chartLines(chart, { columns: 26, colour: false }).slice(-4)).toEqual([
    '파드',
    `${'█'.repeat(9)}${'▓'.repeat(5)}${'░'.repeat(5)}  2 / 4`,
    '서비스와 네트워크',
    `${'░'.repeat(19)}  0 / 8`,
  ]);
});

test('a bar has as many cells as it is wide, and one at least of what there is', () => {
  const counts = fc.array(fc.nat(300), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(counts, fc.integer({ min: 3, max: 60 }), (all, width) => {
      const cells = cellsOf(all, width);
      expect(cells.reduce((sum, one) => sum + one, 0)).toBe(width);
      for (const [i, cell] of cells.entries()) {
        expect(cell).toBeGreaterThanOrEqual(Math.min(1, all[i] ?? 0));
        if (all.some((one) => one > 0) && all[i] === 0) expect(cell).toBe(0);
      }
    }),
  );
});

const { bot, world } = await botOf([COURSE]);
for (const [i, term] of Array.from(world.course().terms.keys()).entries())
  if (i % 3 > 0)
    world.records.record({
      kind: 'answer',
      person: student.id,
      question: `q${i}`,
      term,
      right: i % 3 === 1,
      at: world.now().subtract({ hours: 50 + i }).epochMilliseconds,
    });

test.each([40, 80, 160].flatMap((columns) => (['ko', 'en'] as const).map((locale) => ({ columns, locale }))))(
  'the progress of the course is bars in $columns columns, in $locale, and ends with one button',
  async ({ columns, locale }) => {
    const reply = await bot.dispatch('/progress', { ...student, locale });
    const lines = render(reply, { columns, colour: false, boxed: true }, locale).split('\n');
    for (const line of lines) expect(stringWidth(line)).toBe(columns);
    const bars = lines.filter((line) => /[█▓░]{6,} {2}/.test(line));
    expect(bars.length).toBeGreaterThan(5);
    expect(new Set(bars.map((line) => /[█▓░]+(?= {2})/.exec(line)?.[0].length)).size).toBe(1);
    expect(lines.join('\n')).not.toContain('• ');
    expect(lines.filter((line) => /\[\d\]/.test(line))).toHaveLength(1);
    expect(lines.at(-2)).toMatch(/\[1\] .* ⏎/);
    // A terminal of 24 rows shows it whole, a bar for each of the thirteen chapters.
    if (columns >= 80) expect(lines.length).toBeLessThanOrEqual(24);
  },
);

test('without bars it is its title and figures', () => {
  expect(chartLines({ ...chart, bars: [] }, { columns: 40, colour: false })).toHaveLength(2);
});
