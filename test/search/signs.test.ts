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
  ...{ definition: '빵을 굽는 기구', body: '', signs, tasks: [], commands: [], hasExample: false },
});
const search = indexSearch(
  [
    oven([
      { says: ['E# door'], asks: [], general: true, healthy: false },
      {
        says: ['E# door open * minutes'],
        asks: ['문이 안 닫혀요', 'the door does not close'],
        general: false,
        healthy: false,
      },
      { says: ['READY AGE | READY 1/1', 'oven ready'], asks: [], general: false, healthy: true },
      { says: ['The kitchen reports missing parts'], asks: [], general: true, healthy: false },
      {
        says: ['The kitchen reports missing parts: tray * of the upper oven'],
        asks: [],
        general: false,
        healthy: false,
      },
    ]),
  ],
  [],
);

test('a cause goes before what only shows that something is wrong', () => {
  expect(search('oven log\nE7 door\nE7 door open for 12 minutes').guide).toEqual({
    ...{ kind: 'sign', id: 'oven', at: 1, said: 0, line: 2 },
  });
  expect(search('oven log\nE7 door').guide).toMatchObject({ at: 0, line: 1 });
});

test.each(['NAME  READY  AGE\nupper  1/1  3d', 'NAME READY AGE\nupper 1/1 3d', '$ open\noven ready\nOven   ready'])(
  'all is well where nothing else is told: %j',
  (text) => {
    expect(search(text).guide).toMatchObject({ at: 2 });
    expect(search(`${text}\nE7 door`).guide).toMatchObject({ at: 0 });
  },
);

test.each(['NAME  READY  AGE\nupper  1/1  3d\nlower  odd  3d', 'oven ready\nsmoke', 'oven ready\n왜 이래요'])(
  'all is well only where each line says so: %j',
  (text) => {
    expect(search(text).guide).toBeUndefined();
  },
);

test('who says that all is well, but something is not, is not told that all is well', () => {
  expect(search('oven ready인데 빵이 안 구워져요').guide).toBeUndefined();
});

test('a table that has no sign of trouble is told of none', () => {
  const course = courseIn([COURSE]);
  for (const table of [
    'NAME READY STATUS RESTARTS AGE\nweb-6c8f7d5b9c-2kq4z 1/1 Running 0 3d2h\nredis-0 1/1 Running 0 3d2h',
    'NAME   READY   UP-TO-DATE   AVAILABLE   AGE\nweb    3/3     3            3           2d',
    'NAME     STATUS   ROLES           AGE   VERSION\nnode-1   Ready    control-plane   10d   v1.34.2',
    'NAME         TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)        AGE\nweb          NodePort    10.96.31.7   <none>        80:30080/TCP   2d',
    'NAME        DATA   AGE\ndb-config   3      2d',
  ]) {
    const { guide } = course.search(table);
    const sign = guide?.kind === 'sign' ? course.terms.get(guide.id)?.signs[guide.at] : undefined;
    expect([table, sign?.healthy ?? 'none']).toEqual([table, table.includes('DATA') ? 'none' : true]);
  }
});

test('what several messages begin with is no quote of one of them', () => {
  expect(search('The kitchen reports missing parts: pan 3 of the lower shelf').guide).toMatchObject({ at: 3 });
  expect(search('missing parts: tray 3 of the upper oven').guide).toMatchObject({ at: 4 });
});

test('which of a sign’s patterns a line reads as is told; of trouble in words of its own there is none', () => {
  expect(search('$ open\noven ready').guide).toMatchObject({ at: 2, said: 1 });
  expect(search('문이 안 닫혀요').guide).not.toHaveProperty('said');
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
