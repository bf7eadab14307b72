import { container } from '@takumi-rs/helpers';
import type { Drawable } from '../core/reply/blocks.ts';
import { clusterSize } from '../core/reply/cluster.ts';
import type { Draw } from '../core/reply/drawable.ts';
import { layOutBoard } from './board.ts';
import { layOutChart } from './chart.ts';
import { layOutCluster } from './cluster.ts';
import { type Font, loadFont, type WidthOf } from './font.ts';
import { layOutHeat } from './heat.ts';
import { layOut } from './layout.ts';
import { type Mark, SIZE } from './marks.ts';
import { paint } from './paint.ts';
import { PALETTES } from './palette.ts';

/** What a picture is painted of, and how high it is. */
function laidOut(shown: Drawable, widthOf: WidthOf): { marks: readonly Mark[]; height: number } {
  switch (shown.type) {
    case 'picture':
      return { marks: layOut(shown, widthOf), height: SIZE.height };
    case 'chart':
      return layOutChart(shown, widthOf);
    case 'board':
      return { marks: layOutBoard(shown, widthOf), height: SIZE.height };
    case 'heat':
      return layOutHeat(shown, widthOf);
    case 'cluster':
      return { marks: layOutCluster(shown, widthOf), height: clusterSize(shown).height };
    default:
      return shown satisfies never;
  }
}

/** A cluster is drawn anew at each press: a fifth fewer pixels each way spare a third of the time, and phones show no more. */
const scaleOf = ({ type }: Drawable): number => (type === 'cluster' ? 0.8 : 1);

let font: Promise<Font> | undefined;

/**
 * A concept card or a board as PNG, 1200 × 630; a chart or a heat map is as high as it must be, a cluster 960 wide. What the font has no glyph
 * for is left out; what is too long for a card is cut.
 * Painting is native work on a thread of libuv's pool: only the layout is done here.
 */
export const drawCard: Draw = async (shown, theme) => {
  // Read when the first picture is drawn: a terminal never needs it. One that could not be read is tried again.
  font ??= loadFont().catch((error: unknown) => {
    font = undefined;
    throw error;
  });
  const { renderer, widthOf } = await font;
  const palette = PALETTES[theme];
  const { marks, height } = laidOut(shown, widthOf);
  const size = { width: SIZE.width, height };
  const card = container({
    style: { ...size, position: 'relative', backgroundColor: palette.paper },
    children: marks.map((mark) => paint(mark, palette)),
  });
  const scale = scaleOf(shown);
  const pixels = { width: SIZE.width * scale, height: Math.round(height * scale), devicePixelRatio: scale };
  return renderer.render(card, { ...pixels, format: 'png' });
};
