import type { ClusterPicture } from '../core/reply/cluster.ts';
import { drawableText } from './font.ts';
import { type Mark, SIZE } from './marks.ts';
import { podSign } from './pod-tile.ts';
import { type Setter, sizes } from './text.ts';

const MARGIN = 36;

/** What the signs mean, and what is small at the foot. */
export function layOutLegend({ legend: looks, foot }: ClusterPicture, y: number, set: Setter): Mark[] {
  let x = MARGIN;
  const small = set(drawableText(foot), { width: 330, height: 34, sizes: sizes(23, 17), bold: false, leading: 1.3 });
  const most = SIZE.width - MARGIN - small.width - 20;
  const told = looks.flatMap(({ look, words }): Mark[] => {
    const said = set(drawableText(words), { width: 200, height: 34, sizes: sizes(24, 18), bold: false, leading: 1.3 });
    if (x + 40 + said.width > most) return [];
    const marks = [...podSign(look, { x, y }, 32), ...said.at(x + 40, y + (32 - said.height) / 2, 'faint', 'paper')];
    x += 40 + said.width + 24;
    return marks;
  });
  return [...told, ...small.at(SIZE.width - MARGIN - small.width, y + (32 - small.height) / 2, 'faint', 'paper')];
}
