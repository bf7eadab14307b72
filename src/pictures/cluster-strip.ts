import {
  type ClusterFrame,
  type ClusterPicture,
  clusterSize,
  type NodeBox,
  type WorkloadLine,
} from '../core/reply/cluster.ts';
import { layOutLegend } from './cluster-legend.ts';
import { NODE_LOOKS } from './cluster-nodes.ts';
import { drawableText } from './font.ts';
import { lunchBox } from './lunch-box.ts';
import { type Mark, type Place, SIZE } from './marks.ts';
import { signTile, TONES } from './pod-tile.ts';
import { type Setter, sizes } from './text.ts';

// A phone shows it a quarter as large: its words are large, and so its moments stand below one another.
const MARGIN = 36;
const BOX = { width: 72, height: 48 } as const;
const TOP = 92;
const FRAME = { gap: 14, height: 214, pad: 14, words: 660 } as const;
const TILE = { size: 56, gap: 6 } as const;

/** A node with its Pods as signs. */
function smallNode({ name, look, pods }: NodeBox, at: Place, set: Setter): Mark[] {
  const { fill, line, ink, dashed } = NODE_LOOKS[look];
  const words = set(drawableText(name), {
    width: at.width - 12,
    height: 36,
    sizes: sizes(28, 14),
    bold: look !== 'ready',
    leading: 1.2,
  });
  const columns = Math.max(1, Math.floor((at.width - 12 + TILE.gap) / (TILE.size + TILE.gap)));
  const rows = Math.max(1, Math.floor((at.height - 46) / (TILE.size + TILE.gap)));
  const left = at.x + (at.width - columns * (TILE.size + TILE.gap) + TILE.gap) / 2;
  return [
    { type: 'area', ...at, fill, line, stroke: look === 'ready' ? 2 : 4, round: 10, ...(dashed ? { dashed } : {}) },
    ...words.at(at.x + (at.width - words.width) / 2, at.y + 6, ink, fill),
    ...pods.slice(0, columns * rows).flatMap((pod, i) =>
      signTile(pod, {
        x: left + (i % columns) * (TILE.size + TILE.gap),
        y: at.y + 44 + Math.floor(i / columns) * (TILE.size + TILE.gap),
        ...{ width: TILE.size, height: TILE.size },
      }),
    ),
  ];
}

/** How many Pods it has of each version, by the colours of their tiles. */
function versionLine({ versions }: WorkloadLine, at: Place, set: Setter): Mark[] {
  const each = at.width / Math.max(1, versions.length);
  let { x } = at;
  return versions.flatMap(({ tone, name, count }): Mark[] => {
    const { fill, line } = TONES[tone];
    const words = set(drawableText(`${name}${count === '' ? '' : ` · ${count}`}`), {
      ...{ width: each - 66, height: at.height, sizes: sizes(32, 20), bold: false, leading: 1.2 },
    });
    const swatch = { x, y: at.y + (at.height - 30) / 2, width: 30, height: 30 };
    const middle = at.y + (at.height - words.height) / 2;
    x += 42 + words.width + 24;
    return [
      { type: 'area', ...swatch, fill, line, stroke: 4, round: 6 },
      ...words.at(swatch.x + 42, middle, 'ink', 'sheet'),
    ];
  });
}

/** A moment: its number, what was done, what went on, and beside it the nodes. */
function smallFrame({ news, workloads, nodes, waiting }: ClusterFrame, nth: number, at: Place, set: Setter): Mark[] {
  const [first = '', second = ''] = news;
  const [workload] = workloads;
  const number = set(String(nth), { width: 50, height: 50, sizes: [36], bold: true, leading: 1.2 });
  const [x, width] = [at.x + FRAME.pad + 62, FRAME.words - FRAME.pad - 62];
  const room = { width, leading: 1.2 };
  const title = set(drawableText(first), {
    ...{ ...room, height: second === '' ? 140 : 54, sizes: sizes(42, 24), bold: true },
  });
  const below = at.y + FRAME.pad + title.height + 6;
  const versions = workload && workload.versions.length > 0 ? 46 : 0;
  const told = set(drawableText(second), {
    ...{ ...room, height: at.y + at.height - FRAME.pad - versions - below, sizes: sizes(34, 20), bold: false },
  });
  const pending = waiting.pods.length === 0 ? 0 : TILE.size + TILE.gap;
  const area = at.width - FRAME.words - FRAME.pad - 12;
  const wide = (area - (nodes.length - 1) * 8) / Math.max(1, nodes.length);
  const most = Math.floor((area + TILE.gap) / (TILE.size + TILE.gap));
  const high = at.height - 2 * FRAME.pad - pending;
  return [
    { type: 'area', ...at, fill: 'sheet', line: 'frame', stroke: 2, round: 16 },
    { type: 'area', x: at.x + FRAME.pad, y: at.y + FRAME.pad, width: 50, height: 50, fill: 'focus', round: 25 },
    ...number.at(
      at.x + FRAME.pad + (50 - number.width) / 2,
      at.y + FRAME.pad + (50 - number.height) / 2,
      ...(['onFocus', 'focus'] as const),
    ),
    ...title.at(x, at.y + FRAME.pad, 'ink', 'sheet'),
    ...told.at(x, below, 'ink', 'sheet'),
    ...(workload && versions > 0
      ? versionLine(workload, { x, y: at.y + at.height - FRAME.pad - 40, width, height: 40 }, set)
      : []),
    ...nodes.flatMap((node, i) =>
      smallNode(
        node,
        { x: at.x + FRAME.words + 12 + i * (wide + 8), y: at.y + FRAME.pad, width: wide, height: high },
        set,
      ),
    ),
    ...waiting.pods.slice(0, most).flatMap((pod, i) =>
      signTile(pod, {
        x: at.x + FRAME.words + 12 + i * (TILE.size + TILE.gap),
        y: at.y + FRAME.pad + high + TILE.gap,
        ...{ width: TILE.size, height: TILE.size },
      }),
    ),
  ];
}

/** How a cluster went: its moments below one another. */
export function layOutStrip(picture: ClusterPicture, set: Setter): Mark[] {
  const inside = SIZE.width - 2 * MARGIN;
  const title = set(drawableText(picture.title), {
    width: inside - BOX.width - 24,
    height: 60,
    sizes: sizes(48, 26),
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
        { x: MARGIN, y: TOP + i * (FRAME.height + FRAME.gap), width: inside, height: FRAME.height },
        set,
      ),
    ),
    ...layOutLegend(picture, clusterSize(picture).height - 56, set, { sign: 40, words: 32 }),
  ];
}
