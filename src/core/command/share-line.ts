import { line, rest } from './line.ts';

/** `share <line>`: what the button says that shares a reply with the channel; the line shows the same reply again. */
export const shareLine = line('share', { line: rest });
