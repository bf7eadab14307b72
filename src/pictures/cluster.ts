import { type ClusterFrame, type ClusterPicture, clusterSize, type WorkloadLine } from '../core/reply/cluster.ts';
import { layOutLegend } from './cluster-legend.ts';
import { layOutNodes, lineAt, RAIL } from './cluster-nodes.ts';
import { layOutStrip } from './cluster-strip.ts';
import { drawableText, type WidthOf } from './font.ts';
import { lunchBox } from './lunch-box.ts';
import { type Mark, type Place, SIZE } from './marks.ts';
import { shortTile, TONES } from './pod-tile.ts';
import { createSetter, type Setter, sizes, type Text } from './text.ts';

const MARGIN = 36;
const INSIDE = SIZE.width - 2 * MARGIN;
const BOX = { width: 84, height: 56 } as const;
const ROW = { height: 52, gap: 8 } as const;
const SERVICE = { height: 56, gap: 16 } as const;
const FOOT = 44;

/** What was drawn, and where the next thing may begin. */
interface Drawn {
  marks: Mark[];
  bottom: number;
}

/** What stands before a colon is a line of its own where it is so long. */
const CLAUSE = 12;

/** In one line or two; of a sentence with a colon, the second begins behind it. */
function headline(words: string, width: number, set: Setter): Text[] {
  const how = { width, bold: true, leading: 1.2 } as const;
  const colon = words.indexOf(': ', CLAUSE);
  const [before, after] = colon < 0 ? [] : [words.slice(0, colon + 1), words.slice(colon + 2)];
  const alone = set(words, { ...how, height: 56, sizes: sizes(46, 40) });
  if (alone.whole) return [alone];
  if (before === undefined || after === undefined) return [set(words, { ...how, height: 112, sizes: sizes(46, 30) })];
  const size = sizes(46, 30).find((one) =>
    [before, after].every((line) => set(line, { ...how, height: 56, sizes: [one] }).whole),
  );
  return size === undefined
    ? [set(words, { ...how, height: 112, sizes: sizes(46, 30) })]
    : [before, after].map((line) => set(line, { ...how, height: 56, sizes: [size] }));
}

/** What goes on: the first large. */
function head({ title, frames }: ClusterPicture, set: Setter): Drawn {
  const [first = '', second = ''] = frames[0]?.news ?? [];
  const width = INSIDE - BOX.width - 24;
  const small = set(drawableText(title), { width, height: 40, sizes: sizes(27, 20), bold: false, leading: 1.3 });
  const news = headline(drawableText(first), width, set);
  const more = set(drawableText(second), {
    width: INSIDE,
    height: 72,
    sizes: sizes(29, 24, 1),
    bold: false,
    leading: 1.22,
  });
  const top = 28 + small.height + 2;
  const height = news.reduce((sum, one) => sum + one.height, 0);
  const below = Math.max(top + height, 28 + BOX.height) + 6;
  return {
    marks: [
      ...lunchBox({ x: SIZE.width - MARGIN - BOX.width, y: 30, ...BOX }),
      ...small.at(MARGIN, 28, 'faint', 'paper'),
      ...news.flatMap((one, i) => one.at(MARGIN, top + (i * height) / news.length, 'ink', 'paper')),
      ...more.at(MARGIN, below, 'ink', 'paper'),
    ],
    bottom: below + more.height + 14,
  };
}

/** A workload: its name, how many are ready, a swatch and a count of each version, and what scales it at the right. */
function workload({ name, says, versions, scaling = '' }: WorkloadLine, y: number, set: Setter): Mark[] {
  const line = { height: ROW.height - 8, leading: 1.2 };
  const middle = ({ height }: { height: number }): number => y + (ROW.height - height) / 2;
  const right = set(drawableText(scaling), { ...line, width: 600, sizes: sizes(27, 18), bold: true });
  let room = INSIDE - 40 - (right.width > 0 ? right.width + 24 : 0);
  const called = set(drawableText(name), { ...line, width: room * 0.36, sizes: sizes(29, 20), bold: true });
  let x = MARGIN + 20 + called.width + 18;
  room -= called.width + 18;
  const count = set(drawableText(says), { ...line, width: room * 0.5, sizes: sizes(27, 18), bold: false });
  const marks: Mark[] = [
    { type: 'area', x: MARGIN, y, width: INSIDE, height: ROW.height, fill: 'sheet', round: 14 },
    ...called.at(MARGIN + 20, middle(called), 'ink', 'sheet'),
    ...count.at(x, middle(count), 'ink', 'sheet'),
    ...right.at(SIZE.width - MARGIN - 20 - right.width, middle(right), 'ink', 'sheet'),
  ];
  x += count.width + 24;
  room -= count.width + 24;
  const each = room / Math.max(1, versions.length);
  for (const { tone, name: version, count: many } of versions) {
    const { fill, line: border } = TONES[tone];
    const words = set(drawableText(`${version}${many === '' ? '' : ` · ${many}`}`), {
      ...line,
      width: each - 54,
      sizes: sizes(26, 17),
      bold: false,
    });
    if (each < 90) break;
    marks.push(
      { type: 'area', x, y: y + 12, width: 28, height: 28, fill, line: border, stroke: 4, round: 6 },
      ...words.at(x + 38, middle(words), 'ink', 'sheet'),
    );
    x += 38 + words.width + 22;
  }
  return marks;
}

