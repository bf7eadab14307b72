/** Lines beyond which two texts are shown as all gone and all new: what compares them takes the product of the two. */
const LARGEST = 2000;
/** Lines of what is alike around a change (diff -u). */
const AROUND = 3;

interface Line {
  sign: ' ' | '-' | '+';
  text: string;
}

/** The lines of two texts in one list, with what is only in one of them. */
function compare(before: readonly string[], after: readonly string[]): Line[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end++;
  const old = before.slice(start, before.length - end);
  const now = after.slice(start, after.length - end);
  return [
    ...before.slice(0, start).map((text): Line => ({ sign: ' ', text })),
    ...middle(old, now),
    ...before.slice(before.length - end).map((text): Line => ({ sign: ' ', text })),
  ];
}

function middle(old: readonly string[], now: readonly string[]): Line[] {
  if (old.length > LARGEST || now.length > LARGEST)
    return [...old.map((text): Line => ({ sign: '-', text })), ...now.map((text): Line => ({ sign: '+', text }))];
  const width = now.length + 1;
  const longest = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      longest[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      lines.push({ sign: ' ', text: old[i] ?? '' });
      i++;
      j++;
    } else if (i < old.length && (j === now.length || at(i + 1, j) >= at(i, j + 1)))
      lines.push({ sign: '-', text: old[i++] ?? '' });
    else lines.push({ sign: '+', text: now[j++] ?? '' });
  }
  return lines;
}

const range = (from: number, count: number): string =>
  count === 1 ? `${from}` : `${count === 0 ? from - 1 : from},${count}`;

/** Two texts as `diff -u` shows what differs, without its first two lines; nothing where they are alike. */
export function unifiedDiff(before: string, after: string): string {
  const split = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));
  const lines = compare(split(before), split(after));
  const changed = lines.flatMap(({ sign }, at) => (sign === ' ' ? [] : [at]));
  const hunks: { from: number; to: number }[] = [];
  for (const at of changed) {
    const last = hunks.at(-1);
    if (last && at - last.to <= 2 * AROUND + 1) last.to = at;
    else hunks.push({ from: at, to: at });
  }
  return hunks
    .map(({ from, to }) => {
      const first = Math.max(0, from - AROUND);
      const shown = lines.slice(first, to + AROUND + 1);
      const count = (signs: string, part: readonly Line[]): number =>
        part.filter(({ sign }) => signs.includes(sign)).length;
      const ahead = lines.slice(0, first);
      const [old, now] = [' -', ' +'].map((signs) => range(count(signs, ahead) + 1, count(signs, shown)));
      return `@@ -${old} +${now} @@\n${shown.map(({ sign, text }) => `${sign}${text}\n`).join('')}`;
    })
    .join('');
}
