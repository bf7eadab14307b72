import type { Word } from './ast.ts';

const MOST = 10_000;

/** `{1..5}` and `{a,b}` of bash: one in a word, outside quotes. */
export function braces(word: Word): readonly Word[] {
  for (const [nth, part] of word.entries()) {
    if (part.kind !== 'text' || part.quoted) continue;
    const found = /\{([^{}]*)\}/.exec(part.text.slice(0, 4096));
    const inner = found?.[1];
    if (!found || inner === undefined) continue;
    const range = /^(-?\d{1,9})\.\.(-?\d{1,9})(?:\.\.(\d{1,9}))?$/.exec(inner);
    const items = range ? count(Number(range[1]), Number(range[2]), Number(range[3] ?? 1)) : inner.split(',');
    if (!range && items.length < 2) continue;
    const before = part.text.slice(0, found.index);
    const after = part.text.slice(found.index + found[0].length);
    return items.map((item) => [
      ...word.slice(0, nth),
      { kind: 'text', text: before + item + after, quoted: false },
      ...word.slice(nth + 1),
    ]);
  }
  return [word];
}

function count(from: number, to: number, step: number): string[] {
  const length = Math.min(MOST, Math.floor(Math.abs(to - from) / Math.max(1, step)) + 1);
  return Array.from({ length }, (_, nth) => String(from + Math.sign(to - from) * nth * Math.max(1, step)));
}
