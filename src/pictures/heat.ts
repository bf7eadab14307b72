import {
  type Cell,
  figuresOf,
  HEAT,
  type HeatMap,
  summed,
  type Warmth,
  warmthOf,
  weakestFirst,
} from '../core/reply/heat.ts';
import { percentInWords } from '../core/reply/percent.ts';
import { drawableText, type WidthOf } from './font.ts';
import { lunchBox } from './lunch-box.ts';
import { type Mark, type Place, SIZE } from './marks.ts';
import type { Colour } from './palette.ts';
import { createSetter, type Setter, sizes } from './text.ts';

const MARGIN = 52;
const INSIDE = SIZE.width - 2 * MARGIN;
const BOX = { width: 84, height: 56 } as const;
/** Below the title. */
const TOP = 124;
/** A phone shows the picture a third as large: what is to be read there has 24 pixels and more. */
const AGAIN = { head: 58, row: 84, gap: 10, pill: 150, figures: 150, pad: 16 } as const;
const LEGEND = { row: 44, swatch: 28 } as const;
const GROUP = { head: 52, gap: 24 } as const;
/**
 * Cells with their names, where they take no more than `room`, so that the whole is one screen of a phone; otherwise
 * squares of their colour alone, below the list of what to teach again.
 */
const NAMED = { room: 1700, beside: 3, height: 92, gap: 10, pad: 14 } as const;
const SQUARES = { beside: 20, height: 46, gap: 8 } as const;
const FOOT = { line: 36, below: 30 } as const;

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

const lookOfCell = (cell: Cell): Look => lookOf(warmthOf(cell), cell.answered >= HEAT.many);

const area = (place: Place, { fill, line }: Look, round: number): Mark => ({
  type: 'area',
  ...place,
  fill,
  round,
  ...(line ? { line, stroke: 5 } : {}),
});

/** One line, as large as its width allows. */
const lineOf = (set: Setter, words: string, width: number, [large, small]: readonly [number, number], bold = false) =>
  set(drawableText(words), { width, height: large * 1.25, sizes: sizes(large, small), bold, leading: 1.25 });

/** What was drawn, and where the next thing may begin; pixels. */
interface Drawn {
  marks: Mark[];
  bottom: number;
}

/** What to teach again: a row a concept, its share in its colour, its name, and how many were right of how many. */
function drawAgain({ again: { title, cells } }: HeatMap, y: number, set: Setter): Drawn {
  if (cells.length === 0) return { marks: [], bottom: y };
  const { head, row, gap, pill, figures, pad } = AGAIN;
  const first = y + head;
  const marks = cells.flatMap((cell, i) => {
    const top = first + i * (row + gap);
    const look = lookOfCell(cell);
    const share = lineOf(set, percentInWords(cell), pill - 2 * pad, [40, 28], true);
    const count = lineOf(set, `${cell.right}/${cell.answered}`, figures, [32, 20]);
    const name = lineOf(set, cell.name, INSIDE - pill - figures - 3 * pad, [44, 26], true);
    const middle = ({ height }: { height: number }): number => top + (row - height) / 2;
    return [
      area({ x: MARGIN, y: top, width: pill, height: row }, look, 14),
      ...share.at(MARGIN + (pill - share.width) / 2, middle(share), look.ink, look.fill),
      ...name.at(MARGIN + pill + pad, middle(name), 'ink', 'paper'),
      ...count.at(SIZE.width - MARGIN - count.width, middle(count), 'faint', 'paper'),
    ];
  });
  return {
    marks: [...lineOf(set, title, INSIDE, [34, 24], true).at(MARGIN, y, 'ink', 'paper'), ...marks],
    bottom: first + cells.length * (row + gap) + GROUP.gap,
  };
}

/** Samples of the colours, in two rows. */
function drawLegend({ legend: [weak, low, good, strong, few, none] }: HeatMap, y: number, set: Setter): Drawn {
  const rows: readonly (readonly { words: string; look: Look }[])[] = [
    [
      { words: weak, look: lookOf(0, true) },
      { words: low, look: lookOf(1, true) },
      { words: good, look: lookOf(2, true) },
      { words: strong, look: lookOf(3, true) },
    ],
    [
      { words: few, look: { fill: 'sheet', line: 'frame', ink: 'ink' } },
      { words: none, look: lookOf(undefined, false) },
    ],
  ];
  const { row, swatch } = LEGEND;
  const marks = rows.flatMap((samples, i) =>
    samples.flatMap(({ words, look }, j) => {
      const wide = INSIDE / samples.length;
      const [x, top] = [MARGIN + j * wide, y + i * row];
      const said = lineOf(set, words, wide - swatch - 24, [26, 18]);
      return [
        area({ x, y: top, width: swatch, height: swatch }, look, 8),
        ...said.at(x + swatch + 12, top + (swatch - said.height) / 2, 'faint', 'paper'),
      ];
    }),
  );
  return { marks, bottom: y + rows.length * row + GROUP.gap };
}

