import type { NodeOff } from '../../core/lab.ts';
import { type Controller, itself } from '../engine/controller.ts';
import type { Lab } from '../engine/lab.ts';
import { microTimeText, timeText } from '../engine/object.ts';
import { LEASES } from '../kinds/cluster.ts';
import { NODES, PODS } from '../kinds/core.ts';
import { isReady } from '../kinds/state.ts';
import type { Node, Taint } from '../kinds/types.ts';
import { setCondition } from './conditions.ts';
import type { Kubelets } from './kubelet/kubelet.ts';
import { wellConditions } from './machines.ts';
import type { PodIndex } from './pods.ts';

/** Milliseconds until a node that says nothing counts as not ready (`node-monitor-grace-period`, less what passes on average since its last word). */
const GRACE = 45_000;
/** Milliseconds between two words of a kubelet where nothing changes (`nodeStatusReportFrequency`). */
const REPORT = 300_000;
const SILENT = 'Kubelet stopped posting node status.';
const FROM = { component: 'node-controller' } as const;
const UNREACHABLE = 'node.kubernetes.io/unreachable';

const NOT_WELL: ReadonlySet<string> = new Set(['node.kubernetes.io/not-ready', UNREACHABLE]);

interface Lifecycle {
  controllers: readonly Controller[];
  down(node: string): boolean;
  up(node: string): boolean;
  off(): readonly NodeOff[];
}

/** Has nodes that say nothing count as not ready, as Kubernetes' node controller does (controller/nodelifecycle). */
export function watchNodes(lab: Lab, kubelets: Kubelets, pods: PodIndex): Lifecycle {
  const { store, clock, record } = lab;
  const silentSince = new Map<string, number>();
  const reported = new Map<string, number>();

  /** A node that went silent says nothing of itself: what was is no longer known. */
  function giveUp({ metadata }: Node): void {
    const now = timeText(clock.now());
    const node = store.edit(NODES, metadata, (draft) => {
      for (const one of draft.status.conditions)
        if (one.status !== 'Unknown')
          Object.assign(one, {
            status: 'Unknown',
            reason: 'NodeStatusUnknown',
            message: SILENT,
            lastTransitionTime: now,
          });
      const taints = (draft.spec.taints ?? []).filter(({ key }) => !NOT_WELL.has(key));
      draft.spec.taints = [
        ...taints,
        ...['NoSchedule', 'NoExecute'].map((effect): Taint => ({ key: UNREACHABLE, effect, timeAdded: now })),
      ];
    });
    if (node === undefined) return;
    const { name } = metadata;
    record(node, 'Normal', 'NodeNotReady', `Node ${name} status is now: NodeNotReady`, FROM);
    for (const pod of pods.on(name).values()) {
      if (!isReady(pod)) continue;
      store.edit(PODS, pod.metadata, (draft) => setCondition(draft, clock.now(), { type: 'Ready', status: 'False' }));
      record(pod, 'Warning', 'NodeNotReady', 'Node is not ready', FROM);
    }
  }
  /** A kubelet tells how its node is. */
  function report({ metadata }: Node, isBack: boolean): void {
    const now = timeText(clock.now());
    reported.set(metadata.name, clock.now());
    const node = store.edit(NODES, metadata, (draft) => {
      draft.status.conditions = wellConditions(now, draft.status.conditions);
      const taints = (draft.spec.taints ?? []).filter(({ key }) => !NOT_WELL.has(key));
      if (taints.length > 0) draft.spec.taints = taints;
      else delete draft.spec.taints;
    });
    store.edit(LEASES, { namespace: 'kube-node-lease', name: metadata.name }, ({ spec }) => {
      spec.renewTime = microTimeText(clock.now());
    });
    if (node && isBack)
      record(node, 'Normal', 'NodeReady', `Node ${metadata.name} status is now: NodeReady`, {
        ...{ component: 'kubelet', host: metadata.name },
      });
  }
  function lookAtNode(name: string): number | undefined {
    const node = store.get(NODES, { name });
    if (node === undefined) return undefined;
    const isUnknown = node.status.conditions.some(({ type, status }) => type === 'Ready' && status !== 'True');
    // A lab that was put away with a node cut off comes back like that.
    if (isUnknown && !silentSince.has(name) && !kubelets.isOff(name) && !reported.has(name)) down(name);
    const since = silentSince.get(name);
    if (since !== undefined) {
      const left = since + GRACE - clock.now();
      if (left > 0) return left;
      if (!isUnknown) giveUp(node);
      return undefined;
    }
    const last = reported.get(name);
    if (last === undefined) reported.set(name, clock.now());
    else if (isUnknown || clock.now() - last >= REPORT) report(node, isUnknown);
    return REPORT;
  }
  function down(name: string): boolean {
    if (store.get(NODES, { name }) === undefined) return false;
    if (silentSince.has(name)) return true;
    silentSince.set(name, clock.now());
    kubelets.powerOff(name);
    clock.after(GRACE, () => void lookAtNode(name));
    return true;
  }
  function up(name: string): boolean {
    const node = store.get(NODES, { name });
    if (node === undefined) return false;
    if (!silentSince.delete(name)) return true;
    const isUnknown = node.status.conditions.some(({ type, status }) => type === 'Ready' && status !== 'True');
    record(node, 'Normal', 'Starting', 'Starting kubelet.', { component: 'kubelet', host: name });
    record(
      node,
      'Warning',
      'Rebooted',
      `Node ${name} has been rebooted, boot id: ${node.status.nodeInfo.bootID ?? ''}`,
      {
        ...{ component: 'kubelet', host: name },
      },
    );
    kubelets.powerOn(name);
    report(node, isUnknown);
    return true;
  }
  return {
    controllers: [{ name: 'node-lifecycle', watches: [itself(NODES)], reconcile: lookAtNode }],
    ...{ down, up },
    off: () => Array.from(silentSince, ([node, since]) => ({ node, noticedAt: since + GRACE })),
  };
}
