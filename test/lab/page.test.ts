import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { labPage } from '../../scripts/lab-page.ts';
import { ROOT } from '../support/world.ts';

test('docs/lab.md is what the tests say: node scripts/lab-page.ts', () => {
  expect(readFileSync(join(ROOT, 'docs/lab.md'), 'utf8')).toBe(labPage());
});
