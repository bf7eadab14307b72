import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Bytes of a text at most: a packed one of few bytes may be very long. */
const LONGEST = 64 * 1024 * 1024;

/** A long text as few bytes. */
export const packText = (text: string): Uint8Array => zstdCompressSync(text);

/** Undefined where it is none, or too long. */
export function unpackText(packed: Uint8Array): string | undefined {
  try {
    return zstdDecompressSync(packed, { maxOutputLength: LONGEST }).toString('utf8');
  } catch {
    return undefined;
  }
}
