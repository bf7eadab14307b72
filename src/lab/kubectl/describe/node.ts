import { addQuantities, amountOf, quantityText } from '../../engine/quantity.ts';
import type { Item } from '../api.ts';
import { at, keys, list, map, maybe, text, texts } from '../read.ts';
import { type Describer, describeEvents, describeMarks, type Looking, listed } from './describer.ts';
import type { Page } from './page.ts';
import { canonical, longTime, since } from './words.ts';

const ROLE = 'node-role.kubernetes.io/';

const rolesOf = (node: Item): string => {
  const labels = map(node, 'metadata.labels');
  const roles = keys(labels).flatMap((key) => (key.startsWith(ROLE) && key !== ROLE ? [key.slice(ROLE.length)] : []));
  return roles.join(',') || '<none>';
};

const taintText = (taint: unknown): string => {
  const [key, value, effect] = [text(taint, 'key'), text(taint, 'value'), text(taint, 'effect')];
  if (effect === '') return value === '' ? key : `${key}=${value}:`;
  return value === '' ? `${key}:${effect}` : `${key}=${value}:${effect}`;
};

/** What a Pod asks for, or may take at most: its containers together, or an init container that takes more. */
function podAmount(pod: unknown, kind: 'requests' | 'limits', resource: string): string {
  const of = (container: unknown): string => map(container, `resources.${kind}`)[resource] ?? '0';
  const first = list(pod, 'spec.initContainers');
  const isSidecar = (one: unknown): boolean => text(one, 'restartPolicy') === 'Always';
  const sidecars = first.filter(isSidecar).map(of);
  const sum = addQuantities([...list(pod, 'spec.containers').map(of), ...sidecars]);
  const largest = first
    .filter((one) => !isSidecar(one))
    .map((one) => addQuantities([of(one), ...sidecars]))
    .reduce((most, one) => (one.value > most.value ? one : most), sum);
  return quantityText(largest);
}

const percent = (part: string, whole: string | undefined): string =>
  `${part} (${amountOf(whole) === 0 ? 0 : Math.trunc((amountOf(part) / amountOf(whole)) * 100)}%)`;

function describeAmounts(page: Page, title: string, amounts: Readonly<Record<string, string>>): void {
  if (keys(amounts).length === 0) return;
  page.line(0, `${title}:`);
  for (const name of keys(amounts)) page.line(1, `${name}:\t${canonical(amounts[name] ?? '')}`);
}

function describePods(page: Page, pods: readonly Item[], node: Item, { now }: Looking): void {
  const allocatable = map(node, 'status.allocatable');
  page.line(0, `Non-terminated Pods:\t(${pods.length} in total)`);
  page.line(1, 'Namespace\tName\t\tCPU Requests\tCPU Limits\tMemory Requests\tMemory Limits\tAge');
  page.line(1, '---------\t----\t\t------------\t----------\t---------------\t-------------\t---');
  for (const pod of pods) {
    const cells = (['cpu', 'memory'] as const).flatMap((resource) =>
      (['requests', 'limits'] as const).map((kind) => percent(podAmount(pod, kind, resource), allocatable[resource])),
    );
    page.line(
      1,
      [pod.metadata.namespace ?? '', pod.metadata.name, '', ...cells, since(pod.metadata.creationTimestamp, now)].join(
        '\t',
      ),
    );
  }
  page.line(0, 'Allocated resources:');
  page.line(1, '(Total limits may be over 100 percent, i.e., overcommitted.)');
  page.line(1, 'Resource\tRequests\tLimits');
  page.line(1, '--------\t--------\t------');
  const pages = keys(allocatable).filter((name) => name.startsWith('hugepages-'));
  for (const resource of ['cpu', 'memory', 'ephemeral-storage', ...pages]) {
    const cells = (['requests', 'limits'] as const).map((kind) =>
      percent(quantityText(addQuantities(pods.map((pod) => podAmount(pod, kind, resource)))), allocatable[resource]),
    );
    page.line(1, [resource, ...cells].join('\t'));
  }
}

