/** What the blocks of one message or view share while they are checked. */

import type { Field } from './form.ts';

export type Surface = 'message' | 'modal' | 'home';

export interface Scene {
  readonly surface: Surface;
  /** The block_ids so far. */
  readonly blockIds: Set<unknown>;
  /** The action_ids so far in the block that is being checked. */
  readonly actionIds: Set<unknown>;
  /** The elements so far that want the focus. */
  readonly focused: Field[];
  /** Characters so far of all `markdown` blocks and of all cells, and how many charts. */
  readonly tally: { markdown: number; cells: number; charts: number };
}

export const createScene = (surface: Surface): Scene => ({
  surface,
  blockIds: new Set(),
  actionIds: new Set(),
  focused: [],
  tally: { markdown: 0, cells: 0, charts: 0 },
});
