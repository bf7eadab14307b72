import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readAssets } from '../../src/platforms/web/assets.ts';

test('all scripts that a phone loads are under 20 kB compressed', () => {
  const scripts = Array.from(readAssets().files).filter(([name]) => name.endsWith('.js'));
  const sizes = scripts.map(([name, asset]) => [name, gzipSync(asset().body).length] as const);
  expect(sizes.map(([name]) => name)).toContain('page.js');
  expect(
    sizes.reduce((sum, [, size]) => sum + size, 0),
    JSON.stringify(sizes),
  ).toBeLessThan(20_000);
});
