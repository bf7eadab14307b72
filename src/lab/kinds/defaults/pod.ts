import type { Container, Handler, Pod, PodSpec, PodTemplate, Probe, Volume } from '../types.ts';

/** Whether a tag may stand for another image tomorrow: `latest`, said or not (kubernetes/pkg/apis/core/v1/defaults.go). */
function isMoving(image: string): boolean {
  if (image.includes('@')) return false;
  const name = image.slice(image.lastIndexOf('/') + 1);
  return !name.includes(':') || name.endsWith(':latest');
}

function handler({ httpGet, grpc }: Handler): void {
  if (httpGet) {
    httpGet.path ??= '/';
    httpGet.scheme ??= 'HTTP';
  }
  if (grpc) grpc.service ??= '';
}

function probe(of: Probe | undefined): void {
  if (of === undefined) return;
  handler(of);
  of.timeoutSeconds ??= 1;
  of.periodSeconds ??= 10;
  of.successThreshold ??= 1;
  of.failureThreshold ??= 3;
}

function container(of: Container, isOnHost: boolean): void {
  of.imagePullPolicy ??= isMoving(of.image ?? '') ? 'Always' : 'IfNotPresent';
  of.terminationMessagePath ??= '/dev/termination-log';
  of.terminationMessagePolicy ??= 'File';
  of.resources ??= {};
  for (const port of of.ports ?? []) {
    port.protocol ??= 'TCP';
    if (isOnHost) port.hostPort ??= port.containerPort;
  }
  for (const { valueFrom } of of.env ?? []) {
    if (valueFrom?.fieldRef) valueFrom.fieldRef.apiVersion ??= 'v1';
    if (valueFrom?.resourceFieldRef) valueFrom.resourceFieldRef.divisor ??= '0';
  }
  probe(of.livenessProbe);
  probe(of.readinessProbe);
  probe(of.startupProbe);
  handler(of.lifecycle?.postStart ?? {});
  handler(of.lifecycle?.preStop ?? {});
}

/** Of a file that a volume makes: readable by all (0644). */
const MODE = 420;

function volume(of: Volume): void {
  const { name, ...source } = of;
  if (Object.keys(source).length === 0) of.emptyDir = {};
  if (of.configMap) of.configMap.defaultMode ??= MODE;
  if (of.secret) of.secret.defaultMode ??= MODE;
  if (of.downwardAPI) of.downwardAPI.defaultMode ??= MODE;
  if (of.hostPath) of.hostPath.type ??= '';
  const { projected } = of;
  if (projected) {
    projected.defaultMode ??= MODE;
    for (const { serviceAccountToken } of projected.sources ?? [])
      if (serviceAccountToken) serviceAccountToken.expirationSeconds ??= 3600;
  }
  const downward = [of.downwardAPI, ...(projected?.sources ?? []).map((one) => one.downwardAPI)];
  for (const files of downward)
    for (const { fieldRef } of files?.items ?? []) if (fieldRef) fieldRef.apiVersion ??= 'v1';
}

function defaultPodSpec(spec: PodSpec): void {
  spec.restartPolicy ??= 'Always';
  spec.dnsPolicy ??= 'ClusterFirst';
  spec.terminationGracePeriodSeconds ??= 30;
  spec.schedulerName ??= 'default-scheduler';
  spec.securityContext ??= {};
  // Two names of one field, of which the older one stays.
  const account = spec.serviceAccountName ?? spec.serviceAccount;
  if (account !== undefined) {
    spec.serviceAccountName = account;
    spec.serviceAccount = account;
  }
  const containers = [...(spec.containers ?? []), ...(spec.initContainers ?? []), ...(spec.ephemeralContainers ?? [])];
  for (const one of containers) container(one, spec.hostNetwork === true);
  for (const one of spec.volumes ?? []) volume(one);
}

export function defaultTemplate(template: PodTemplate | undefined): void {
  if (template?.spec) defaultPodSpec(template.spec);
}

/** Of a Pod itself, but not of a template: what is limited is asked for as well. */
export function defaultPod({ spec }: Pod): void {
  if (spec === undefined) return;
  defaultPodSpec(spec);
  spec.enableServiceLinks ??= true;
  for (const { resources } of [...(spec.containers ?? []), ...(spec.initContainers ?? [])]) {
    const limits = Object.entries(resources?.limits ?? {});
    if (resources === undefined || limits.length === 0) continue;
    const requests = { ...resources.requests };
    for (const [name, amount] of limits) requests[name] ??= amount;
    resources.requests = requests;
  }
}

/** What happens to a Pod first when its node runs short (kubernetes/pkg/apis/core/v1/helper/qos). */
function qosOf({ containers, initContainers = [] }: PodSpec): 'Guaranteed' | 'Burstable' | 'BestEffort' {
  const all = [...containers, ...initContainers].map(({ resources }) => resources ?? {});
  const given = (amounts: Record<string, string> | undefined): [string, string][] =>
    Object.entries(amounts ?? {}).filter(([name, amount]) => /^(?:cpu|memory)$/.test(name) && !/^0+$/.test(amount));
  if (all.every(({ requests, limits }) => given(requests).length + given(limits).length === 0)) return 'BestEffort';
  const isSure = all.every(({ requests, limits }) => {
    const most = given(limits);
    return most.length === 2 && most.every(([name, amount]) => (requests?.[name] ?? amount) === amount);
  });
  return isSure ? 'Guaranteed' : 'Burstable';
}

export function createdPod(pod: Pod): void {
  pod.status = { phase: 'Pending', qosClass: qosOf(pod.spec) };
  if ((pod.spec.schedulingGates ?? []).length > 0)
    pod.status.conditions = [
      {
        ...{ type: 'PodScheduled', status: 'False', reason: 'SchedulingGated', lastProbeTime: null },
        message: 'Scheduling is blocked due to non-empty scheduling gates',
      },
    ];
}
