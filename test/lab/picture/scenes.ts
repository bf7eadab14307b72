/** Clusters made by hand: what pictures are tried on. */

import type {
  Deployment,
  EndpointSlice,
  HorizontalPodAutoscaler,
  Node,
  Pod,
  ReplicaSet,
  Service,
} from '../../../src/lab/kinds/types.ts';
import type { ClusterObjects } from '../../../src/lab/picture/objects.ts';

let count = 0;
const meta = (name: string, more: object = {}) => ({
  ...{ name, namespace: 'default', uid: `uid-${name}`, resourceVersion: '1' },
  creationTimestamp: new Date(Date.UTC(2026, 0, 1) + 1000 * count++).toISOString(),
  ...more,
});

const node = (name: string, is: 'ready' | 'down' | 'cordoned' = 'ready'): Node => ({
  ...{ apiVersion: 'v1', kind: 'Node', metadata: meta(name) },
  spec: is === 'cordoned' ? { unschedulable: true } : {},
  status: {
    ...{ capacity: {}, allocatable: {}, addresses: [], nodeInfo: {} },
    conditions: [{ type: 'Ready', status: is === 'down' ? 'Unknown' : 'True' }],
  },
});

const deployment = (name: string, replicas: number, image: string): Deployment => ({
  ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: meta(name) },
  spec: {
    replicas,
    selector: { matchLabels: { app: name } },
    template: { metadata: { labels: { app: name } }, spec: { containers: [{ name, image }] } },
  },
  status: {},
});

const set = (of: Deployment, hash: string, revision: number, image: string): ReplicaSet => ({
  ...{ apiVersion: 'apps/v1', kind: 'ReplicaSet' },
  metadata: meta(`${of.metadata.name}-${hash}`, {
    annotations: { 'deployment.kubernetes.io/revision': `${revision}` },
    ownerReferences: [
      { apiVersion: 'apps/v1', kind: 'Deployment', name: of.metadata.name, uid: of.metadata.uid, controller: true },
    ],
  }),
  spec: { selector: {}, template: { spec: { containers: [{ name: 'web', image }] } } },
  status: { replicas: 0 },
});

type Look = 'ready' | 'unready' | 'starting' | 'crash' | 'pull' | 'leaving' | 'waiting';

function pod(of: ReplicaSet, short: string, on: string | undefined, look: Look, restarts = 0): Pod {
  const name = `${of.metadata.name}-${short}`;
  const state = (() => {
    switch (look) {
      case 'crash':
        return { waiting: { reason: 'CrashLoopBackOff' } };
      case 'pull':
        return { waiting: { reason: 'ImagePullBackOff' } };
      case 'starting':
        return { waiting: { reason: 'ContainerCreating' } };
      default:
        return { running: { startedAt: '2026-01-01T00:00:00Z' } };
    }
  })();
  const isReady = look === 'ready' || look === 'leaving';
  const app = of.metadata.ownerReferences?.[0]?.name ?? '';
  return {
    ...{ apiVersion: 'v1', kind: 'Pod' },
    metadata: meta(name, {
      labels: { app },
      ownerReferences: [
        { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: of.metadata.name, uid: of.metadata.uid, controller: true },
      ],
      ...(look === 'leaving' ? { deletionTimestamp: '2026-01-01T00:01:00Z' } : {}),
    }),
    spec: { containers: [{ name: 'web' }], ...(on === undefined ? {} : { nodeName: on }) },
    status: {
      phase: on === undefined || look === 'starting' ? 'Pending' : 'Running',
      conditions: [{ type: 'Ready', status: isReady ? 'True' : 'False' }],
      ...(on === undefined
        ? {}
        : {
            containerStatuses: [
              {
                ...{ name: 'web', image: '', imageID: '', lastState: {}, state },
                ...{ ready: isReady, started: look !== 'starting', restartCount: restarts },
              },
            ],
          }),
    },
  };
}

const service = (name: string, app: string, port = 80): Service => ({
  ...{ apiVersion: 'v1', kind: 'Service', metadata: meta(name) },
  spec: { selector: { app }, ports: [{ port }] },
  status: {},
});

