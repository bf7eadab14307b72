import type { Colour } from './palette.ts';

/** The size at which chat clients and link previews show a picture whole. */
export const SIZE = { width: 1200, height: 630 } as const;

/** What stands somewhere on a card; pixels from its top left. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A rectangle. */
export interface Area extends Place {
  type: 'area';
  fill?: Colour;
  /** Its border, `stroke` pixels wide, within it. */
  line?: Colour;
  stroke?: number;
  dashed?: true;
  round?: number;
}

/** One line of text; it is centred in its place or begins at its left. */
export interface Words extends Place {
  type: 'words';
  text: string;
  size: number;
  bold: boolean;
  centred: boolean;
  colour: Colour;
  /** What it stands on; the two are told apart well enough (see the palette). */
  on: Colour;
}

/** An arrow's tip, which fills its place. */
export interface Tip extends Place {
  type: 'tip';
  to: 'right' | 'left' | 'down' | 'up';
  colour: Colour;
}

/** What a card is painted of, in this order. */
export type Mark = Area | Words | Tip;
