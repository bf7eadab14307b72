/** How many Pods a Deployment's ReplicaSets may have (kubernetes/pkg/controller/deployment/util). */

import { amountIn } from '../../engine/share.ts';
import type { Deployment, ReplicaSet } from '../../kinds/types.ts';

export const DESIRED = 'deployment.kubernetes.io/desired-replicas';
export const MOST = 'deployment.kubernetes.io/max-replicas';

export const wantedOf = ({ spec }: Deployment): number => spec.replicas ?? 1;
export const sizeOf = ({ spec }: ReplicaSet): number => spec.replicas ?? 0;
export const sumOf = (sets: readonly ReplicaSet[]): number => sets.reduce((sum, set) => sum + sizeOf(set), 0);
export const isRolling = ({ spec }: Deployment): boolean =>
  (spec.strategy?.type ?? 'RollingUpdate') === 'RollingUpdate';

/** A surge is rounded up, what may be missing is rounded down; where both are none, one may be missing. */
function fenceposts(deployment: Deployment): { surge: number; missing: number } {
  const { maxSurge = '25%', maxUnavailable = '25%' } = deployment.spec.strategy?.rollingUpdate ?? {};
  const wanted = wantedOf(deployment);
  const surge = amountIn(maxSurge, wanted, 'up');
  const missing = amountIn(maxUnavailable, wanted, 'down');
  return surge === 0 && missing === 0 ? { surge, missing: 1 } : { surge, missing };
}

export const maxSurge = (deployment: Deployment): number => (isRolling(deployment) ? fenceposts(deployment).surge : 0);

export function maxUnavailable(deployment: Deployment): number {
  const wanted = wantedOf(deployment);
  return !isRolling(deployment) || wanted === 0 ? 0 : Math.min(fenceposts(deployment).missing, wanted);
}

/** How large the new ReplicaSet is to be next, beside all that there are. */
export function nextSize(deployment: Deployment, sets: readonly ReplicaSet[], now: number): number {
  const wanted = wantedOf(deployment);
  if (!isRolling(deployment)) return wanted;
  const room = wanted + maxSurge(deployment) - sumOf(sets);
  return room <= 0 ? now : now + Math.min(room, wanted - now);
}

/** By how much one ReplicaSet grows or shrinks with its Deployment, in proportion to its size before. */
export function shareOf(deployment: Deployment, set: ReplicaSet, toAdd: number, added: number): number {
  if (sizeOf(set) === 0 || toAdd === 0 || toAdd === added) return 0;
  const left = toAdd - added;
  const share = fractionOf(deployment, set);
  return toAdd > 0 ? Math.min(share, left) : Math.max(share, left);
}

function fractionOf(deployment: Deployment, set: ReplicaSet): number {
  const wanted = wantedOf(deployment);
  if (wanted === 0) return -sizeOf(set);
  const before = Number(set.metadata.annotations?.[MOST] ?? 0) || (deployment.status.replicas ?? 0);
  if (before === 0) return 0;
  return Math.round((sizeOf(set) * (wanted + maxSurge(deployment))) / before) - sizeOf(set);
}
