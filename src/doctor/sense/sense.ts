import type { Finding } from '../finding.ts';
import type { Spot } from '../spot.ts';
import { bindings, policyRule, roleRef, subject } from './access/access.ts';
import { duplicates, names } from './names/names.ts';
import { backendPort, ingressBackend, ingressPath, ingressRule, ingressSpec } from './network/ingress.ts';
import { directions, ipBlock, peer, policyPort } from './network/policies.ts';
import { readers } from './network/selecting.ts';
import { serviceSpec, targets } from './network/services.ts';
import { command, container, pods, security } from './pods/containers.ts';
import {
  envFrom,
  envSource,
  envVar,
  fieldRef,
  handlerPort,
  lifecycle,
  probe,
  projection,
  resourceRef,
} from './pods/handlers.ts';
import { image } from './pods/images.ts';
import { probes } from './pods/probes.ts';
import { containerResources, resources } from './pods/resources.ts';
import { keyToPath, volume, volumes } from './pods/volumes.ts';
import { references } from './references/references.ts';
import type { Rule, Thing, TypeRule } from './rule.ts';
import { claimSpec, claims, volumeSpec } from './storage/claims.ts';
import { secret } from './storage/secrets.ts';
import { definition, keys, limitRange, quota } from './storage/settings.ts';
import { autoscaler, metric, metricTarget } from './workloads/autoscalers.ts';
import { budget, budgets } from './workloads/budgets.ts';
import { cronJob, job } from './workloads/jobs.ts';
import { requirement, toleration } from './workloads/operators.ts';
import { restarts, selectors } from './workloads/selectors.ts';
import { strategies } from './workloads/updates.ts';

const RULES: readonly Rule[] = [
  ...[names, duplicates, selectors, restarts, strategies, pods, probes, volumes],
  ...[readers, targets, budgets, directions, references, bindings, claims, keys],
];

/** Type of the API -> rules of its values, wherever they stand. */
const OF_TYPE: Readonly<Record<string, readonly TypeRule[]>> = {
  RbacV1Subject: [subject],
  V1Container: [container, image],
  V1CronJobSpec: [cronJob],
  V1CustomResourceDefinitionSpec: [definition],
  V1EnvFromSource: [envFrom],
  V1EnvVar: [envVar],
  V1EnvVarSource: [envSource],
  V1ExecAction: [command],
  V1HTTPGetAction: [handlerPort],
  V1HTTPIngressPath: [ingressPath],
  V1HorizontalPodAutoscalerSpec: [autoscaler],
  V1IPBlock: [ipBlock],
  V1IngressBackend: [ingressBackend],
  V1IngressRule: [ingressRule],
  V1IngressSpec: [ingressSpec],
  V1JobSpec: [job],
  V1KeyToPath: [keyToPath],
  V1LabelSelectorRequirement: [requirement],
  V1LifecycleHandler: [lifecycle],
  V1LimitRangeItem: [limitRange],
  V1NetworkPolicyPeer: [peer],
  V1NetworkPolicyPort: [policyPort],
  V1NodeSelectorRequirement: [requirement],
  V1ObjectFieldSelector: [fieldRef],
  V1PersistentVolumeClaimSpec: [claimSpec],
  V1PersistentVolumeSpec: [volumeSpec],
  V1PodDisruptionBudgetSpec: [budget],
  V1PodSecurityContext: [security],
  V1PolicyRule: [policyRule],
  V1Probe: [probe],
  V1ResourceFieldSelector: [resourceRef],
  V1ResourceQuotaSpec: [quota],
  V1ResourceRequirements: [containerResources],
  V1RoleRef: [roleRef],
  V1Secret: [secret],
  V1SecurityContext: [security],
  V1ServiceBackendPort: [backendPort],
  V1ServiceSpec: [serviceSpec],
  V1TCPSocketAction: [handlerPort],
  V1Toleration: [toleration],
  V1Volume: [volume],
  V1VolumeProjection: [projection],
  V1VolumeResourceRequirements: [resources],
  V2HorizontalPodAutoscalerSpec: [autoscaler],
  V2MetricSpec: [metric],
  V2MetricTarget: [metricTarget],
};

/** What of a value of this type makes no sense. */
export const ofType = (type: string, spot: Spot): readonly Finding[] =>
  (OF_TYPE[type] ?? []).flatMap((rule) => [...rule(spot)]);

/** What of a file's objects makes no sense: by itself, and beside one another. */
export function* senseOf(things: readonly Thing[]): Generator<Finding> {
  for (const rule of RULES) yield* rule(things);
}
