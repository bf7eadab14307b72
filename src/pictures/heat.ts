import { type Cell, HEAT, type HeatMap, type Warmth, warmthOf } from '../core/reply/heat.ts';
import { percentInWords } from '../core/reply/percent.ts';
import { drawableText, type WidthOf } from './font.ts';
import { lunchBox } from './lunch-box.ts';
import { type Mark, type Place, SIZE } from './marks.ts';
import type { Colour } from './palette.ts';
import { createSetter, type Setter, sizes } from './text.ts';

const MARGIN = 52;
const INSIDE = SIZE.width - 2 * MARGIN;
const BOX = { width: 84, height: 56 } as const;
const LEGEND = { y: 116, height: 30, swatch: 22, gap: 22 } as const;
const GRID = { y: 168, gap: 5, pad: 7, foot: 64 } as const;
/** Of a cell: two lines of its name, and one of figures. */
const TALL = 54;
const FIGURES = 15;
/** Cells beside one another: the course's longest word, 퍼시스턴트볼륨클레임, has room in one. */
const BESIDE = 8;
/** A group's name is as wide as so many cells. */
const NAME = 2;

const HEATS: Readonly<Record<Warmth, { fill: Colour; ink: Colour }>> = {
  0: { fill: 'heat0', ink: 'onHeat' },
  1: { fill: 'heat1', ink: 'onWarm' },
  2: { fill: 'heat2', ink: 'onWarm' },
  3: { fill: 'heat3', ink: 'onHeat' },
};

interface Look {
  fill: Colour;
  line?: Colour;
  ink: Colour;
}

/** Full where many have answered; with few answers, the colour is around it alone. */
function lookOf(warmth: Warmth | undefined, many: boolean): Look {
  if (warmth === undefined) return { fill: 'faded', ink: 'onFaded' };
  const { fill, ink } = HEATS[warmth];
  return many ? { fill, ink } : { fill: 'sheet', line: fill, ink: 'ink' };
}

const area = (place: Place, { fill, line }: Look, round: number): Mark => ({
  type: 'area',
  ...place,
  fill,
  round,
  ...(line ? { line, stroke: 4 } : {}),
});

/** Samples of the colours, from the left. */
function legend({ legend: [weak, low, good, strong, few, none] }: HeatMap, set: Setter): Mark[] {
  const ends = [
    { words: weak, look: lookOf(0, true) },
    { words: low, look: lookOf(1, true) },
    { words: good, look: lookOf(2, true) },
    { words: strong, look: lookOf(3, true) },
    { words: few, look: { fill: 'sheet', line: 'frame', ink: 'ink' } as const },
    { words: none, look: lookOf(undefined, false) },
  ];
  let x = MARGIN;
  return ends.flatMap(({ words, look }, i) => {
    const most = (SIZE.width - MARGIN - x) / (ends.length - i) - LEGEND.swatch - 8 - LEGEND.gap;
    const said = set(drawableText(words), {
      width: most,
      height: 28,
      sizes: sizes(20, 14, 1),
      bold: false,
      leading: 1.3,
    });
    const y = LEGEND.y + (LEGEND.height - LEGEND.swatch) / 2;
    const at = x;
    x += LEGEND.swatch + 8 + said.width + LEGEND.gap;
    return [
      area({ x: at, y, width: LEGEND.swatch, height: LEGEND.swatch }, look, 6),
      ...said.at(at + LEGEND.swatch + 8, LEGEND.y + (LEGEND.height - said.height) / 2, 'faint', 'paper'),
    ];
  });
}

/** A group's name or a cell, and where it is: in cells from the left, in rows from the top. */
type Placed = { column: number; row: number } & ({ group: string } | { cell: Cell });

