import { expect, test } from 'vitest';
import { playerOf } from '../../src/practice/practice.ts';
import { forgetLine } from '../../src/privacy/lines.ts';

test('the button that deletes says whose data it deletes, as it always did', () => {
  const owner = playerOf('discord:1');
  expect(forgetLine.write({ owner })).toBe(`forget ${owner}`);
  expect(forgetLine.read(owner)).toEqual({ owner });
  expect(forgetLine.read('')).toBeUndefined();
});
