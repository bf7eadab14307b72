import type { Localized } from '../core/locale.ts';
import { cadenceOf } from './explain/cadence.ts';
import {
  keysIn,
  labelsIn,
  metricsOf,
  permissionsOf,
  podFacts,
  portsOf,
  rootOf,
  routesOf,
  selectorIn,
  shown,
} from './explain/facts.ts';
import { text } from './explain/text.ts';
import { VALUES } from './explain/values/objects.ts';
import { podValues } from './explain/values/pods.ts';
import { text as valuesText } from './explain/values/text.ts';
import type { ManifestDocument } from './finding.ts';
import { dig, fields, maps, numberOf, type Spot, textOf, wordsIn } from './spot.ts';

type Text = ReturnType<typeof text>;

const countOf = (root: Spot, ...keys: readonly string[]): number => numberOf(dig(root, ...keys)) ?? 1;

/** When a CronJob runs, in words where they say it better. */
function whenOf(root: Spot, t: Text): string {
  const schedule = textOf(dig(root, 'spec', 'schedule')) ?? '';
  const cadence = cadenceOf(schedule);
  const zone = textOf(dig(root, 'spec', 'timeZone'));
  return `${cadence === undefined ? t.schedule(schedule) : t.cadence(cadence)}${zone === undefined ? '' : t.zone(zone)}`;
}

function service(root: Spot, t: Text): string {
  const type = textOf(dig(root, 'spec', 'type')) ?? 'ClusterIP';
  const selector = labelsIn(dig(root, 'spec', 'selector'));
  if (type === 'ExternalName') return t.external(textOf(dig(root, 'spec', 'externalName')) ?? '');
  return textOf(dig(root, 'spec', 'clusterIP')) === 'None'
    ? t.headless(selector)
    : t.service(type, selector, portsOf(root));
}

function directionsOf(root: Spot): string[] {
  const given = wordsIn(dig(root, 'spec', 'policyTypes'));
  return given.length > 0 ? given : ['Ingress', ...(dig(root, 'spec', 'egress') ? ['Egress'] : [])];
}

/** Fields of a PersistentVolume's spec that are no storage. */
const isStorage = (key: string): boolean =>
  !/^(?:accessModes|capacity|claimRef|mountOptions|nodeAffinity|persistentVolumeReclaimPolicy|storageClassName|volume.*)$/.test(
    key,
  );

const subjectsOf = (root: Spot): string[] =>
  maps(dig(root, 'subjects')).flatMap((one) => textOf(dig(one, 'name')) ?? []);

/** Where a Gateway listens: `HTTP 80`. */
const listenersOf = (root: Spot): string[] =>
  maps(dig(root, 'spec', 'listeners')).flatMap((one) => {
    const port = shown(dig(one, 'port'));
    return port === undefined ? [] : `${textOf(dig(one, 'protocol')) ?? ''} ${port}`.trim();
  });

/** The Services that an HTTPRoute leads to. */
const backendsOf = (root: Spot): string[] =>
  maps(dig(root, 'spec', 'rules'))
    .flatMap((rule) => maps(dig(rule, 'backendRefs')))
    .flatMap((backend) => textOf(dig(backend, 'name')) ?? []);

/** Fields of a Kustomization that change what it gathers. */
const CHANGES = [
  'patches',
  'images',
  'namePrefix',
  'nameSuffix',
  'labels',
  'namespace',
  'replicas',
  'configMapGenerator',
];

/** Is an address of an EndpointSlice ready? One that does not say so is. */
const isReady = (endpoint: Spot): boolean => shown(dig(endpoint, 'conditions', 'ready')) !== 'false';