/** Each group begins a row, its name at the left and its cells beside it. */
function table(groups: HeatMap['groups']): { all: Placed[]; rows: number } {
  const own = BESIDE - NAME;
  let rows = 0;
  const all = groups.flatMap(({ name, cells }): Placed[] => {
    const first = rows;
    rows += Math.max(1, Math.ceil(cells.length / own));
    return [
      { group: name, column: 0, row: first },
      ...cells.map((cell, i) => ({ cell, column: NAME + (i % own), row: first + Math.floor(i / own) })),
    ];
  });
  return { all, rows };
}

/** `PersistentVolumeClaim` in two words, of which each has a line: a name that is too long for one. */
function humped(name: string): string {
  const humps = Array.from(name.matchAll(/(?<=\p{Ll})\p{Lu}/gu), ({ index }) => index);
  const [middle] = humps.sort((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2));
  return middle === undefined || name.includes(' ') ? name : `${name.slice(0, middle)} ${name.slice(middle)}`;
}

function cellMarks(cell: Cell, place: Place, set: Setter): Mark[] {
  const look = lookOf(warmthOf(cell), cell.answered >= HEAT.many);
  const inner = { width: place.width - 2 * GRID.pad, bold: false };
  const room = { ...inner, height: 31, sizes: sizes(17, 12, 1), leading: 1.2 };
  const oneLine = set(drawableText(cell.name), { ...room, height: 20 });
  const name = oneLine.whole ? oneLine : set(humped(drawableText(cell.name)), room);
  const figures = set(`${percentInWords(cell)} · ${cell.answered}`, {
    ...inner,
    height: 16,
    sizes: [12.5],
    leading: 1.2,
  });
  return [
    area(place, look, 8),
    ...name.at(place.x + GRID.pad, place.y + 6, look.ink, look.fill),
    ...figures.at(place.x + GRID.pad, place.y + TALL - FIGURES - 4, look.ink, look.fill),
  ];
}

function groupMarks(words: string, place: Place, set: Setter): Mark[] {
  const room = { width: place.width - 18, height: TALL, sizes: sizes(18, 14, 1), bold: true, leading: 1.2 };
  const name = set(drawableText(words), room);
  return [
    { type: 'area', x: place.x, y: place.y + 6, width: 4, height: TALL - 12, fill: 'frame', round: 2 },
    ...name.at(place.x + 14, place.y + (TALL - name.height) / 2, 'ink', 'paper'),
  ];
}

/** A heat map as what it is painted of, and how high that is; pixels. */
export function layOutHeat(heat: HeatMap, widthOf: WidthOf): { marks: Mark[]; height: number } {
  const set = createSetter(widthOf);
  const step = TALL + GRID.gap;
  const { all, rows } = table(heat.groups);
  const wide = (INSIDE + GRID.gap) / BESIDE;
  const height = Math.max(SIZE.height, GRID.y + rows * step + GRID.foot);
  const width = INSIDE - BOX.width - 24;
  const title = set(drawableText(heat.title), { width, height: 60, sizes: sizes(46, 28), bold: true, leading: 1.25 });
  const small = { width: INSIDE / 2 - 20, height: 28, sizes: sizes(20, 15), bold: false, leading: 1.3 };
  const [foot, figures] = [set(drawableText(heat.foot), small), set(drawableText(heat.figures), small)];
  const marks = all.flatMap((one) => {
    const cells = 'cell' in one ? 1 : NAME;
    const [x, y] = [MARGIN + one.column * wide, GRID.y + one.row * step];
    const place = { x, y, width: cells * wide - GRID.gap, height: TALL };
    return 'cell' in one ? cellMarks(one.cell, place, set) : groupMarks(one.group, place, set);
  });
  return {
    height,
    marks: [
      ...lunchBox({ x: SIZE.width - MARGIN - BOX.width, y: 40, ...BOX }),
      ...title.at(MARGIN, 40 + (BOX.height - title.height) / 2, 'ink', 'paper'),
      ...legend(heat, set),
      ...marks,
      ...foot.at(MARGIN, height - 26 - foot.height, 'faint', 'paper'),
      ...figures.at(SIZE.width - MARGIN - figures.width, height - 26 - figures.height, 'faint', 'paper'),
    ],
  };
}
