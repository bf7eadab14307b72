import { controllerOf, type Thing } from '../engine/object.ts';
import { revisionOf } from '../kinds/state.ts';
import type { Deployment, EndpointSlice, HorizontalPodAutoscaler, Pod, ReplicaSet, Service } from '../kinds/types.ts';
import type { ClusterObjects } from '../picture/objects.ts';
import { isDown, stateOf } from '../picture/pods.ts';
import { imageOf, versionsOf } from '../picture/versions.ts';
import { NAMESPACE } from './hands.ts';

/** The app of all tours: a Deployment and a Service of this name. */
const WEB = 'web';
export const IMAGE = 'dosirak/web';
/** `kubectl create deployment` calls the container after the image. */
const IMAGE_NAME = WEB;
export const [FIRST, SECOND] = [`${IMAGE}:1.0`, `${IMAGE}:1.1`];
/** Where this file is, a Pod of the app says that it is not ready. */
export const BUSY = '/tmp/busy';

const isIn = ({ metadata }: { metadata: { namespace?: string } }): boolean => metadata.namespace === NAMESPACE;

export const web = ({ deployments }: ClusterObjects): Deployment | undefined =>
  deployments.find((one) => one.metadata.name === WEB && isIn(one));

export const webService = ({ services }: ClusterObjects): Service | undefined =>
  services.find((one) => one.metadata.name === WEB && isIn(one));

export const webScaler = ({ autoscalers }: ClusterObjects): HorizontalPodAutoscaler | undefined =>
  autoscalers.find((one) => (one.spec.scaleTargetRef.name === WEB || one.metadata.name === WEB) && isIn(one));

interface WebVersion {
  set: ReplicaSet;
  image: string;
  revision: number;
  isNewest: boolean;
}

/** ReplicaSets of the app, oldest first, with which is wanted. */
export function webVersions(objects: ClusterObjects): WebVersion[] {
  const own = web(objects);
  const all = own ? versionsOf(own, objects.sets) : [];
  return all.map(({ set, isNewest }) => ({
    ...{ set, isNewest, revision: revisionOf(set), image: imageOf(set.spec.template) },
  }));
}

/** The app's Pods, those that are going included. */
export function webPods(objects: ClusterObjects): Pod[] {
  const sets = new Set(webVersions(objects).map(({ set }) => set.metadata.uid));
  return objects.pods.filter((pod) => sets.has(controllerOf(pod)?.uid ?? ''));
}

const nodeOf = (pod: Pod, { nodes }: ClusterObjects) =>
  nodes.find(({ metadata }) => metadata.name === pod.spec.nodeName);

export const lookOf = (pod: Pod, objects: ClusterObjects) => stateOf(pod, nodeOf(pod, objects)).look;

export const readyPods = (objects: ClusterObjects): Pod[] =>
  webPods(objects).filter((pod) => lookOf(pod, objects) === 'ready');

export const imageIn = (pod: Pod): string => pod.spec.containers[0]?.image ?? '';

/** Exactly as many Pods as are wanted, all ready and of this image; no other is left. */
export function isAll(objects: ClusterObjects, image: string, count?: number): boolean {
  const pods = webPods(objects).filter((pod) => lookOf(pod, objects) !== 'lost');
  const wanted = web(objects)?.spec.replicas ?? 1;
  return (
    pods.length === wanted &&
    (count === undefined || wanted === count) &&
    pods.every((pod) => lookOf(pod, objects) === 'ready' && imageIn(pod) === image)
  );
}

/** Names of the app's Pods to which its Service sends. */
export function endpointsOf({ slices }: Pick<ClusterObjects, 'slices'>): string[] {
  const isOwn = (one: EndpointSlice): boolean =>
    isIn(one) && one.metadata.labels?.['kubernetes.io/service-name'] === WEB;
  return slices
    .filter(isOwn)
    .flatMap(({ endpoints }) => endpoints.filter(({ conditions }) => conditions?.ready !== false))
    .flatMap(({ targetRef }) => targetRef?.name ?? []);
}

export const isMadeSince = ({ metadata }: Thing, since: number): boolean =>
  // Kubernetes writes whole seconds.
  Date.parse(metadata.creationTimestamp) >= Math.floor(since / 1000) * 1000;

/** Nodes that are cut off, or that Kubernetes believes to be. */
export const downNodes = ({ nodes, off }: ClusterObjects): string[] =>
  nodes
    .filter((node) => isDown(node) || off.some((one) => one.node === node.metadata.name))
    .map(({ metadata }) => metadata.name);

/** Kubernetes has noticed that a node is cut off. */
export const isNoticed = ({ nodes }: ClusterObjects): boolean => nodes.some(isDown);

/** Of the workers that are up, the one with the most Pods of the app: where an outage is felt. */
export function fullestNode(objects: ClusterObjects): string | undefined {
  const down = downNodes(objects);
  const up = objects.nodes.filter(
    (one) =>
      !down.includes(one.metadata.name) && one.metadata.labels?.['node-role.kubernetes.io/control-plane'] === undefined,
  );
  const on = (name: string): number => readyPods(objects).filter(({ spec }) => spec.nodeName === name).length;
  return up.map(({ metadata }) => metadata.name).toSorted((one, other) => on(other) - on(one))[0];
}

/** The last part of a Pod's name, by which people tell them apart. */
export const shortOf = ({ metadata }: Pod): string => metadata.name.split('-').at(-1) ?? '';

/** Lines that make the app, with a Service in front of it. */
export const createWeb = (replicas: number): string =>
  `kubectl create deployment ${WEB} --image=${FIRST} --replicas=${replicas}`;
export const EXPOSE = `kubectl expose deployment ${WEB} --port=80 --target-port=8080`;
export const setImage = (image: string): string => `kubectl set image deployment/${WEB} ${IMAGE_NAME}=${image}`;

/** The app with a probe that a file can fail: that goes into a manifest only. */
export const APPLY_PROBED = `kubectl apply -f - <<'EOF'
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${WEB} }
spec:
  replicas: 3
  selector: { matchLabels: { app: ${WEB} } }
  template:
    metadata: { labels: { app: ${WEB} } }
    spec:
      containers:
      - name: ${IMAGE_NAME}
        image: ${FIRST}
        readinessProbe:
          exec: { command: [test, "!", -e, ${BUSY}] }
          periodSeconds: 2
          failureThreshold: 1
EOF`;

/** A Pod to ask from, beside the app. */
export const CLIENT = 'client';
export const RUN_CLIENT = `kubectl run ${CLIENT} --image=busybox --command -- sleep 86400`;

export const client = ({ pods }: ClusterObjects): Pod | undefined =>
  pods.find((one) => one.metadata.name === CLIENT && isIn(one));

/** What is there of the names that tours take, made before this moment: as `deployment/web`. */
export function leftoversOf(objects: ClusterObjects, since: number): string[] {
  const named = {
    deployment: web(objects),
    service: webService(objects),
    hpa: webScaler(objects),
    pod: client(objects),
  };
  return Object.entries(named).flatMap(([kind, object]) =>
    object && !isMadeSince(object, since) ? [`${kind}/${object.metadata.name}`] : [],
  );
}