/** Kind -> its sentence. */
const SENTENCES: Readonly<Record<string, (root: Spot, t: Text) => string>> = {
  Pod: (root, t) => t.pod(podFacts('Pod', root)),
  Deployment: (root, t) => t.replicas('Deployment', podFacts('Deployment', root), countOf(root, 'spec', 'replicas')),
  ReplicaSet: (root, t) => t.replicas('ReplicaSet', podFacts('ReplicaSet', root), countOf(root, 'spec', 'replicas')),
  ReplicationController: (root, t) =>
    t.replicas('ReplicationController', podFacts('ReplicationController', root), countOf(root, 'spec', 'replicas')),
  StatefulSet: (root, t) => {
    const [claim] = maps(dig(root, 'spec', 'volumeClaimTemplates'));
    return t.statefulSet(
      podFacts('StatefulSet', root),
      countOf(root, 'spec', 'replicas'),
      shown(dig(claim, 'spec', 'resources', 'requests', 'storage')),
      textOf(dig(root, 'spec', 'podManagementPolicy')) !== 'Parallel',
    );
  },
  DaemonSet: (root, t) => t.daemonSet(podFacts('DaemonSet', root)),
  Job: (root, t) => t.job(podFacts('Job', root), countOf(root, 'spec', 'completions')),
  CronJob: (root, t) => t.cronJob(podFacts('CronJob', root), whenOf(root, t)),
  Service: service,
  Ingress: (root, t) => t.ingress(routesOf(root), dig(root, 'spec', 'tls') !== undefined),
  ConfigMap: (root, t) => t.configMap(keysIn(root, 'data', 'binaryData')),
  // Names alone: what a Secret holds is repeated nowhere.
  Secret: (root, t) => t.secret(keysIn(root, 'data', 'stringData')),
  PersistentVolumeClaim: (root, t) =>
    t.claim(shown(dig(root, 'spec', 'resources', 'requests', 'storage')), wordsIn(dig(root, 'spec', 'accessModes'))),
  PersistentVolume: (root, t) =>
    t.volume(
      shown(dig(root, 'spec', 'capacity', 'storage')),
      fields(dig(root, 'spec')).find(({ key }) => isStorage(key))?.key,
    ),
  StorageClass: (root, t) => t.storageClass(textOf(dig(root, 'provisioner')) ?? ''),
  HorizontalPodAutoscaler: (root, t) =>
    t.autoscaler(
      textOf(dig(root, 'spec', 'scaleTargetRef', 'name')) ?? '',
      countOf(root, 'spec', 'minReplicas'),
      numberOf(dig(root, 'spec', 'maxReplicas')),
      metricsOf(root),
    ),
  PodDisruptionBudget: (root, t) =>
    t.budget(
      selectorIn(dig(root, 'spec', 'selector')),
      shown(dig(root, 'spec', 'minAvailable')),
      shown(dig(root, 'spec', 'maxUnavailable')),
    ),
  Namespace: (_root, t) => t.namespace,
  ServiceAccount: (_root, t) => t.serviceAccount,
  Role: (root, t) => t.role(false, permissionsOf(root)),
  ClusterRole: (root, t) => t.role(true, permissionsOf(root)),
  RoleBinding: (root, t) => t.binding(false, textOf(dig(root, 'roleRef', 'name')) ?? '', subjectsOf(root)),
  ClusterRoleBinding: (root, t) => t.binding(true, textOf(dig(root, 'roleRef', 'name')) ?? '', subjectsOf(root)),
  NetworkPolicy: (root, t) => t.networkPolicy(selectorIn(dig(root, 'spec', 'podSelector')), directionsOf(root)),
  ResourceQuota: (root, t) => t.quota(labelsIn(dig(root, 'spec', 'hard'))),
  LimitRange: (_root, t) => t.limitRange,
  PriorityClass: (root, t) => t.priorityClass(numberOf(dig(root, 'value'))),
  CustomResourceDefinition: (root, t) => t.definition(textOf(dig(root, 'spec', 'names', 'kind')) ?? ''),
  EndpointSlice: (root, t) => {
    const all = maps(dig(root, 'endpoints')).map((one) => ({ one, count: wordsIn(dig(one, 'addresses')).length }));
    const sum = (list: typeof all): number => list.reduce((total, { count }) => total + count, 0);
    const service = textOf(dig(root, 'metadata', 'labels', 'kubernetes.io/service-name'));
    return t.endpointSlice(service, sum(all.filter(({ one }) => isReady(one))), sum(all));
  },
  IngressClass: (root, t) => t.ingressClass(textOf(dig(root, 'spec', 'controller')) ?? ''),
};

