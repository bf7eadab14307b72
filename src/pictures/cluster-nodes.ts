import type { NodeBox, PodTile } from '../core/reply/cluster.ts';
import { drawableText } from './font.ts';
import type { Mark, Place } from './marks.ts';
import type { Colour } from './palette.ts';
import { shortTile, signTile, wideTile } from './pod-tile.ts';
import { type Setter, sizes } from './text.ts';

export const RAIL: readonly Colour[] = ['service0', 'service1', 'service2'];

interface Look {
  fill: Colour;
  line: Colour;
  ink: Colour;
  dashed?: true;
}

export const NODE_LOOKS: Readonly<Record<NodeBox['look'], Look>> = {
  ready: { fill: 'tray', line: 'frame', ink: 'ink' },
  cordoned: { fill: 'tray', line: 'focusLine', ink: 'ink', dashed: true },
  off: { fill: 'faded', line: 'brokenLine', ink: 'onFaded', dashed: true },
  down: { fill: 'broken', line: 'brokenLine', ink: 'onBroken', dashed: true },
};

const GAP = 10;
const INNER = 12;
const HEAD = 84;
/** Of a tile with a name and a state, with a name alone, with its sign alone. */
const TILE = { tallest: 116, wide: 64, short: 48, signs: [60, 52, 44, 36] } as const;
/** Between the left edge of a node and the first line, and between two. */
const LINES = { first: 16, apart: 20, reach: 34 } as const;

const gutterOf = (services: number): number =>
  services === 0 ? INNER : LINES.first + (services - 1) * LINES.apart + LINES.reach;

/** Where the line of a Service runs down a node. */
export const lineAt = (node: Pick<Place, 'x'>, service: number): number => node.x + LINES.first + service * LINES.apart;

type Density = 'wide' | 'short' | 'sign';

/** The largest tiles that fit in all nodes. */
function densityOf(most: number, width: number, height: number): { density: Density; columns: number; tile: number } {
  const fits = (columns: number, tile: number): boolean => Math.ceil(most / columns) * (tile + GAP) - GAP <= height;
  const room = Math.max(1, most);
  if (fits(1, TILE.wide))
    return { density: 'wide', columns: 1, tile: Math.min(TILE.tallest, (height + GAP) / room - GAP) };
  if (fits(2, TILE.short)) return { density: 'short', columns: 2, tile: TILE.short };
  const across = (tile: number): number => Math.max(1, Math.floor((width + GAP) / (tile + GAP)));
  const tile = TILE.signs.find((one) => fits(across(one), one)) ?? 36;
  return { density: 'sign', columns: across(tile), tile };
}

/** The line of a Service to a Pod that is ready, with a tip; a broken one with a cross to a Pod that it leaves out. */
function branches(pod: PodTile, tile: Place, node: Place, services: number, ground: Colour): Mark[] {
  const middle = (service: number): number => tile.y + tile.height / 2 + (service - (services - 1) / 2) * 18;
  const reached = pod.behind.flatMap((service): Mark[] => {
    const [from, y] = [lineAt(node, service), middle(service)];
    const colour = RAIL[service] ?? 'arrow';
    return [
      { type: 'area', fill: colour, x: from, y: y - 2, width: tile.x - 12 - from, height: 4 },
      { type: 'tip', to: 'right', colour, x: tile.x - 16, y: y - 9, width: 14, height: 18 },
    ];
  });
  const leftOut = pod.leftOut.flatMap((service): Mark[] => {
    const [from, y] = [lineAt(node, service), middle(service)];
    const fill = RAIL[service] ?? 'arrow';
    const cross = { x: tile.x - 22, y: y - 15, width: 20, height: 30 };
    return [
      ...Array.from({ length: Math.max(1, Math.floor((cross.x - from) / 10)) }, (_, i): Mark => {
        return { type: 'area', fill, x: from + i * 10, y: y - 2, width: 6, height: 4 };
      }),
      { type: 'words', ...cross, text: '×', size: 30, bold: true, centred: true, colour: fill, on: ground },
    ];
  });
  return [...reached, ...leftOut];
}

