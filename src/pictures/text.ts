import type { WidthOf } from './font.ts';
import { fitText, type Room } from './lines.ts';
import type { Mark } from './marks.ts';
import type { Colour } from './palette.ts';
import { textLines } from './parts.ts';

/** What is said on a card, as the font can show it; what is not said is empty. */
export interface Said {
  title: string;
  aside: string;
  text: string;
  quote: string;
  foot: string;
}

/** A text that was fitted into its room; pixels. */
export interface Text {
  /** None of it was cut. */
  whole: boolean;
  /** Of its longest line. */
  width: number;
  height: number;
  at(x: number, y: number, colour: Colour, on: Colour): Mark[];
}

export type Setter = (words: string, room: Room) => Text;

/** Sets text in the card's font. */
export const createSetter =
  (widthOf: WidthOf): Setter =>
  (words, room) => {
    const { whole, size, lines, height } = fitText(words, room, widthOf);
    const { bold, leading } = room;
    const width = Math.max(0, ...lines.map((line) => widthOf(line, bold) * size));
    return {
      whole,
      width,
      height,
      at: (x, y, colour, on) => textLines(lines, { x, y, width }, { size, leading, bold, centred: false, colour, on }),
    };
  };

/** `large`, `large - step` … down to `small`. */
export const sizes = (large: number, small: number, step = 2): number[] =>
  Array.from({ length: Math.floor((large - small) / step) + 1 }, (_, i) => large - i * step);
