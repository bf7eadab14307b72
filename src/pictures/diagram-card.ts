import type { createDiagramLayout, Laid } from './diagram.ts';
import { lunchBox } from './lunch-box.ts';
import { type Mark, type Place, SIZE } from './marks.ts';
import { type Said, type Setter, sizes, type Text } from './text.ts';

type Lay = ReturnType<typeof createDiagramLayout>;

/** A card with a diagram; `whole` if no word had to be cut. */
export interface DiagramCard extends Laid {
  whole: boolean;
}

const MARGIN = 52;
const EDGE = 36;
const INSIDE = SIZE.width - 2 * MARGIN;
const LEADING = 1.42;

/** A sheet with a diagram in its middle. */
function sheet(lay: Lay, at: Place): Laid {
  const pad = 22;
  const inner = { x: at.x + pad, y: at.y + pad, width: at.width - 2 * pad, height: at.height - 2 * pad };
  const { size, marks } = lay(inner);
  return { size, marks: () => [{ type: 'area', ...at, fill: 'sheet', round: 22 }, ...marks()] };
}

/** An analogy on its ground; nothing where there is none. */
function quoted(like: Text | undefined, at: Omit<Place, 'height'>, pad: { x: number; y: number }): Mark[] {
  if (!like || like.height === 0) return [];
  const height = like.height + 2 * pad.y;
  return [
    { type: 'area', ...at, height, fill: 'quote', round: 20 },
    ...like.at(at.x + pad.x, at.y + pad.y, 'ink', 'quote'),
  ];
}

/** The diagram below what is said: for what lies wide. */
export function layOutBelow({ title, aside, text, quote, foot }: Said, lay: Lay, set: Setter): DiagramCard {
  const box = { width: 84, height: 56 };
  const head = { y: 34, height: 76 };
  const small = set(foot, { width: 300, height: box.height, sizes: sizes(23, 18, 1), bold: false, leading: 1.25 });
  const right = box.width + (small.width > 0 ? small.width + 18 : 0);
  const most = INSIDE - right - 40;
  /** The name at most so large, and its other half beside it in what room that leaves. */
  const named = (largest: number): { name: Text; other: Text; left: number } => {
    const tall = { height: head.height, sizes: sizes(largest, 30), bold: true, leading: 1.22 };
    const name = set(title, { width: most, ...tall });
    const left = Math.max(0, most - name.width - 20);
    const other = set(aside, { width: left, height: 44, sizes: sizes(32, 22), bold: false, leading: 1.35 });
    return { name, other, left };
  };
  const names = [60, 54, 48, 42, 36].map(named);
  const { name, other, left } = names.find((one) => one.other.whole) ?? named(60);
  const is = set(text, { width: INSIDE, height: 92, sizes: sizes(33, 24, 1), bold: true, leading: 1.38 });
  const pad = { x: 28, y: 16 };
  const like = set(quote, {
    width: INSIDE - 2 * pad.x,
    height: 80,
    sizes: sizes(27, 22, 1),
    bold: false,
    leading: LEADING,
  });
  const baseline = head.y + (head.height + name.height) / 2 - 8;
  const top = head.y + head.height + 4;
  const from = top + is.height + 16;
  const strip = like.height === 0 ? 0 : like.height + 2 * pad.y;
  const to = SIZE.height - EDGE - (strip === 0 ? 0 : strip + 14);
  const drawn = sheet(lay, { x: MARGIN, y: from, width: INSIDE, height: to - from });
  return {
    size: drawn.size,
    whole: other.whole && is.whole && like.whole,
    marks: () => [
      ...lunchBox({ x: SIZE.width - MARGIN - box.width, y: head.y + 8, ...box }),
      ...small.at(SIZE.width - MARGIN - right, head.y + 8 + (box.height - small.height) / 2, 'faint', 'paper'),
      ...name.at(MARGIN, head.y + (head.height - name.height) / 2, 'ink', 'paper'),
      ...(left > 100 ? other.at(MARGIN + name.width + 20, baseline - other.height, 'faint', 'paper') : []),
      ...is.at(MARGIN, top, 'ink', 'paper'),
      ...drawn.marks(),
      ...quoted(like, { x: MARGIN, y: SIZE.height - EDGE - strip, width: INSIDE }, pad),
    ],
  };
}

/** The diagram to the right of what is said, in a column `width` pixels wide: for what stands high. */
export function layOutBeside(
  { title, aside, text, quote, foot }: Said,
  width: number,
  lay: Lay,
  set: Setter,
): DiagramCard {
  const box = { width: 72, height: 48 };
  const foots = SIZE.height - EDGE - 4 - box.height;
  const name = set(title, { width, height: 136, sizes: sizes(64, 30), bold: true, leading: 1.2 });
  const other = set(aside, { width, height: 44, sizes: sizes(30, 22), bold: false, leading: 1.35 });
  const top = EDGE - 2 + name.height + other.height + 12;
  const pad = { x: 24, y: 18 };
  /** The definition at most so large, and the analogy in what room that leaves. */
  const said = (largest: number): { is: Text; like: Text; y: number; room: number } => {
    const is = set(text, { width, height: 200, sizes: sizes(largest, 24, 1), bold: true, leading: 1.38 });
    const y = top + is.height + 16;
    const room = Math.max(0, foots - 20 - y);
    const like = set(quote, {
      width: width - 2 * pad.x,
      height: room - 2 * pad.y,
      sizes: sizes(27, 22, 1),
      bold: false,
      leading: LEADING,
    });
    return { is, like, y, room };
  };
  const tries = [33, 30, 27, 25].map(said);
  const best = tries.find(({ like }) => like.whole) ?? tries.at(-1) ?? said(25);
  const { is, like, y, room } = best;
  const fits = like.height + 2 * pad.y <= room;
  const x = MARGIN + width + 34;
  const drawn = sheet(lay, { x, y: EDGE, width: SIZE.width - EDGE - x, height: SIZE.height - 2 * EDGE });
  const small = set(foot, {
    width: width - box.width - 18,
    height: box.height,
    sizes: sizes(23, 18, 1),
    bold: false,
    leading: 1.25,
  });
  const quoteTop = y + (room - like.height - 2 * pad.y) / 2;
  return {
    size: drawn.size,
    whole: name.whole && is.whole && like.whole && fits,
    marks: () => [
      ...name.at(MARGIN, EDGE - 2, 'ink', 'paper'),
      ...other.at(MARGIN, EDGE - 2 + name.height, 'faint', 'paper'),
      ...is.at(MARGIN, top, 'ink', 'paper'),
      ...quoted(fits ? like : undefined, { x: MARGIN, y: quoteTop, width }, pad),
      ...lunchBox({ x: MARGIN, y: foots, ...box }),
      ...small.at(MARGIN + box.width + 18, foots + (box.height - small.height) / 2, 'faint', 'paper'),
      ...drawn.marks(),
    ],
  };
}
