import { CHART, type Chart } from '../core/reply/chart.ts';
import { drawableText, type WidthOf } from './font.ts';
import { lunchBox } from './lunch-box.ts';
import { type Mark, type Place, SIZE } from './marks.ts';
import type { Colour } from './palette.ts';
import { createSetter, type Setter, sizes, type Text } from './text.ts';

const MARGIN = 52;
const INSIDE = SIZE.width - 2 * MARGIN;
const BOX = { width: 84, height: 56 } as const;
const TILES = { y: 122, height: 108, gap: 16 } as const;
const LEGEND = { y: 248, height: 34, swatch: 20 } as const;
/**
 * Bars become lower down to `lowest`; then the picture grows. A phone shows it a third as large: below that its names
 * could not be read.
 */
const BARS = { y: 294, height: 302, tallest: 54, lowest: 40 } as const;
const NAME = 430;
const COUNT = 116;
const LETTERS = { largest: 24, smallest: 15 } as const;

/** The best part first; the last is what is left of the bar. */
const PARTS: readonly [Colour, Colour, Colour] = ['greens', 'egg', 'track'];

/** A text that ends at `right`, in the middle of a line. */
const ending = (text: Text, right: number, line: Place, colour: Colour): Mark[] =>
  text
    .at(right - text.width, middled(line, text.height), colour, 'paper')
    .map((mark) => ({ ...mark, width: text.width }));

const middled = (place: Place, height: number): number => place.y + (place.height - height) / 2;

function tiles({ figures }: Chart, set: Setter): Mark[] {
  const width = (INSIDE - (CHART.figures - 1) * TILES.gap) / CHART.figures;
  return figures.slice(0, CHART.figures).flatMap(({ name, value }, i) => {
    const x = MARGIN + i * (width + TILES.gap);
    const room = { width: width - 40, bold: false, leading: 1.3 };
    const small = set(drawableText(name), { ...room, height: 32, sizes: sizes(23, 17) });
    const large = set(drawableText(value), { ...room, height: 56, sizes: sizes(40, 24), bold: true });
    const top = TILES.y + (TILES.height - small.height - large.height) / 2;
    return [
      { type: 'area', x, y: TILES.y, width, height: TILES.height, fill: 'sheet', round: 20 } as const,
      ...small.at(x + 20, top, 'faint', 'sheet'),
      ...large.at(x + 20, top + small.height, 'ink', 'sheet'),
    ];
  });
}

/** From the right, under the bars' own right end. */
function legend({ parts }: Chart, set: Setter): Mark[] {
  let right = SIZE.width - MARGIN;
  return parts
    .map((name, i) => ({ name, colour: PARTS[i] ?? PARTS[2] }))
    .toReversed()
    .flatMap(({ name, colour }) => {
      const words = set(drawableText(name), {
        width: 240,
        height: LEGEND.height,
        sizes: sizes(22, 17),
        bold: false,
        leading: 1.3,
      });
      const x = right - words.width - LEGEND.swatch - 10;
      right = x - 26;
      const y = LEGEND.y + (LEGEND.height - LEGEND.swatch) / 2;
      return [
        { type: 'area', x, y, width: LEGEND.swatch, height: LEGEND.swatch, fill: colour, round: 6 } as const,
        ...ending(words, x + LEGEND.swatch + 10 + words.width, { ...LEGEND, x, width: 0 }, 'faint'),
      ];
    });
}

/** Parts lie over one another, so that only a bar's own ends are round. */
function bar(counts: Chart['bars'][number]['counts'], at: Place): Mark[] {
  const [known, learning, fresh] = counts;
  const all = known + learning + fresh;
  const part = (count: number, fill: Colour): Mark[] =>
    count === 0
      ? []
      : [
          {
            type: 'area',
            ...at,
            width: Math.max(at.height, (at.width * count) / Math.max(1, all)),
            fill,
            round: at.height / 2,
          },
        ];
  return [
    { type: 'area', ...at, fill: PARTS[2], round: at.height / 2 },
    ...(learning === 0 ? [] : part(known + learning, PARTS[1])),
    ...part(known, PARTS[0]),
  ];
}

/** A chart as what it is painted of, and how high it is. */
export function layOutChart(chart: Chart, widthOf: WidthOf): { marks: Mark[]; height: number } {
  const set = createSetter(widthOf);
  const title = set(drawableText(chart.title), {
    width: 660,
    height: 70,
    sizes: sizes(52, 30),
    bold: true,
    leading: 1.25,
  });
  const foot = set(drawableText(chart.foot), {
    width: 300,
    height: 32,
    sizes: sizes(23, 17),
    bold: false,
    leading: 1.3,
  });
  const bars = chart.bars.slice(0, CHART.bars);
  const row = Math.max(BARS.lowest, Math.min(BARS.tallest, BARS.height / Math.max(1, bars.length)));
  const more = Math.max(0, bars.length * row - BARS.height);
  const tall = Math.min(26, row * 0.62);
  const x = MARGIN + NAME;
  const width = INSIDE - NAME - COUNT;
  const names = bars.map(({ name }) => drawableText(name));
  const widest = Math.max(1, ...names.map((name) => widthOf(name, false)));
  // The same for all: the largest in which every name has room.
  const size = Math.max(LETTERS.smallest, Math.min(LETTERS.largest, Math.floor((NAME - 24) / widest)));
  const letters = { height: row, sizes: [size], leading: 1.25 };
  const marks = [
    ...lunchBox({ x: SIZE.width - MARGIN - BOX.width, y: 40, ...BOX }),
    ...title.at(MARGIN, 40 + (BOX.height - title.height) / 2, 'ink', 'paper'),
    ...ending(foot, SIZE.width - MARGIN - BOX.width - 18, { x: 0, y: 40, ...BOX }, 'faint'),
    ...tiles(chart, set),
    ...legend(chart, set),
    ...bars.flatMap(({ counts }, i) => {
      const line = { x, y: BARS.y + i * row, width, height: row };
      const words = set(names[i] ?? '', { ...letters, width: NAME - 24, bold: false });
      const [known, learning, fresh] = counts;
      const count = set(`${known} / ${known + learning + fresh}`, { ...letters, width: COUNT - 14, bold: true });
      return [
        ...words.at(MARGIN, middled(line, words.height), 'ink', 'paper'),
        ...bar(counts, { ...line, y: middled(line, tall), height: tall }),
        ...ending(count, SIZE.width - MARGIN, line, 'ink'),
      ];
    }),
  ];
  return { marks, height: SIZE.height + more };
}
