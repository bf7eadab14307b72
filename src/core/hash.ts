/** A number (32 bits) from a text that looks random but is always the same: FNV-1a, then murmur3's finalizer. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The hash in `width` letters and digits. */
export const shortHash = (text: string, width: number): string =>
  hash(text).toString(36).padStart(width, '0').slice(-width);
