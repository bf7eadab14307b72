import { expect, test } from 'vitest';
import { CAPACITY } from '../../../src/lab/engine/capacity.ts';
import { createStore } from '../../../src/lab/engine/store.ts';
import { CONFIGMAPS, EVENTS, PODS } from '../../../src/lab/kinds/core.ts';
import type { Row } from '../../../src/lab/kinds/row.ts';

let last = 0;
const storeOfNow = () => createStore({ now: () => 0, uid: () => `${++last}` });
const object = (row: Row, name: string, data: Record<string, string> = {}) => ({
  ...{ apiVersion: 'v1', kind: row.kind, data },
  metadata: { name, namespace: 'default' },
});

test('a lab has room for so many Pods and objects; what the cluster writes for itself is not among them', () => {
  const store = storeOfNow();
  const fill = (row: Row, to: number): void => {
    for (let n = 0; n < to; n++) store.create(row, object(row, `${row.kind.toLowerCase()}-${n}`));
  };
  fill(PODS as Row, CAPACITY.pods);
  expect(() => store.create(PODS as Row, object(PODS as Row, 'more'))).toThrow(
    'pods "more" is forbidden: this lab has room for 300 pods; delete something first',
  );
  fill(CONFIGMAPS as Row, CAPACITY.objects - CAPACITY.pods);
  expect(() => store.create(CONFIGMAPS as Row, object(CONFIGMAPS as Row, 'more'))).toThrow(/2000 objects/);
  fill(EVENTS as Row, 10);
  store.remove(PODS, { namespace: 'default', name: 'pod-0' });
  store.create(PODS as Row, object(PODS as Row, 'more'));
});

test('a lab has room for so many bytes, however they come; what is there can always be marked and deleted', () => {
  const store = storeOfNow();
  const big = 'x'.repeat(1_000_000);
  const row = CONFIGMAPS as Row;
  let made = 0;
  const fill = (): void => {
    for (; made < 100; made++) store.create(row, object(row, `m${made}`, { big }));
  };
  expect(fill).toThrow(/24 MB/);
  expect(made).toBeLessThan(30);
  const place = { namespace: 'default', name: 'm0' };
  const edit = (data: Record<string, string>) => store.edit(row, place, (draft) => void Object.assign(draft, { data }));
  expect(() => edit({ big: big.repeat(2) })).toThrow(/24 MB/);
  store.edit(row, place, ({ metadata }) => Object.assign(metadata, { deletionTimestamp: '2026-11-30T00:00:00Z' }));
  store.remove(row, place);
  expect(edit({ big })).toBeUndefined();
  store.create(row, object(row, 'fits', { small: 'x' }));
});

test('changes of big objects are not kept for long', () => {
  const store = storeOfNow();
  const row = CONFIGMAPS as Row;
  store.create(row, object(row, 'm'));
  const begun = store.version();
  for (let n = 0; n < 50; n++)
    store.edit(row, { namespace: 'default', name: 'm' }, (draft) =>
      Object.assign(draft, { data: { big: `${n}`.repeat(200_000) } }),
    );
  expect(() => store.since(row, begun)).toThrow(/too old resource version/);
  expect(store.since(row, store.version() - 1)).toHaveLength(1);
});
