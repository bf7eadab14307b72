import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HEAT, type HeatMap } from '../../src/core/reply/heat.ts';
import { withinLimits } from '../../src/core/reply/within-limits.ts';
import { drawCard } from '../../src/pictures/card.ts';
import { drawableText, loadFont } from '../../src/pictures/font.ts';
import { layOutHeat } from '../../src/pictures/heat.ts';
import { groupConcepts, renderHeatMap } from '../../src/report/concepts.ts';
import { anyHeat } from '../support/any-reply.ts';
import { ugly } from '../support/marks.ts';
import { sizeOf } from '../support/png.ts';
import { runs } from '../support/sample.ts';
import { botOf, COURSE } from '../support/world.ts';

const { world } = await botOf([COURSE]);
const { widthOf } = await loadFont();

const course = (locale: 'ko' | 'en'): HeatMap => {
  const answered = world.course().content.terms.map(({ id }, i) => ({
    term: id,
    answered: i + 1,
    right: Math.floor(((i + 1) * (i % 7)) / 6),
  }));
  return renderHeatMap(groupConcepts(answered, world.course(), locale), locale);
};

const cellsIn = ({ groups }: HeatMap): number => groups.reduce((sum, { cells }) => sum + cells.length, 0);

test.each(['ko', 'en'] as const)('the whole course is drawn, every concept with its figures (%s)', (locale) => {
  const heat = course(locale);
  expect(cellsIn(heat)).toBe(world.course().terms.size);
  const { marks, height } = layOutHeat(heat, widthOf);
  expect(ugly(marks, widthOf, height)).toEqual([]);
  expect(height).toBeLessThanOrEqual(2000);
  const words = marks.flatMap((mark) => (mark.type === 'words' ? [mark.text] : []));
  for (const { answered, right } of heat.groups.flatMap(({ cells }) => cells))
    expect(words).toContain(`${Math.floor((100 * right) / answered)}% · ${answered}`);
  for (const said of [heat.title, heat.foot, heat.figures, ...heat.legend]) expect(words).toContain(said);
  // What is smaller cannot be read at its full size.
  expect(Math.min(...marks.flatMap((mark) => (mark.type === 'words' ? [mark.size] : [])))).toBeGreaterThanOrEqual(12);
});

test.each([
  ['ko', '최근 16주 · 아직 답이 없는 개념'],
  ['en', 'The last 16 weeks'],
] as const)('of what nobody has answered there is a number alone (%s)', (locale, foot) => {
  const one = { term: 'pod', answered: 9, right: 3 };
  const all = world.course().content.terms.map(({ id }) => ({ ...one, term: id }));
  const some = renderHeatMap(groupConcepts([one], world.course(), locale), locale);
  expect(some.groups.flatMap(({ cells }) => cells)).toEqual([
    { ...one, name: world.course().terms.get('pod')?.title[locale] },
  ]);
  expect(some.foot).toContain(foot);
  expect(some.foot).toContain(String(world.course().terms.size - 1));
  expect(renderHeatMap(groupConcepts(all, world.course(), locale), locale).foot).not.toContain(' · ');
  const but = renderHeatMap(groupConcepts(all.slice(1), world.course(), 'en'), 'en');
  expect(but.foot).toBe('The last 16 weeks · 1 concept has no answers yet');
});

test.each(['ko', 'en'] as const)('no name is broken within a word or cut (%s)', (locale) => {
  const heat = course(locale);
  const words = layOutHeat(heat, widthOf).marks.flatMap((mark) => (mark.type === 'words' ? [mark.text] : []));
  const said = new Set(words.flatMap((line) => line.split(' ')));
  // PersistentVolumeClaim may be two words.
  for (const word of heat.groups.flatMap(({ cells }) => cells.flatMap(({ name }) => drawableText(name).split(' '))))
    expect(said.has(word) || word.split(/(?<=[a-z])(?=[A-Z])/).some((hump) => said.has(hump)), word).toBe(true);
});

