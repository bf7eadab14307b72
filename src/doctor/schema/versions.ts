/** What took the place of a removed version of a kind, and the release of Kubernetes that removed it. */
export interface Removed {
  since: string;
  /** undefined where nothing did. */
  now: string | undefined;
}

const APPS = { since: '1.16', now: 'apps/v1' };
const NETWORKING = { since: '1.22', now: 'networking.k8s.io/v1' };
const RBAC = { since: '1.22', now: 'rbac.authorization.k8s.io/v1' };
const STORAGE = { since: '1.22', now: 'storage.k8s.io/v1' };
const WEBHOOKS = { since: '1.22', now: 'admissionregistration.k8s.io/v1' };
const RBAC_KINDS = { Role: RBAC, ClusterRole: RBAC, RoleBinding: RBAC, ClusterRoleBinding: RBAC };
const AUTHORIZATION = { since: '1.22', now: 'authorization.k8s.io/v1' };
const flowcontrol = (since: string) => ({
  FlowSchema: { since, now: 'flowcontrol.apiserver.k8s.io/v1' },
  PriorityLevelConfiguration: { since, now: 'flowcontrol.apiserver.k8s.io/v1' },
});

/** Version -> kind -> when it was removed (Kubernetes documentation, "Deprecated API Migration Guide"). */
export const REMOVED: Readonly<Record<string, Readonly<Record<string, Removed>>>> = {
  'extensions/v1beta1': {
    Deployment: APPS,
    DaemonSet: APPS,
    ReplicaSet: APPS,
    NetworkPolicy: { since: '1.16', now: 'networking.k8s.io/v1' },
    PodSecurityPolicy: { since: '1.16', now: undefined },
    Ingress: NETWORKING,
  },
  'apps/v1beta1': { Deployment: APPS, StatefulSet: APPS, ControllerRevision: APPS },
  'apps/v1beta2': { Deployment: APPS, StatefulSet: APPS, DaemonSet: APPS, ReplicaSet: APPS, ControllerRevision: APPS },
  'batch/v2alpha1': { CronJob: { since: '1.21', now: 'batch/v1' } },
  'batch/v1beta1': { CronJob: { since: '1.25', now: 'batch/v1' } },
  'networking.k8s.io/v1beta1': { Ingress: NETWORKING, IngressClass: NETWORKING },
  'policy/v1beta1': {
    PodDisruptionBudget: { since: '1.25', now: 'policy/v1' },
    PodSecurityPolicy: { since: '1.25', now: undefined },
  },
  'autoscaling/v2beta1': { HorizontalPodAutoscaler: { since: '1.25', now: 'autoscaling/v2' } },
  'autoscaling/v2beta2': { HorizontalPodAutoscaler: { since: '1.26', now: 'autoscaling/v2' } },
  'rbac.authorization.k8s.io/v1beta1': RBAC_KINDS,
  'rbac.authorization.k8s.io/v1alpha1': RBAC_KINDS,
  'storage.k8s.io/v1beta1': {
    StorageClass: STORAGE,
    CSIDriver: STORAGE,
    CSINode: STORAGE,
    VolumeAttachment: STORAGE,
    CSIStorageCapacity: { since: '1.27', now: 'storage.k8s.io/v1' },
  },
  'apiextensions.k8s.io/v1beta1': {
    CustomResourceDefinition: { since: '1.22', now: 'apiextensions.k8s.io/v1' },
  },
  'admissionregistration.k8s.io/v1beta1': {
    MutatingWebhookConfiguration: WEBHOOKS,
    ValidatingWebhookConfiguration: WEBHOOKS,
  },
  'apiregistration.k8s.io/v1beta1': { APIService: { since: '1.22', now: 'apiregistration.k8s.io/v1' } },
  'authentication.k8s.io/v1beta1': { TokenReview: { since: '1.22', now: 'authentication.k8s.io/v1' } },
  'authorization.k8s.io/v1beta1': {
    LocalSubjectAccessReview: AUTHORIZATION,
    SelfSubjectAccessReview: AUTHORIZATION,
    SubjectAccessReview: AUTHORIZATION,
  },
  'certificates.k8s.io/v1beta1': { CertificateSigningRequest: { since: '1.22', now: 'certificates.k8s.io/v1' } },
  'coordination.k8s.io/v1beta1': { Lease: { since: '1.22', now: 'coordination.k8s.io/v1' } },
  'scheduling.k8s.io/v1beta1': { PriorityClass: { since: '1.22', now: 'scheduling.k8s.io/v1' } },
  'discovery.k8s.io/v1beta1': { EndpointSlice: { since: '1.25', now: 'discovery.k8s.io/v1' } },
  'events.k8s.io/v1beta1': { Event: { since: '1.25', now: 'events.k8s.io/v1' } },
  'node.k8s.io/v1beta1': { RuntimeClass: { since: '1.25', now: 'node.k8s.io/v1' } },
  'flowcontrol.apiserver.k8s.io/v1beta1': flowcontrol('1.26'),
  'flowcontrol.apiserver.k8s.io/v1beta2': flowcontrol('1.29'),
  'flowcontrol.apiserver.k8s.io/v1beta3': flowcontrol('1.32'),
};

/** Words of kubectl for kinds, which are no kinds of a manifest. */
export const SHORT_NAMES: Readonly<Record<string, string>> = {
  po: 'Pod',
  deploy: 'Deployment',
  rs: 'ReplicaSet',
  ds: 'DaemonSet',
  sts: 'StatefulSet',
  rc: 'ReplicationController',
  cj: 'CronJob',
  svc: 'Service',
  ep: 'Endpoints',
  ing: 'Ingress',
  netpol: 'NetworkPolicy',
  cm: 'ConfigMap',
  pv: 'PersistentVolume',
  pvc: 'PersistentVolumeClaim',
  sc: 'StorageClass',
  ns: 'Namespace',
  no: 'Node',
  sa: 'ServiceAccount',
  hpa: 'HorizontalPodAutoscaler',
  pdb: 'PodDisruptionBudget',
  pc: 'PriorityClass',
  quota: 'ResourceQuota',
  limits: 'LimitRange',
  crd: 'CustomResourceDefinition',
};
