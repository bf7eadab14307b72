import { constants, createDeflate, createInflate } from 'node:zlib';
import { DICTIONARY, number32 } from './dictionary.ts';

/** Bytes that the headers of one stream may have, unpacked. */
const MOST = 16_384;

/** Unpacks the headers of one stream after another: what was in the last ones helps to unpack the next. */
export function createHeaderReader() {
  const inflate = createInflate({ dictionary: DICTIONARY });
  let pieces: Buffer[] = [];
  let length = 0;
  inflate.on('data', (piece: Buffer) => {
    length += piece.length;
    if (length <= MOST) pieces.push(piece);
    else inflate.destroy(new Error('the headers are too long'));
  });
  let failed: Error | undefined;
  inflate.on('error', (error) => {
    failed = error;
  });
  return {
    /** One block after another. @throws Error where it is broken, or too long. */
    read: (block: Buffer): Promise<Map<string, string>> =>
      new Promise((resolve, reject) => {
        pieces = [];
        length = 0;
        if (failed) return reject(failed);
        inflate.once('error', reject);
        inflate.write(block, () => {
          inflate.off('error', reject);
          if (length <= MOST) resolve(pairsIn(Buffer.concat(pieces)));
        });
      }),
    close: () => inflate.destroy(),
  };
}

function pairsIn(bytes: Buffer): Map<string, string> {
  let at = 4;
  const text = (): string => {
    const length = bytes.readUInt32BE(at);
    at += 4 + length;
    return bytes.subarray(at - length, at).toString();
  };
  const pairs = new Map<string, string>();
  for (let left = bytes.readUInt32BE(0); left > 0 && at < bytes.length; left--) {
    const name = text();
    pairs.set(name, text());
  }
  return pairs;
}

/** Packs empty headers, which is all that is ever answered. */
export function createHeaderWriter() {
  const deflate = createDeflate({ dictionary: DICTIONARY });
  let pieces: Buffer[] = [];
  deflate.on('data', (piece: Buffer) => void pieces.push(piece));
  return {
    /** One block after another. */
    none: (): Promise<Buffer> =>
      new Promise((resolve) => {
        pieces = [];
        deflate.write(number32(0));
        deflate.flush(constants.Z_SYNC_FLUSH, () => resolve(Buffer.concat(pieces)));
      }),
    close: () => deflate.destroy(),
  };
}
