import { parseJson } from '../../core/json.ts';
import type { LabClient, NodeOff } from '../../core/lab.ts';
import type { Thing } from '../engine/object.ts';
import { ENDPOINT_SLICES } from '../kinds/cluster.ts';
import { NODES, PODS, SERVICES } from '../kinds/core.ts';
import { apiVersionOf, type Row, rootOf } from '../kinds/row.ts';
import type {
  DaemonSet,
  Deployment,
  EndpointSlice,
  HorizontalPodAutoscaler,
  Node,
  Pod,
  ReplicaSet,
  Service,
  StatefulSet,
} from '../kinds/types.ts';
import { AUTOSCALERS, DAEMON_SETS, DEPLOYMENTS, REPLICA_SETS, STATEFUL_SETS } from '../kinds/workloads.ts';

/** What a picture is made of, as the API lists it. */
export interface ClusterObjects {
  nodes: readonly Node[];
  pods: readonly Pod[];
  deployments: readonly Deployment[];
  sets: readonly ReplicaSet[];
  statefulSets: readonly StatefulSet[];
  daemonSets: readonly DaemonSet[];
  services: readonly Service[];
  slices: readonly EndpointSlice[];
  autoscalers: readonly HorizontalPodAutoscaler[];
  /** Nodes without power. */
  off: readonly NodeOff[];
  /** Epoch milliseconds of the lab. */
  now: number;
}

/** The path of a kind's objects, in one namespace or, where none is named, in all. */
export const pathOf = (row: Pick<Row, 'group' | 'version' | 'plural'>, namespace?: string, name?: string): string =>
  [
    `/${rootOf(apiVersionOf(row))}`,
    ...(namespace === undefined ? [] : ['namespaces', namespace]),
    row.plural,
    ...(name === undefined ? [] : [name]),
  ].join('/');

/** All objects of a kind, in one namespace or, where none is named, in all. @throws Error where the API refuses it. */
async function listOf<T extends Thing>(
  client: Pick<LabClient, 'request'>,
  row: Row<T>,
  namespace?: string,
): Promise<readonly T[]> {
  const { status, body } = await client.request({
    ...{ method: 'GET', path: pathOf(row, namespace), query: new URLSearchParams(), body: new Uint8Array() },
    headers: { accept: 'application/json' },
  });
  if (status !== 200) throw new Error(`a lab lists no ${row.plural}: ${status} ${body}`);
  // Safe: the lab's own API lists under a kind's path what is of that kind.
  const { items } = parseJson(body) as { items: readonly T[] };
  return items;
}

/** All that a picture shows. */
export async function readObjects(client: Pick<LabClient, 'request' | 'now' | 'off'>): Promise<ClusterObjects> {
  const of = <T extends Thing>(row: Row<T>) => listOf(client, row);
  const [nodes, pods, deployments, sets, statefulSets, daemonSets, services, slices, autoscalers, off, now] =
    await Promise.all([
      of(NODES),
      of(PODS),
      of(DEPLOYMENTS),
      of(REPLICA_SETS),
      of(STATEFUL_SETS),
      of(DAEMON_SETS),
      of(SERVICES),
      of(ENDPOINT_SLICES),
      of(AUTOSCALERS),
      client.off(),
      client.now(),
    ]);
  return { nodes, pods, deployments, sets, statefulSets, daemonSets, services, slices, autoscalers, off, now };
}
