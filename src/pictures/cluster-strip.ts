import { type ClusterFrame, type ClusterPicture, clusterSize, type NodeBox } from '../core/reply/cluster.ts';
import { layOutLegend } from './cluster-legend.ts';
import { NODE_LOOKS } from './cluster-nodes.ts';
import { drawableText } from './font.ts';
import { lunchBox } from './lunch-box.ts';
import { type Mark, type Place, SIZE } from './marks.ts';
import { signTile } from './pod-tile.ts';
import { type Setter, sizes } from './text.ts';

const MARGIN = 36;
const BOX = { width: 72, height: 48 } as const;
const TOP = 92;
const ROW = 380;
const FRAME = { gap: 16, height: 362, news: 118, pad: 12 } as const;
const TILE = { size: 44, gap: 6 } as const;

/** A node with its Pods as signs. */
function smallNode({ name, look, pods }: NodeBox, at: Place, set: Setter): Mark[] {
  const { fill, line, ink, dashed } = NODE_LOOKS[look];
  const words = set(drawableText(name), {
    width: at.width - 12,
    height: 30,
    sizes: sizes(22, 14),
    bold: look !== 'ready',
    leading: 1.2,
  });
  const columns = Math.max(1, Math.floor((at.width - 12 + TILE.gap) / (TILE.size + TILE.gap)));
  const rows = Math.floor((at.height - 44) / (TILE.size + TILE.gap));
  const left = at.x + (at.width - columns * (TILE.size + TILE.gap) + TILE.gap) / 2;
  return [
    { type: 'area', ...at, fill, line, stroke: look === 'ready' ? 2 : 4, round: 10, ...(dashed ? { dashed } : {}) },
    ...words.at(at.x + (at.width - words.width) / 2, at.y + 6, ink, fill),
    ...pods.slice(0, columns * rows).flatMap((pod, i) =>
      signTile(pod, {
        x: left + (i % columns) * (TILE.size + TILE.gap),
        y: at.y + 38 + Math.floor(i / columns) * (TILE.size + TILE.gap),
        ...{ width: TILE.size, height: TILE.size },
      }),
    ),
  ];
}

/** A moment: its number, what goes on, and the nodes below. */
function smallFrame({ news: [first = ''], nodes, waiting }: ClusterFrame, nth: number, at: Place, set: Setter): Mark[] {
  const number = set(String(nth), { width: 40, height: 40, sizes: [30], bold: true, leading: 1.2 });
  const words = set(drawableText(first), {
    width: at.width - 2 * FRAME.pad - 44,
    height: FRAME.news - 14,
    sizes: sizes(26, 19, 1),
    bold: true,
    leading: 1.2,
  });
  const pending = waiting.pods.length === 0 ? 0 : 60;
  const top = at.y + FRAME.news;
  const width = (at.width - 2 * FRAME.pad - (nodes.length - 1) * 8) / Math.max(1, nodes.length);
  const height = at.height - FRAME.news - FRAME.pad - pending;
  const most = Math.floor((at.width - 2 * FRAME.pad) / (TILE.size + TILE.gap));
  return [
    { type: 'area', ...at, fill: 'sheet', line: 'frame', stroke: 2, round: 16 },
    { type: 'area', x: at.x + FRAME.pad, y: at.y + 12, width: 38, height: 38, fill: 'focus', round: 19 },
    ...number.at(at.x + FRAME.pad + (38 - number.width) / 2, at.y + 12 + (38 - number.height) / 2, 'onFocus', 'focus'),
    ...words.at(at.x + FRAME.pad + 48, at.y + 12, 'ink', 'sheet'),
    ...nodes.flatMap((node, i) =>
      smallNode(node, { x: at.x + FRAME.pad + i * (width + 8), y: top, width, height }, set),
    ),
    ...waiting.pods.slice(0, most).flatMap((pod, i) =>
      signTile(pod, {
        x: at.x + FRAME.pad + i * (TILE.size + TILE.gap),
        y: top + height + 8,
        ...{ width: TILE.size, height: TILE.size },
      }),
    ),
  ];
}

/** How a cluster went: its moments in rows of three. */
export function layOutStrip(picture: ClusterPicture, set: Setter): Mark[] {
  const inside = SIZE.width - 2 * MARGIN;
  const beside = Math.min(3, Math.max(1, picture.frames.length));
  const width = (inside - (beside - 1) * FRAME.gap) / beside;
  const title = set(drawableText(picture.title), {
    width: inside - BOX.width - 24,
    height: 56,
    sizes: sizes(42, 26),
    bold: true,
    leading: 1.2,
  });
  return [
    ...lunchBox({ x: SIZE.width - MARGIN - BOX.width, y: 24, ...BOX }),
    ...title.at(MARGIN, 24 + (BOX.height - title.height) / 2, 'ink', 'paper'),
    ...picture.frames.flatMap((frame, i) =>
      smallFrame(
        frame,
        i + 1,
        {
          x: MARGIN + (i % 3) * (width + FRAME.gap),
          y: TOP + Math.floor(i / 3) * ROW,
          width,
          height: FRAME.height,
        },
        set,
      ),
    ),
    ...layOutLegend(picture, clusterSize(picture).height - 46, set),
  ];
}
