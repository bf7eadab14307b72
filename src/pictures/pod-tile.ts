import { POD_MARKS, type PodLook, type PodTile, type VersionTone } from '../core/reply/cluster.ts';
import { drawableText } from './font.ts';
import type { Area, Mark, Place } from './marks.ts';
import type { Colour } from './palette.ts';
import { type Setter, sizes } from './text.ts';

interface Tone {
  fill: Colour;
  line: Colour;
}

export const TONES: Readonly<Record<VersionTone, Tone>> = {
  none: { fill: 'box', line: 'frame' },
  0: { fill: 'version0', line: 'version0Line' },
  1: { fill: 'version1', line: 'version1Line' },
  2: { fill: 'version2', line: 'version2Line' },
};

interface Sign {
  fill: Colour;
  line?: Colour;
  dashed?: true;
  ink: Colour;
  /** A circle for what runs or will; a square for what does not. */
  isRound: boolean;
}

const SIGNS: Readonly<Record<PodLook, Sign>> = {
  ready: { fill: 'good', ink: 'onSign', isRound: true },
  unready: { fill: 'box', line: 'focusLine', ink: 'ink', isRound: true },
  starting: { fill: 'box', line: 'arrow', dashed: true, ink: 'ink', isRound: true },
  broken: { fill: 'brokenLine', ink: 'onSign', isRound: false },
  leaving: { fill: 'faded', line: 'fadedLine', dashed: true, ink: 'onFaded', isRound: false },
  waiting: { fill: 'box', line: 'arrow', dashed: true, ink: 'ink', isRound: false },
  lost: { fill: 'faded', line: 'fadedLine', ink: 'onFaded', isRound: false },
  done: { fill: 'box', line: 'frame', ink: 'ink', isRound: false },
};

/** The ground of a Pod's tile: of its version, unless its state says more. */
function groundOf({
  look,
  tone,
}: Pick<PodTile, 'look' | 'tone'>): Tone & { ink: Colour; dashed?: true; stroke: number } {
  switch (look) {
    case 'broken':
      return { fill: 'broken', line: 'brokenLine', ink: 'onBroken', stroke: 4 };
    case 'leaving':
    case 'lost':
      return { fill: 'faded', line: 'fadedLine', ink: 'onFaded', dashed: true, stroke: 3 };
    case 'waiting':
      return { ...TONES[tone], ink: 'ink', dashed: true, stroke: 3 };
    case 'starting':
    case 'unready':
    case 'ready':
    case 'done':
      return { ...TONES[tone], ink: 'ink', stroke: 3 };
    default:
      return look satisfies never;
  }
}

/** The sign of a state: a shape with a letter. */
export function podSign(look: PodLook, { x, y }: Pick<Place, 'x' | 'y'>, size: number): Mark[] {
  const { fill, line, dashed, ink, isRound } = SIGNS[look];
  const place = { x, y, width: size, height: size };
  const area: Area = {
    type: 'area',
    ...place,
    fill,
    round: isRound ? size / 2 : size / 6,
    ...(line ? { line, stroke: Math.max(2, size / 12) } : {}),
    ...(dashed ? { dashed } : {}),
  };
  const { letter } = POD_MARKS[look];
  return [
    area,
    { type: 'words', ...place, text: letter, size: size * 0.6, bold: true, centred: true, colour: ink, on: fill },
  ];
}

const BAND = 12;
const PAD = 12;

/** From here on a tile has a line for how often its Pod was started again. */
const TALL = 104;

/** A Pod with its name and what it does. */
export function wideTile(pod: PodTile, at: Place, set: Setter): Mark[] {
  const { fill, line, ink, dashed, stroke } = groundOf(pod);
  const { name, says, badge = '' } = pod;
  const size = Math.min(50, at.height - 2 * PAD);
  const left = at.x + BAND + PAD;
  const inside = left + size + PAD;
  const width = at.x + at.width - PAD - inside;
  const told = badge === '' || at.height >= TALL ? [says, badge] : [`${says} · ${badge}`];
  const lines = [name, ...told].filter((one) => one !== '');
  const height = (at.height - 14) / lines.length;
  const texts = lines.map((one, i) =>
    set(drawableText(one), {
      ...{ width, height, leading: 1.2, bold: i === 0 },
      sizes: i === 0 ? sizes(30, 20) : sizes(27, 15, 1),
    }),
  );
  let y = at.y + (at.height - texts.reduce((sum, one) => sum + one.height, 0)) / 2;
  return [
    { type: 'area', ...at, fill, line, stroke, round: 12, ...(dashed ? { dashed } : {}) },
    ...(pod.tone === 'none'
      ? []
      : [
          {
            type: 'area',
            ...{ x: at.x, y: at.y, width: BAND, height: at.height },
            fill: TONES[pod.tone].line,
            round: 6,
          } as const,
        ]),
    ...podSign(pod.look, { x: left, y: at.y + (at.height - size) / 2 }, size),
    ...texts.flatMap((one) => {
      const marks = one.at(inside, y, ink, fill);
      y += one.height;
      return marks;
    }),
  ];
}

/** A Pod with its sign and the last part of its name. */
export function shortTile(pod: PodTile, at: Place, set: Setter): Mark[] {
  const { fill, line, ink, dashed, stroke } = groundOf(pod);
  const size = at.height - 14;
  const inside = at.x + 8 + size + 6;
  const name = set(drawableText(pod.short), {
    width: at.x + at.width - 6 - inside,
    height: at.height - 8,
    sizes: sizes(24, 16),
    bold: true,
    leading: 1.2,
  });
  return [
    { type: 'area', ...at, fill, line, stroke, round: 10, ...(dashed ? { dashed } : {}) },
    ...podSign(pod.look, { x: at.x + 8, y: at.y + 7 }, size),
    ...name.at(inside, at.y + (at.height - name.height) / 2, ink, fill),
  ];
}

/** A Pod as its sign alone, on its version's colour. */
export function signTile(pod: PodTile, at: Place): Mark[] {
  const { fill, line, dashed, stroke } = groundOf(pod);
  const pad = Math.max(4, at.height * 0.14);
  return [
    { type: 'area', ...at, fill, line, stroke, round: at.height / 5, ...(dashed ? { dashed } : {}) },
    ...podSign(pod.look, { x: at.x + pad, y: at.y + pad }, at.height - 2 * pad),
  ];
}
