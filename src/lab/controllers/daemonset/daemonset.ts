import { type Controller, itself, itsOwner, type Watched } from '../../engine/controller.ts';
import { deleteObject } from '../../engine/deletion.ts';
import { ApiError } from '../../engine/errors.ts';
import type { Lab } from '../../engine/lab.ts';
import { isLeaving, ownedBy } from '../../engine/object.ts';
import { amountIn } from '../../engine/share.ts';
import { keyOf, placeOf } from '../../engine/store.ts';
import { NODES, PODS } from '../../kinds/core.ts';
import { isReady } from '../../kinds/state.ts';
import type { DaemonSet, Node, Pod } from '../../kinds/types.ts';
import { DAEMON_SETS } from '../../kinds/workloads.ts';
import { GENERATION } from '../admission/daemon-sets.ts';
import { counts } from '../shared/conditions.ts';
import { forgetRevisions, noteRevision, REVISION_HASH } from '../shared/history.ts';
import { make } from '../shared/make.ts';
import { adopters, claim } from '../shared/owned.ts';
import { isAvailable, podOf, soonest, untilAvailable } from '../shared/pods.ts';
import { affinityTo, fits, targetOf, tolerationsOf } from './fitting.ts';

const FROM = { component: 'daemonset-controller' };
/** A Pod's label of its set's generation. */
const OF_GENERATION = 'pod-template-generation';

/** Any node that changes may be one for any DaemonSet. */
const ofNodes = ({ store }: Lab): Watched => ({
  row: NODES,
  keysOf: () => store.list(DAEMON_SETS).map(({ metadata }) => keyOf(metadata)),
});

