/** Where a text that is too long may be cut, best first: after a line, after a sentence, after a word. */
const CUTS = [/\n/g, /[.!?。…]["')\]]?\s/g, /\s/g];

/** A part of at most `max` UTF-16 units from the start of `text`, cut at the best place in its second half. */
export function head(text: string, max: number): string {
  if (text.length <= max) return text;
  for (const cut of CUTS) {
    const last = Array.from(text.slice(0, max).matchAll(cut)).at(-1);
    if (last && last.index > max / 2) return text.slice(0, last.index + last[0].length);
  }
  // Not between the halves of a surrogate pair.
  return text.slice(0, /[\uD800-\uDBFF]/.test(text[max - 1] ?? '') ? max - 1 : max);
}

/** Cuts to `max` code points, at a word's end where one is near, with an ellipsis. */
export function truncate(text: string, max: number): string {
  // Never fewer than code points.
  if (text.length <= max) return text;
  const points = Array.from(text);
  if (points.length <= max) return text;
  const head = points.slice(0, max - 1).join('');
  const space = head.lastIndexOf(' ');
  return `${(space > max * 0.6 ? head.slice(0, space) : head).trimEnd()}…`;
}
