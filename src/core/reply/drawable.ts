import { escapeMarkdown } from '../../markdown/escape.ts';
import type { Block, Drawable, Picture } from './blocks.ts';
import { altOfBoard, boardInWords } from './board.ts';
import { bold, footer, heading, markdown, quote } from './builders.ts';
import { altOfChart, chartInWords } from './chart.ts';
import { clusterInWords } from './cluster.ts';
import { altOfHeat, heatInWords } from './heat.ts';

export const isDrawable = (block: Block): block is Drawable =>
  block.type === 'picture' ||
  block.type === 'chart' ||
  block.type === 'heat' ||
  block.type === 'board' ||
  block.type === 'cluster';

/** What a picture will be seen on. */
export type Theme = 'light' | 'dark';

/** Draws a picture as PNG; see src/pictures. */
export type Draw = (picture: Drawable, theme: Theme) => Promise<Uint8Array>;

function cardInWords({ title, aside, text, quote: quoted, diagram, foot, isToldBeside }: Picture): Block[] {
  const drawn = diagram === undefined ? [] : [markdown(escapeMarkdown(diagram.alt))];
  if (isToldBeside) return drawn;
  return [heading(title, aside), bold(text), ...drawn, ...(quoted === undefined ? [] : [quote(quoted)]), footer(foot)];
}

/** What a picture says, where it cannot be seen. */
export function inWords(shown: Drawable): Block[] {
  switch (shown.type) {
    case 'picture':
      return cardInWords(shown);
    case 'chart':
      return chartInWords(shown);
    case 'board':
      return boardInWords(shown);
    case 'heat':
      return heatInWords(shown);
    case 'cluster':
      return clusterInWords(shown);
    default:
      return shown satisfies never;
  }
}

function altOfCard({ title, aside, text, quote, diagram, foot, isToldBeside }: Picture): string {
  if (isToldBeside && diagram) return diagram.alt;
  return [[title, aside].filter(Boolean).join(' · '), text, diagram?.alt, quote, foot].filter(Boolean).join(' — ');
}

/** The same in one line, for a screen reader. */
export function altOf(shown: Drawable): string {
  switch (shown.type) {
    case 'picture':
      return altOfCard(shown);
    case 'chart':
      return altOfChart(shown);
    case 'board':
      return altOfBoard(shown);
    case 'heat':
      return altOfHeat(shown);
    case 'cluster':
      return shown.alt;
    default:
      return shown satisfies never;
  }
}
