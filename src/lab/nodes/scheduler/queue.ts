import type { Watched } from '../../engine/controller.ts';
import type { Lab } from '../../engine/lab.ts';
import { isLeaving } from '../../engine/object.ts';
import { type Change, keyOf, type Place, placeOf } from '../../engine/store.ts';
import { STORAGE_CLASSES } from '../../kinds/cluster.ts';
import { CLAIMS, NODES, PODS, VOLUMES } from '../../kinds/core.ts';
import type { Row } from '../../kinds/row.ts';
import { isOver } from '../../kinds/state.ts';
import type { Node, Pod } from '../../kinds/types.ts';
import { usesClaims } from './volumes.ts';

/** Milliseconds until a Pod that did not fit is looked at again: doubled each time. */
const BACK_OFF = { first: 1000, most: 10_000 } as const;
/** What asks the scheduler to look at its queue. */
const KEY = 'queue';

/** Waits for a place, and for the one scheduler that there is. */
export const isPending = ({ spec, status }: Pod): boolean =>
  (spec.nodeName ?? '') === '' &&
  (spec.schedulerName ?? 'default-scheduler') === 'default-scheduler' &&
  (spec.schedulingGates ?? []).length === 0 &&
  status.phase !== 'Succeeded' &&
  status.phase !== 'Failed';

interface Entry {
  priority: number;
  nth: number;
  tries: number;
  notBefore: number;
  /** It was changed by the scheduler alone since, where this is the same. */
  spec: Pod['spec'];
  labels: Pod['metadata']['labels'];
  state: 'active' | 'failed' | 'waiting';
}

/** Pods that wait for a place (kubernetes/pkg/scheduler/backend/queue). */
export function createQueue({ store, clock }: Pick<Lab, 'store' | 'clock'>) {
  const entries = new Map<string, Entry>();
  const bound = new Map<string, boolean>();
  const nodes = new Map<string, string>();
  const nominated = new Set<string>();
  let active: string[] = [];
  let isSorted = true;
  let nth = 0;

  function activate(key: string, entry: Entry): void {
    if (entry.state === 'active') return;
    entry.state = 'active';
    active.push(key);
    isSorted = false;
  }
  function activateAll(isWanted: (key: string) => boolean = () => true): string[] {
    for (const [key, entry] of entries) if (entry.state !== 'active' && isWanted(key)) activate(key, entry);
    return active.length > 0 ? [KEY] : [];
  }
  function podChanged({ type, object }: Change): string[] {
    const pod = object as Pod;
    const key = keyOf(pod.metadata);
    if (type !== 'DELETED' && isPending(pod) && pod.status.nominatedNodeName !== undefined) nominated.add(key);
    else nominated.delete(key);
    if (type !== 'DELETED' && isPending(pod) && !isLeaving(pod)) {
      const known = entries.get(key);
      if (known === undefined) {
        const entry: Entry = {
          ...{ priority: pod.spec.priority ?? 0, nth: nth++, tries: 0, notBefore: 0 },
          ...{ spec: pod.spec, labels: pod.metadata.labels, state: 'failed' },
        };
        entries.set(key, entry);
        activate(key, entry);
      } else if (JSON.stringify([known.spec, known.labels]) !== JSON.stringify([pod.spec, pod.metadata.labels])) {
        known.spec = pod.spec;
        known.labels = pod.metadata.labels;
        activate(key, known);
      }
      return active.length > 0 ? [KEY] : [];
    }
    entries.delete(key);
    const wasThere = bound.get(key) === true;
    const isThere = type !== 'DELETED' && pod.spec.nodeName !== undefined && !isOver(pod);
    if (isThere) bound.set(key, true);
    else bound.delete(key);
    if (entries.size === 0 || wasThere === isThere) return [];
    // Room became free, or a Pod that others want to be with is there.
    return isThere ? activateAll((one) => store.get(PODS, placeOf(one))?.spec.affinity !== undefined) : activateAll();
  }
  function nodeChanged({ type, object }: Change): string[] {
    const { metadata, spec, status } = object as Node;
    const seen = type === 'DELETED' ? '' : JSON.stringify([metadata.labels, spec, status.allocatable]);
    if (nodes.get(metadata.name) === seen) return [];
    nodes.set(metadata.name, seen);
    return activateAll();
  }
  const claimsChanged = (): string[] =>
    activateAll((key) => {
      const pod = store.get(PODS, placeOf(key));
      return pod !== undefined && usesClaims(pod);
    });
  function sort(): void {
    if (isSorted) return;
    isSorted = true;
    active = active.filter((key) => entries.get(key)?.state === 'active');
    // The last is the next.
    active.sort((one, other) => {
      const [a, b] = [entries.get(one), entries.get(other)];
      return (a?.priority ?? 0) - (b?.priority ?? 0) || (b?.nth ?? 0) - (a?.nth ?? 0);
    });
  }

  const watch = (row: Row, keysOf: Watched['keysOf']): Watched => ({ row, keysOf });
  return {
    watches: [
      watch(PODS, podChanged),
      watch(NODES, nodeChanged),
      ...[CLAIMS, VOLUMES, STORAGE_CLASSES].map((row) => watch(row, claimsChanged)),
    ],
    /** The next Pod whose turn it is. */
    next(): Place | undefined {
      sort();
      const now = clock.now();
      for (let i = active.length - 1; i >= 0; i--) {
        const key = active[i];
        const entry = key === undefined ? undefined : entries.get(key);
        if (key === undefined || entry === undefined) continue;
        if (entry.notBefore > now) continue;
        active.splice(i, 1);
        entry.state = 'failed';
        return placeOf(key);
      }
      return undefined;
    },
    /** Milliseconds until there may be another; undefined where there is none. */
    wait(): number | undefined {
      const now = clock.now();
      let least: number | undefined;
      for (const key of active) {
        const entry = entries.get(key);
        if (entry) least = Math.min(least ?? Number.POSITIVE_INFINITY, Math.max(0, entry.notBefore - now));
      }
      return least;
    },
    /** It fits nowhere: it is looked at again when something changed, not before its time. */
    failed({ metadata }: Pod): void {
      const entry = entries.get(keyOf(metadata));
      if (entry === undefined) return;
      entry.tries++;
      entry.notBefore = clock.now() + Math.min(BACK_OFF.most, BACK_OFF.first * 2 ** (entry.tries - 1));
    },
    /** Its place is known, and waits for volumes. */
    waiting({ metadata }: Pod): void {
      const entry = entries.get(keyOf(metadata));
      if (entry) entry.state = 'waiting';
    },
    /** Pods for which others gave way. */
    nominated: (): Pod[] => Array.from(nominated).flatMap((key) => store.get(PODS, placeOf(key)) ?? []),
  };
}
