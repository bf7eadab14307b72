import { controllerOf, isLeaving, type Thing } from '../engine/object.ts';
import { hasLabels } from '../engine/selectors.ts';
import type { Pod, Service } from '../kinds/types.ts';
import type {
  ClusterView,
  NodeView,
  PodView,
  ScalerView,
  ServiceView,
  VersionView,
  WorkloadView,
} from './cluster-view.ts';
import { newsOf } from './news.ts';
import type { ClusterObjects } from './objects.ts';
import { isDown, stateOf } from './pods.ts';
import { type Version, versionsOf } from './versions.ts';

const isOurs = ({ metadata }: Thing): boolean => metadata.namespace?.startsWith('kube-') === true;
const nameOf = ({ metadata: { name, namespace = 'default' } }: Thing): string =>
  namespace === 'default' ? name : `${namespace}/${name}`;
const byName = (one: Thing, other: Thing): number => nameOf(one).localeCompare(nameOf(other));

/** Services that lead to Pods; that of the API itself does not. */
const servicesIn = ({ services }: ClusterObjects): Service[] =>
  services.filter((one) => !isOurs(one) && Object.keys(one.spec.selector ?? {}).length > 0).toSorted(byName);

/** Names of the Pods that a Service sends to (discovery/v1: a condition that is missing counts as true). */
function readyBehind(service: Service, { slices }: ClusterObjects): ReadonlySet<string> {
  const { name, namespace } = service.metadata;
  const own = slices.filter(
    ({ metadata }) => metadata.namespace === namespace && metadata.labels?.['kubernetes.io/service-name'] === name,
  );
  const ready = own.flatMap(({ endpoints }) => endpoints.filter(({ conditions }) => conditions?.ready !== false));
  return new Set(ready.flatMap(({ targetRef }) => targetRef?.name ?? []));
}

const isChosen = ({ metadata }: Pod, service: Service): boolean =>
  metadata.namespace === service.metadata.namespace && hasLabels(metadata.labels, service.spec.selector);

/** What two restarts have left of the same version is one row. */
const together = (versions: readonly VersionView[]): VersionView[] =>
  Map.groupBy(versions, ({ name, isNewest }) => `${isNewest} ${name}`)
    .values()
    .flatMap(([first, ...others]) =>
      first ? [{ ...first, pods: others.reduce((sum, { pods }) => sum + pods, first.pods) }] : [],
    )
    .toArray();

