const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

/** JSON whose keys are in order: alike values give alike text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : one,
  );
}

/**
 * A short name for what a template says, in letters that make no word: FNV-1a of 32 bits, its digits written in the letters
 * of `rand.SafeEncodeString`. `collisions` makes it another where a name was taken.
 */
export function hashOf(value: unknown, collisions = 0): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(canonical(value) + (collisions === 0 ? '' : `${collisions}`)))
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return Array.from(`${hash}`, (digit) => LETTERS[digit.charCodeAt(0) % LETTERS.length]).join('');
}
