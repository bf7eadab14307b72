import { truncate } from '../../language/truncate.ts';
import { literalLine } from '../../markdown/escape.ts';
import type { Block } from './blocks.ts';
import { fields, footer, heading, markdown } from './builders.ts';
import { LIMITS } from './limits.ts';

/** How a Pod is; `lost`: its node is cut off, so that the cluster does not know. */
export type PodLook = 'ready' | 'unready' | 'starting' | 'broken' | 'leaving' | 'waiting' | 'lost' | 'done';

/** A letter and a sign of each look: colour is never all that tells them apart. */
export const POD_MARKS: Readonly<Record<PodLook, { letter: string; sign: string }>> = {
  ready: { letter: 'R', sign: '●' },
  unready: { letter: 'N', sign: '○' },
  starting: { letter: 'S', sign: '◐' },
  broken: { letter: '!', sign: '✖' },
  leaving: { letter: '×', sign: '◌' },
  waiting: { letter: 'P', sign: '□' },
  lost: { letter: '?', sign: '?' },
  done: { letter: 'D', sign: '■' },
};

/** What a version of a workload is coloured by, in the order in which they came; `none` where there are no versions. */
export type VersionTone = 0 | 1 | 2 | 'none';

export interface PodTile {
  name: string;
  /** The last part of its name alone, for where there is little room. */
  short: string;
  says: string;
  /** How often it was started again. */
  badge?: string;
  look: PodLook;
  tone: VersionTone;
  /** Services (places in the frame's list) that send to it, and those that leave it out because it is not ready. */
  behind: readonly number[];
  leftOut: readonly number[];
}

export interface NodeBox {
  name: string;
  says: string;
  /** `off`: without power, which Kubernetes has not noticed yet. */
  look: 'ready' | 'off' | 'down' | 'cordoned';
  pods: readonly PodTile[];
}

/** Has a node no power, whether Kubernetes has noticed it or not? */
export const isWithoutPower = (look: NodeBox['look']): boolean => look === 'off' || look === 'down';

/** A workload in one line: how many Pods it has of how many, of which versions, and what scales it. */
export interface WorkloadLine {
  name: string;
  says: string;
  versions: readonly { tone: VersionTone; name: string; count: string }[];
  scaling?: string;
}

/** A cluster at one moment. */
export interface ClusterFrame {
  /** What goes on, the most telling first. */
  news: readonly string[];
  workloads: readonly WorkloadLine[];
  services: readonly { name: string; says: string }[];
  nodes: readonly NodeBox[];
  /** Pods that have no node yet, under the words for it. */
  waiting: { title: string; pods: readonly PodTile[] };
}

/**
 * A small cluster as it is, or, with several frames, how it went. Plain text in its reader's language. Platforms that show
 * pictures draw it, the others tell it in words (clusterInWords()).
 */
export interface ClusterPicture {
  type: 'cluster';
  title: string;
  /** At most CLUSTER.frames. */
  frames: readonly ClusterFrame[];
  /** What the looks of its Pods are called. */
  legend: readonly { look: PodLook; words: string }[];
  foot: string;
  /** The same in one line. */
  alt: string;
  /** The reply says in words what goes on; where it cannot be seen, the rest alone is told. */
  isToldBeside?: true;
}

/** What a picture has room for. */
export const CLUSTER = {
  frames: 6,
  news: 2,
  workloads: 3,
  versions: 3,
  services: 3,
  nodes: 3,
  pods: 60,
  name: 63,
  says: 40,
} as const;

const podInWords = ({ name, says, badge, look }: PodTile): string =>
  [`${POD_MARKS[look].sign} ${name}`, says, badge].filter(Boolean).join(' · ');

function frameInWords({ news, workloads, services, nodes, waiting }: ClusterFrame, isToldBeside = false): Block[] {
  const rows = [
    ...workloads.map(({ name, says, versions, scaling }) => ({
      name,
      value: [says, ...versions.map((one) => `${one.name} ${one.count}`.trim()), scaling].filter(Boolean).join(' · '),
    })),
    ...services.map(({ name, says }) => ({ name, value: says })),
    ...nodes.map(({ name, says, pods }) => ({
      name: [name, says].filter(Boolean).join(' · '),
      value: pods.map(podInWords).join('\n') || '–',
    })),
    ...(waiting.pods.length === 0 ? [] : [{ name: waiting.title, value: waiting.pods.map(podInWords).join('\n') }]),
  ];
  // Of white space alone there would be an empty text, which a platform refuses.
  const said = news.filter((one) => one.trim() !== '');
  const told = rows.filter(({ name, value }) => name !== '' || value !== '');
  return [
    ...(isToldBeside || said.length === 0 ? [] : [markdown(said.map(literalLine).join('  \n'))]),
    ...(told.length === 0 ? [] : [fields(...told)]),
  ];
}

/** What a picture of a cluster says, where it cannot be seen; of several moments, what went on at each. */
export function clusterInWords({ title, frames, foot, isToldBeside }: ClusterPicture): Block[] {
  const [first] = frames;
  const told =
    frames.length === 1 && first
      ? frameInWords(first, isToldBeside)
      : [markdown(frames.map(({ news }, i) => `${i + 1}. ${news.map(literalLine).join(' — ')}`).join('\n'))];
  return [heading(title), ...told, footer(foot)];
}

function frameWithinLimits(frame: ClusterFrame): ClusterFrame {
  let room: number = CLUSTER.pods;
  const some = (pods: readonly PodTile[]): PodTile[] => {
    const own = pods.slice(0, room).map((pod) => ({
      ...pod,
      name: truncate(pod.name, CLUSTER.name),
      short: truncate(pod.short, CLUSTER.name),
      says: truncate(pod.says, CLUSTER.says),
    }));
    room -= own.length;
    return own;
  };
  return {
    news: frame.news.slice(0, CLUSTER.news).map((one) => truncate(one, LIMITS.heading)),
    workloads: frame.workloads.slice(0, CLUSTER.workloads).map((one) => ({
      ...one,
      name: truncate(one.name, CLUSTER.name),
      says: truncate(one.says, LIMITS.heading),
      versions: one.versions.slice(-CLUSTER.versions),
    })),
    services: frame.services
      .slice(0, CLUSTER.services)
      .map(({ name, says }) => ({ name: truncate(name, CLUSTER.name), says: truncate(says, LIMITS.heading) })),
    nodes: frame.nodes.slice(0, CLUSTER.nodes).map((one) => ({
      ...one,
      name: truncate(one.name, CLUSTER.name),
      says: truncate(one.says, CLUSTER.says),
      pods: some(one.pods),
    })),
    waiting: { title: truncate(frame.waiting.title, LIMITS.heading), pods: some(frame.waiting.pods) },
  };
}

/** No more than a picture has room for. */
export const clusterWithinLimits = (picture: ClusterPicture): ClusterPicture => ({
  ...picture,
  title: truncate(picture.title, LIMITS.heading),
  frames: picture.frames.slice(-CLUSTER.frames).map(frameWithinLimits),
  foot: truncate(picture.foot, LIMITS.heading),
  alt: truncate(picture.alt, LIMITS.field),
});

/** Pixels of the picture: the same for any cluster, so that nothing jumps where one takes another's place. */
export const clusterSize = ({ frames }: Pick<ClusterPicture, 'frames'>): { width: number; height: number } => ({
  width: 1200,
  height: frames.length <= 1 ? 960 : 156 + frames.length * 228,
});
