import type { Controller } from '../engine/controller.ts';
import type { Lab } from '../engine/lab.ts';
import type { Nodes } from '../nodes/nodes.ts';
import { autoscalers } from './autoscaler/autoscaler.ts';
import { cronJobs } from './cronjob/cronjob.ts';
import { daemonSets } from './daemonset/daemonset.ts';
import { deployments } from './deployment/deployment.ts';
import { disruptionBudgets } from './disruption.ts';
import { garbage } from './garbage.ts';
import { jobs } from './job/job.ts';
import { finishedJobs } from './job/ttl.ts';
import { namespaces } from './namespaces.ts';
import { podGarbage } from './pod-garbage.ts';
import { quotas } from './quota/quota.ts';
import { replicaSets } from './replicaset.ts';
import { replicationControllers } from './replicationcontroller.ts';
import { apiService } from './service/api-service.ts';
import { loadBalancers } from './service/balancer.ts';
import { endpoints } from './service/endpoints.ts';
import { mirroredEndpoints } from './service/mirror.ts';
import { serviceAccounts } from './service-accounts.ts';
import { statefulSets } from './statefulset/statefulset.ts';
import { claims } from './volume/claims.ts';
import { claimProtection, volumes } from './volume/volumes.ts';

/** What brings the cluster's objects on, beside what its nodes do. */
export function controllersOf(lab: Lab, { runtime }: Pick<Nodes, 'runtime'>): readonly Controller[] {
  return [
    deployments(lab),
    replicaSets(lab),
    replicationControllers(lab),
    garbage(lab),
    namespaces(lab),
    serviceAccounts(lab),
    endpoints(lab),
    mirroredEndpoints(lab),
    apiService(lab),
    loadBalancers(lab),
    statefulSets(lab),
    daemonSets(lab),
    autoscalers(lab, runtime),
    disruptionBudgets(lab),
    claims(lab),
    claimProtection(lab),
    volumes(lab),
    quotas(lab),
    podGarbage(lab),
    jobs(lab),
    finishedJobs(lab),
    cronJobs(lab),
  ];
}
