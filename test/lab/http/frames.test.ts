import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFrames } from '../../../src/lab/http/spdy/frames.ts';

const frame = (length: number): Buffer => {
  const bytes = Buffer.alloc(8 + length, length % 256);
  bytes.writeUInt32BE(length, 4);
  return bytes;
};

test('frames come out whole, however they are cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(300), { maxLength: 20 }),
      fc.array(fc.integer({ min: 1, max: 50 })),
      (lengths, cuts) => {
        const sent = lengths.map(frame);
        const all = Buffer.concat(sent);
        const take = createFrames(1000);
        const got: Buffer[] = [];
        for (let at = 0, nth = 0; at < all.length; nth++) {
          const end = at + (cuts[nth % Math.max(1, cuts.length)] ?? 7);
          got.push(...(take(all.subarray(at, end)) ?? []));
          at = end;
        }
        expect(got).toEqual(sent);
      },
    ),
  );
});

test('one that is too long is refused as soon as it says so', () => {
  const take = createFrames(1000);
  expect(take(frame(2000).subarray(0, 7))).toEqual([]);
  expect(take(frame(2000).subarray(7, 8))).toBeUndefined();
});
