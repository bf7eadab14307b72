import { line } from '../core/command/line.ts';

/** What the button says that has the caller's lab begin anew, once they were asked. */
export const resetLine = line('reset-lab', {});
