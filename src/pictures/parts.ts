import type { WidthOf } from './font.ts';
import type { Area, Mark, Place, Words } from './marks.ts';

export interface Point {
  x: number;
  y: number;
}

export type Side = 'left' | 'right' | 'top' | 'bottom';

/**
 * A figure that knows how much room it needs, in em of the diagram's letters, and what it looks like in a place that
 * is at least as large. `on` is what it stands on.
 */
export interface Part {
  width: number;
  height: number;
  draw(at: Place, on: Ground): Mark[];
  /** Where arrows touch it from that side; a bare arrangement is touched at each of its things. */
  touch(at: Place, side: Side): Point[];
}

/** What figures are laid out with: `longest` is the widest line of a label, in em. */
export interface Setting {
  longest: number;
  widthOf: WidthOf;
}

export type Ground = 'sheet' | 'tray';

/** The middle of a side. */
export function middleOf({ x, y, width, height }: Place, side: Side): Point {
  switch (side) {
    case 'left':
      return { x, y: y + height / 2 };
    case 'right':
      return { x: x + width, y: y + height / 2 };
    case 'top':
      return { x: x + width / 2, y };
    case 'bottom':
      return { x: x + width / 2, y: y + height };
    default:
      return side satisfies never;
  }
}

/** Lines of text below one another, in em; `size` is their letters', centred or from the left of their place. */
export function textLines(
  lines: readonly string[],
  { x, y, width }: Pick<Place, 'x' | 'y' | 'width'>,
  how: { size: number; leading: number; bold: boolean; centred: boolean } & Pick<Words, 'colour' | 'on'>,
): Words[] {
  const { leading, ...style } = how;
  const height = how.size * leading;
  return lines.map((text, i) => ({ type: 'words', text, x, y: y + i * height, width, height, ...style }));
}

/** A thin rectangle between two points of one horizontal or vertical. */
export const bar = (from: Point, to: Point, thick: number): Area => ({
  type: 'area',
  fill: 'arrow',
  x: Math.min(from.x, to.x) - thick / 2,
  y: Math.min(from.y, to.y) - thick / 2,
  width: Math.abs(to.x - from.x) + thick,
  height: Math.abs(to.y - from.y) + thick,
});
