import { NAMESPACES, PODS } from '../kinds/core.ts';
import type { Row } from '../kinds/row.ts';
import { isOver } from '../kinds/state.ts';
import type { Pod } from '../kinds/types.ts';
import type { Lab } from './lab.ts';
import { isLeaving, type Thing, timeText } from './object.ts';

export interface HowToDelete {
  /** Seconds that a Pod has to end; its own where nothing is said. */
  grace?: number | undefined;
  propagation?: 'Background' | 'Foreground' | 'Orphan' | undefined;
}

const FINALIZERS = { Foreground: 'foregroundDeletion', Orphan: 'orphan' } as const;

/** How long a Pod has to end: none where it runs nowhere yet, or is over. */
function graceOf(pod: Pod, asked: number | undefined): number {
  const { spec } = pod;
  if (spec.nodeName === undefined || isOver(pod)) return 0;
  return asked ?? spec.terminationGracePeriodSeconds ?? 30;
}

const isPod = (row: Row, object: Thing): object is Pod => row === PODS && object.kind === 'Pod';

/**
 * Deletes an object, or begins to: a Pod is stopped by its kubelet first, and finalizers hold whatever it is. Gives the
 * object as it is then, which is still there where `deletionTimestamp` is set.
 */
export function deleteObject(
  { store, clock }: Lab,
  row: Row,
  object: Thing,
  { grace, propagation }: HowToDelete,
): Thing {
  const more = propagation === 'Foreground' || propagation === 'Orphan' ? [FINALIZERS[propagation]] : [];
  const finalizers = Array.from(new Set([...(object.metadata.finalizers ?? []), ...(isLeaving(object) ? [] : more)]));
  const seconds = isPod(row, object) ? graceOf(object, grace) : 0;
  if (finalizers.length === 0 && seconds === 0 && row !== NAMESPACES)
    return store.remove(row, object.metadata) ?? object;
  const left = store.edit(row, object.metadata, ({ metadata }) => {
    if (finalizers.length > 0) metadata.finalizers = finalizers;
    const before = metadata.deletionGracePeriodSeconds ?? Number.POSITIVE_INFINITY;
    if (metadata.deletionTimestamp !== undefined && seconds >= before) return;
    metadata.deletionTimestamp = timeText(clock.now() + seconds * 1000);
    metadata.deletionGracePeriodSeconds = seconds;
  });
  if (row !== NAMESPACES) return left ?? object;
  const ending = store.edit(NAMESPACES, object.metadata, ({ status }) => {
    status.phase = 'Terminating';
  });
  return ending ?? object;
}

/** Takes out what was only held by finalizers that are gone now. */
export function removeReleased({ store }: Lab, row: Row, object: Thing): void {
  const { metadata } = object;
  // A namespace is held by what is in it as well.
  const holders = row === NAMESPACES ? (store.get(NAMESPACES, metadata)?.spec.finalizers ?? []) : [];
  if (holders.length > 0) return;
  if (isLeaving(object) && (metadata.finalizers ?? []).length === 0 && (metadata.deletionGracePeriodSeconds ?? 0) === 0)
    store.remove(row, metadata);
}
