import { text } from '../text.ts';
import type { Sheet } from './sheet.ts';

/** A line of JSON with a value at its end, and none with a comma before the next key or item. */
const ENDS = /(?:["\d\]}el])\s*$/;
const BEGINS = /^\s*["{[\dtfn-]/;

/** Commas that are missing between lines of JSON. */
export function commas({ lines, write, slip }: Sheet): void {
  if (!/^\s*[{[]/.test(lines.find(({ text: whole }) => whole.trim() !== '')?.text ?? '')) return;
  for (const [at, { text: whole }] of lines.entries()) {
    const next = lines[at + 1]?.text ?? '';
    if (!ENDS.test(whole) || /[,:[{]\s*$/.test(whole) || !BEGINS.test(next)) continue;
    write(at, `${whole.trimEnd()},`);
    slip(
      at,
      'missing-comma',
      text.both((t) => t.missingComma),
    );
  }
}
