import type { Area, Place } from './marks.ts';

/** A lunch box seen from above: rice with a plum, an egg roll, greens. */
export function lunchBox({ x, y, width, height }: Place): Area[] {
  const [across, down] = [width / 196, height / 132];
  const part = (
    fill: Area['fill'] & string,
    [left, top, wide, high]: readonly [number, number, number, number],
    round: number,
  ): Area => ({
    type: 'area',
    fill,
    x: x + left * across,
    y: y + top * down,
    width: wide * across,
    height: high * down,
    round: round * across,
  });
  return [
    part('lacquer', [0, 0, 196, 132], 24),
    part('rice', [10, 10, 92, 112], 16),
    part('plum', [41, 51, 30, 30], 15),
    part('egg', [110, 10, 76, 52], 14),
    part('greens', [110, 70, 76, 52], 14),
  ];
}
