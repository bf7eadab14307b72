import type { NodeOff } from '../../core/lab.ts';
import type { Controller } from '../engine/controller.ts';
import type { Lab, Runtime } from '../engine/lab.ts';
import { createImages } from '../images/images.ts';
import type { Images } from '../images/machine.ts';
import type { Pod } from '../kinds/types.ts';
import { createAddresses } from './addresses.ts';
import { evictPods } from './eviction.ts';
import { newTree } from './kubelet/files.ts';
import { createKubelets, type Kubelets } from './kubelet/kubelet.ts';
import { watchNodes } from './lifecycle.ts';
import { createLoad } from './load.ts';
import { type AskApi, createNetwork } from './network/network.ts';
import { indexPods } from './pods.ts';
import { createRuntime } from './runtime.ts';
import { createScheduler } from './scheduler/scheduler.ts';

/** The machines of a lab, with what a person may do to them from outside. */
export interface Nodes {
  /** The scheduler, the kubelets, and what watches over nodes. */
  controllers: readonly Controller[];
  runtime: Runtime;
  /** Has these Pods use so many millicores together, each alike, until told otherwise by the same function; 0 ends it. */
  load(pods: () => readonly Pod[], millicores: number): void;
  /** Cuts a node off, as a power failure would; false where there is none. */
  down(node: string): boolean;
  up(node: string): boolean;
  /** The nodes that are cut off. */
  off(): readonly NodeOff[];
  /** Where Pods find the API server. */
  reachApi(ask: AskApi): void;
  /** What PersistentVolumes hold, for a snapshot. */
  disks(): Disks;
}

/** Files with their paths, by the uid of a PersistentVolume. */
export type Disks = Readonly<Record<string, readonly (readonly [string, string])[]>>;

interface Given {
  images?: Images;
  disks?: Disks | undefined;
}

/** Characters of logs: of one run, and of all runs of a lab together. */
const LOG = { least: 4000, most: 64_000, all: 8_000_000 } as const;

export function createNodes(
  lab: Lab,
  failed: (error: unknown, where: string) => void,
  { images = createImages(failed), disks = {} }: Given = {},
): Nodes {
  const pods = indexPods(lab.store);
  const claims = new Map(Object.entries(disks).map(([uid, files]) => [uid, newTree(files)] as const));
  const network = createNetwork(lab, pods);
  const kubelets: Kubelets = createKubelets(
    {
      ...{ lab, images, failed },
      ...{ disks: { disk: { used: 0 }, claims, hosts: new Map() }, pulled: new Map() },
      room: () => Math.max(LOG.least, Math.min(LOG.most, LOG.all / (kubelets.count() * 2 + 1))),
      ...{ networkOf: network.of, addressFor: createAddresses(lab.store, pods) },
    },
    pods,
  );
  network.reach(kubelets);
  const lifecycle = watchNodes(lab, kubelets, pods);
  return {
    controllers: [createScheduler(lab, pods), kubelets.controller, ...lifecycle.controllers, evictPods(lab, pods)],
    runtime: createRuntime(lab, kubelets),
    load: createLoad(lab, kubelets),
    reachApi: network.reachApi,
    ...{ down: lifecycle.down, up: lifecycle.up, off: lifecycle.off },
    disks: () => Object.fromEntries(Array.from(claims, ([uid, { files }]) => [uid, Array.from(files)] as const)),
  };
}
