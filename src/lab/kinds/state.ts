/** What an object says of itself, as all rooms of a lab read it. */
import type { Condition, Container, Pod, ReplicaSet } from './types.ts';

export const conditionOf = (conditions: readonly Condition[] | undefined, type: string): Condition | undefined =>
  conditions?.find((one) => one.type === type);

export const isTrue = (conditions: readonly Condition[] | undefined, type: string): boolean =>
  conditionOf(conditions, type)?.status === 'True';

export const isReady = ({ status }: Pod): boolean => isTrue(status.conditions, 'Ready');

/** Of a Pod's status: none of its containers will run any more. */
export const isPast = ({ phase }: Pod['status']): boolean => phase === 'Succeeded' || phase === 'Failed';

export const isOver = ({ status }: Pod): boolean => isPast(status);

/** All containers of a Pod, in the order in which they start; those that debug it come last. */
export const containersOf = ({ spec }: Pick<Pod, 'spec'>): Container[] => [
  ...(spec.initContainers ?? []),
  ...spec.containers,
  ...(spec.ephemeralContainers ?? []),
];

/** Where a Deployment and its ReplicaSets say which revision they are. */
export const REVISION = 'deployment.kubernetes.io/revision';

export const revisionOf = ({ metadata }: ReplicaSet): number => Number(metadata.annotations?.[REVISION] ?? 0);
