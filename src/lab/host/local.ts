import type { ContainerPlace, LabClient } from '../../core/lab.ts';
import type { Cluster } from '../engine/cluster.ts';
import { controllerOf, isOwnedBy } from '../engine/object.ts';
import { PODS } from '../kinds/core.ts';
import { isReady } from '../kinds/state.ts';
import type { Pod } from '../kinds/types.ts';
import { DEPLOYMENTS, REPLICA_SETS } from '../kinds/workloads.ts';

/** The Pods of a Deployment that are ready: what its load is spread over. */
function readyPodsOf({ lab: { store } }: Cluster, at: { namespace: string; name: string }): Pod[] {
  const deployment = store.get(DEPLOYMENTS, at);
  if (deployment === undefined) return [];
  const sets = store.list(REPLICA_SETS, at.namespace).filter((one) => isOwnedBy(one, deployment));
  const uids = new Set(sets.map(({ metadata }) => metadata.uid));
  return store.list(PODS, at.namespace).filter((one) => isReady(one) && uids.has(controllerOf(one)?.uid ?? ''));
}

/** The container that kubectl means where none is named (`kubectl.kubernetes.io/default-container`). */
const containerOf = ({ metadata, spec }: Pod): string =>
  metadata.annotations?.['kubectl.kubernetes.io/default-container'] ?? spec.containers[0]?.name ?? '';

// The kubelet words the same differently for the two (kubernetes/pkg/kubelet/kubelet_pods.go: GetExec, GetAttach).
const notRunning = (container: string): string => `container not found ("${container}")`;
const notAttached = ({ namespace, pod }: ContainerPlace, container: string): string =>
  `container ${container} not found in pod ${pod}_${namespace}`;

/** A lab that runs in this thread. */
export function createLocalClient(cluster: Cluster): LabClient {
  const { store } = cluster.lab;
  const { runtime } = cluster.nodes;
  function findContainer({
    namespace,
    pod: name,
    container,
  }: ContainerPlace): { pod: Pod; container: string } | string {
    const pod = store.get(PODS, { namespace, name });
    if (pod === undefined) return `pods "${name}" not found`;
    return { pod, container: container === '' ? containerOf(pod) : container };
  }
  /** Load is known by who carries it, so a Deployment always has the same function. */
  const carriers = new Map<string, () => readonly Pod[]>();
  return {
    async request(request) {
      const answer = cluster.request(request);
      if ('body' in answer) return answer;
      throw new Error(`a stream was asked for as a request: ${request.path}`);
    },
    async stream(request, sink) {
      const answer = cluster.request(request);
      return 'body' in answer ? { answer } : { headers: answer.headers, stop: answer.begin(sink) };
    },
    async exec(at, words, terminal, isTty) {
      const found = findContainer(at);
      if (typeof found === 'string') return found;
      return runtime.exec(found.pod, found.container, words, terminal, isTty) ?? notRunning(found.container);
    },
    async attach(at, terminal) {
      const found = findContainer(at);
      if (typeof found === 'string') return found;
      return runtime.attach(found.pod, found.container, terminal) ?? notAttached(at, found.container);
    },
    async ask({ namespace, pod: name }, port, asked) {
      const pod = store.get(PODS, { namespace, name });
      return pod && runtime.ask(pod, port, asked);
    },
    async power(node, is) {
      return is === 'on' ? cluster.nodes.up(node) : cluster.nodes.down(node);
    },
    off: async () => cluster.nodes.off(),
    async load(at, millicores) {
      if (store.get(DEPLOYMENTS, at) === undefined) return false;
      const key = `${at.namespace}/${at.name}`;
      const carrier = carriers.get(key) ?? (() => readyPodsOf(cluster, at));
      carriers.set(key, carrier);
      cluster.nodes.load(carrier, millicores);
      return true;
    },
    async run(speed) {
      cluster.run(speed);
    },
    now: async () => cluster.lab.clock.now(),
  };
}