/** Services beside one another, and the lines that leave them towards the nodes. */
function services(frame: ClusterFrame, y: number, set: Setter): Drawn {
  const { services: all } = frame;
  if (all.length === 0) return { marks: [], bottom: y };
  const width = (INSIDE - (all.length - 1) * SERVICE.gap) / all.length;
  const trunks = y + SERVICE.height + 12;
  const nodeWidth = (INSIDE - (frame.nodes.length - 1) * 20) / Math.max(1, frame.nodes.length);
  const marks = all.flatMap(({ name, says }, i): Mark[] => {
    const box = { x: MARGIN + i * (width + SERVICE.gap), y, width, height: SERVICE.height };
    const colour = RAIL[i] ?? 'arrow';
    const room = { height: SERVICE.height - 10, leading: 1.2 };
    const called = set(drawableText(name), { ...room, width: (width - 50) * 0.55, sizes: sizes(28, 18), bold: true });
    const told = set(drawableText(says), {
      ...room,
      width: width - 54 - called.width,
      sizes: sizes(26, 16),
      bold: false,
    });
    const middle = ({ height }: { height: number }): number => y + (SERVICE.height - height) / 2;
    const reached = frame.nodes.flatMap(({ pods }, n) =>
      pods.some(({ behind, leftOut }) => behind.includes(i) || leftOut.includes(i))
        ? [lineAt({ x: MARGIN + n * (nodeWidth + 20) }, i)]
        : [],
    );
    const start = box.x + 28;
    const level = trunks + i * 10;
    const [left, right] = [Math.min(start, ...reached), Math.max(start, ...reached)];
    return [
      { type: 'area', ...box, fill: 'box', line: colour, stroke: 4, round: SERVICE.height / 2 },
      ...called.at(box.x + 24, middle(called), 'ink', 'box'),
      ...told.at(box.x + 24 + called.width + 14, middle(told), 'ink', 'box'),
      ...(reached.length === 0
        ? []
        : [
            {
              type: 'area',
              fill: colour,
              x: start - 2,
              y: y + SERVICE.height,
              width: 4,
              height: level - y - SERVICE.height,
            } as const,
            { type: 'area', fill: colour, x: left - 2, y: level - 2, width: right - left + 4, height: 4 } as const,
          ]),
    ];
  });
  return { marks, bottom: trunks + all.length * 10 + 8 };
}

/** Pods without a node, in one row. */
function waiting({ waiting: { title, pods } }: ClusterFrame, at: Place, set: Setter): Mark[] {
  const name = set(drawableText(title), {
    width: 300,
    height: at.height,
    sizes: sizes(26, 18),
    bold: true,
    leading: 1.2,
  });
  const x = at.x + 20 + name.width + 18;
  const tile = { width: 150, height: at.height - 16 };
  const most = Math.floor((at.x + at.width - x - 70) / (tile.width + 10));
  const left = pods.length - most;
  const more = set(left > 0 ? `+${left}` : '', { width: 60, height: 40, sizes: [26], bold: true, leading: 1.2 });
  return [
    { type: 'area', ...at, fill: 'sheet', line: 'arrow', stroke: 3, dashed: true, round: 16 },
    ...name.at(at.x + 20, at.y + (at.height - name.height) / 2, 'ink', 'sheet'),
    ...pods
      .slice(0, most)
      .flatMap((pod, i) => shortTile(pod, { x: x + i * (tile.width + 10), y: at.y + 8, ...tile }, set)),
    ...more.at(x + most * (tile.width + 10), at.y + (at.height - more.height) / 2, 'ink', 'sheet'),
  ];
}

/** A cluster, or how one went, as what it is painted of. */
export function layOutCluster(picture: ClusterPicture, widthOf: WidthOf): Mark[] {
  const set = createSetter(widthOf);
  const { height } = clusterSize(picture);
  const [frame] = picture.frames;
  if (picture.frames.length !== 1 || !frame) return layOutStrip(picture, set);
  const top = head(picture, set);
  const rows = frame.workloads.flatMap((one, i) => workload(one, top.bottom + i * (ROW.height + ROW.gap), set));
  const below = top.bottom + frame.workloads.length * (ROW.height + ROW.gap) + (frame.workloads.length > 0 ? 6 : 0);
  const lines = services(frame, below, set);
  const foot = height - FOOT - 12;
  const pending = frame.waiting.pods.length === 0 ? 0 : 76;
  const nodes = { x: MARGIN, y: lines.bottom, width: INSIDE, height: foot - pending - 14 - lines.bottom };
  return [
    ...top.marks,
    ...rows,
    ...lines.marks,
    ...layOutNodes(frame.nodes, { services: frame.services.length, from: below + SERVICE.height + 12 }, nodes, set),
    ...(pending === 0
      ? []
      : waiting(frame, { x: MARGIN, y: foot - pending, width: INSIDE, height: pending - 14 }, set)),
    ...layOutLegend(picture, foot, set),
  ];
}
