import { expect, test } from 'vitest';
import { readLine } from '../../src/lookup/lines.ts';
import { pageLine } from '../../src/lookup/page.ts';

test('a message of before still shows its next page', () => {
  expect(readLine.read('why-kubernetes#terms 2')).toEqual({ id: 'why-kubernetes#terms', page: 2 });
  expect(readLine.read('pod')).toEqual({ id: 'pod' });
  for (const line of ['', 'pod -1', 'pod 1000000', 'pod x']) expect(readLine.read(line)).toBeUndefined();
});

test('the first page of a topic is its own line, a later one is read', () => {
  expect(pageLine('pod', 1)).toBe('ask pod');
  const line = pageLine('pod', 3);
  expect(line).toBe('read pod 3');
  expect(readLine.read(line.slice('read '.length))).toEqual({ id: 'pod', page: 3 });
});
