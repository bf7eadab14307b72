const PORT = [1, 65_535] as const;
/** Of a field of 32 bits. */
const MOST = 2_147_483_647;
const NOT_NEGATIVE = [0, MOST] as const;
const POSITIVE = [1, MOST] as const;
const MODE = [0, 0o777] as const;
const ID = [0, MOST] as const;

/** `Type.field` -> the least and the greatest number that the API server takes (its validation of Kubernetes 1.34). */
export const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  'CoreV1EndpointPort.port': PORT,
  'DiscoveryV1EndpointPort.port': PORT,
  'V1ConfigMapVolumeSource.defaultMode': MODE,
  'V1ContainerPort.containerPort': PORT,
  'V1ContainerPort.hostPort': PORT,
  'V1CronJobSpec.failedJobsHistoryLimit': NOT_NEGATIVE,
  'V1CronJobSpec.startingDeadlineSeconds': NOT_NEGATIVE,
  'V1CronJobSpec.successfulJobsHistoryLimit': NOT_NEGATIVE,
  'V1DaemonSetSpec.minReadySeconds': NOT_NEGATIVE,
  'V1DaemonSetSpec.revisionHistoryLimit': NOT_NEGATIVE,
  'V1DeploymentSpec.minReadySeconds': NOT_NEGATIVE,
  'V1DeploymentSpec.progressDeadlineSeconds': NOT_NEGATIVE,
  'V1DeploymentSpec.replicas': NOT_NEGATIVE,
  'V1DeploymentSpec.revisionHistoryLimit': NOT_NEGATIVE,
  'V1DownwardAPIVolumeSource.defaultMode': MODE,
  'V1GRPCAction.port': PORT,
  'V1HorizontalPodAutoscalerSpec.maxReplicas': POSITIVE,
  'V1HorizontalPodAutoscalerSpec.minReplicas': POSITIVE,
  'V1HorizontalPodAutoscalerSpec.targetCPUUtilizationPercentage': POSITIVE,
  'V1JobSpec.activeDeadlineSeconds': NOT_NEGATIVE,
  'V1JobSpec.backoffLimit': NOT_NEGATIVE,
  'V1JobSpec.backoffLimitPerIndex': NOT_NEGATIVE,
  'V1JobSpec.completions': NOT_NEGATIVE,
  'V1JobSpec.maxFailedIndexes': NOT_NEGATIVE,
  'V1JobSpec.parallelism': NOT_NEGATIVE,
  'V1JobSpec.ttlSecondsAfterFinished': NOT_NEGATIVE,
  'V1KeyToPath.mode': MODE,
  'V1NetworkPolicyPort.endPort': PORT,
  'V1PodSecurityContext.fsGroup': ID,
  'V1PodSecurityContext.runAsGroup': ID,
  'V1PodSecurityContext.runAsUser': ID,
  'V1PodSpec.activeDeadlineSeconds': POSITIVE,
  'V1PodSpec.terminationGracePeriodSeconds': NOT_NEGATIVE,
  'V1PreferredSchedulingTerm.weight': [1, 100],
  'V1PriorityClass.value': [-MOST - 1, 1_000_000_000],
  'V1Probe.failureThreshold': POSITIVE,
  'V1Probe.initialDelaySeconds': NOT_NEGATIVE,
  'V1Probe.periodSeconds': POSITIVE,
  'V1Probe.successThreshold': POSITIVE,
  'V1Probe.terminationGracePeriodSeconds': POSITIVE,
  'V1Probe.timeoutSeconds': POSITIVE,
  'V1ProjectedVolumeSource.defaultMode': MODE,
  'V1ReplicaSetSpec.minReadySeconds': NOT_NEGATIVE,
  'V1ReplicaSetSpec.replicas': NOT_NEGATIVE,
  'V1ReplicationControllerSpec.replicas': NOT_NEGATIVE,
  'V1RollingUpdateStatefulSetStrategy.partition': NOT_NEGATIVE,
  'V1SecretVolumeSource.defaultMode': MODE,
  'V1SecurityContext.runAsGroup': ID,
  'V1SecurityContext.runAsUser': ID,
  // The part of a node's ports that a cluster gives to Services unless its API server is told another one.
  'V1ServicePort.nodePort': [30_000, 32_767],
  'V1ServicePort.port': PORT,
  'V1StatefulSetOrdinals.start': NOT_NEGATIVE,
  'V1StatefulSetSpec.minReadySeconds': NOT_NEGATIVE,
  'V1StatefulSetSpec.replicas': NOT_NEGATIVE,
  'V1StatefulSetSpec.revisionHistoryLimit': NOT_NEGATIVE,
  'V1TopologySpreadConstraint.maxSkew': POSITIVE,
  'V1TopologySpreadConstraint.minDomains': POSITIVE,
  'V1WeightedPodAffinityTerm.weight': [1, 100],
  'V2HPAScalingPolicy.periodSeconds': [1, 1800],
  'V2HPAScalingPolicy.value': POSITIVE,
  'V2HPAScalingRules.stabilizationWindowSeconds': [0, 3600],
  'V2HorizontalPodAutoscalerSpec.maxReplicas': POSITIVE,
  'V2HorizontalPodAutoscalerSpec.minReplicas': POSITIVE,
  'V2MetricTarget.averageUtilization': POSITIVE,
};

/** Fields with a port as a number or by its name. */
export const PORTS: ReadonlySet<string> = new Set([
  'V1HTTPGetAction.port',
  'V1TCPSocketAction.port',
  'V1ServicePort.targetPort',
  'V1NetworkPolicyPort.port',
]);