/** As the controller of EndpointSlices makes them of the Service's Pods. */
const slice = (of: Service, pods: readonly Pod[]): EndpointSlice => ({
  ...{ apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice', addressType: 'IPv4' },
  metadata: meta(`${of.metadata.name}-abcde`, { labels: { 'kubernetes.io/service-name': of.metadata.name } }),
  endpoints: pods.flatMap((one) =>
    one.metadata.labels?.app === of.spec.selector?.app && one.spec.nodeName !== undefined
      ? [
          {
            addresses: ['10.0.0.1'],
            conditions: {
              ready:
                one.metadata.deletionTimestamp === undefined &&
                one.status.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') === true,
            },
            targetRef: { kind: 'Pod', name: one.metadata.name },
          },
        ]
      : [],
  ),
});

const autoscaler = (of: Deployment, percent: number, now: number, wanted: number): HorizontalPodAutoscaler => ({
  ...{ apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: meta(of.metadata.name) },
  spec: {
    ...{ scaleTargetRef: { kind: 'Deployment', name: of.metadata.name }, minReplicas: 1, maxReplicas: 8 },
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } } }],
  },
  status: {
    ...{ currentReplicas: now, desiredReplicas: wanted },
    currentMetrics: [{ type: 'Resource', resource: { name: 'cpu', current: { averageUtilization: percent } } }],
  },
});

const cluster = (of: Partial<ClusterObjects>): ClusterObjects => ({
  nodes: ['node-1', 'node-2', 'node-3'].map((name) => node(name)),
  ...{
    pods: [],
    deployments: [],
    sets: [],
    statefulSets: [],
    daemonSets: [],
    services: [],
    slices: [],
    autoscalers: [],
    off: [],
    now: Date.UTC(2026, 0, 1),
  },
  ...of,
});

const [N1, N2, N3] = ['node-1', 'node-2', 'node-3'];

/** A rollout half done: `fresh` new Pods ready, one coming, the others old. */
export function rollout(): ClusterObjects {
  const web = deployment('web', 4, 'dosirak/web:1.1');
  const [old, fresh] = [set(web, '5d8c7b6f9', 1, 'dosirak/web:1.0'), set(web, '7c9f4d5b8', 2, 'dosirak/web:1.1')];
  const svc = service('web', 'web');
  const pods = [
    pod(old, 'x2k4p', N1, 'ready'),
    pod(old, 'b7q9m', N2, 'ready'),
    pod(old, 'f4tzn', N3, 'leaving'),
    pod(fresh, 'h8w2c', N1, 'ready'),
    pod(fresh, 'j5v6r', N3, 'ready'),
    pod(fresh, 'k9d3s', N2, 'starting'),
  ];
  return cluster({ deployments: [web], sets: [old, fresh], pods, services: [svc], slices: [slice(svc, pods)] });
}

/** The same version, whose Pods are made anew; of a fourth image there were Pods long ago. */
export function restarted(): ClusterObjects {
  const web = deployment('web', 3, 'dosirak/web:1.1');
  const has = (own: ReplicaSet, replicas: number): ReplicaSet => ({ ...own, spec: { ...own.spec, replicas } });
  const first = has(set(web, '4c7b6a5f8', 1, 'dosirak/web:1.0'), 0);
  const old = has(set(web, '5d8c7b6f9', 4, 'dosirak/web:1.1'), 2);
  const failed = has(set(web, '6d8c7b6f9', 3, 'dosirak/web:9.9'), 0);
  const fresh = has(set(web, '7c9f4d5b8', 5, 'dosirak/web:1.1'), 2);
  const svc = service('web', 'web');
  const pods = [
    pod(old, 'x2k4p', N1, 'ready'),
    pod(old, 'b7q9m', N2, 'ready'),
    pod(fresh, 'h8w2c', N3, 'ready'),
    pod(fresh, 'j5v6r', N1, 'starting'),
  ];
  const sets = [first, old, failed, fresh];
  return cluster({ deployments: [web], sets, pods, services: [svc], slices: [slice(svc, pods)] });
}

/** A new version that does not start. */
export function stuck(): ClusterObjects {
  const web = deployment('web', 3, 'dosirak/web:9.9');
  const [old, fresh] = [set(web, '5d8c7b6f9', 1, 'dosirak/web:1.1'), set(web, '7c9f4d5b8', 2, 'dosirak/web:9.9')];
  const svc = service('web', 'web');
  const pods = [
    pod(old, 'x2k4p', N1, 'ready'),
    pod(old, 'b7q9m', N2, 'ready'),
    pod(old, 'f4tzn', N3, 'ready'),
    pod(fresh, 'h8w2c', N1, 'pull'),
  ];
  return cluster({ deployments: [web], sets: [old, fresh], pods, services: [svc], slices: [slice(svc, pods)] });
}

