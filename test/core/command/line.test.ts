import { expect, test } from 'vitest';
import { shareLine } from '../../../src/core/command/share-line.ts';

test('a button that shares writes what is read again, and what older versions wrote is read', () => {
  const said = { line: 'k8s pod' };
  expect(shareLine.write(said)).toBe('share k8s pod');
  expect(shareLine.read('k8s pod')).toEqual(said);
});
