import { isDeepStrictEqual } from 'node:util';
import { timeText } from '../../engine/object.ts';
import { PODS } from '../../kinds/core.ts';
import { isOver, isPast } from '../../kinds/state.ts';
import type { Pod } from '../../kinds/types.ts';
import { release } from './files.ts';
import { addEphemeral, type Held, heldOf, type KubeletParts, type PodContext } from './held.ts';
import { nextToStart } from './order.ts';
import { statusOf } from './report.ts';
import { resumeContainer, startContainer } from './start.ts';
import { killSooner, stopAll, stopContainer } from './stop.ts';
import { followSpec, holdBack, loseRun, silence } from './upkeep.ts';
import { type Mounted, mountVolumes } from './volumes.ts';

/** A Pod on its node: the kubelet's worker of it. */
export interface Worker {
  uid: string;
  node: string;
  /** Looks at the Pod, as it is now. */
  sync(pod: Pod): void;
  pod(): Pod;
  held(container: string): Held | undefined;
  all: readonly Held[];
  /** Its ConfigMaps and Secrets have changed. */
  refresh(): void;
  /** The Pod is gone from the API: all ends at once. */
  drop(): void;
  /** The node has lost its power, or has it again. */
  powerOff(): void;
  powerOn(): void;
}

/** Milliseconds until a Pod's sandbox, with its address, stands. */
const SANDBOX = 300;
/** Milliseconds until volumes that could not be mounted are tried again, doubled up to two minutes. */
const REMOUNT = { first: 500, most: 122_000 } as const;
const DEADLINE = 'Pod was active on the node longer than the specified deadline';
const LISTS = {
  main: 'containers',
  init: 'initContainers',
  sidecar: 'initContainers',
  ephemeral: 'ephemeralContainers',
};

/** `over`: it has ended for good, and is kept for its logs. `gone`: the API does not have it any more. */
type Stage = 'new' | 'sandbox' | 'ready' | 'over' | 'gone';