/** A node that is down; its Pods were made anew on the others. */
export function nodeDown(): ClusterObjects {
  const web = deployment('web', 4, 'dosirak/web:1.0');
  const only = set(web, '5d8c7b6f9', 1, 'dosirak/web:1.0');
  const svc = service('web', 'web');
  const pods = [
    pod(only, 'x2k4p', N1, 'ready'),
    pod(only, 'b7q9m', N2, 'unready'),
    pod(only, 'f4tzn', N2, 'unready'),
    pod(only, 'h8w2c', N3, 'ready'),
    pod(only, 'j5v6r', N1, 'ready'),
    pod(only, 'k9d3s', N3, 'starting'),
  ];
  return cluster({
    nodes: [node('node-1'), node('node-2', 'down'), node('node-3')],
    ...{ deployments: [web], sets: [only], pods, services: [svc], slices: [slice(svc, pods)] },
  });
}

/** A node that has lost its power, which Kubernetes does not know yet. */
export function nodeOff(): ClusterObjects {
  const { nodes, ...rest } = rollout();
  return { ...rest, nodes, off: [{ node: 'node-2', noticedAt: rest.now + 33_000 }] };
}

/** Load that an autoscaler answers with more Pods. */
export function scaling(): ClusterObjects {
  const web = deployment('web', 6, 'dosirak/web:1.0');
  const only = set(web, '5d8c7b6f9', 1, 'dosirak/web:1.0');
  const svc = service('web', 'web');
  const pods = [
    pod(only, 'x2k4p', N1, 'ready'),
    pod(only, 'b7q9m', N2, 'ready'),
    pod(only, 'f4tzn', N3, 'starting'),
    pod(only, 'h8w2c', N1, 'starting'),
    pod(only, 'j5v6r', N2, 'starting'),
    pod(only, 'k9d3s', N3, 'starting'),
  ];
  return cluster({
    ...{ deployments: [web], sets: [only], pods, services: [svc], slices: [slice(svc, pods)] },
    autoscalers: [autoscaler(web, 150, 2, 6)],
  });
}

/** A Pod that crashes again and again, and two Services of which one leaves a Pod out. */
export function crashing(): ClusterObjects {
  const web = deployment('web', 3, 'dosirak/web:1.0');
  const api = deployment('api', 1, 'dosirak/crash');
  const [webs, apis] = [set(web, '5d8c7b6f9', 1, 'dosirak/web:1.0'), set(api, '6b5c4d3f2', 1, 'dosirak/crash')];
  const [front, back] = [service('web', 'web'), service('api', 'api', 8080)];
  const pods = [
    pod(webs, 'x2k4p', N1, 'ready'),
    pod(webs, 'b7q9m', N2, 'unready'),
    pod(webs, 'f4tzn', N3, 'ready', 1),
    pod(apis, 'q1w2z', N3, 'crash', 4),
  ];
  return cluster({
    ...{ deployments: [web, api], sets: [webs, apis], pods, services: [front, back] },
    slices: [slice(front, pods), slice(back, pods)],
  });
}

/** A Service that leaves out who is not ready. */
export function leftOut(): ClusterObjects {
  const web = deployment('web', 3, 'dosirak/web:1.0');
  const only = set(web, '5d8c7b6f9', 1, 'dosirak/web:1.0');
  const svc = service('web', 'web');
  const pods = [pod(only, 'x2k4p', N1, 'ready'), pod(only, 'b7q9m', N2, 'unready'), pod(only, 'f4tzn', N3, 'ready')];
  return cluster({ deployments: [web], sets: [only], pods, services: [svc], slices: [slice(svc, pods)] });
}

/** More than has room. */
export function crowded(many = 40): ClusterObjects {
  const web = deployment('web', many, 'dosirak/web:1.0');
  const only = set(web, '5d8c7b6f9', 1, 'dosirak/web:1.0');
  const svc = service('web', 'web');
  const pods = Array.from({ length: many }, (_, i) =>
    pod(
      only,
      `p${i}abc`.slice(0, 5),
      i % 7 === 6 ? undefined : [N1, N2, N3][i % 3],
      i % 5 === 0 ? 'starting' : 'ready',
    ),
  );
  return cluster({
    nodes: [node('node-1'), node('node-2', 'cordoned'), node('node-3')],
    ...{ deployments: [web], sets: [only], pods, services: [svc], slices: [slice(svc, pods)] },
  });
}

export const SCENES = {
  nodeOff,
  restarted,
  rollout,
  stuck,
  nodeDown,
  scaling,
  crashing,
  leftOut,
  crowded,
  empty: () => cluster({}),
};
