/** What the blocks of one message or view share while they are checked. */

import type { Field } from './form.ts';

export interface Scene {
  readonly surface: 'message' | 'modal' | 'home';
  /** The block_ids so far. */
  readonly blockIds: Set<unknown>;
  /** The action_ids so far in the block that is being checked. */
  readonly actionIds: Set<unknown>;
  /** The elements so far that want the focus. */
  readonly focused: Field[];
  /** The texts so far of `markdown` blocks. */
  readonly markdown: string[];
}

export const createScene = (surface: Scene['surface']): Scene => ({
  surface,
  blockIds: new Set(),
  actionIds: new Set(),
  focused: [],
  markdown: [],
});