/** Groups of Kubernetes' own whose names have a dot, and others' kinds that a course on it teaches. */
const OURS = /^(?:networking|rbac\.authorization|storage|scheduling|apiextensions|discovery)\.k8s\.io$/;
const OTHERS: Readonly<Record<string, (root: Spot, t: Text) => string>> = {
  'kustomize.config.k8s.io Kustomization': (root, t) =>
    t.kustomization(
      wordsIn(dig(root, 'resources')),
      CHANGES.some((key) => dig(root, key) !== undefined),
    ),
  'gateway.networking.k8s.io Gateway': (root, t) =>
    t.gateway(textOf(dig(root, 'spec', 'gatewayClassName')) ?? '', listenersOf(root)),
  'gateway.networking.k8s.io GatewayClass': (root, t) =>
    t.gatewayClass(textOf(dig(root, 'spec', 'controllerName')) ?? ''),
  'gateway.networking.k8s.io HTTPRoute': (root, t) =>
    t.route(wordsIn(dig(root, 'spec', 'hostnames')), backendsOf(root)),
  'snapshot.storage.k8s.io VolumeSnapshot': (root, t) =>
    t.snapshot(textOf(dig(root, 'spec', 'source', 'persistentVolumeClaimName'))),
  'autoscaling.k8s.io VerticalPodAutoscaler': (root, t) =>
    t.verticalAutoscaler(
      textOf(dig(root, 'spec', 'targetRef', 'name')) ?? '',
      textOf(dig(root, 'spec', 'updatePolicy', 'updateMode')) ?? '',
    ),
  'argoproj.io Application': (root, t) =>
    t.application(
      textOf(dig(root, 'spec', 'source', 'repoURL')) ?? '',
      textOf(dig(root, 'spec', 'destination', 'namespace')) ?? '',
      dig(root, 'spec', 'syncPolicy', 'automated') !== undefined,
    ),
};

const groupOf = ({ apiVersion }: ManifestDocument): string =>
  apiVersion?.includes('/') ? apiVersion.replace(/\/.*/, '') : '';

/** Is a kind Kubernetes' own? Another vendor's may have the same name. */
const isOwn = (group: string): boolean => !group.includes('.') || OURS.test(group);

function sentenceOf(document: ManifestDocument): ((root: Spot, t: Text) => string) | undefined {
  const { kind = '' } = document;
  const group = groupOf(document);
  const [table, key] = isOwn(group) ? [SENTENCES, kind] : [OTHERS, `${group} ${kind}`];
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** What an object of a manifest makes, in one or two sentences. Never what a Secret holds. */
export function explain(document: ManifestDocument): Localized {
  const { kind, name } = document;
  const sentence = sentenceOf(document);
  const root = rootOf(document);
  return text.both(
    (t) =>
      t.named(name) +
      (sentence === undefined
        ? kind === undefined
          ? t.nothing
          : t.other(kind, groupOf(document))
        : sentence(root, t)),
  );
}

/** What the values of an object come to, a sentence each, the most telling first; of a Secret none. */
export function explainValues(document: ManifestDocument): Localized[] {
  const { kind = '' } = document;
  if (!isOwn(groupOf(document))) return [];
  const root = rootOf(document);
  const said = [...(VALUES.get(kind)?.(root) ?? []), ...(Object.hasOwn(SENTENCES, kind) ? podValues(kind, root) : [])];
  const told = said.map((say) => valuesText.both(say));
  // Two containers may say the same.
  return Array.from(new Map(told.map((one) => [one.ko, one])).values());
}