/** Keeps a Pod on each node that fits (kubernetes/pkg/controller/daemon). */
export function daemonSets(lab: Lab): Controller {
  const { store, clock, record } = lab;

  function start(set: DaemonSet, node: string, hash: string): void {
    const { metadata, spec } = podOf(set.spec.template, set, ownedBy(set));
    const generation = set.metadata.annotations?.[GENERATION] ?? '1';
    try {
      const pod = make(lab, PODS, {
        metadata: { ...metadata, labels: { ...metadata.labels, [REVISION_HASH]: hash, [OF_GENERATION]: generation } },
        spec: { ...spec, affinity: affinityTo(node, spec.affinity), tolerations: tolerationsOf(spec) },
      });
      record(set, 'Normal', 'SuccessfulCreate', `Created pod: ${pod.metadata.name}`, FROM);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      record(set, 'Warning', 'FailedCreate', `Error creating: ${error.message}`, FROM);
      throw error;
    }
  }
  function stop(set: DaemonSet, pod: Pod): void {
    deleteObject(lab, PODS, pod, { propagation: 'Background' });
    record(set, 'Normal', 'SuccessfulDelete', `Deleted pod: ${pod.metadata.name}`, FROM);
  }

  function tend(set: DaemonSet, node: Node, own: readonly Pod[], hash: string): void {
    const { run, stay } = fits(node, set.spec.template.spec);
    const { name } = node.metadata;
    const failed = own.filter(({ status }) => status.phase === 'Failed');
    const there = own.filter((pod) => !failed.includes(pod));
    if (own.length > 0 && !stay) {
      for (const pod of own) if (!isLeaving(pod)) stop(set, pod);
      return;
    }
    for (const pod of failed) {
      if (isLeaving(pod)) continue;
      const at = `${pod.metadata.namespace}/${pod.metadata.name} on node ${name}`;
      record(set, 'Warning', 'FailedDaemonPod', `Found failed daemon pod ${at}, will try to kill it`, FROM);
      stop(set, pod);
    }
    if (run && own.length === 0) start(set, name, hash);
    // Of two that are no step of an update, the older stays.
    const alike = there.filter((pod) => !isLeaving(pod) && pod.metadata.labels?.[REVISION_HASH] === hash);
    for (const pod of alike.slice(1)) stop(set, pod);
  }

  /** Takes away Pods of the old template, so many at a time; with a surge the new one comes first. */
  function roll(set: DaemonSet, byNode: ReadonlyMap<string, readonly Pod[]>, hash: string): void {
    const { type = 'RollingUpdate', rollingUpdate = {} } = set.spec.updateStrategy ?? {};
    if (type !== 'RollingUpdate') return;
    const surge = amountIn(rollingUpdate.maxSurge, byNode.size, 'up');
    const missing = Math.max(surge > 0 ? 0 : 1, amountIn(rollingUpdate.maxUnavailable ?? 1, byNode.size, 'up'));
    const isNew = (pod: Pod): boolean => pod.metadata.labels?.[REVISION_HASH] === hash;
    const isUp = (pod: Pod): boolean => !isLeaving(pod) && isAvailable(pod, set.spec.minReadySeconds, clock.now());
    let down = Array.from(byNode.values()).filter((pods) => !pods.some(isUp)).length;
    let more = Array.from(byNode.values()).filter((pods) => pods.length > 1).length;
    for (const [node, pods] of byNode) {
      const old = pods.find((pod) => !isNew(pod) && !isLeaving(pod));
      if (old === undefined) continue;
      const fresh = pods.find((pod) => isNew(pod) && !isLeaving(pod));
      if (surge > 0) {
        if (fresh && isUp(fresh)) stop(set, old);
        else if (fresh === undefined && (!isUp(old) || more < surge)) {
          start(set, node, hash);
          more++;
        }
      } else if (!isUp(old)) stop(set, old);
      else if (down < missing) {
        stop(set, old);
        down++;
      }
    }
  }

  const byNodeOf = (set: DaemonSet): Map<string, Pod[]> =>
    Map.groupBy(claim(lab, PODS, set, set.spec.selector), ({ spec }) => targetOf(spec) ?? '');

  function writeStatus(set: DaemonSet, nodes: readonly Node[], hash: string): void {
    const byNode = byNodeOf(set);
    const now = clock.now();
    const numbers = { current: 0, wrong: 0, wanted: 0, ready: 0, available: 0, updated: 0 };
    for (const node of nodes) {
      const { run } = fits(node, set.spec.template.spec);
      const pods = (byNode.get(node.metadata.name) ?? []).toSorted(
        (one, other) => Date.parse(one.metadata.creationTimestamp) - Date.parse(other.metadata.creationTimestamp),
      );
      if (!run && pods.length > 0) numbers.wrong++;
      if (!run) continue;
      numbers.wanted++;
      if (pods.length > 0) numbers.current++;
      if (pods.some(isReady)) numbers.ready++;
      if (pods.some((pod) => isAvailable(pod, set.spec.minReadySeconds, now))) numbers.available++;
      if (pods.at(-1)?.metadata.labels?.[REVISION_HASH] === hash) numbers.updated++;
    }
    store.edit(DAEMON_SETS, set.metadata, (draft) => {
      draft.status = {
        ...{ currentNumberScheduled: numbers.current, numberMisscheduled: numbers.wrong },
        ...{ desiredNumberScheduled: numbers.wanted, numberReady: numbers.ready },
        observedGeneration: set.metadata.generation ?? 1,
        ...counts({
          updatedNumberScheduled: numbers.updated,
          numberAvailable: numbers.available,
          numberUnavailable: numbers.wanted - numbers.available,
        }),
      };
    });
  }

  return {
    name: 'daemonset',
    watches: [itself(DAEMON_SETS), itsOwner(PODS, 'DaemonSet'), adopters(lab, PODS, DAEMON_SETS), ofNodes(lab)],
    reconcile(key) {
      const set = store.get(DAEMON_SETS, placeOf(key));
      if (set === undefined || isLeaving(set)) return undefined;
      const revision = noteRevision(lab, set);
      const hash = revision.metadata.labels?.[REVISION_HASH] ?? '';
      const nodes = store.list(NODES);
      const names = new Set(nodes.map(({ metadata }) => metadata.name));
      try {
        const before = byNodeOf(set);
        for (const node of nodes) tend(set, node, before.get(node.metadata.name) ?? [], hash);
        roll(set, new Map(Array.from(byNodeOf(set)).filter(([node]) => names.has(node))), hash);
      } finally {
        writeStatus(set, nodes, hash);
      }
      const pods = Array.from(byNodeOf(set).values()).flat();
      const used = new Set([
        revision.metadata.name,
        ...pods.map(({ metadata }) => `${set.metadata.name}-${metadata.labels?.[REVISION_HASH]}`),
      ]);
      forgetRevisions(lab, set, set.spec.revisionHistoryLimit ?? 10, used);
      return soonest(pods.map((pod) => untilAvailable(pod, set.spec.minReadySeconds, clock.now())));
    },
  };
}
