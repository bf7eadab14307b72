import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Document } from '../../src/search/document.ts';
import { asMessage, compilePattern } from '../../src/search/message-patterns.ts';
import { indexSearch } from '../../src/search/search.ts';
import { COURSE, courseIn, ROOT } from '../support/world.ts';

test.each([
  ['Back-off pulling image', 'Warning  BackOff  3s  kubelet  Back-off   pulling image "web:1"', true],
  ['exit code #', 'it ended with Exit Code: 137 today', true],
  ['exit code # now', 'exit code none now', false],
  ['0/# nodes * taint', '0/3 nodes are available: 3 had a taint', true],
  ['0/# nodes * taint', '0/3 nodes are available', false],
  ['evicted', 'unevicted pods', false],
  ['evicted', 'evicteds', false],
  ['evicted', 'evicted: 3', true],
  ["selector doesn't match", 'the selector doesn’t match', true],
])('%j is found in %j: %j', (pattern, line, found) => {
  expect(compilePattern(pattern).isIn(asMessage(line))).toBe(found);
});

test('a pattern takes linear steps, whatever stands in the line', () => {
  const { isIn } = compilePattern('aa*aa*aa*aa*ab');
  expect(isIn('a'.repeat(100_000))).toBe(false);
  expect(compilePattern('x#x#x#y').isIn('x1'.repeat(50_000))).toBe(false);
});

// A course of another subject.
const oven = (signs: Document['signs']): Document => ({
  ...{ id: 'oven', kind: 'term', title: { ko: '오븐', en: 'Oven' }, names: [], misspellings: [], asks: [] },
  ...{ definition: '빵을 굽는 기구', body: '', signs, tasks: [], hasExample: false },
});
const search = indexSearch(
  [
    oven([
      { says: ['E# door'], asks: [], general: true },
      { says: ['E# door open * minutes'], asks: ['문이 안 닫혀요', 'the door does not close'], general: false },
      { says: ['The kitchen reports missing parts'], asks: [], general: true },
      { says: ['The kitchen reports missing parts: tray * of the upper oven'], asks: [], general: false },
    ]),
  ],
  [],
);

test('a cause goes before what only shows that something is wrong', () => {
  expect(search('oven log\nE7 door\nE7 door open for 12 minutes').guide).toEqual({
    ...{ kind: 'sign', id: 'oven', at: 1, line: 2 },
  });
  expect(search('oven log\nE7 door').guide).toMatchObject({ at: 0, line: 1 });
});

test('what several messages begin with is no quote of one of them', () => {
  expect(search('The kitchen reports missing parts: pan 3 of the lower shelf').guide).toMatchObject({ at: 2 });
  expect(search('missing parts: tray 3 of the upper oven').guide).toMatchObject({ at: 3 });
});

test('trouble told in words of its own is found as its message is', () => {
  expect(search('문이 안 닫혀요').guide).toMatchObject({ kind: 'sign', at: 1 });
  expect(search('오븐이 뭐예요?').guide).toBeUndefined();
});

test('a manifest in which nothing is wrong is told of no trouble', () => {
  const folder = join(ROOT, 'test/doctor/good');
  const course = courseIn([COURSE]);
  const told = readdirSync(folder).filter(
    (file) => course.search(readFileSync(join(folder, file), 'utf8')).guide?.kind === 'sign',
  );
  expect(told).toEqual([]);
  const pair =
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: restarter\n---\n' +
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata:\n  name: ci-restarter';
  expect(course.search(pair).guide).toBeUndefined();
});
