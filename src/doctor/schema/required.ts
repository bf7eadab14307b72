/**
 * `Type` -> fields that the API's description does not mark and the API server's validation wants all the same
 * (Kubernetes 1.34).
 */
export const ALSO_REQUIRED: Readonly<Record<string, readonly string[]>> = {
  V1ConfigMapEnvSource: ['name'],
  V1ConfigMapKeySelector: ['name'],
  V1ConfigMapVolumeSource: ['name'],
  V1Container: ['image'],
  V1CronJob: ['spec'],
  V1CronJobSpec: [],
  V1DaemonSet: ['spec'],
  V1Deployment: ['spec'],
  V1HorizontalPodAutoscaler: ['spec'],
  V1Ingress: ['spec'],
  V1IngressServiceBackend: ['port'],
  V1Job: ['spec'],
  V1JobTemplateSpec: ['spec'],
  V1LabelSelectorRequirement: [],
  V1LimitRange: ['spec'],
  V1PersistentVolume: ['spec'],
  V1PersistentVolumeClaim: ['spec'],
  V1PersistentVolumeClaimSpec: ['accessModes', 'resources'],
  V1PersistentVolumeSpec: ['accessModes', 'capacity'],
  V1Pod: ['spec'],
  V1PodTemplateSpec: ['spec'],
  V1ReplicaSet: ['spec'],
  V1ReplicaSetSpec: ['template'],
  V1ReplicationController: ['spec'],
  V1ReplicationControllerSpec: ['template'],
  V1SecretEnvSource: ['name'],
  V1SecretKeySelector: ['name'],
  V1SecretVolumeSource: ['secretName'],
  V1Service: ['spec'],
  V1StatefulSet: ['spec'],
  V2HorizontalPodAutoscaler: ['spec'],
};

/** `Type.field` that is marked, and that the API server takes without: it has a default, or may be empty. */
export const NOT_REQUIRED: ReadonlySet<string> = new Set([
  'V1HTTPHeader.value',
  'V1PodFailurePolicyOnPodConditionsPattern.status',
  'V1RoleRef.apiGroup',
  'V1LimitRangeSpec.limits',
  'V1EndpointSlice.endpoints',
  'V1PriorityClass.value',
  'V1ControllerRevision.revision',
  'V1Sysctl.value',
  'V1ServiceAccountTokenProjection.audience',
  'V1HostAlias.hostnames',
]);
