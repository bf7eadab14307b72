/** What kubectl takes a plain value for. */
export type Value = string | number | boolean | null;

/** Where something stands in a file: line and column from 1. */
export interface Place {
  line: number;
  column: number;
}

/** A value of a manifest and where it stands. An alias is the very node that its anchor names. */
export type Node =
  | (Place & { kind: 'map'; entries: readonly Entry[] })
  | (Place & { kind: 'list'; items: readonly Node[] })
  /** `source`: as it is written, without quotes. `quoted`: it is text whatever it looks like, a block of lines too. */
  | (Place & { kind: 'scalar'; value: Value; source: string; quoted: boolean });

export type MapNode = Extract<Node, { kind: 'map' }>;

export interface Entry {
  key: string;
  /** Where the key stands. */
  at: Place;
  value: Node;
}
