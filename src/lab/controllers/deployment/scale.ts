/** Makes a Deployment's ReplicaSets larger and smaller (kubernetes/pkg/controller/deployment: sync.go, rolling.go, recreate.go). */
import type { Lab } from '../../engine/lab.ts';
import type { Deployment, ReplicaSet } from '../../kinds/types.ts';
import { REPLICA_SETS } from '../../kinds/workloads.ts';
import { FROM } from './conditions.ts';
import { byAge, type Sets } from './revisions.ts';
import {
  DESIRED,
  isRolling,
  MOST,
  maxSurge,
  maxUnavailable,
  nextSize,
  shareOf,
  sizeOf,
  sumOf,
  wantedOf,
} from './size.ts';

/** Gives a ReplicaSet its size, and tells; true where that was another. */
export function resize({ store, record }: Lab, deployment: Deployment, set: ReplicaSet, size: number): boolean {
  const before = sizeOf(set);
  const wanted = wantedOf(deployment);
  store.edit(REPLICA_SETS, set.metadata, ({ metadata, spec }) => {
    spec.replicas = size;
    const sizes = { [DESIRED]: `${wanted}`, [MOST]: `${wanted + maxSurge(deployment)}` };
    metadata.annotations = { ...metadata.annotations, ...sizes };
  });
  if (size === before) return false;
  const message = `Scaled ${size > before ? 'up' : 'down'} replica set ${set.metadata.name} from ${before} to ${size}`;
  record(deployment, 'Normal', 'ScalingReplicaSet', message, FROM);
  return true;
}

const isInUse = (set: ReplicaSet): boolean => sizeOf(set) > 0;

/** Was the Deployment itself given another size? */
export const isResized = (deployment: Deployment, all: readonly ReplicaSet[]): boolean =>
  all.some(({ metadata, spec }) => {
    const desired = metadata.annotations?.[DESIRED];
    return (spec.replicas ?? 0) > 0 && desired !== undefined && Number(desired) !== wantedOf(deployment);
  });

/** Spreads a new size of the Deployment over its ReplicaSets, in proportion where a rollout is under way. */
export function spread(lab: Lab, deployment: Deployment, { fresh, old }: Sets): void {
  const wanted = wantedOf(deployment);
  const all = fresh === undefined ? old : [...old, fresh];
  const active = all.filter(isInUse);
  const only = active.length > 1 ? undefined : (active[0] ?? fresh ?? old.toSorted(byAge).at(-1));
  if (only !== undefined) {
    if (sizeOf(only) !== wanted) resize(lab, deployment, only, wanted);
    return;
  }
  if (fresh !== undefined && isSaturated(deployment, fresh)) {
    for (const set of old.filter(isInUse)) resize(lab, deployment, set, 0);
    return;
  }
  if (!isRolling(deployment)) return;
  const toAdd = (wanted > 0 ? wanted + maxSurge(deployment) : 0) - sumOf(active);
  const order = active.toSorted(
    (one, other) => sizeOf(other) - sizeOf(one) || (toAdd > 0 ? byAge(other, one) : byAge(one, other)),
  );
  let added = 0;
  const sizes = order.map((set) => {
    const share = shareOf(deployment, set, toAdd, added);
    added += share;
    return sizeOf(set) + share;
  });
  for (const [i, set] of order.entries()) {
    const size = (sizes[i] ?? 0) + (i === 0 ? toAdd - added : 0);
    resize(lab, deployment, set, Math.max(0, size));
  }
}

const isSaturated = (deployment: Deployment, { metadata, spec, status }: ReplicaSet): boolean =>
  spec.replicas === wantedOf(deployment) &&
  Number(metadata.annotations?.[DESIRED]) === spec.replicas &&
  (status.availableReplicas ?? 0) === spec.replicas;

/** One step of a rolling update; true where something was changed. */
export function roll(lab: Lab, deployment: Deployment, { fresh, old }: Sets): boolean {
  if (fresh === undefined) return false;
  const wanted = wantedOf(deployment);
  const now = sizeOf(fresh);
  const size = now > wanted ? wanted : nextSize(deployment, [...old, fresh], now);
  if (now !== wanted && resize(lab, deployment, fresh, size)) return true;
  return shrinkOld(lab, deployment, fresh, old);
}

function shrinkOld(lab: Lab, deployment: Deployment, fresh: ReplicaSet, old: readonly ReplicaSet[]): boolean {
  const active = old.filter(isInUse).toSorted(byAge);
  const least = wantedOf(deployment) - maxUnavailable(deployment);
  const notYet = sizeOf(fresh) - (fresh.status.availableReplicas ?? 0);
  const most = sumOf(old) + sizeOf(fresh) - least - notYet;
  if (active.length === 0 || most <= 0) return false;
  const sizes = new Map(active.map((set) => [set, sizeOf(set)]));
  // What is not available serves no client: it goes first.
  let rest = most;
  for (const set of active) {
    const gone = Math.max(0, Math.min(rest, sizeOf(set) - (set.status.availableReplicas ?? 0)));
    sizes.set(set, sizeOf(set) - gone);
    rest -= gone;
  }
  const available = [...active, fresh].reduce((sum, { status }) => sum + (status.availableReplicas ?? 0), 0);
  let spare = Math.max(0, available - least);
  for (const set of active) {
    const gone = Math.min(spare, sizes.get(set) ?? 0);
    sizes.set(set, (sizes.get(set) ?? 0) - gone);
    spare -= gone;
  }
  const changed = active.filter((set) => sizes.get(set) !== sizeOf(set));
  for (const set of changed) resize(lab, deployment, set, sizes.get(set) ?? 0);
  return changed.length > 0;
}
