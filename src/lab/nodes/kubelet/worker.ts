import { isDeepStrictEqual } from 'node:util';
import { timeText } from '../../engine/object.ts';
import { NODES, PODS } from '../../kinds/core.ts';
import type { Pod, PodStatus } from '../../kinds/types.ts';
import { durationText } from '../duration.ts';
import { type Held, heldOf, type KubeletParts, type PodContext, podText, waitFor } from './held.ts';
import { nextToStart } from './order.ts';
import { qosOf } from './qos.ts';
import { resumeContainer, startContainer } from './start.ts';
import { conditionsOf, phaseOf } from './status.ts';
import { stopAll, stopContainer } from './stop.ts';
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

type Stage = 'new' | 'sandbox' | 'ready' | 'over' | 'gone';

export function createWorker(parts: KubeletParts, first: Pod): Worker {
  const { store, clock, record } = parts.lab;
  const node = first.spec.nodeName ?? '';
  const all = heldOf(first);
  const { uid } = first.metadata;
  let pod = first;
  let stage: Stage = 'new';
  let isCutOff = false;
  let isStarting = false;
  let isPlanned = false;
  let mounted: ReadonlyMap<string, Mounted> = new Map();
  let remount: number = REMOUNT.first;
  let cancelWake = (): void => {};
  let address = first.status.podIP ?? '';
  let isFailing: { reason: string; message: string } | undefined;
  const startTime = first.status.startTime ?? timeText(clock.now());
  const wasRunning = first.status.containerStatuses !== undefined && first.status.podIP !== undefined;

  const context: PodContext = {
    ...{ parts, node, all },
    pod: () => pod,
    address: () => address,
    volumes: () => mounted,
    tell(type, reason, message, held) {
      const list = held?.kind === 'main' ? 'containers' : 'initContainers';
      const fieldPath = held && `spec.${list}{${held.container.name}}`;
      record(pod, type, reason, message, { component: 'kubelet', host: node, ...(fieldPath ? { fieldPath } : {}) });
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
  const graceOf = (): number =>
    (pod.metadata.deletionGracePeriodSeconds ?? pod.spec.terminationGracePeriodSeconds ?? 30) * 1000;

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
    const { metadata, status: before } = pod;
    const isEnding = metadata.deletionTimestamp !== undefined || isFailing !== undefined;
    const hasEnded = isEnding && !all.some(({ run }) => run) && stage !== 'new';
    const phase = isFailing && hasEnded ? 'Failed' : phaseOf(pod, all, hasEnded);
    const hasInits = pod.spec.initContainers !== undefined && pod.spec.initContainers.length > 0;
    const hostIP = store
      .get(NODES, { name: node })
      ?.status.addresses.find(({ type }) => type === 'InternalIP')?.address;
    const status: PodStatus = {
      ...before,
      ...(metadata.generation === undefined ? {} : { observedGeneration: metadata.generation }),
      ...{ phase, conditions: conditionsOf(pod, all, phase, address !== '' && !hasEnded, timeText(clock.now())) },
      ...(isFailing && hasEnded ? isFailing : {}),
      ...(hostIP === undefined ? {} : { hostIP, hostIPs: [{ ip: hostIP }] }),
      ...(address === '' ? {} : { podIP: address, podIPs: [{ ip: address }] }),
      startTime,
      ...(hasInits
        ? { initContainerStatuses: all.filter(({ kind }) => kind !== 'main').map(({ status }) => status) }
        : {}),
      containerStatuses: all.filter(({ kind }) => kind === 'main').map(({ status }) => status),
      qosClass: before.qosClass ?? qosOf(pod.spec),
    };
    if (phase === 'Succeeded' || phase === 'Failed') finish();
    if (isDeepStrictEqual(status, before)) return;
    const stored = store.edit(PODS, metadata, (draft) => {
      draft.status = structuredClone(status);
    });
    if (stored) pod = stored;
  }
  function finish(): void {
    if (stage === 'gone') return;
    stage = 'over';
    cancelWake();
  }

  /** Has volumes mounted; false where the Pod waits for one. */
  function mount(): boolean {
    const volumes = mountVolumes(parts.lab, pod, parts.disks);
    if ('mounted' in volumes) {
      mounted = volumes.mounted;
      return true;
    }
    context.tell(
      'Warning',
      'FailedMount',
      `MountVolume.SetUp failed for volume "${volumes.volume}" : ${volumes.refused}`,
    );
    wake(remount);
    remount = Math.min(REMOUNT.most, remount * 2);
    return false;
  }
  /** Makes all ready for containers; false while that lasts. */
  function prepare(): boolean {
    if (stage === 'ready') return true;
    if (stage === 'sandbox') return false;
    if (!mount()) return false;
    if (wasRunning) {
      stage = 'ready';
      for (const held of all) if (held.status.state.running) resumeContainer(context, held);
      return true;
    }
    stage = 'sandbox';
    clock.after(SANDBOX, () => {
      if (context.isGone() || stage !== 'sandbox') return;
      address = pod.spec.hostNetwork ? (pod.status.hostIP ?? '') : parts.addressFor(node);
      stage = 'ready';
      guarded(look);
    });
    return false;
  }

  /** Starts what is next, until nothing more can be now. */
  function startMore(): void {
    if (isStarting) return;
    const next = nextToStart(pod, all, clock.now());
    for (const held of next.backedOff) {
      if (held.status.state.waiting?.reason === 'CrashLoopBackOff') continue;
      const wait = durationText(held.restarts.wait());
      const { name } = held.container;
      const message = `back-off ${wait} restarting failed container=${name} pod=${podText(pod)}`;
      context.tell('Warning', 'BackOff', `Back-off restarting failed container ${name} in pod ${podText(pod)}`, held);
      waitFor(held, 'CrashLoopBackOff', message);
    }
    if (next.start) {
      isStarting = true;
      startContainer(context, next.start, () => {
        isStarting = false;
        if (!context.isGone()) context.changed();
      });
      return;
    }
    if (next.isDone) stopAll(context, graceOf());
    if (next.after !== undefined) wake(next.after);
  }
  /** Seconds of `activeDeadlineSeconds` that are left. */
  function checkDeadline(): void {
    const { activeDeadlineSeconds: most } = pod.spec;
    if (most === undefined || isFailing) return;
    const left = Date.parse(startTime) + most * 1000 - clock.now();
    if (left > 0) {
      clock.after(left, () => !context.isGone() && stage !== 'over' && guarded(checkDeadline));
      return;
    }
    isFailing = { reason: 'DeadlineExceeded', message: DEADLINE };
    context.tell('Normal', 'DeadlineExceeded', DEADLINE);
    context.changed();
  }

  function look(): void {
    if (context.isGone() || stage === 'over') {
      if (stage === 'over' && pod.metadata.deletionTimestamp !== undefined && !isCutOff) remove();
      return;
    }
    if (pod.metadata.deletionTimestamp !== undefined || isFailing) {
      const hasStopped = stopAll(context, graceOf());
      if (hasStopped && stage === 'new') stage = 'sandbox';
      publish();
      if (hasStopped && pod.metadata.deletionTimestamp !== undefined) remove();
      return;
    }
    for (const held of all) followSpec(held);
    if (prepare()) startMore();
    publish();
  }
  /** The image of a running container may be changed: it is restarted with the new one. */
  function followSpec(held: Held): void {
    const specs = [...(pod.spec.initContainers ?? []), ...pod.spec.containers];
    const spec = specs.find(({ name }) => name === held.container.name);
    if (spec === undefined) return;
    const hasChanged = spec.image !== held.container.image;
    held.container = spec;
    if (!hasChanged || held.run === undefined) return;
    context.tell('Normal', 'Killing', `Container ${spec.name} definition changed, will be restarted`, held);
    stopContainer(context, held, graceOf());
  }
  /** Nothing of it runs: it goes from the API, or waits for its finalizers alone. */
  function remove(): void {
    if (stage === 'gone') return;
    if ((pod.metadata.finalizers ?? []).length > 0) {
      stage = 'over';
      if (pod.metadata.deletionGracePeriodSeconds !== 0)
        store.edit(PODS, pod.metadata, (draft) => {
          draft.metadata.deletionGracePeriodSeconds = 0;
        });
      return;
    }
    stage = 'gone';
    if (store.get(PODS, pod.metadata)?.metadata.uid === uid) store.remove(PODS, pod.metadata);
  }

  return {
    ...{ uid, node, all },
    sync(next) {
      pod = next;
      if (stage === 'new' && !isFailing) {
        const { phase } = next.status;
        if (phase === 'Succeeded' || phase === 'Failed') stage = 'over';
        else checkDeadline();
      }
      if (
        isFailing === undefined &&
        stage === 'ready' &&
        next.spec.activeDeadlineSeconds !== first.spec.activeDeadlineSeconds
      )
        checkDeadline();
      look();
    },
    pod: () => pod,
    held: (name) => all.find(({ container }) => container.name === name),
    refresh() {
      for (const { refresh } of mounted.values()) refresh?.();
      if (stage === 'new') context.changed();
    },
    drop() {
      stage = 'gone';
      cancelWake();
      for (const held of all) {
        held.stopProbes();
        held.run?.vanish();
        held.run = undefined;
      }
    },
    powerOff() {
      isCutOff = true;
      cancelWake();
      for (const held of all) {
        held.stopProbes();
        held.run?.vanish();
        held.run = undefined;
      }
    },
    powerOn() {
      isCutOff = false;
      isStarting = false;
      const now = timeText(clock.now());
      for (const held of all) {
        const { running } = held.status.state;
        if (running === undefined) continue;
        const terminated = { ...{ exitCode: 255, reason: 'Unknown' }, startedAt: running.startedAt, finishedAt: now };
        held.status = { ...held.status, state: { terminated }, ...{ ready: false, started: false } };
        held.isStopping = false;
      }
      if (stage === 'sandbox') stage = 'new';
      if (stage === 'ready' && pod.metadata.deletionTimestamp === undefined)
        context.tell('Normal', 'SandboxChanged', 'Pod sandbox changed, it will be killed and re-created.');
      context.changed();
    },
  };
}
