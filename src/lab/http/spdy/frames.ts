/** Bytes of a frame before what it carries. */
const HEAD = 8;

/**
 * Puts frames together of pieces of any size, each byte copied a few times at most. Undefined where a frame has more than
 * `most` bytes.
 */
export function createFrames(most: number): (bytes: Buffer) => Buffer[] | undefined {
  let pieces: Buffer[] = [];
  let have = 0;
  let need = HEAD;
  return (bytes) => {
    pieces.push(bytes);
    have += bytes.length;
    const frames: Buffer[] = [];
    while (have >= need) {
      const [whole] = pieces.length === 1 ? pieces : [Buffer.concat(pieces)];
      if (whole === undefined) break;
      const length = HEAD + (whole.readUInt32BE(4) & 0xff_ffff);
      if (length > most) return undefined;
      const isWhole = have >= length;
      if (isWhole) frames.push(whole.subarray(0, length));
      const rest = isWhole ? whole.subarray(length) : whole;
      pieces = [rest];
      have = rest.length;
      need = isWhole ? HEAD : length;
    }
    return frames;
  };
}
