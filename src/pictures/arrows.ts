import { breakLabel } from './lines.ts';
import type { Mark, Place, Tip } from './marks.ts';
import { bar, type Ground, type Part, type Point, type Setting, type Side, textLines } from './parts.ts';

/** In em of the diagram's letters. */
const SIZE = 0.82;
const LEADING = 1.2;
const THICK = 0.1;
const TIP = { length: 0.55, width: 0.62 } as const;
/** Between a thing and the arrow that leaves or reaches it. */
const CLEAR = 0.14;
/** The part in which an arrow splits. */
const SPLIT = 1.15;
const SHORTEST = { row: 2.3, column: 1.5 } as const;
/** Of two arrows beside one another, each from the middle between them. */
const APART = 0.26;

export type Way = 'row' | 'column';

/** The sides at which an arrow leaves and reaches what stands before and after it. */
export const SIDES: Readonly<Record<Way, { from: Side; to: Side }>> = {
  row: { from: 'right', to: 'left' },
  column: { from: 'bottom', to: 'top' },
};

export interface ArrowPart {
  width: number;
  height: number;
  /** `from` and `to`: where it touches what stands before and after it. */
  draw(at: Place, from: readonly Point[], to: readonly Point[], on: Ground): Mark[];
}

const turn = ({ x, y, width, height }: Place): Place => ({ x: y, y: x, width: height, height: width });
const turned = ({ x, y }: Point): Point => ({ x: y, y: x });
const TURNED = { right: 'down', left: 'up', down: 'right', up: 'left' } as const;

const turnMark = (mark: Mark): Mark => ({
  ...mark,
  ...turn(mark),
  ...(mark.type === 'tip' ? { to: TURNED[mark.to] } : {}),
});

const tip = (at: Point, to: 'right' | 'left'): Tip => ({
  type: 'tip',
  to,
  colour: 'arrow',
  x: to === 'right' ? at.x - TIP.length : at.x,
  y: at.y - TIP.width / 2,
  width: TIP.length,
  height: TIP.width,
});

/** Lines and tips of an arrow from left to right; `both` if it points back as well. */
function strokes(at: Place, from: readonly Point[], to: readonly Point[], both: boolean): Mark[] {
  const [only] = from.length === 1 ? from : to.length === 1 ? to : [];
  const y = only?.y ?? at.y + at.height / 2;
  const marks: Mark[] = [];
  /** From a point on the line to what is touched there, ending in a tip or not. */
  const reach = (start: Point, end: Point, to: 'right' | 'left', tipped: boolean): void => {
    const sign = to === 'right' ? 1 : -1;
    const goal = { x: end.x - sign * CLEAR, y: end.y };
    const short = tipped ? { x: goal.x - sign * TIP.length * 0.8, y: end.y } : goal;
    marks.push(bar({ ...start, y: end.y }, short, THICK));
    if (tipped) marks.push(tip(goal, to));
  };
  const single = from.length < 2 && to.length < 2;
  const left = from.length > 1 ? at.x + SPLIT : (from[0]?.x ?? at.x) + CLEAR;
  const right = to.length > 1 ? at.x + at.width - SPLIT : (to[0]?.x ?? at.x + at.width);
  if (single) {
    const start = from[0] ?? { x: at.x, y };
    const end = to[0] ?? { x: at.x + at.width, y };
    const off = both ? APART : 0;
    reach({ x: start.x + CLEAR, y }, { x: end.x, y: y - off }, 'right', true);
    if (both) reach({ x: end.x - CLEAR, y }, { x: start.x, y: y + off }, 'left', true);
    return marks;
  }
  const spine = (x: number, points: readonly Point[]): void => {
    const ys = [y, ...points.map((point) => point.y)];
    marks.push(bar({ x, y: Math.min(...ys) }, { x, y: Math.max(...ys) }, THICK));
  };
  if (to.length > 1) marks.push(bar({ x: left, y }, { x: right, y }, THICK));
  else reach({ x: left, y }, { x: right, y }, 'right', true);
  if (from.length > 1) {
    spine(left, from);
    for (const point of from) reach({ x: left, y: point.y }, point, 'left', both);
  } else if (both) marks.push(tip({ x: left, y }, 'left'));
  if (to.length > 1) {
    spine(right, to);
    for (const point of to) reach({ x: right, y: point.y }, point, 'right', true);
  }
  return marks;
}

/** An arrow that says `label`, and on its way back, if there is one, `back`; between what stands before and after it. */
export function arrowPart(
  [label, back]: readonly (string | undefined)[],
  way: Way,
  [before, after]: readonly [Part | undefined, Part | undefined],
  setting: Setting,
): ArrowPart {
  const widthOf = (words: string): number => setting.widthOf(words, false);
  const told = [label, back].map((words) => (words ? breakLabel(words, setting.longest / SIZE, widthOf) : []));
  const width = SIZE * Math.max(0, ...told.flat().map(widthOf));
  const height = SIZE * LEADING * Math.max(...told.map((lines) => lines.length));
  const splits = [
    before?.touch({ x: 0, y: 0, ...before }, SIDES[way].from),
    after?.touch({ x: 0, y: 0, ...after }, SIDES[way].to),
  ];
  const split = splits.filter((points) => (points?.length ?? 1) > 1).length * SPLIT;
  const row = way === 'row';
  const beside = (row ? 0.33 : 0.42) + (back === undefined ? 0 : APART);
  const long = Math.max(SHORTEST[way], (row ? width + 0.7 : height + 0.6) + 2 * CLEAR) + split;
  const wide = 2 * ((row ? height : width) + beside + 0.1);
  const size = row ? { width: long, height: wide } : { width: wide, height: long };
  return {
    ...size,
    draw(at, from, to, on) {
      const fanned = { from: from.length > 1, to: to.length > 1 };
      const marks = row
        ? strokes(at, from, to, back !== undefined)
        : strokes(turn(at), from.map(turned), to.map(turned), back !== undefined).map(turnMark);
      const [start, end] = [fanned.from ? SPLIT : 0, fanned.to ? SPLIT : 0];
      const one = from.length === 1 ? from[0] : to.length === 1 ? to[0] : undefined;
      const words = told.flatMap((lines, i) => {
        const tall = lines.length * SIZE * LEADING;
        const across = SIZE * Math.max(0, ...lines.map(widthOf));
        const style = { size: SIZE, leading: LEADING, bold: false, centred: true, colour: 'faint', on } as const;
        if (row) {
          const y = one?.y ?? at.y + at.height / 2;
          const place = { x: at.x + start, width: at.width - start - end };
          return textLines(lines, { ...place, y: i === 0 ? y - beside - tall : y + beside }, style);
        }
        const x = one?.x ?? at.x + at.width / 2;
        const middle = at.y + start + (at.height - start - end) / 2;
        // Down stands to the left of up, so what is said of it does as well.
        const right = (i === 0) !== (back !== undefined);
        return textLines(
          lines,
          { x: right ? x + beside : x - beside - across, width: across, y: middle - tall / 2 },
          style,
        );
      });
      return [...marks, ...words];
    },
  };
}