/** What is shown of the objects of a cluster. Pure. */
export function view(objects: ClusterObjects): ClusterView {
  const nodes = objects.nodes.toSorted(byName);
  const nodeOf = new Map(nodes.map((node) => [node.metadata.name, node]));
  const services = servicesIn(objects);
  const behind = services.map((service) => readyBehind(service, objects));
  const deployments = objects.deployments.filter((one) => !isOurs(one)).toSorted(byName);
  const versions = new Map(deployments.map((one) => [one, versionsOf(one, objects.sets)]));
  const versionOf = new Map<string, { of: string; version: Version }>(
    Array.from(versions, ([deployment, all]) =>
      all.map((version) => [version.set.metadata.uid, { of: `Deployment/${nameOf(deployment)}`, version }] as const),
    ).flat(),
  );

  function podView(pod: Pod): PodView {
    const state = stateOf(pod, nodeOf.get(pod.spec.nodeName ?? ''));
    const owner = controllerOf(pod);
    const known = versionOf.get(owner?.uid ?? '');
    const namespace = pod.metadata.namespace ?? 'default';
    const chosen = services.flatMap((service, i) => (isChosen(pod, service) ? [i] : []));
    const isBehind = (i: number): boolean => behind[i]?.has(pod.metadata.name) === true;
    const mayServe = state.look !== 'waiting' && state.look !== 'done' && !isLeaving(pod);
    return {
      ...state,
      name: nameOf(pod),
      short: pod.metadata.name.split('-').at(-1) ?? '',
      of:
        known?.of ??
        (owner
          ? `${owner.kind}/${nameOf({ ...pod, metadata: { ...pod.metadata, name: owner.name, namespace } })}`
          : nameOf(pod)),
      node: pod.spec.nodeName,
      ...(known ? { version: known.version.name, set: known.version.set.metadata.uid } : {}),
      tone: known?.version.tone ?? 'none',
      isOld: known?.version.isNewest === false,
      isTwin: known?.version.isTwin === true,
      behind: chosen.filter(isBehind),
      leftOut: chosen.filter((i) => !isBehind(i) && mayServe),
    };
  }
  const pods = objects.pods
    .filter((pod) => !isOurs(pod))
    .toSorted(
      (one, other) =>
        one.metadata.creationTimestamp.localeCompare(other.metadata.creationTimestamp) || byName(one, other),
    )
    .map(podView);

  function scalerOf(kind: string, { metadata: { name, namespace } }: Thing): ScalerView | undefined {
    const own = objects.autoscalers.find(
      ({ metadata, spec: { scaleTargetRef: to } }) =>
        metadata.namespace === namespace && to.kind === kind && to.name === name,
    );
    if (!own) return undefined;
    const { spec, status } = own;
    const cpu = (one: { type: string; resource?: { name: string } }): boolean => one.resource?.name === 'cpu';
    return {
      percent: status.currentMetrics?.find(cpu)?.resource?.current.averageUtilization,
      target: spec.metrics?.find(cpu)?.resource?.target.averageUtilization,
      wanted: status.desiredReplicas,
      least: spec.minReplicas ?? 1,
      most: spec.maxReplicas,
    };
  }
  function workload(kind: string, of: Thing, wanted: number, all: readonly Version[] = []): WorkloadView {
    const key = `${kind}/${nameOf(of)}`;
    const own = pods.filter((pod) => pod.of === key);
    const scaler = scalerOf(kind, of);
    return {
      of: key,
      ...{ kind, wanted, name: nameOf(of) },
      ready: own.filter(({ look }) => look === 'ready').length,
      versions: together(
        all
          .map(({ set, name, tone, isNewest, isTwin }) => ({
            ...{ name, tone, isNewest, isTwin },
            pods: own.filter((pod) => pod.set === set.metadata.uid && pod.look !== 'leaving' && pod.look !== 'lost')
              .length,
          }))
          .filter((one) => one.pods > 0 || one.isNewest),
      ),
      ...(scaler ? { scaler } : {}),
    };
  }
  const workloads = [
    ...deployments.map((one) => workload('Deployment', one, one.spec.replicas ?? 1, versions.get(one))),
    ...objects.statefulSets
      .filter((one) => !isOurs(one))
      .map((one) => workload('StatefulSet', one, one.spec.replicas ?? 1)),
    ...objects.daemonSets
      .filter((one) => !isOurs(one))
      .map((one) => workload('DaemonSet', one, one.status.desiredNumberScheduled)),
  ];
  const shown = {
    nodes: nodes.map((node): NodeView => {
      const { name } = node.metadata;
      if (isDown(node)) return { name, look: 'down' };
      const off = objects.off.find((one) => one.node === name);
      if (off)
        return { name, look: 'off', seconds: Math.max(1, Math.ceil((off.noticedAt - objects.now) / 10_000)) * 10 };
      return { name, look: node.spec.unschedulable ? 'cordoned' : 'ready' };
    }),
    pods,
    workloads,
    services: services.map(
      (service, i): ServiceView => ({
        name: nameOf(service),
        port: service.spec.ports?.[0]?.port,
        ready: behind[i]?.size ?? 0,
        leftOut: pods.filter(({ leftOut }) => leftOut.includes(i)).length,
      }),
    ),
  };
  return { ...shown, news: newsOf(shown, objects.now) };
}
