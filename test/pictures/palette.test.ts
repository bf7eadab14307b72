import { describe, expect, test } from 'vitest';
import type { Picture } from '../../src/core/reply/blocks.ts';
import type { Group, Tone } from '../../src/core/reply/diagram.ts';
import type { HeatMap } from '../../src/core/reply/heat.ts';
import { cardOf } from '../../src/course/term-blocks.ts';
import { view } from '../../src/lab/picture/view.ts';
import { pictureOf, stripOf } from '../../src/lab/picture/words.ts';
import { layOutBoard } from '../../src/pictures/board.ts';
import { layOutChart } from '../../src/pictures/chart.ts';
import { layOutCluster } from '../../src/pictures/cluster.ts';
import { loadFont } from '../../src/pictures/font.ts';
import { layOutHeat } from '../../src/pictures/heat.ts';
import { layOut } from '../../src/pictures/layout.ts';
import { type Colour, PALETTES } from '../../src/pictures/palette.ts';
import { renderProgressChart } from '../../src/review/progress-chart.ts';
import { loadStanding } from '../../src/review/standing.ts';
import { SCENES } from '../lab/picture/scenes.ts';
import { botOf, COURSE, student } from '../support/world.ts';

const { world } = await botOf([COURSE]);
const { widthOf } = await loadFont();

const HEATS = ['heat0', 'heat1', 'heat2', 'heat3'] as const;

/** Relative luminance of `#rrggbb` (WCAG 2.2, definition). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio (WCAG 2.2, definition). */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** A diagram of everything in every tone, within groups within groups. */
function everything(depth: number): Group {
  const tones: (Tone | undefined)[] = [undefined, 'focus', 'faded', 'broken'];
  const boxes = tones.map((tone) => ({ type: 'box', label: '파드', ...(tone ? { tone } : {}) }) as const);
  const arrow = { type: 'arrow', label: '말', back: '답' } as const;
  const groups =
    depth === 0 ? [] : tones.map((tone) => ({ ...everything(depth - 1), label: '묶음', ...(tone ? { tone } : {}) }));
  return { type: 'group', way: 'row', items: [...boxes, arrow, { type: 'box', label: '끝' }, ...groups] };
}

const all: Picture = {
  type: 'picture',
  title: '파드',
  aside: 'Pod',
  text: '뜻',
  quote: '비유',
  foot: '카드',
  diagram: { alt: '', figure: everything(2) },
};

const cards = [all, ...Array.from(world.course().terms.values(), (term) => cardOf(term, '카드', 'ko'))];
const pairs = new Map<string, readonly [Colour, Colour]>();
const heats = [0, 60, 80, 100].flatMap((right) => [
  { name: '파드', answered: 100, right },
  { name: '파드', answered: 10, right: right / 10 },
  { name: '파드', answered: 1, right: 0 },
]);
const heat: HeatMap = {
  type: 'heat',
  title: '아는 개념',
  again: { title: '다시', cells: heats.slice(0, 2) },
  groups: [{ name: '절', cells: heats }],
  legend: ['가', '나', '다', '라', '마', '바'],
  columns: ['절', '맞음', '답'],
  figures: '',
  foot: '끝',
};
const progress = renderProgressChart(await loadStanding(student, world), world.course(), 'ko');
const row = { mark: '1', name: '이름', value: '9명', share: 0.5 };
const rows = [true, false].map((best) => ({ ...row, best }));
const boards = (['bars', 'podium'] as const).map((look) =>
  layOutBoard({ type: 'board', look, title: '결과', rows, foot: '참여' }, widthOf),
);
const seen = Object.values(SCENES).map((scene) => view(scene()));
const clusters = [
  ...seen.map((one) => pictureOf(one, 'ko')),
  stripOf(
    seen.map((one) => ({ title: '해 봐요', view: one })),
    'ko',
  ),
];
for (const marks of [
  ...clusters.map((cluster) => layOutCluster(cluster, widthOf)),
  ...cards.map((card) => layOut(card, widthOf)),
  layOutChart(progress, widthOf).marks,
  layOutHeat(heat, widthOf).marks,
  ...boards,
])
  for (const mark of marks)
    if (mark.type === 'words') pairs.set(`${mark.colour} on ${mark.on}`, [mark.colour, mark.on]);

test('there are words on every ground', () => {
  expect(new Set(Array.from(pairs.values(), ([, on]) => on))).toEqual(
    new Set([
      ...['paper', 'quote', 'sheet', 'tray', 'box', 'focus', 'faded', 'broken'],
      ...['version0', 'version1', 'good', 'brokenLine'],
      ...HEATS,
    ]),
  );
});

test.each(['light', 'dark'] as const)('what is written can be read (%s)', (theme) => {
  const palette = PALETTES[theme];
  for (const [name, [colour, on]] of pairs)
    expect(contrast(palette[colour], palette[on]), name).toBeGreaterThanOrEqual(4.5);
});

test.each(['light', 'dark'] as const)('arrows and the borders that tell things apart can be seen (%s)', (theme) => {
  const palette = PALETTES[theme];
  // WCAG 2.2, 1.4.11: graphics that are needed to understand the content keep 3 : 1.
  for (const on of ['sheet', 'tray'] as const) expect(contrast(palette.arrow, palette[on])).toBeGreaterThanOrEqual(3);
  expect(contrast(palette.brokenLine, palette.broken)).toBeGreaterThanOrEqual(3);
  for (const line of ['service0', 'service1', 'service2'] as const)
    for (const on of ['tray', 'broken', 'paper'] as const)
      expect(contrast(palette[line], palette[on]), `${line} on ${on}`).toBeGreaterThanOrEqual(3);
  for (const version of [0, 1, 2] as const)
    expect(contrast(palette[`version${version}Line`], palette.tray)).toBeGreaterThanOrEqual(3);
});

/** Linear RGB as who lacks a kind of cones sees it: Machado, Oliveira and Fernandes 2009, severity 1. */
const BLIND = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

const linear = (colour: string): number[] =>
  [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });

/** CIE 1976 L*a*b* of linear sRGB, white D65. */
function lab([r = 0, g = 0, b = 0]: readonly number[]): number[] {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const seenBy = (colour: string, matrix: readonly (readonly number[])[]): number[] => {
  const rgb = linear(colour);
  return lab(
    matrix.map((row) =>
      Math.min(
        1,
        Math.max(
          0,
          row.reduce((sum, one, at) => sum + one * (rgb[at] ?? 0), 0),
        ),
      ),
    ),
  );
};

describe.each(['light', 'dark'] as const)('the colours of a heat map (%s)', (theme) => {
  const colours = HEATS.map((name) => PALETTES[theme][name]);

  test.each(['protan', 'deutan', 'tritan'] as const)('are told apart without %s cones', (kind) => {
    for (const [at, one] of colours.entries())
      for (const other of colours.slice(at + 1)) {
        const [a, b] = [seenBy(one, BLIND[kind]), seenBy(other, BLIND[kind])];
        const far = Math.hypot(...a.map((part, i) => part - (b[i] ?? 0)));
        // Ten times what is just noticed (CIE 1976: about 2.3).
        expect(far, `${one} ${other}`).toBeGreaterThan(23);
      }
  });

  test('stand out from the card where they are a border', () => {
    for (const colour of colours) expect(contrast(colour, PALETTES[theme].paper)).toBeGreaterThanOrEqual(3);
  });
});
