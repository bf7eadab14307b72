import fc from 'fast-check';
import { expect, test } from 'vitest';
import { altOf } from '../../../src/core/reply/drawable.ts';
import { HEAT, type HeatMap, warmthOf, weakestFirst } from '../../../src/core/reply/heat.ts';
import { withinLimits } from '../../../src/core/reply/within-limits.ts';
import { anyHeat } from '../../support/any-reply.ts';
import { blockOf, excesses, textsOf } from '../../support/replies.ts';
import { runs } from '../../support/sample.ts';

const cell = (name: string, right: number, answered: number) => ({ name, right, answered });

const heat = (cells: HeatMap['groups'][number]['cells']): HeatMap => ({
  type: 'heat',
  title: '아는 개념',
  again: { title: '다시', cells: weakestFirst(cells).slice(0, HEAT.again) },
  groups: [{ name: '절', cells }],
  legend: ['', '', '', '', '답 20개 미만', '답 5개 미만'],
  columns: ['절', '정답률', '답'],
  figures: '',
  foot: '최근 16주',
});

test.each([
  [0, 5, 0],
  [49, 100, 0],
  // As it is shown, in whole percents.
  [199, 400, 1],
  [50, 100, 1],
  [69, 100, 1],
  [70, 100, 2],
  [84, 100, 2],
  [85, 100, 3],
  [5, 5, 3],
  [4, 4, undefined],
  [0, 0, undefined],
])('%i of %i right is of warmth %s', (right, answered, warmth) => {
  expect(warmthOf(cell('파드', right, answered))).toBe(warmth);
});

test('in one line it tells the weakest and the strongest, and how many say nothing yet', () => {
  const many = Array.from({ length: 30 }, (_, i) => cell(`개념${i}`, i, 30));
  expect(altOf(heat([...many, cell('새것', 1, 4)]))).toBe(
    '아는 개념 — 다시 — 개념0 0% · 0/30 — 개념1 3% · 1/30 — 개념2 7% · 2/30 — 개념3 10% · 3/30 — 개념4 13% · 4/30 — ' +
      '개념25 83% · 25/30 — 개념26 87% · 26/30 — 개념27 90% · 27/30 — 개념28 93% · 28/30 — 개념29 97% · 29/30 — ' +
      '답 5개 미만: 1 — 최근 16주',
  );
});

test('where it cannot be seen, each group is told as a whole', () => {
  const reply = {
    visibility: 'caller',
    accent: 'info',
    blocks: [heat([cell('파드', 3, 4), cell('노드 |1|', 1, 6)])],
  } as const;
  expect(excesses(reply)).toEqual([]);
  expect(textsOf(reply)).toEqual([
    '아는 개념',
    '',
    '**다시**\n\n1. 노드 \\|1\\| · 17% · 1/6',
    '| 절 | 정답률 | 답 |\n| --- | --- | --- |\n| 절 | 40% | 10 |',
    '최근 16주',
  ]);
  expect(withinLimits(reply)).toEqual(reply);
});

test('by share, the weakest come first and what few answered is left out', () => {
  const cells = [cell('a', 9, 10), cell('b', 1, 10), cell('c', 0, HEAT.few - 1), cell('d', 2, 20)];
  expect(weakestFirst(cells).map(({ name }) => name)).toEqual(['d', 'b', 'a']);
});

test('however many there are, a reply has as many as a picture has room for', () => {
  fc.assert(
    fc.property(fc.array(anyHeat, { minLength: 1, maxLength: 3 }), (heats) => {
      const groups = heats.flatMap((one) => one.groups);
      const whole = { ...heat([]), groups: [...groups, ...groups, ...groups] };
      const cut = blockOf(withinLimits({ visibility: 'caller', accent: 'info', blocks: [whole] }), 'heat');
      const count = (one: HeatMap): number => one.groups.reduce((sum, { cells }) => sum + cells.length, 0);
      expect(cut.groups.length).toBeLessThanOrEqual(HEAT.groups);
      expect(count(cut)).toBeLessThanOrEqual(HEAT.cells);
      expect(cut.groups.every(({ cells }) => cells.length > 0)).toBe(true);
    }),
    { numRuns: runs(30) },
  );
});