const INFO: readonly (readonly [string, string])[] = [
  ['Machine ID', 'machineID'],
  ['System UUID', 'systemUUID'],
  ['Boot ID', 'bootID'],
  ['Kernel Version', 'kernelVersion'],
  ['OS Image', 'osImage'],
  ['Operating System', 'operatingSystem'],
  ['Architecture', 'architecture'],
  ['Container Runtime Version', 'containerRuntimeVersion'],
  ['Kubelet Version', 'kubeletVersion'],
  ['Kube-Proxy Version', 'kubeProxyVersion'],
];

async function describeLease(page: Page, node: Item, looking: Looking): Promise<void> {
  const { name } = node.metadata;
  const leases = await listed(looking, ['coordination.k8s.io/v1', 'Lease'], 'kube-node-lease');
  const lease = leases.find(({ metadata }) => metadata.name === name);
  if (!lease)
    return void page.line(
      0,
      `Lease:\tFailed to get lease: leases.coordination.k8s.io ${JSON.stringify(name)} not found`,
    );
  const time = (path: string): string => {
    const found = maybe(lease, path);
    return found === undefined ? '<unset>' : longTime(found);
  };
  page.line(0, 'Lease:');
  page.line(1, `HolderIdentity:\t${maybe(lease, 'spec.holderIdentity') ?? '<unset>'}`);
  page.line(1, `AcquireTime:\t${time('spec.acquireTime')}`);
  page.line(1, `RenewTime:\t${time('spec.renewTime')}`);
}

export const describeNode: Describer = async (page, node, looking) => {
  const { spec, status, metadata } = node;
  page.line(0, `Name:\t${metadata.name}`);
  page.line(0, `Roles:\t${rolesOf(node)}`);
  describeMarks(page, node);
  page.line(0, `CreationTimestamp:\t${longTime(metadata.creationTimestamp)}`);
  const taints = list(spec, 'taints').toSorted((one, other) => {
    const [a, b] = [one, other].map((taint) => `${text(taint, 'effect')},${text(taint, 'key')}`);
    return (a ?? '') < (b ?? '') ? -1 : 1;
  });
  page.many('Taints', taints.map(taintText));
  page.line(0, `Unschedulable:\t${at(spec, 'unschedulable') === true}`);
  await describeLease(page, node, looking);
  const conditions = list(status, 'conditions');
  if (conditions.length > 0) {
    page.line(0, 'Conditions:');
    page.line(1, 'Type\tStatus\tLastHeartbeatTime\tLastTransitionTime\tReason\tMessage');
    page.line(1, '----\t------\t-----------------\t------------------\t------\t-------');
    for (const one of conditions) {
      const [beat, change] = ['lastHeartbeatTime', 'lastTransitionTime'].map((key) => longTime(maybe(one, key)));
      page.line(
        1,
        `${text(one, 'type')} \t${text(one, 'status')} \t${beat} \t${change} \t${text(one, 'reason')} \t${text(one, 'message')}`,
      );
    }
  }
  page.line(0, 'Addresses:');
  for (const one of list(status, 'addresses')) page.line(1, `${text(one, 'type')}:\t${text(one, 'address')}`);
  describeAmounts(page, 'Capacity', map(status, 'capacity'));
  describeAmounts(page, 'Allocatable', map(status, 'allocatable'));
  page.line(0, 'System Info:');
  for (const [title, key] of INFO) page.line(1, `${title}:\t${text(status, `nodeInfo.${key}`)}`);
  if (text(spec, 'podCIDR') !== '') page.line(0, `PodCIDR:\t${text(spec, 'podCIDR')}`);
  const ranges = texts(spec, 'podCIDRs');
  if (ranges.length > 0) page.line(0, `PodCIDRs:\t${ranges.join(',')}`);
  if (text(spec, 'providerID') !== '') page.line(0, `ProviderID:\t${text(spec, 'providerID')}`);
  const pods = (
    await listed(looking, ['v1', 'Pod'], undefined, { fieldSelector: `spec.nodeName=${metadata.name}` })
  ).filter((pod) => !['Succeeded', 'Failed'].includes(text(pod, 'status.phase')));
  describePods(page, pods, node, looking);
  describeEvents(page, looking);
};
