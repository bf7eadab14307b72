import type { Row } from '../kinds/row.ts';
import { forbidden } from './errors.ts';
import type { Thing } from './object.ts';

/** What one lab holds at most, so that many fit into one process. */
export const CAPACITY = { objects: 2000, pods: 300, bytes: 24_000_000 } as const;

/** Kinds that the cluster writes for itself, and keeps few of. */
const OWN = new Set(['Event', 'Lease']);
/** Bytes by which an object may always grow: what is to be deleted is marked first. */
const LITTLE = 8192;

/** Bytes of an object, roughly: an object is never changed, so each is counted once. */
const weights = new WeakMap<Thing, number>();

export function weightOf(object: Thing): number {
  const known = weights.get(object);
  if (known !== undefined) return known;
  const weight = JSON.stringify(object).length;
  weights.set(object, weight);
  return weight;
}

/** Watches over how much a lab holds. */
export function createCapacity() {
  let [objects, pods, bytes] = [0, 0, 0];
  const full = (row: Row, { metadata }: { metadata: { name: string } }, what: string) =>
    forbidden(row, metadata.name, `this lab has room for ${what}; delete something first`);

  return {
    /** @throws ApiError where there is no room for a further object. */
    admit(row: Row, object: { metadata: { name: string } }): void {
      if (OWN.has(row.kind)) return;
      if (row.kind === 'Pod' && pods >= CAPACITY.pods) throw full(row, object, `${CAPACITY.pods} pods`);
      if (objects >= CAPACITY.objects) throw full(row, object, `${CAPACITY.objects} objects`);
      if (bytes >= CAPACITY.bytes) throw full(row, object, `${CAPACITY.bytes / 1_000_000} MB of objects`);
    },
    /** @throws ApiError where there is no room for what an object grows by. */
    admitGrowth(row: Row, object: Thing, before: Thing): void {
      const growth = weightOf(object) - weightOf(before);
      if (growth > LITTLE && bytes + growth > CAPACITY.bytes)
        throw full(row, object, `${CAPACITY.bytes / 1_000_000} MB of objects`);
    },
    /** Counts an object that has come, or one that has gone with `-1`. */
    count(row: Row, object: Thing, by: 1 | -1): void {
      bytes += by * weightOf(object);
      if (OWN.has(row.kind)) return;
      objects += by;
      if (row.kind === 'Pod') pods += by;
    },
  };
}
