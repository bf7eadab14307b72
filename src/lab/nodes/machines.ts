import type { Lab } from '../engine/lab.ts';
import { microTimeText, timeText } from '../engine/object.ts';
import { LEASES } from '../kinds/cluster.ts';
import { NODES } from '../kinds/core.ts';
import type { Condition } from '../kinds/types.ts';

/** The nodes of every lab: one of the control plane, which takes Pods as well, and two workers. */
const NAMES = ['node-1', 'node-2', 'node-3'] as const;

/** What a kubelet says of a node that is well (kubernetes/pkg/kubelet/nodestatus). */
const WELL: readonly Pick<Condition, 'type' | 'status' | 'reason' | 'message'>[] = [
  {
    ...{ type: 'MemoryPressure', status: 'False' },
    ...{ reason: 'KubeletHasSufficientMemory', message: 'kubelet has sufficient memory available' },
  },
  {
    ...{ type: 'DiskPressure', status: 'False' },
    ...{ reason: 'KubeletHasNoDiskPressure', message: 'kubelet has no disk pressure' },
  },
  {
    ...{ type: 'PIDPressure', status: 'False' },
    ...{ reason: 'KubeletHasSufficientPID', message: 'kubelet has sufficient PID available' },
  },
  { type: 'Ready', status: 'True', reason: 'KubeletReady', message: 'kubelet is posting ready status' },
];

/** The conditions of a node that is well from now on, or has been where they were so before. */
export const wellConditions = (now: string, before: readonly Condition[] = []): Condition[] =>
  WELL.map((one) => {
    const old = before.find(({ type }) => type === one.type);
    const since = old?.status === one.status ? old.lastTransitionTime : undefined;
    return { ...one, lastHeartbeatTime: now, lastTransitionTime: since ?? now };
  });

const CAPACITY = {
  cpu: '2',
  'ephemeral-storage': '41943040Ki',
  'hugepages-2Mi': '0',
  memory: '4194304Ki',
  pods: '110',
} as const;
/** What the system keeps for itself is taken off. */
const ALLOCATABLE = { ...CAPACITY, cpu: '1900m', 'ephemeral-storage': '38654705664', memory: '3940352Ki' } as const;

/** Stores the nodes of a new cluster, with their leases. */
export function addNodes({ store, clock, random }: Lab): void {
  const now = timeText(clock.now());
  const hex = (length: number): string => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  for (const [i, name] of NAMES.entries()) {
    const isFirst = i === 0;
    const node = store.create(NODES, {
      ...{ apiVersion: 'v1', kind: 'Node' },
      metadata: {
        name,
        labels: {
          ...{ 'beta.kubernetes.io/arch': 'amd64', 'beta.kubernetes.io/os': 'linux' },
          ...{ 'kubernetes.io/arch': 'amd64', 'kubernetes.io/hostname': name, 'kubernetes.io/os': 'linux' },
          ...(isFirst ? { 'node-role.kubernetes.io/control-plane': '' } : {}),
        },
        annotations: {
          'node.alpha.kubernetes.io/ttl': '0',
          'volumes.kubernetes.io/controller-managed-attach-detach': 'true',
        },
      },
      spec: { podCIDR: `10.244.${i}.0/24`, podCIDRs: [`10.244.${i}.0/24`], providerID: `dosirak://${name}` },
      status: {
        addresses: [
          { type: 'InternalIP', address: `172.18.0.${i + 2}` },
          { type: 'Hostname', address: name },
        ],
        ...{ capacity: { ...CAPACITY }, allocatable: { ...ALLOCATABLE }, conditions: wellConditions(now) },
        nodeInfo: {
          ...{ architecture: 'amd64', operatingSystem: 'linux', osImage: 'Debian GNU/Linux 12 (bookworm)' },
          ...{ kernelVersion: '6.12.48', containerRuntimeVersion: 'containerd://2.1.3' },
          ...{ kubeletVersion: 'v1.34.0', kubeProxyVersion: '', bootID: bootId(hex) },
          ...{ machineID: hex(32), systemUUID: bootId(hex) },
        },
        images: [],
      },
    });
    store.create(LEASES, {
      ...{ apiVersion: 'coordination.k8s.io/v1', kind: 'Lease' },
      metadata: {
        ...{ namespace: 'kube-node-lease', name },
        ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name, uid: node.metadata.uid }],
      },
      spec: { holderIdentity: name, leaseDurationSeconds: 40, renewTime: microTimeText(clock.now()) },
    });
  }
}

const bootId = (hex: (length: number) => string): string => [8, 4, 4, 4, 12].map(hex).join('-');
