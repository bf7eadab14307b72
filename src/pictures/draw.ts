import type { Draw } from '../core/reply.ts';
import { drawCard } from './card.ts';
import { drawChart } from './chart.ts';

/** Draws whatever can be drawn, as PNG, 1200 × 630. */
export const drawPicture: Draw = (shown) => (shown.type === 'chart' ? drawChart(shown) : drawCard(shown));
