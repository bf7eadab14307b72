import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HEAT, type HeatMap } from '../../src/core/reply/heat.ts';
import { percentInWords } from '../../src/core/reply/percent.ts';
import { withinLimits } from '../../src/core/reply/within-limits.ts';
import { drawCard } from '../../src/pictures/card.ts';
import { drawableText, loadFont } from '../../src/pictures/font.ts';
import { layOutHeat } from '../../src/pictures/heat.ts';
import { groupConcepts, renderHeatMap } from '../../src/report/concepts.ts';
import { sectionsOf } from '../../src/review/progress.ts';
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

test.each([
  ['ko', '배운 곳'],
  ['en', 'Taught in'],
] as const)('its rows may be chapters or sections: what they are called fits both (%s)', (locale, called) => {
  const { chapters } = world.course().content;
  expect(course(locale).groups.map(({ name }) => name)).toContain(chapters[0]?.title[locale]);
  expect(course(locale).columns[0]).toBe(called);
});

const cellsIn = ({ groups }: HeatMap): number => groups.reduce((sum, { cells }) => sum + cells.length, 0);

const wordsIn = ({ marks }: ReturnType<typeof layOutHeat>): string[] =>
  marks.flatMap((mark) => (mark.type === 'words' ? [mark.text] : []));
/** Squares and cells, by their corners. */
const cellsDrawn = ({ marks }: ReturnType<typeof layOutHeat>, round: number) =>
  marks.flatMap((mark) => (mark.type === 'area' && mark.round === round ? [mark] : []));
const SQUARE = 10;
const NAMED = 12;

/** Some concepts of the course, as they are taught: few enough for each to have its name. */
const some = (locale: 'ko' | 'en', from: number): HeatMap => {
  const taught = sectionsOf(world.course().content).flatMap(({ terms }) => terms);
  const terms = taught.slice(from, from + 18);
  const answered = terms.map(({ id }, i) => ({
    term: id,
    answered: i + 5,
    right: Math.floor(((i + 5) * (i % 7)) / 6),
  }));
  return renderHeatMap(groupConcepts(answered, world.course(), locale), locale);
};

test.each(['ko', 'en'] as const)(
  'of the whole course each concept is a square, below what to teach again (%s)',
  (locale) => {
    const heat = course(locale);
    expect(cellsIn(heat)).toBe(world.course().terms.size);
    expect(heat.again.cells).toHaveLength(HEAT.again);
    const drawn = layOutHeat(heat, widthOf);
    expect(ugly(drawn.marks, widthOf, drawn.height)).toEqual([]);
    expect(cellsDrawn(drawn, SQUARE)).toHaveLength(world.course().terms.size);
    const words = wordsIn(drawn);
    for (const { name, answered, right } of heat.again.cells)
      for (const said of [drawableText(name), `${percentInWords({ answered, right })}`, `${right}/${answered}`])
        expect(words).toContain(said);
    for (const said of [heat.title, heat.again.title, heat.foot, heat.figures, ...heat.legend])
      expect(words).toContain(said);
    // A phone is a third as wide: what to teach again stands above all else, in letters that are read there.
    const sizes = drawn.marks.flatMap((mark) => (mark.type === 'words' ? [mark] : []));
    expect(Math.min(...sizes.map(({ size }) => size))).toBeGreaterThanOrEqual(22);
    const names = heat.again.cells.map(({ name }) => sizes.find(({ text }) => text === drawableText(name)));
    for (const name of names) expect(name?.size).toBeGreaterThanOrEqual(30);
    const first = Math.min(...cellsDrawn(drawn, SQUARE).map(({ y }) => y));
    for (const name of names) expect(name?.y).toBeLessThan(first);
    // One screen of a phone: twice as high as wide.
    expect(drawn.height).toBeLessThanOrEqual(2.2 * 1200);
  },
);

test.each(['ko', 'en'] as const)('a few concepts have their names and figures (%s)', (locale) => {
  for (const from of [0, 30, 60, 90, 120, 150, 180]) {
    const heat = some(locale, from);
    const drawn = layOutHeat(heat, widthOf);
    expect(ugly(drawn.marks, widthOf, drawn.height)).toEqual([]);
    expect(cellsDrawn(drawn, NAMED)).toHaveLength(18);
    const words = wordsIn(drawn);
    for (const { answered, right } of heat.groups.flatMap(({ cells }) => cells))
      expect(words).toContain(`${percentInWords({ answered, right })} · ${right}/${answered}`);
    // No name is broken within a word or cut; PersistentVolumeClaim may be two words.
    const said = new Set(words.flatMap((line) => line.split(' ')));
    for (const word of heat.groups.flatMap(({ cells }) => cells.flatMap(({ name }) => drawableText(name).split(' '))))
      expect(said.has(word) || word.split(/(?<=[a-z])(?=[A-Z])/).some((hump) => said.has(hump)), word).toBe(true);
  }
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

test('each group has its name and share above its cells', () => {
  const cell = { name: '파드', answered: 20, right: 15 };
  const groups = [4, 1].map((cells, at) => ({ name: `절 ${at}`, cells: Array.from({ length: cells }, () => cell) }));
  const drawn = layOutHeat({ ...course('ko'), groups }, widthOf);
  const rows = Map.groupBy(cellsDrawn(drawn, NAMED), ({ y }) => y);
  expect(Array.from(rows.values(), (row) => row.length)).toEqual([3, 1, 1]);
  const words = drawn.marks.flatMap((mark) => (mark.type === 'words' ? [mark] : []));
  const heads = ['절 0', '절 1'].map((name) => words.find(({ text }) => text === name)?.y ?? 0);
  const [top = 0, , last = 0] = rows.keys();
  expect(heads[0]).toBeLessThan(top);
  expect(heads[1]).toBeLessThan(last);
  expect(words.filter(({ text }) => text === '75%')).toHaveLength(2);
});

test('squares stand from the weakest on, and those that few have answered last', () => {
  const cells = Array.from({ length: 80 }, (_, i) => ({
    name: `개념 ${i}`,
    answered: i === 0 ? 1 : 30,
    right: (i * 7) % 31,
  }));
  const drawn = layOutHeat({ ...course('ko'), groups: [{ name: '절', cells }] }, widthOf);
  const fills = cellsDrawn(drawn, SQUARE).map(({ fill }) => fill ?? '');
  expect(fills).toHaveLength(80);
  expect(fills.slice(0, -1)).toEqual(fills.slice(0, -1).toSorted());
  expect(new Set(fills.slice(0, -1))).toEqual(new Set(['heat0', 'heat1', 'heat2', 'heat3']));
  expect(fills.at(-1)).toBe('faded');
});

test('a cell is full, has a border alone, or says nothing, by how many answered', () => {
  const cell = (answered: number) => ({ name: '파드', answered, right: answered });
  const heat: HeatMap = { ...course('ko'), groups: [{ name: '절', cells: [cell(20), cell(19), cell(5), cell(4)] }] };
  expect(cellsDrawn(layOutHeat(heat, widthOf), NAMED).map(({ fill, line }) => [fill, line])).toEqual([
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
  expect(height).toBeLessThanOrEqual(4200);
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
  const content = {
    ...world.course().content,
    terms,
    chapters: [{ ...chapter, sections }],
    sets: [],
    synonyms: [],
    lost: new Set<string>(),
    problems: [],
  };
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