test('each group begins a row, and its cells stand beside its name', () => {
  const cell = { name: '파드', answered: 20, right: 20 };
  const groups = [8, 1].map((cells, at) => ({ name: `절 ${at}`, cells: Array.from({ length: cells }, () => cell) }));
  const areas = layOutHeat({ ...course('ko'), groups }, widthOf).marks.filter((mark) => mark.type === 'area');
  const tops = areas.filter(({ round }) => round === 8).map(({ x, y }) => ({ x, y }));
  const [first] = tops;
  const rows = Map.groupBy(tops, ({ y }) => y);
  expect(Array.from(rows.values(), (row) => [row.length, row[0]?.x])).toEqual([6, 2, 1].map((n) => [n, first?.x]));
  const names = areas.filter(({ fill }) => fill === 'frame');
  expect(names.map(({ y }) => y - 6)).toEqual([first?.y, tops.at(-1)?.y]);
});

test('a cell is full, has a border alone, or says nothing, by how many answered', () => {
  const cell = (answered: number) => ({ name: '파드', answered, right: answered });
  const heat: HeatMap = { ...course('ko'), groups: [{ name: '절', cells: [cell(20), cell(19), cell(5), cell(4)] }] };
  const areas = layOutHeat(heat, widthOf).marks.flatMap((mark) =>
    mark.type === 'area' && mark.round === 8 ? [[mark.fill, mark.line]] : [],
  );
  expect(areas).toEqual([
    ['heat3', undefined],
    ['sheet', 'heat3'],
    ['sheet', 'heat3'],
    ['faded', undefined],
  ]);
});

test('whatever a course has, nothing leaves its place or stands on something else', () => {
  fc.assert(
    fc.property(anyHeat, (any) => {
      const { blocks } = withinLimits({ visibility: 'caller', accent: 'info', blocks: [any] });
      for (const block of blocks) {
        if (block.type !== 'heat') continue;
        const { marks, height } = layOutHeat(block, widthOf);
        expect(ugly(marks, widthOf, height)).toEqual([]);
      }
    }),
    { numRuns: runs(20) },
  );
});

test.each([
  [1, 1],
  [1, HEAT.cells],
  [HEAT.groups, 1],
  [HEAT.groups, HEAT.cells / HEAT.groups],
])('%i groups of %i cells have room', (groups, cells) => {
  const heat: HeatMap = {
    ...course('ko'),
    groups: Array.from({ length: groups }, (_, at) => ({
      name: `아주 긴 이름의 절 ${at}번째`,
      cells: Array.from({ length: cells }, (_, i) => ({ name: `개념 이름이 긴 것 ${i}`, answered: i, right: 0 })),
    })),
  };
  const { marks, height } = layOutHeat(heat, widthOf);
  expect(ugly(marks, widthOf, height)).toEqual([]);
  expect(height).toBeLessThanOrEqual(3100);
});

test('a course of more concepts or sections than there is room for shows those answered most', () => {
  const terms = Array.from({ length: 30 }, (_, at) => at).flatMap((at) =>
    world
      .course()
      .content.terms.slice(0, 10)
      .map((term, i) => ({ ...term, id: `t${at}-${i}`, section: `s#${at}` })),
  );
  const [chapter] = world.course().content.chapters;
  const [section] = chapter?.sections ?? [];
  if (!chapter || !section) throw new Error('the course has a section');
  const sections = Array.from({ length: 30 }, (_, at) => ({ ...section, id: `s#${at}` }));
  const content = { terms, chapters: [{ ...chapter, sections }], sets: [], synonyms: [], problems: [] };
  const answered = terms.filter((_, i) => i % 10 > 1).map(({ id }) => ({ term: id, answered: 5, right: 5 }));
  const { groups, unanswered } = groupConcepts(answered, { content }, 'ko');
  expect([answered.length, groups.length, unanswered]).toEqual([HEAT.cells, HEAT.groups, terms.length - HEAT.cells]);
  const cells = groups.flatMap((group) => group.cells);
  expect(cells.map(({ term }) => term).toSorted()).toEqual(answered.map(({ term }) => term).toSorted());
  expect(groups.at(-1)?.name).toBe('그 밖의 개념');
});

test.each(['light', 'dark'] as const)('is a PNG as wide as a card and as high as it must be (%s)', async (theme) => {
  const { height } = layOutHeat(course('ko'), widthOf);
  const png = await drawCard(course('ko'), theme);
  expect(sizeOf(png)).toEqual({ width: 1200, height });
  expect(png.length).toBeLessThan(600_000);
});
