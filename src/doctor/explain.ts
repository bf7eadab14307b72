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
  shown,
} from './explain/facts.ts';
import { text } from './explain/text.ts';
import type { ManifestDocument } from './finding.ts';
import { dig, fields, items, maps, numberOf, type Spot, textOf } from './spot.ts';

type Text = ReturnType<typeof text>;

const countOf = (root: Spot, ...keys: readonly string[]): number => numberOf(dig(root, ...keys)) ?? 1;
const words = (spot: Spot | undefined): string[] => items(spot).flatMap((one) => textOf(one) ?? []);

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
  const given = words(dig(root, 'spec', 'policyTypes'));
  return given.length > 0 ? given : ['Ingress', ...(dig(root, 'spec', 'egress') ? ['Egress'] : [])];
}

/** Fields of a PersistentVolume's spec that are no storage. */
const isStorage = (key: string): boolean =>
  !/^(?:accessModes|capacity|claimRef|mountOptions|nodeAffinity|persistentVolumeReclaimPolicy|storageClassName|volume.*)$/.test(
    key,
  );

const subjectsOf = (root: Spot): string[] =>
  maps(dig(root, 'subjects')).flatMap((one) => textOf(dig(one, 'name')) ?? []);

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
    t.claim(shown(dig(root, 'spec', 'resources', 'requests', 'storage')), words(dig(root, 'spec', 'accessModes'))),
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
      labelsIn(dig(root, 'spec', 'selector', 'matchLabels')),
      shown(dig(root, 'spec', 'minAvailable')),
      shown(dig(root, 'spec', 'maxUnavailable')),
    ),
  Namespace: (_root, t) => t.namespace,
  ServiceAccount: (_root, t) => t.serviceAccount,
  Role: (root, t) => t.role(false, permissionsOf(root)),
  ClusterRole: (root, t) => t.role(true, permissionsOf(root)),
  RoleBinding: (root, t) => t.binding(false, textOf(dig(root, 'roleRef', 'name')) ?? '', subjectsOf(root)),
  ClusterRoleBinding: (root, t) => t.binding(true, textOf(dig(root, 'roleRef', 'name')) ?? '', subjectsOf(root)),
  NetworkPolicy: (root, t) =>
    t.networkPolicy(labelsIn(dig(root, 'spec', 'podSelector', 'matchLabels')), directionsOf(root)),
  ResourceQuota: (root, t) => t.quota(labelsIn(dig(root, 'spec', 'hard'))),
  LimitRange: (_root, t) => t.limitRange,
  PriorityClass: (root, t) => t.priorityClass(numberOf(dig(root, 'value'))),
  CustomResourceDefinition: (root, t) => t.definition(textOf(dig(root, 'spec', 'names', 'kind')) ?? ''),
  IngressClass: (root, t) => t.ingressClass(textOf(dig(root, 'spec', 'controller')) ?? ''),
};

/** A kind of somebody else's may have the name of one of Kubernetes' own. */
function sentenceOf({ kind, apiVersion }: ManifestDocument): ((root: Spot, t: Text) => string) | undefined {
  const group = apiVersion?.includes('/') ? apiVersion.replace(/\/.*/, '') : '';
  const isOurs =
    !group.includes('.') ||
    /^(?:networking|rbac\.authorization|storage|scheduling|apiextensions)\.k8s\.io$/.test(group);
  return kind !== undefined && isOurs ? SENTENCES[kind] : undefined;
}

/** What an object of a manifest makes, in one or two sentences. Never what a Secret holds. */
export function explain(document: ManifestDocument): Localized {
  const { kind, apiVersion, name } = document;
  const sentence = sentenceOf(document);
  const group = apiVersion?.includes('/') ? apiVersion.replace(/\/.*/, '') : '';
  const root = rootOf(document);
  return text.both(
    (t) =>
      t.named(name) +
      (sentence === undefined ? (kind === undefined ? t.nothing : t.other(kind, group)) : sentence(root, t)),
  );
}
