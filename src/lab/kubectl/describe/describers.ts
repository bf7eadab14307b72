import { describeAccount, describeBinding, describeRole } from './access.ts';
import { describeAutoscaler, describeBudget } from './autoscaler.ts';
import { describeConfigMap, describeSecret } from './config.ts';
import type { Describer } from './describer.ts';
import { describeGeneric } from './generic.ts';
import { describeIngress, describeIngressClass } from './ingress.ts';
import { describeCronJob, describeJob } from './jobs.ts';
import { describeLimits, describeNamespace, describePriority, describeQuota } from './limits.ts';
import { describeNode } from './node.ts';
import { describePod } from './pod.ts';
import { describePolicy } from './policy.ts';
import { describeEndpoints, describeService, describeSlice } from './service.ts';
import { describeClaim, describeStorageClass, describeVolume } from './storage.ts';
import { describeDaemonSet, describeDeployment, describeReplicaSet, describeStatefulSet } from './workloads.ts';

/** Who tells of which kind; what is not here is told by its fields. */
const DESCRIBERS = new Map<string, Describer>([
  ['Pod', describePod],
  ['Deployment', describeDeployment],
  ['ReplicaSet', describeReplicaSet],
  ['DaemonSet', describeDaemonSet],
  ['StatefulSet', describeStatefulSet],
  ['Job', describeJob],
  ['CronJob', describeCronJob],
  ['HorizontalPodAutoscaler', describeAutoscaler],
  ['PodDisruptionBudget', describeBudget],
  ['Service', describeService],
  ['Endpoints', describeEndpoints],
  ['EndpointSlice', describeSlice],
  ['Ingress', describeIngress],
  ['IngressClass', describeIngressClass],
  ['NetworkPolicy', describePolicy],
  ['Node', describeNode],
  ['ConfigMap', describeConfigMap],
  ['Secret', describeSecret],
  ['ResourceQuota', describeQuota],
  ['LimitRange', describeLimits],
  ['Namespace', describeNamespace],
  ['ServiceAccount', describeAccount],
  ['Role', describeRole],
  ['ClusterRole', describeRole],
  ['RoleBinding', describeBinding],
  ['ClusterRoleBinding', describeBinding],
  ['PersistentVolumeClaim', describeClaim],
  ['PersistentVolume', describeVolume],
  ['StorageClass', describeStorageClass],
  ['PriorityClass', describePriority],
]);

export const describerOf = (kind: string): Describer => DESCRIBERS.get(kind) ?? describeGeneric;
