import { ApiError, badRequest } from '../../engine/errors.ts';
import type { Lab } from '../../engine/lab.ts';
import { NODES } from '../../kinds/core.ts';
import { conditionOf, containersOf } from '../../kinds/state.ts';
import type { ContainerStatus, Pod } from '../../kinds/types.ts';

/** The container that a request means: the one that it names, or the only one. @throws ApiError */
export function containerOf(pod: Pod, named: string | null): string {
  const { metadata, spec } = pod;
  const names = containersOf(pod).map(({ name }) => name);
  if (named !== null && named !== '') {
    if (!names.includes(named)) throw badRequest(`container ${named} is not valid for pod ${metadata.name}`);
    return named;
  }
  const [only, ...more] = spec.containers;
  if (only !== undefined && more.length === 0) return only.name;
  throw badRequest(`a container name must be specified for pod ${metadata.name}, choose one of: [${names.join(' ')}]`);
}

export const statusOf = ({ status }: Pod, container: string): ContainerStatus | undefined =>
  [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
    ...(status?.ephemeralContainerStatuses ?? []),
  ].find(({ name }) => name === container);

/** The API server asks the kubelet of the Pod's node, which may be out of reach. @throws ApiError */
export function reachKubelet({ store }: Lab, { spec, status }: Pod, said: (address: string) => string): void {
  const node = store.get(NODES, { name: spec.nodeName ?? '' });
  const ready = conditionOf(node?.status?.conditions, 'Ready');
  if (ready?.status !== 'Unknown') return;
  const address = `${status?.hostIP ?? spec.nodeName}:10250`;
  throw new ApiError(500, '', `${said(address)}: dial tcp ${address}: connect: no route to host`);
}
