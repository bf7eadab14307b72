import type { Lab } from '../../engine/lab.ts';
import type { Image, Images, Network } from '../../images/machine.ts';
import type { Container, ContainerStatus, Pod } from '../../kinds/types.ts';
import { type Backoff, createBackoff } from './backoff.ts';
import type { Log } from './log.ts';
import type { Run } from './run.ts';
import type { Disks, Mounted } from './volumes.ts';

/** A container as its kubelet holds it: through all its runs. */
export interface Held {
  kind: 'init' | 'sidecar' | 'main' | 'ephemeral';
  container: Container;
  status: ContainerStatus;
  run: Run | undefined;
  log: Log | undefined;
  previousLog: Log | undefined;
  /** Between runs. */
  restarts: Backoff;
  pulls: Backoff;
  /** Why the last pull came to nothing, and when. */
  pullFailed: { at: number; message: string } | undefined;
  /** It is not tried again before. */
  notBefore: number;
  /** Ends the probes of its run. */
  stopProbes: () => void;
  /** It was asked to end. */
  isStopping: boolean;
}

/** What the kubelets of a lab share. */
export interface KubeletParts {
  lab: Lab;
  images: Images;
  failed: (error: unknown, where: string) => void;
  disks: Disks;
  /** Images that were pulled, by node. */
  pulled: Map<string, Set<string>>;
  networkOf(pod: Pod): Network;
  /** Characters that one log may have: fewer where there are many. */
  room(): number;
  /** Gives a free address of a node's Pods. */
  addressFor(node: string): string;
}

/** A Pod on its node, for all that is done to it there. */
export interface PodContext {
  parts: KubeletParts;
  node: string;
  /** As it is in the store, or was there last. */
  pod(): Pod;
  address(): string;
  all: readonly Held[];
  volumes(): ReadonlyMap<string, Mounted>;
  /** Writes an event, of a container where one is given. */
  tell(type: 'Normal' | 'Warning', reason: string, message: string, held?: Held): void;
  /** Its state has changed: it is looked at and told to the API. */
  changed(): void;
  /** Asks a container to end, and kills it where it does not in its time. */
  stop(held: Held): void;
  /** Nothing must be done for it any more. */
  isGone(): boolean;
}

const creating = (name: string, image: string, reason: string): ContainerStatus => ({
  ...{ name, state: { waiting: { reason } }, lastState: {}, ready: false },
  ...{ restartCount: 0, image, imageID: '', started: false },
});

function hold(kind: Held['kind'], container: Container, before: ContainerStatus | undefined, reason: string): Held {
  const status = before ? structuredClone(before) : creating(container.name, container.image ?? '', reason);
  return {
    ...{ kind, container, status },
    ...{ run: undefined, log: undefined, previousLog: undefined, pullFailed: undefined },
    restarts: createBackoff(status.restartCount),
    pulls: createBackoff(),
    ...{ notBefore: 0, stopProbes: () => {}, isStopping: false },
  };
}

/** The containers of a Pod in the order in which they start, as its status tells of them. */
export function heldOf({ spec, status }: Pod): Held[] {
  const inits = spec.initContainers ?? [];
  const reason = inits.length > 0 ? 'PodInitializing' : 'ContainerCreating';
  const of = (all: readonly ContainerStatus[] | undefined, name: string): ContainerStatus | undefined =>
    all?.find((one) => one.name === name);
  return [
    ...inits.map((one) =>
      hold(
        one.restartPolicy === 'Always' ? 'sidecar' : 'init',
        one,
        of(status.initContainerStatuses, one.name),
        reason,
      ),
    ),
    ...spec.containers.map((one) => hold('main', one, of(status.containerStatuses, one.name), reason)),
  ];
}

/** Those that were put into a running Pod to look around in it (`kubectl debug`). */
export function addEphemeral({ spec, status }: Pod, all: Held[]): void {
  for (const one of spec.ephemeralContainers ?? [])
    if (!all.some(({ container }) => container.name === one.name)) {
      const before = status.ephemeralContainerStatuses?.find(({ name }) => name === one.name);
      all.push(hold('ephemeral', one, before, 'ContainerCreating'));
    }
}

/** `docker.io/library/nginx:1.27`, as a container runtime names it. */
export const fullName = ({ repository, tag }: Image): string => `${repository}:${tag}`;

/** How Kubernetes' parts name a Pod in their words (kubelet/util/format): `web_default(uid)`. */
export const podText = ({ metadata: { name, namespace, uid } }: Pod): string => `${name}_${namespace}(${uid})`;

/** Its kubelet's container is waited for. */
export function waitFor(held: Held, reason: string, message?: string): void {
  const { state, lastState } = held.status;
  held.status = {
    ...held.status,
    state: { waiting: { reason, ...(message === undefined ? {} : { message }) } },
    lastState: state.terminated ? { terminated: state.terminated } : lastState,
    ...{ ready: false, started: false },
  };
}
