import { container } from '@takumi-rs/helpers';
import type { Draw, Drawable } from '../core/reply.ts';
import { layOutBoard } from './board.ts';
import { layOutChart } from './chart.ts';
import { type Font, loadFont, type WidthOf } from './font.ts';
import { layOut } from './layout.ts';
import { type Mark, SIZE } from './marks.ts';
import { paint } from './paint.ts';
import { PALETTES } from './palette.ts';

let font: Promise<Font> | undefined;

function marksOf(shown: Drawable, widthOf: WidthOf): Mark[] {
  switch (shown.type) {
    case 'picture':
      return layOut(shown, widthOf);
    case 'chart':
      return layOutChart(shown, widthOf);
    case 'board':
      return layOutBoard(shown, widthOf);
    default:
      return shown satisfies never;
  }
}

/**
 * A concept card, a chart or a board as PNG, 1200 × 630. What the font has no glyph for is left out; what is too long for a card is cut.
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
  const marks = marksOf(shown, widthOf);
  const card = container({
    style: { ...SIZE, position: 'relative', backgroundColor: palette.paper },
    children: marks.map((mark) => paint(mark, palette)),
  });
  return renderer.render(card, { ...SIZE, format: 'png' });
};
