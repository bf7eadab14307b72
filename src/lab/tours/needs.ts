import type { Localized } from '../../core/locale.ts';
import { isLeaving } from '../engine/object.ts';
import type { ClusterObjects } from '../picture/objects.ts';
import type { Hands } from './hands.ts';
import { text } from './text.ts';
import {
  APPLY_PROBED,
  BUSY,
  client,
  createWeb,
  downNodes,
  EXPOSE,
  FIRST,
  fullestNode,
  IMAGE,
  imageIn,
  lookOf,
  RUN_CLIENT,
  readyPods,
  SECOND,
  setImage,
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
  make(hands: Hands, objects: ClusterObjects): Promise<unknown>;
}

/** Lines, one after another. */
async function run(hands: Hands, ...lines: readonly string[]): Promise<void> {
  for (const line of lines) await hands.kubectl(line);
}

export const theWeb: Need = {
  name: text.both((words) => words.needs.web),
  isThere: (objects) => {
    const own = web(objects);
    return own !== undefined && (own.spec.replicas ?? 1) > 0 && !isLeaving(own);
  },
  make: (hands, objects) => run(hands, web(objects) ? 'kubectl scale deployment web --replicas=3' : createWeb(3)),
};

/** The app can say that it is not ready. */
export const theProbe: Need = {
  name: text.both((words) => words.needs.probe),
  isThere: (objects) =>
    web(objects)?.spec.template.spec.containers.every(({ readinessProbe }) =>
      readinessProbe?.exec?.command?.includes(BUSY),
    ) === true,
  make: (hands) => run(hands, APPLY_PROBED),
};

export const theService: Need = {
  name: text.both((words) => words.needs.service),
  isThere: (objects) => webService(objects) !== undefined,
  make: (hands) => run(hands, EXPOSE),
};

/** Every node is up: what was cut off by an earlier step comes back. */
export const theNodes: Need = {
  name: text.both((words) => words.needs.nodes),
  isThere: (objects) => downNodes(objects).length === 0,
  async make(hands, objects) {
    for (const node of downNodes(objects)) await hands.power(node, 'on');
  },
};

export const theClient: Need = {
  name: text.both((words) => words.needs.client),
  isThere: (objects) => {
    const pod = client(objects);
    return pod !== undefined && !isLeaving(pod) && pod.status.phase === 'Running';
  },
  make: (hands) => run(hands, RUN_CLIENT),
};

/** The app asks for so much processor that an autoscaler can say what a share of it is. */
export const REQUEST = 'kubectl set resources deployment web --requests=cpu=100m';
export const theRequest: Need = {
  name: text.both((words) => words.needs.request),
  isThere: (objects) =>
    web(objects)?.spec.template.spec.containers.every(({ resources }) => resources?.requests?.cpu !== undefined) ===
    true,
  make: (hands) => run(hands, createWeb(1), REQUEST),
};

/** Pods that the autoscaler may make. */
export const MOST = 6;
export const AUTOSCALE = `kubectl autoscale deployment web --cpu-percent=50 --min=1 --max=${MOST}`;
export const theScaler: Need = {
  name: text.both((words) => words.needs.scaler),
  isThere: (objects) => webScaler(objects) !== undefined,
  make: (hands) => run(hands, AUTOSCALE),
};

/** An image that no node can pull. */
export const MISSING = `${IMAGE}:9.9`;

/** The app was told to be of an image that does not exist; that is remembered where it was taken back since. */
export const theMistake: Need = {
  name: text.both((words) => words.needs.mistake),
  isThere: (objects) => webVersions(objects).some(({ image }) => image === MISSING),
  make: (hands) => run(hands, setImage(MISSING)),
};

/** There is a version to go back to. */
export const theHistory: Need = {
  name: text.both((words) => words.needs.history),
  isThere: (objects) => webVersions(objects).length > 1,
  make(hands, objects) {
    const [pod] = webPods(objects);
    return run(hands, setImage(pod && imageIn(pod) === SECOND ? FIRST : SECOND));
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
export const makeBusy = (pod: string): string => `kubectl exec ${pod} -- touch ${BUSY}`;
export const theBusyOne: Need = {
  name: text.both((words) => words.needs.busy),
  isThere: (objects) => webPods(objects).some((pod) => lookOf(pod, objects) === 'unready'),
  async make(hands, objects) {
    const [pod] = readyPods(objects);
    if (pod) await run(hands, makeBusy(pod.metadata.name));
  },
};
