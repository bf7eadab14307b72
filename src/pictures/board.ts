import { BOARD, type Board, type Row } from '../core/reply/board.ts';
import { drawableText, type WidthOf } from './font.ts';
import { lunchBox } from './lunch-box.ts';
import { type Mark, type Place, SIZE } from './marks.ts';
import type { Colour } from './palette.ts';
import { createSetter, type Setter, sizes, type Text } from './text.ts';

const MARGIN = 52;
const INSIDE = SIZE.width - 2 * MARGIN;
const BOX = { width: 84, height: 56 } as const;
const HEAD = { y: 40, height: 104 } as const;
const FOOT = { y: 578, height: 32 } as const;
const ROWS = { y: 160, height: 408, tallest: 84 } as const;
const COLUMN = { mark: 52, name: 430, value: 210 } as const;
const STEP = { width: 300, gap: 28, base: 556, name: 76, heights: [300, 224, 148] } as const;
/** Who stands where, from the left. */
const STANDS: readonly number[] = [1, 0, 2];

const middled = (place: Place, height: number): number => place.y + (place.height - height) / 2;

/** In the middle of a place, each line by itself. */
const centred = (text: Text, { x, y, width }: Pick<Place, 'x' | 'y' | 'width'>, colour: Colour, on: Colour): Mark[] =>
  text.at(x, y, colour, on).map((mark) => (mark.type === 'words' ? { ...mark, x, width, centred: true } : mark));

function barsOf(rows: readonly Row[], set: Setter): Mark[] {
  const height = Math.min(ROWS.tallest, ROWS.height / Math.max(1, rows.length));
  const tall = Math.min(34, height * 0.6);
  const letters = { height, sizes: sizes(Math.min(28, Math.floor(height * 0.72)), 13, 1), leading: 1.2 };
  const x = MARGIN + COLUMN.mark + COLUMN.name;
  const width = INSIDE - COLUMN.mark - COLUMN.name - COLUMN.value;
  return rows.flatMap(({ mark, name, value, share, best }, i) => {
    const line = { x, y: ROWS.y + i * height, width, height };
    const track = { ...line, y: middled(line, tall), height: tall };
    const number = set(drawableText(mark), { ...letters, width: COLUMN.mark - 8, bold: true });
    const words = set(drawableText(name), { ...letters, width: COLUMN.name - 24, bold: best });
    const told = set(drawableText(value), { ...letters, width: COLUMN.value - 24, bold: best });
    const part = Math.min(1, Math.max(0, share));
    const full: Mark[] =
      part === 0
        ? []
        : [
            {
              type: 'area',
              ...track,
              width: Math.max(tall, width * part),
              fill: best ? 'greens' : 'egg',
              round: tall / 2,
            },
          ];
    return [
      ...number.at(MARGIN, middled(line, number.height), 'faint', 'paper'),
      ...words.at(MARGIN + COLUMN.mark, middled(line, words.height), 'ink', 'paper'),
      { type: 'area', ...track, fill: 'track', round: tall / 2 } as const,
      ...full,
      ...told.at(x + width + 24, middled(line, told.height), 'ink', 'paper'),
    ];
  });
}

function stepsOf({ rows, unnamed = '…' }: Board, set: Setter): Mark[] {
  const all = STANDS.filter((place) => place < rows.length);
  const wide = all.length * STEP.width + (all.length - 1) * STEP.gap;
  return all.flatMap((place, i) => {
    const row = rows[place];
    if (!row) return [];
    // Those of one rank stand equally high.
    const height = STEP.heights[rows.findIndex(({ mark }) => mark === row.mark)] ?? 0;
    const step = {
      x: (SIZE.width - wide) / 2 + i * (STEP.width + STEP.gap),
      y: STEP.base - height,
      height,
      width: STEP.width,
    };
    const [fill, colour]: [Colour, Colour] = row.best ? ['focus', 'onFocus'] : ['tray', 'ink'];
    const room = { width: STEP.width - 32, leading: 1.2, bold: true };
    const name = set(drawableText(row.name) || unnamed, {
      ...room,
      width: STEP.width,
      height: STEP.name,
      sizes: sizes(34, 18),
    });
    const mark = set(drawableText(row.mark), { ...room, height: 72, sizes: sizes(60, 30) });
    const value = set(drawableText(row.value), { ...room, bold: false, height: 36, sizes: sizes(28, 16) });
    const inside = { x: step.x + 16, width: step.width - 32 };
    const top = step.y + 16;
    return [
      { type: 'area', ...step, fill, round: 18 } as const,
      ...centred(name, { ...step, y: step.y - 10 - name.height }, 'ink', 'paper'),
      ...centred(mark, { ...inside, y: top }, colour, fill),
      ...centred(value, { ...inside, y: top + mark.height }, colour, fill),
    ];
  });
}

/** A board as what it is painted of. */
export function layOutBoard(board: Board, widthOf: WidthOf): Mark[] {
  const { look, title, rows, foot } = board;
  const set = createSetter(widthOf);
  const head = set(drawableText(title), {
    width: INSIDE - BOX.width - 36,
    height: HEAD.height,
    sizes: sizes(44, 22),
    bold: true,
    leading: 1.25,
  });
  const small = set(drawableText(foot), {
    width: INSIDE,
    height: FOOT.height,
    sizes: sizes(23, 15),
    bold: false,
    leading: 1.3,
  });
  return [
    ...lunchBox({ x: SIZE.width - MARGIN - BOX.width, y: HEAD.y, ...BOX }),
    ...head.at(MARGIN, Math.max(HEAD.y, HEAD.y + (BOX.height - head.height) / 2), 'ink', 'paper'),
    ...(look === 'bars'
      ? barsOf(rows.slice(0, BOARD.bars), set)
      : stepsOf({ ...board, rows: rows.slice(0, BOARD.steps) }, set)),
    ...small.at(MARGIN, FOOT.y, 'faint', 'paper'),
  ];
}
