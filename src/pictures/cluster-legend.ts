import type { ClusterPicture } from '../core/reply/cluster.ts';
import { drawableText } from './font.ts';
import { type Mark, SIZE } from './marks.ts';
import { podSign } from './pod-tile.ts';
import { type Setter, sizes } from './text.ts';

const MARGIN = 36;

/** What the signs mean, and what is small at the foot; `size`: pixels of a sign and of its words. */
export function layOutLegend(
  { legend: looks, foot }: ClusterPicture,
  y: number,
  set: Setter,
  size: { sign: number; words: number } = { sign: 32, words: 24 },
): Mark[] {
  let x = MARGIN;
  const { sign } = size;
  const room = { height: sign + 2, bold: false, leading: 1.3 };
  const small = set(drawableText(foot), { ...room, width: 330, sizes: sizes(size.words - 1, 17) });
  const most = SIZE.width - MARGIN - small.width - 20;
  const told = looks.flatMap(({ look, words }): Mark[] => {
    const said = set(drawableText(words), { ...room, width: 200, sizes: sizes(size.words, 18) });
    if (x + sign + 8 + said.width > most) return [];
    const marks = [
      ...podSign(look, { x, y }, sign),
      ...said.at(x + sign + 8, y + (sign - said.height) / 2, 'faint', 'paper'),
    ];
    x += sign + 8 + said.width + 24;
    return marks;
  });
  return [...told, ...small.at(SIZE.width - MARGIN - small.width, y + (sign - small.height) / 2, 'faint', 'paper')];
}
