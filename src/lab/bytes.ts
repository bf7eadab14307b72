/**
 * Bytes as the programs of a lab have them: as text, in which a byte that is part of no letter of UTF-8 stands as a
 * letter of its own, U+DC80 to U+DCFF. No text has those alone, so what comes in goes out again byte for byte.
 */
const OWN = 0xdc00;

/** How many bytes the letter that begins there has; 0 where none does, -1 where its end has not come yet. */
function letterAt(bytes: Uint8Array, at: number): number {
  const [first = 0, second] = bytes.subarray(at, at + 2);
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (length === 0) return 0;
  // Not longer than it must be, no half of a pair, nothing beyond the last letter (Unicode, table 3-7).
  const from = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const to = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second === undefined) return -1;
  if (second < from || second > to) return 0;
  for (let i = 2; i < length; i++) {
    const next = bytes[at + i];
    if (next === undefined) return -1;
    if ((next & 0xc0) !== 0x80) return 0;
  }
  return length;
}

export function textOfBytes(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  let begun = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = letterAt(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    pieces.push(buffer.toString('utf8', begun, at), String.fromCharCode(OWN + (bytes[at] ?? 0)));
    at++;
    begun = at;
  }
  return pieces.join('') + buffer.toString('utf8', begun);
}

export function bytesOfText(text: string): Buffer {
  if (text.isWellFormed()) return Buffer.from(text);
  const pieces = text.split(/([\uDC80-\uDCFF]+)/u);
  return Buffer.concat(
    pieces.map((piece, nth) =>
      nth % 2 === 0 ? Buffer.from(piece) : Buffer.from(Array.from(piece, (letter) => letter.charCodeAt(0) - OWN)),
    ),
  );
}

/** Reads bytes that come in pieces: a letter may stand in two of them. */
export function createBytesReader(): { read(bytes: Uint8Array): string; rest(): string } {
  let left: Uint8Array = new Uint8Array();
  return {
    read(more) {
      const bytes = Buffer.concat([left, more]);
      let end = bytes.length;
      for (let back = Math.min(3, end); back > 0; back--)
        if (letterAt(bytes, bytes.length - back) === -1) {
          end = bytes.length - back;
          break;
        }
      left = bytes.subarray(end);
      return textOfBytes(bytes.subarray(0, end));
    },
    rest: () => textOfBytes(left),
  };
}
