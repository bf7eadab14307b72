import type { Localized } from '../../core/locale.ts';
import { isLeaving } from '../engine/object.ts';
import { PODS } from '../kinds/core.ts';
import type { Pod } from '../kinds/types.ts';
import { AUTOSCALERS } from '../kinds/workloads.ts';
import type { ClusterObjects } from '../picture/objects.ts';
import { type Hands, NAMESPACE, type New } from './hands.ts';
import { text } from './text.ts';
import {
  applyService,
  applyWeb,
  BUSY,
  downNodes,
  fullestNode,
  IMAGE,
  imageIn,
  lookOf,
  readyPods,
  setImage,
  WEB,
  web,
  webPods,
  webScaler,
  webService,
  webVersions,
} from './web.ts';

/** Something that a step stands on: is it there, and what sets it up where it is not. */
export interface Need {
  name: Localized;
  isThere(objects: ClusterObjects): boolean;
  make(hands: Hands, objects: ClusterObjects): Promise<void>;
}

export const theWeb: Need = {
  name: text.both((words) => words.needs.web),
  isThere: (objects) => {
    const own = web(objects);
    return own !== undefined && (own.spec.replicas ?? 1) > 0 && !own.metadata.deletionTimestamp;
  },
  make: (hands) => applyWeb(hands),
};

/** The app can say that it is not ready. */
export const theProbe: Need = {
  name: text.both((words) => words.needs.probe),
  isThere: (objects) =>
    web(objects)?.spec.template.spec.containers.every(({ readinessProbe }) =>
      readinessProbe?.exec?.command?.includes(BUSY),
    ) === true,
  make: (hands) => applyWeb(hands),
};

export const theService: Need = {
  name: text.both((words) => words.needs.service),
  isThere: (objects) => webService(objects) !== undefined,
  make: applyService,
};

/** Every node is up: what was cut off by an earlier step comes back. */
export const theNodes: Need = {
  name: text.both((words) => words.needs.nodes),
  isThere: (objects) => downNodes(objects).length === 0,
  async make(hands, objects) {
    for (const node of downNodes(objects)) await hands.power(node, 'on');
  },
};

/** A Pod to ask from, beside the app. */
export const CLIENT = 'client';
export const clientPod: New = {
  ...{ apiVersion: 'v1', kind: 'Pod' },
  metadata: { name: CLIENT, labels: { run: CLIENT } },
  spec: { containers: [{ name: CLIENT, image: 'busybox', command: ['sleep', '86400'] }] },
};
const isHere = (pod: Pod): boolean => pod.metadata.namespace === NAMESPACE && !isLeaving(pod);

export const theClient: Need = {
  name: text.both((words) => words.needs.client),
  isThere: ({ pods }) =>
    pods.some((pod) => pod.metadata.name === CLIENT && isHere(pod) && pod.status.phase === 'Running'),
  async make(hands, { pods }) {
    if (!pods.some((pod) => pod.metadata.name === CLIENT && isHere(pod))) await hands.apply(PODS, clientPod);
  },
};

/** The app asks for so much processor that an autoscaler can say what a share of it is. */
export const theRequest: Need = {
  name: text.both((words) => words.needs.request),
  isThere: (objects) =>
    web(objects)?.spec.template.spec.containers.every(({ resources }) => resources?.requests?.cpu !== undefined) ===
    true,
  make: (hands) => applyWeb(hands, { replicas: 1, cpu: '100m' }),
};

export const scaler = (most: number): New => ({
  ...{ apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler' },
  metadata: { name: WEB },
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: WEB },
    ...{ minReplicas: 1, maxReplicas: most },
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } } }],
  },
});
export const theScaler: Need = {
  name: text.both((words) => words.needs.scaler),
  isThere: (objects) => webScaler(objects) !== undefined,
  make: (hands) => hands.apply(AUTOSCALERS, scaler(6)),
};

/** An image that no node can pull. */
export const MISSING = `${IMAGE}:9.9`;

/** The app was told to be of an image that does not exist; that is remembered where it was taken back since. */
export const theMistake: Need = {
  name: text.both((words) => words.needs.mistake),
  isThere: (objects) => webVersions(objects).some(({ image }) => image === MISSING),
  make: (hands, objects) => setImage(hands, objects, MISSING),
};

/** There is a version to go back to. */
export const theHistory: Need = {
  name: text.both((words) => words.needs.history),
  isThere: (objects) => webVersions(objects).length > 1,
  async make(hands, objects) {
    const [pod] = webPods(objects);
    await setImage(hands, objects, pod && imageIn(pod) === `${IMAGE}:1.1` ? `${IMAGE}:1.0` : `${IMAGE}:1.1`);
  },
};

/** A node is cut off. */
export const theOutage: Need = {
  name: text.both((words) => words.needs.outage),
  isThere: (objects) => downNodes(objects).length > 0,
  async make(hands, objects) {
    const node = fullestNode(objects);
    if (node !== undefined) await hands.power(node, 'off');
  },
};

/** A Pod of the app says that it is not ready. */
export const theBusyOne: Need = {
  name: text.both((words) => words.needs.busy),
  isThere: (objects) => webPods(objects).some((pod) => lookOf(pod, objects) === 'unready'),
  async make(hands, objects) {
    const [pod] = readyPods(objects);
    if (pod) await hands.run(pod.metadata.name, ['touch', BUSY]);
  },
};
