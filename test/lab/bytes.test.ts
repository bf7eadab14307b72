import { expect, test } from 'vitest';
import { bytesOfText, createBytesReader, textOfBytes } from '../../src/lab/bytes.ts';

const ODD = [
  [],
  [0xef, 0xbb, 0xbf, 0x61],
  [0xff, 0xfe, 0x00, 0x80],
  [0xed, 0xb2, 0x80],
  [0xf0, 0x9f, 0x92, 0x80],
  [0xc0, 0xaf, 0xe0, 0x80, 0xf4, 0x90, 0x80, 0x80],
  [0xeb, 0x8f, 0x84, 0xeb, 0x8f],
  Array.from({ length: 256 }, (_, byte) => byte),
  Array.from({ length: 4096 }, (_, at) => (at * 7919 + (at >> 3) * 31) & 255),
];

test.each(ODD.map((bytes) => [bytes.slice(0, 8).join(' '), bytes] as const))(
  '%s: bytes stay as they are',
  (_, bytes) => {
    expect(Array.from(bytesOfText(textOfBytes(Uint8Array.from(bytes))))).toEqual(bytes);
    for (const size of [1, 2, 3, 5]) {
      const reader = createBytesReader();
      let text = '';
      for (let at = 0; at < bytes.length; at += size) text += reader.read(Uint8Array.from(bytes.slice(at, at + size)));
      expect(Array.from(bytesOfText(text + reader.rest()))).toEqual(bytes);
      expect(text + reader.rest()).toBe(textOfBytes(Uint8Array.from(bytes)));
    }
  },
);

test('text is what it was', () => {
  for (const text of ['', '도시락 🍱', '💀\uFEFF', 'a\0b']) expect(textOfBytes(bytesOfText(text))).toBe(text);
});