/** In one colour, which of its Services a small tile is behind. */
const tabs = (pod: PodTile, { x, y, height }: Place): Mark[] =>
  pod.behind.map((service, i) => ({
    type: 'area',
    fill: RAIL[service] ?? 'arrow',
    x: x - 7 - i * 8,
    y: y + 6,
    width: 5,
    height: height - 12,
    round: 2,
  }));

/** Nodes beside one another with their Pods; `from`: the height at which the Services' lines come in. */
export function layOutNodes(
  nodes: readonly NodeBox[],
  { services, from }: { services: number; from: number },
  at: Place,
  set: Setter,
): Mark[] {
  const beside = Math.max(1, nodes.length);
  const width = (at.width - (beside - 1) * 20) / beside;
  const gutter = gutterOf(services);
  const inner = width - gutter - INNER;
  const room = at.height - HEAD - INNER;
  const most = Math.max(0, ...nodes.map(({ pods }) => pods.length));
  const { density, columns, tile } = densityOf(most, inner, room);
  const wide = density === 'sign' ? tile : (inner - (columns - 1) * (GAP + 8)) / columns;
  const rows = Math.max(1, Math.floor((room + GAP) / (tile + GAP)));
  return nodes.flatMap((node, i) => {
    const box = { x: at.x + i * (width + 20), y: at.y, width, height: at.height };
    const { fill, line, ink, dashed } = NODE_LOOKS[node.look];
    const head = services > 0 ? gutter : 16;
    const says = { width: width - head - INNER, leading: 1.2 };
    const name = set(drawableText(node.name), { ...says, height: 36, sizes: sizes(30, 20), bold: true });
    const state = set(drawableText(node.says), {
      ...says,
      height: 34,
      sizes: sizes(26, 18),
      bold: node.look !== 'ready',
    });
    const shown = node.pods.slice(0, rows * columns);
    const places = shown.map((_, n) => ({
      x: box.x + gutter + (n % columns) * (wide + (density === 'short' ? GAP + 8 : GAP)),
      y: box.y + HEAD + Math.floor(n / columns) * (tile + GAP),
      width: wide,
      height: tile,
    }));
    const empty: Place = { x: box.x, y: box.y, width: 0, height: 0 };
    const lowest = (service: number): number =>
      density === 'wide'
        ? Math.max(
            0,
            ...shown.flatMap(({ behind, leftOut }, n) =>
              behind.includes(service) || leftOut.includes(service)
                ? [(places[n] ?? empty).y + tile / 2 + (service - (services - 1) / 2) * 18]
                : [],
            ),
          )
        : box.y + 36;
    const rails = Array.from({ length: services }, (_, service): Mark[] => {
      const isBehind = shown.some(({ behind, leftOut }) => behind.includes(service) || leftOut.includes(service));
      if (!isBehind) return [];
      const top = from + service * 10;
      return [
        {
          type: 'area',
          fill: RAIL[service] ?? 'arrow',
          x: lineAt(box, service) - 2,
          y: top,
          width: 4,
          height: lowest(service) - top + 2,
        },
        // Its lines to small tiles are left out: it ends here.
        ...(density === 'wide'
          ? []
          : [
              {
                type: 'tip',
                to: 'down',
                colour: RAIL[service] ?? 'arrow',
                ...{ x: lineAt(box, service) - 8, y: lowest(service), width: 16, height: 14 },
              } as const,
            ]),
      ];
    }).flat();
    return [
      {
        type: 'area',
        ...box,
        fill,
        line,
        stroke: node.look === 'ready' ? 2 : 5,
        round: 18,
        ...(dashed ? { dashed } : {}),
      },
      ...name.at(box.x + head, box.y + 12, ink, fill),
      ...state.at(box.x + head, box.y + 12 + name.height, ink, fill),
      ...rails,
      ...shown.flatMap((pod, n) => {
        const place = places[n] ?? empty;
        if (density === 'wide') return [...branches(pod, place, box, services, fill), ...wideTile(pod, place, set)];
        return density === 'short' ? [...tabs(pod, place), ...shortTile(pod, place, set)] : signTile(pod, place);
      }),
    ];
  });
}