export function createWorker(parts: KubeletParts, first: Pod): Worker {
  const { store, clock, record } = parts.lab;
  const { uid } = first.metadata;
  const node = first.spec.nodeName ?? '';
  const all = heldOf(first);
  const startTime = first.status.startTime ?? timeText(clock.now());
  // What ran when the lab was put away runs on.
  const isKnown = first.status.containerStatuses !== undefined && first.status.podIP !== undefined;
  let pod = first;
  let stage: Stage = isOver(first) ? 'over' : 'new';
  let address = first.status.podIP ?? '';
  let mounted: ReadonlyMap<string, Mounted> = new Map();
  let remount: number = REMOUNT.first;
  let ended: { reason: string; message: string } | undefined;
  let [isCutOff, isStarting, isPlanned] = [false, false, false];
  let cancelWake = (): void => {};
  let cancelDeadline = (): void => {};

  const isLeaving = (): boolean => pod.metadata.deletionTimestamp !== undefined;
  const graceOf = (): number =>
    (pod.metadata.deletionGracePeriodSeconds ?? pod.spec.terminationGracePeriodSeconds ?? 30) * 1000;
  const context: PodContext = {
    ...{ parts, node, all },
    pod: () => pod,
    address: () => address,
    volumes: () => mounted,
    tell(type, reason, message, held) {
      const at = held ? { fieldPath: `spec.${LISTS[held.kind]}{${held.container.name}}` } : {};
      record(pod, type, reason, message, { component: 'kubelet', host: node, ...at });
    },
    changed() {
      if (isPlanned) return;
      isPlanned = true;
      clock.after(0, () => {
        isPlanned = false;
        guarded(look);
      });
    },
    stop: (held) => stopContainer(context, held, graceOf()),
    isGone: () => isCutOff || stage === 'gone',
  };

  function guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      parts.failed(error, `kubelet ${node}`);
    }
  }
  function wake(ms: number): void {
    cancelWake();
    cancelWake = clock.after(ms, () => guarded(look));
  }
  /** Tells the API what is, where that is news. */
  function publish(): void {
    const stored = store.get(PODS, pod.metadata);
    if (stored?.metadata.uid !== uid) return;
    pod = stored;
    const hasEnded = (isLeaving() || ended !== undefined) && !all.some(({ run }) => run);
    const status = statusOf(store, pod, all, { address, startTime, hasEnded, ended }, clock.now());
    if (isPast(status) && stage !== 'gone') {
      stage = 'over';
      cancelWake();
    }
    if (isDeepStrictEqual(status, pod.status)) return;
    // Parts of a status are never changed, so that the store may have them as they are.
    pod = store.replace(PODS, { ...pod, status });
  }

  /** Has volumes mounted; false where the Pod waits for one. */
  function mount(): boolean {
    const volumes = mountVolumes(parts.lab, pod, parts.disks);
    if ('mounted' in volumes) {
      mounted = volumes.mounted;
      return true;
    }
    const { volume, refused } = volumes;
    context.tell('Warning', 'FailedMount', `MountVolume.SetUp failed for volume "${volume}" : ${refused}`);
    wake(remount);
    remount = Math.min(REMOUNT.most, remount * 2);
    return false;
  }
  /** Makes all ready for containers; false while that lasts. */
  function prepare(): boolean {
    if (stage === 'ready') return true;
    if (stage === 'sandbox' || !mount()) return false;
    if (isKnown) {
      stage = 'ready';
      for (const held of all) if (held.status.state.running) resumeContainer(context, held);
      return true;
    }
    stage = 'sandbox';
    clock.after(SANDBOX, () => {
      if (context.isGone() || stage !== 'sandbox') return;
      address = pod.spec.hostNetwork ? (pod.status.hostIP ?? '') : parts.addressFor(node);
      stage = 'ready';
      context.changed();
    });
    return false;
  }
  /** Starts what is next; its end has it look again. */
  function startMore(): void {
    if (isStarting) return;
    const next = nextToStart(pod, all, clock.now());
    for (const held of next.backedOff) holdBack(context, held);
    if (next.start) {
      isStarting = true;
      startContainer(context, next.start, () => {
        isStarting = false;
        if (!context.isGone()) context.changed();
      });
    } else if (next.after !== undefined) wake(next.after);
    if (next.isDone) stopAll(context, graceOf());
  }
  /** Ends a Pod that has run as long as it may. */
  function watchDeadline(): void {
    cancelDeadline();
    const { activeDeadlineSeconds: most } = pod.spec;
    if (most === undefined) return;
    cancelDeadline = clock.after(Math.max(0, Date.parse(startTime) + most * 1000 - clock.now()), () => {
      if (context.isGone() || stage === 'over') return;
      ended = { reason: 'DeadlineExceeded', message: DEADLINE };
      context.tell('Normal', 'DeadlineExceeded', DEADLINE);
      context.changed();
    });
  }

  function look(): void {
    if (context.isGone()) return;
    if (stage === 'over') {
      if (isLeaving() && stopAll(context, graceOf())) remove();
      return;
    }
    if (isLeaving() || ended) {
      const hasStopped = stopAll(context, graceOf());
      publish();
      if (hasStopped && isLeaving()) remove();
      return;
    }
    addEphemeral(pod, all);
    for (const held of all) followSpec(context, held);
    if (prepare()) startMore();
    publish();
  }
  /** Nothing of it runs: it goes from the API, or waits for its finalizers alone. */
  function remove(): void {
    if (store.get(PODS, pod.metadata)?.metadata.uid !== uid) return;
    stage = 'over';
    if ((pod.metadata.finalizers ?? []).length > 0)
      return void store.edit(PODS, pod.metadata, ({ metadata }) => {
        metadata.deletionGracePeriodSeconds = 0;
      });
    leave();
    store.remove(PODS, pod.metadata);
  }
  /** Nothing is left of it. */
  function leave(): void {
    stage = 'gone';
    cancelDeadline();
    cancelWake();
    silence(all);
    for (const { tree, isScratch } of mounted.values()) if (isScratch) release(parts.disks.disk, tree);
  }
  watchDeadline();
  return {
    ...{ uid, node, all },
    sync(next) {
      const { spec, metadata } = pod;
      pod = next;
      if (next.spec.activeDeadlineSeconds !== spec.activeDeadlineSeconds) watchDeadline();
      const grace = next.metadata.deletionGracePeriodSeconds;
      if (grace !== undefined && grace < (metadata.deletionGracePeriodSeconds ?? 0)) killSooner(context, grace * 1000);
      look();
    },
    pod: () => pod,
    held: (name) => all.find(({ container }) => container.name === name),
    refresh() {
      for (const { refresh } of mounted.values()) refresh?.();
      if (stage === 'new') context.changed();
    },
    drop: leave,
    powerOff() {
      isCutOff = true;
      cancelWake();
      silence(all);
    },
    powerOn() {
      [isCutOff, isStarting] = [false, false];
      for (const held of all) loseRun(held, clock.now());
      if (stage === 'sandbox') stage = 'new';
      if (stage === 'ready' && !isLeaving())
        context.tell('Normal', 'SandboxChanged', 'Pod sandbox changed, it will be killed and re-created.');
      context.changed();
    },
  };
}
