import { expect, test } from 'vitest';
import { cardOf } from '../../src/content/show.ts';
import type { Group, Tone } from '../../src/core/diagram.ts';
import type { Picture } from '../../src/core/reply.ts';
import { layOutBoard } from '../../src/pictures/board.ts';
import { layOutChart } from '../../src/pictures/chart.ts';
import { loadFont } from '../../src/pictures/font.ts';
import { layOut } from '../../src/pictures/layout.ts';
import { type Colour, PALETTES } from '../../src/pictures/palette.ts';
import { progressChart } from '../../src/teach/progress.ts';
import { standingOf } from '../../src/teach/standing.ts';
import { botOf, COURSE, student } from '../support/world.ts';

const { world } = await botOf([COURSE]);
const { widthOf } = await loadFont();

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

const cards = [all, ...Array.from(world.terms.values(), (term) => cardOf(term, '카드', 'ko'))];
const pairs = new Map<string, readonly [Colour, Colour]>();
const progress = progressChart(await standingOf(student, world), world, 'ko');
const row = { mark: '1', name: '이름', value: '9명', share: 0.5 };
const rows = [true, false].map((best) => ({ ...row, best }));
const boards = (['bars', 'podium'] as const).map((look) =>
  layOutBoard({ type: 'board', look, title: '결과', rows, foot: '참여' }, widthOf),
);
for (const marks of [...cards.map((card) => layOut(card, widthOf)), layOutChart(progress, widthOf), ...boards])
  for (const mark of marks)
    if (mark.type === 'words') pairs.set(`${mark.colour} on ${mark.on}`, [mark.colour, mark.on]);

test('there are words on every ground', () => {
  expect(new Set(Array.from(pairs.values(), ([, on]) => on))).toEqual(
    new Set(['paper', 'quote', 'sheet', 'tray', 'box', 'focus', 'faded', 'broken']),
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
});
