import type { Button, Reply } from '../core/reply/blocks.ts';
import { buttons, heading, markdown } from '../core/reply/builders.ts';

/** Asks once before something that is not easily taken back; `no`, which leaves all as it is, is what Enter presses. */
export const confirm = (question: string, consequence: string, { yes, no }: { yes: Button; no: Button }): Reply => ({
  visibility: 'caller',
  accent: 'warning',
  replaces: true,
  blocks: [heading(question), markdown(consequence), buttons({ ...no, primary: true }, yes)],
});