/** `PersistentVolumeClaim` in two words, of which each has a line: a name that is too long for one. */
function humped(name: string): string {
  const humps = Array.from(name.matchAll(/(?<=\p{Ll})\p{Lu}/gu), ({ index }) => index);
  const [middle] = humps.sort((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2));
  return middle === undefined || name.includes(' ') ? name : `${name.slice(0, middle)} ${name.slice(middle)}`;
}

function namedCell(cell: Cell, place: Place, set: Setter): Mark[] {
  const look = lookOfCell(cell);
  const width = place.width - 2 * NAMED.pad;
  const oneLine = lineOf(set, cell.name, width, [30, 24], true);
  const room = { width, height: 46, sizes: sizes(20, 16, 1), bold: true, leading: 1.15 };
  const name = oneLine.whole ? oneLine : set(humped(drawableText(cell.name)), room);
  const figures = lineOf(set, figuresOf(cell), width, [24, 16]);
  return [
    area(place, look, 12),
    ...name.at(place.x + NAMED.pad, place.y + 8, look.ink, look.fill),
    ...figures.at(place.x + NAMED.pad, place.y + place.height - figures.height - 6, look.ink, look.fill),
  ];
}

/** The judged ones weakest first, then those that few have answered: squares that stand together read as a bar. */
const inOrder = (cells: readonly Cell[]): Cell[] => [
  ...weakestFirst(cells),
  ...cells.filter((cell) => warmthOf(cell) === undefined),
];

/** How high groups are in a grid; pixels. */
const tallOf = (groups: HeatMap['groups'], { beside, height, gap }: { beside: number; height: number; gap: number }) =>
  groups.reduce(
    (sum, { cells }) => sum + GROUP.head + Math.ceil(cells.length / beside) * (height + gap) + GROUP.gap,
    0,
  );

/** Each group's name and share, and its cells below. */
function drawGroups({ groups }: HeatMap, y: number, set: Setter): Drawn {
  const isNamed = tallOf(groups, NAMED) <= NAMED.room;
  const { beside, height, gap } = isNamed ? NAMED : SQUARES;
  const step = (INSIDE + gap) / beside;
  let top = y;
  const marks = groups.flatMap(({ name, cells }) => {
    const share = lineOf(set, percentInWords(summed(cells)), 140, [32, 24], true);
    const title = lineOf(set, name, INSIDE - 180, [32, 22], true);
    const first = top + GROUP.head;
    const rows = Math.ceil(cells.length / beside);
    const own = [
      ...title.at(MARGIN, top, 'ink', 'paper'),
      ...share.at(SIZE.width - MARGIN - share.width, top, 'faint', 'paper'),
      ...(isNamed ? cells : inOrder(cells)).flatMap((cell, i) => {
        const place = {
          x: MARGIN + (i % beside) * step,
          y: first + Math.floor(i / beside) * (height + gap),
          width: step - gap,
          height,
        };
        return isNamed ? namedCell(cell, place, set) : [area(place, lookOfCell(cell), 10)];
      }),
    ];
    top = first + rows * (height + gap) + GROUP.gap;
    return own;
  });
  return { marks, bottom: top };
}

/** A heat map as what it is painted of, and how high that is; pixels. */
export function layOutHeat(heat: HeatMap, widthOf: WidthOf): { marks: Mark[]; height: number } {
  const set = createSetter(widthOf);
  const width = INSIDE - BOX.width - 24;
  const title = set(drawableText(heat.title), { width, height: 66, sizes: sizes(50, 30), bold: true, leading: 1.25 });
  const again = drawAgain(heat, TOP, set);
  const groups = drawGroups(heat, again.bottom, set);
  const legend = drawLegend(heat, groups.bottom, set);
  const small = [heat.figures, heat.foot].map((words) => lineOf(set, words, INSIDE, [26, 18]));
  const height = Math.max(SIZE.height, legend.bottom + small.length * FOOT.line + FOOT.below);
  return {
    height,
    marks: [
      ...lunchBox({ x: SIZE.width - MARGIN - BOX.width, y: 40, ...BOX }),
      ...title.at(MARGIN, 40 + (BOX.height - title.height) / 2, 'ink', 'paper'),
      ...again.marks,
      ...groups.marks,
      ...legend.marks,
      ...small.flatMap((said, i) =>
        said.at(MARGIN, height - FOOT.below - (small.length - i) * FOOT.line, 'faint', 'paper'),
      ),
    ],
  };
}
