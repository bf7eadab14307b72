/** What sets a box apart. Its label says so too: a reader need not tell colours from one another. */
export type Tone = 'focus' | 'faded' | 'broken';

/** A thing, by its name. */
export interface Box {
  type: 'box';
  label: string;
  tone?: Tone;
}

/** What contains others: with a label it has a frame; without one it only arranges them. */
export interface Group {
  type: 'group';
  label?: string;
  /** Beside others of its kind it is one of the pictures to compare: before and after, one way and the other. */
  panel?: true;
  tone?: Tone;
  way: 'row' | 'column';
  items: readonly Figure[];
}

/**
 * From what stands before it to what stands after it, in a row or a column; to (or from) each one of a group without
 * a label. With `back`, which may be empty, it points back as well; that is what the way back is called.
 */
interface Arrow {
  type: 'arrow';
  label?: string;
  back?: string;
}

export type Figure = Box | Group | Arrow;

/** A picture of how things stand to one another, in one language. */
export interface Diagram {
  /** The same in a sentence, for a screen reader. */
  alt: string;
  figure: Group;
}

/**
 * What a diagram keeps to so that it is taken in at a glance and stays legible on a phone, where a card is a third of
 * its size. `label` is code points of a name, `alt` of the sentence, `depth` of groups within groups.
 */
export const DIAGRAM = { label: 24, alt: 200, items: 8, depth: 5, figures: 32 } as const;
