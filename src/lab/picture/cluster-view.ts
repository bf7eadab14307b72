import type { NodeBox, VersionTone } from '../../core/reply/cluster.ts';
import type { PodState } from './pods.ts';

export interface PodView extends PodState {
  name: string;
  /** The last part of its name. */
  short: string;
  /** What it belongs to, by kind and name as in `Deployment/web`; its own name where it belongs to nothing. */
  of: string;
  node: string | undefined;
  version?: string;
  /** Pods of another ReplicaSet are of the same version: only one of the two is new. */
  isTwin: boolean;
  /** The uid of its ReplicaSet, where that is of a Deployment. */
  set?: string;
  tone: VersionTone;
  /** Its version is not the one that is wanted. */
  isOld: boolean;
  behind: readonly number[];
  leftOut: readonly number[];
}

export interface ScalerView {
  /** Percent of what is requested, where it was measured. */
  percent: number | undefined;
  target: number | undefined;
  wanted: number;
  most: number;
  least: number;
}

export interface VersionView {
  name: string;
  tone: VersionTone;
  pods: number;
  isNewest: boolean;
  isTwin: boolean;
}

export interface WorkloadView {
  of: string;
  name: string;
  kind: string;
  wanted: number;
  ready: number;
  versions: readonly VersionView[];
  scaler?: ScalerView;
}

export interface ServiceView {
  name: string;
  port: number | undefined;
  ready: number;
  leftOut: number;
}

export interface NodeView {
  name: string;
  look: NodeBox['look'];
  /** Of one that is off: seconds until Kubernetes notices, in tens. */
  seconds?: number;
}

/** A cluster as it is at one moment, without words. */
export interface ClusterView {
  nodes: readonly NodeView[];
  pods: readonly PodView[];
  workloads: readonly WorkloadView[];
  services: readonly ServiceView[];
  news: readonly News[];
}

/** What goes on in a cluster, as what a reader of its picture would name first. */
export type News =
  /** They have no power, and Kubernetes does not know yet. */
  | { type: 'nodes-off'; nodes: readonly string[]; seconds: number }
  | { type: 'nodes-down'; nodes: readonly string[]; lost: number }
  /** The Pods of the wanted version do not come up; the old ones go on. */
  | { type: 'stuck'; name: string; version: string; reason: string | undefined; old: number }
  /** `from` and `to` are the same where Pods are only made anew. */
  | { type: 'rollout'; name: string; from: string; to: string; old: number; fresh: number; wanted: number }
  | { type: 'broken'; name: string; pods: number; reason: string | undefined; restarts: number }
  | { type: 'scaling-up'; name: string; scaler: ScalerView; pods: number }
  | { type: 'scaling-down'; name: string; scaler: ScalerView; pods: number }
  /** As many Pods as the autoscaler wants just now. */
  | { type: 'scaled'; name: string; scaler: ScalerView; pods: number }
  /** A node is down, and it has all of its Pods on the others. */
  | { type: 'recovered'; name: string; pods: number }
  /** Fewer than are wanted: new ones are being made. */
  | { type: 'too-few'; name: string; wanted: number; ready: number; coming: number }
  | { type: 'too-many'; name: string; wanted: number; leaving: number }
  | { type: 'left-out'; service: string; ready: number; leftOut: number }
  | { type: 'unready'; pods: number }
  | { type: 'waiting'; pods: number }
  | { type: 'cordoned'; nodes: readonly string[] }
  | { type: 'restarted'; pod: string; restarts: number }
  | { type: 'calm'; nodes: number; pods: number }
  | { type: 'empty'; nodes: number };
