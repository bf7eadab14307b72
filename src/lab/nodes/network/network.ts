import type { HttpAnswer, HttpAsked, Lab } from '../../engine/lab.ts';
import type { NetFailure, Network } from '../../images/machine.ts';
import { NODES, PODS } from '../../kinds/core.ts';
import type { Pod } from '../../kinds/types.ts';
import { askPod, listenerOf } from '../kubelet/hooks.ts';
import type { Kubelets } from '../kubelet/kubelet.ts';
import type { PodIndex } from '../pods.ts';
import { isAddress, resolveName } from './names.ts';
import { type End, isLetThrough } from './policies.ts';
import { createProxy } from './services.ts';

/** Milliseconds of a way over the network, and requests that are under way at most: one that asks itself goes on for ever. */
const [WAY, MOST] = [1, 512];

/** Where the API server listens on the nodes. */
const API_PORT = 6443;

/** The cluster's DNS, as policies see it. */
const DNS: End = { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' }, address: '10.96.0.10' };

/** Asks the API server as a Pod does. */
export type AskApi = (asked: HttpAsked) => HttpAnswer;

type Target = { pod: Pod; port: number } | 'api' | NetFailure;

/** The network between Pods: names, Services, and what policies let through. */
export function createNetwork(lab: Lab, pods: PodIndex) {
  const { store, clock, random } = lab;
  const proxy = createProxy(lab);
  let underWay = 0;
  let kubelets: Pick<Kubelets, 'workerOf' | 'isOff'> | undefined;
  let api: AskApi | undefined;

  const endOf = (pod: Pod): End => ({
    ...{ namespace: pod.metadata.namespace, labels: pod.metadata.labels },
    address: pod.status.podIP ?? '',
  });
  /** The Pod, or node, that has an address. */
  function find(client: Pod, address: string, port: number): Target {
    if (address.startsWith('127.') || address === client.status.podIP) return { pod: client, port };
    const routed = proxy.route(address, port, client.status.podIP ?? '');
    if (routed === 'none') return 'connection refused';
    if (routed === 'no port') return 'timed out';
    if (routed) return findEnd(client, routed.address, routed.port);
    return findEnd(client, address, port);
  }
  function findEnd(client: Pod, address: string, port: number): Target {
    const pod = pods.at(address);
    if (pod) return { pod, port };
    const node = store.list(NODES).find(({ status }) => status.addresses.some((one) => one.address === address));
    if (node === undefined) return address.startsWith('10.244.') ? 'no route' : 'timed out';
    if (kubelets?.isOff(node.metadata.name)) return 'timed out';
    if (port === API_PORT) return 'api';
    const routed = proxy.routeOfNode(port, client.status.podIP ?? '');
    if (routed === 'none') return 'connection refused';
    if (routed) {
      const behind = pods.at(routed.address);
      return behind ? { pod: behind, port: routed.port } : 'timed out';
    }
    const { name } = node.metadata;
    const taken = proxy.hostPort(name, port);
    if (taken) return taken;
    for (const one of pods.on(name).values())
      if (one.spec.hostNetwork && listenerOf(kubelets?.workerOf(one)?.all ?? [], port)) return { pod: one, port };
    return 'connection refused';
  }
  function isAllowed(client: Pod, target: Pod, port: number): boolean {
    if (client.metadata.uid === target.metadata.uid) return true;
    const wanted = { port, protocol: 'TCP' } as const;
    return (
      isLetThrough(store, 'Egress', client, endOf(target), wanted, target) &&
      isLetThrough(store, 'Ingress', target, endOf(client), wanted, target)
    );
  }
  const later = <T>(ms: number, value: T): Promise<T> =>
    new Promise((resolve) => void clock.after(ms, () => resolve(value)));

  function networkOf(given: Pod): Network {
    const now = (): Pod => store.get(PODS, given.metadata) ?? given;
    const resolve = (name: string): readonly string[] => {
      const client = now();
      const isOwn = isAddress(name) || name === 'localhost';
      const asks = { port: 53, protocol: 'UDP' } as const;
      if (!isOwn && !isLetThrough(store, 'Egress', client, DNS, asks, undefined)) return [];
      return resolveName(store, client, name);
    };
    function connect(host: string, port: number): Target {
      const found = resolve(host);
      const address = found[Math.floor(random() * found.length)];
      if (address === undefined) return 'bad address';
      const target = find(now(), address, port);
      if (typeof target === 'string') return target;
      if (!isAllowed(now(), target.pod, target.port)) return 'timed out';
      if (kubelets?.isOff(target.pod.spec.nodeName ?? '')) return 'timed out';
      return listenerOf(kubelets?.workerOf(target.pod)?.all ?? [], target.port) ? target : 'connection refused';
    }
    return {
      resolve,
      async ask(host: string, port: number, asked: HttpAsked, ms: number): Promise<HttpAnswer | NetFailure> {
        const target = connect(host, port);
        if (target === 'api') {
          await later(WAY, undefined);
          return api?.(asked) ?? 'connection refused';
        }
        if (target === 'timed out') return later(ms, target);
        if (typeof target === 'string') return target;
        if (underWay >= MOST) return later(ms, 'timed out');
        underWay++;
        try {
          await later(WAY, undefined);
          const all = kubelets?.workerOf(target.pod)?.all ?? [];
          const from = host.startsWith('127.') || host === 'localhost' ? '127.0.0.1' : (now().status.podIP ?? '');
          return await new Promise((done) =>
            askPod({ all, lab }, target.port, { ...asked, from }, ms, (result) =>
              done(result === 'refused' ? 'connection refused' : result),
            ),
          );
        } finally {
          underWay--;
        }
      },
      async reaches(host: string, port: number, ms: number): Promise<true | NetFailure> {
        const target = connect(host, port);
        if (target === 'timed out') return later(ms, target);
        return typeof target === 'string' && target !== 'api' ? target : true;
      },
    };
  }
  return {
    of: networkOf,
    /** The kubelets, by which it finds what listens where: they need a network themselves. */
    reach(those: Pick<Kubelets, 'workerOf' | 'isOff'>): void {
      kubelets = those;
    },
    /** The API server, which is made after the nodes. */
    reachApi(ask: AskApi): void {
      api = ask;
    },
  };
}
