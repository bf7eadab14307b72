import type { Box, Diagram, Group, Tone } from '../core/reply/diagram.ts';
import { arrange, STRETCH } from './arrangement.ts';
import { drawableText, type WidthOf } from './font.ts';
import { breakLabel } from './lines.ts';
import type { Area, Mark, Place } from './marks.ts';
import type { Colour } from './palette.ts';
import { type Ground, middleOf, type Part, type Setting, textLines } from './parts.ts';

/** In em of the diagram's letters. */
const PAD = { x: 0.6, y: 0.4 } as const;
const INNER = 0.5;
const LEADING = 1.3;
const ROUND = 0.4;
const STROKE = 0.07;
const NARROWEST = 2.4;

const TONES: Readonly<Record<Tone | 'plain', { fill: Colour; line: Colour; ink: Colour; dashed?: true }>> = {
  plain: { fill: 'box', line: 'frame', ink: 'ink' },
  focus: { fill: 'focus', line: 'focusLine', ink: 'onFocus' },
  faded: { fill: 'faded', line: 'fadedLine', ink: 'onFaded', dashed: true },
  broken: { fill: 'broken', line: 'brokenLine', ink: 'onBroken', dashed: true },
};

function boxPart({ label, tone }: Box, { longest, widthOf }: Setting): Part {
  const { fill, line, ink, dashed } = TONES[tone ?? 'plain'];
  const bold = tone === 'focus';
  const of = (words: string): number => widthOf(words, bold);
  const words = drawableText(label);
  const lines = breakLabel(words, longest, of);
  return {
    width: Math.max(NARROWEST, Math.max(...lines.map(of), 0) + 2 * PAD.x),
    height: Math.max(lines.length, 1) * LEADING + 2 * PAD.y,
    draw(at) {
      // It may have become wider than it asked for.
      const set = breakLabel(words, Math.max(longest, at.width - 2 * PAD.x), of);
      const y = at.y + (at.height - set.length * LEADING) / 2;
      const style = { size: 1, leading: LEADING, bold, centred: true, colour: ink, on: fill } as const;
      return [
        { type: 'area', ...at, fill, line, stroke: STROKE, round: ROUND, ...(dashed ? { dashed } : {}) },
        ...textLines(set, { ...at, y }, style),
      ];
    },
    touch: (at, side) => [middleOf(at, side)],
  };
}

const LABEL = { size: 0.86, leading: 1.25, gap: 0.4 } as const;

/** A frame with its label at its top, around an arrangement. */
function framed(group: Group & { label: string }, setting: Setting): Part {
  const inner = arrange(group, setting, partOf);
  const { tone, panel = false } = group;
  const { line, dashed } = TONES[tone ?? 'plain'];
  const size = panel ? 1 : LABEL.size;
  const of = (words: string): number => setting.widthOf(words, true) * size;
  const lines = breakLabel(drawableText(group.label), Math.max(setting.longest, inner.width), of);
  const top = lines.length * size * LABEL.leading + LABEL.gap + INNER * 0.7;
  return {
    width: Math.max(inner.width, ...lines.map(of)) + 2 * INNER,
    height: top + inner.height + INNER,
    draw(at, on) {
      const fill: Ground = on === 'sheet' ? 'tray' : 'sheet';
      const place = { x: at.x + INNER, y: at.y + INNER * 0.7, width: at.width - 2 * INNER };
      const frame: Area = {
        type: 'area',
        ...at,
        fill,
        round: ROUND * 1.4,
        ...(panel && tone === undefined ? {} : { line, stroke: tone === 'focus' ? STROKE * 1.8 : STROKE }),
        ...(dashed ? { dashed } : {}),
      };
      return [
        frame,
        ...textLines(lines, place, {
          size,
          leading: LABEL.leading,
          bold: true,
          centred: panel,
          colour: 'ink',
          on: fill,
        }),
        ...inner.draw({ ...place, y: at.y + top, height: at.height - top - INNER }, fill),
      ];
    },
    touch: (at, side) => [middleOf(at, side)],
  };
}

function partOf(figure: Box | Group, setting: Setting): Part {
  if (figure.type === 'box') return boxPart(figure, setting);
  const { label } = figure;
  return label === undefined ? arrange(figure, setting, partOf) : framed({ ...figure, label }, setting);
}

/** Widest lines of a label that are tried, in em: it is broken where that makes the diagram's letters larger. */
const WIDEST = [30, 14, 10, 8, 6.5, 5] as const;
/** A diagram is not drawn out until its arrows are long. */
const WIDEN = 1.2;
/** Pixels of a letter; larger would shout. */
const LARGEST = 34;

const scaled = (mark: Mark, by: number): Mark => ({
  ...mark,
  x: mark.x * by,
  y: mark.y * by,
  width: mark.width * by,
  height: mark.height * by,
  ...('size' in mark ? { size: mark.size * by } : {}),
  ...('stroke' in mark && mark.stroke !== undefined ? { stroke: Math.max(2, mark.stroke * by) } : {}),
  ...('round' in mark && mark.round !== undefined ? { round: mark.round * by } : {}),
});

/** A diagram in its place: how large its letters are (pixels), and what it is painted of. */
export interface Laid {
  size: number;
  marks(): Mark[];
}

/** Lays a diagram into the middle of any place (pixels), which it never leaves. */
export function createDiagramLayout({ figure }: Diagram, widthOf: WidthOf): (place: Place) => Laid {
  const parts = WIDEST.map((longest) => partOf(figure, { longest, widthOf }));
  return (place) => {
    const sizeOf = (part: Part): number => Math.min(LARGEST, place.width / part.width, place.height / part.height);
    const part = parts.reduce((one, other) => (sizeOf(other) > sizeOf(one) * 1.06 ? other : one));
    const size = sizeOf(part);
    return {
      size,
      marks() {
        const width = Math.min(place.width / size, part.width * WIDEN);
        const height = Math.min(place.height / size, part.height * STRETCH);
        const x = (place.x + place.width / 2) / size - width / 2;
        const y = (place.y + place.height / 2) / size - height / 2;
        return part.draw({ x, y, width, height }, 'sheet').map((mark) => scaled(mark, size));
      },
    };
  };
}
