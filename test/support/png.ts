import { expect } from 'vitest';

/** Width and height of a PNG (PNG specification, IHDR). */
export function sizeOf(png: Uint8Array): { width: number; height: number } {
  const view = Buffer.from(png);
  expect(view.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
}
