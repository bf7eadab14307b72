/** What objects take of a quota (kubernetes/pkg/quota/v1/evaluator/core). */

import type { Lab } from '../../engine/lab.ts';
import type { Thing } from '../../engine/object.ts';
import { addQuantities, amountOf, quantityText } from '../../engine/quantity.ts';
import { CLAIMS, CONFIGMAPS, PODS, QUOTAS, SECRETS, SERVICES } from '../../kinds/core.ts';
import { KINDS } from '../../kinds/kinds.ts';
import type { Row } from '../../kinds/row.ts';
import { isOver } from '../../kinds/state.ts';
import type { PersistentVolumeClaim, Pod, ResourceQuota, Service } from '../../kinds/types.ts';
import { isClaim, isPod, isService } from '../admission/kinds.ts';

export type Amounts = Record<string, string>;

const PLAIN = new Set<Row>([PODS, SERVICES, CONFIGMAPS, SECRETS, CLAIMS, QUOTAS]);
const STORAGE = '.storageclass.storage.k8s.io/';

const total = (all: readonly (Amounts | undefined)[], name: string): string | undefined => {
  const said = all.flatMap((one) => one?.[name] ?? []);
  return said.length === 0 ? undefined : quantityText(addQuantities(said));
};

const names = (all: readonly (Amounts | undefined)[]): string[] =>
  Array.from(new Set(all.flatMap((one) => Object.keys(one ?? {}))));

/** What a Pod asks for: its containers together, or the most that one init container does. */
function podAmounts({ spec }: Pod, of: 'requests' | 'limits'): Amounts {
  const sidecars = (spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always');
  const all = [...spec.containers, ...sidecars].map(({ resources }) => resources?.[of]);
  const first = (spec.initContainers ?? []).map(({ resources }) => resources?.[of]);
  const most = (name: string): string => {
    const sum = total(all, name) ?? '0';
    const largest =
      first.flatMap((one) => one?.[name] ?? []).toSorted((one, other) => amountOf(other) - amountOf(one))[0] ?? '0';
    return amountOf(largest) > amountOf(sum) ? largest : sum;
  };
  return Object.fromEntries(names([...all, ...first]).map((name) => [name, most(name)]));
}

function podUsage(pod: Pod): Amounts {
  const requests = podAmounts(pod, 'requests');
  const limits = podAmounts(pod, 'limits');
  return {
    pods: '1',
    ...requests,
    ...Object.fromEntries(Object.entries(requests).map(([name, amount]) => [`requests.${name}`, amount])),
    ...Object.fromEntries(Object.entries(limits).map(([name, amount]) => [`limits.${name}`, amount])),
  };
}

function claimUsage({ spec }: PersistentVolumeClaim): Amounts {
  const storage = spec.resources?.requests?.storage ?? '0';
  const all = { persistentvolumeclaims: '1', 'requests.storage': storage };
  const { storageClassName } = spec;
  if (!storageClassName) return all;
  const own = Object.entries(all).map(([name, amount]) => [`${storageClassName}${STORAGE}${name}`, amount]);
  return { ...all, ...Object.fromEntries(own) };
}

function serviceUsage({ spec }: Service): Amounts {
  const ports =
    spec.type === 'NodePort' || (spec.type === 'LoadBalancer' && spec.allocateLoadBalancerNodePorts !== false);
  return {
    services: '1',
    ...(ports ? { 'services.nodeports': `${(spec.ports ?? []).length}` } : {}),
    ...(spec.type === 'LoadBalancer' ? { 'services.loadbalancers': '1' } : {}),
  };
}

/** All that one object takes, by the names that a quota may use. */
export function usageOf(row: Row, object: Thing): Amounts {
  const counted = { [`count/${row.group === '' ? row.plural : `${row.plural}.${row.group}`}`]: '1' };
  // A Pod that is over takes nothing but its place among objects.
  if (isPod(row, object)) return isOver(object) ? counted : { ...counted, ...podUsage(object) };
  if (isClaim(row, object)) return { ...counted, ...claimUsage(object) };
  if (isService(row, object)) return { ...counted, ...serviceUsage(object) };
  return PLAIN.has(row) ? { ...counted, [row.plural]: '1' } : counted;
}

const isBestEffort = (pod: Pod): boolean =>
  [...pod.spec.containers, ...(pod.spec.initContainers ?? [])].every(
    ({ resources }) => Object.keys({ ...resources?.requests, ...resources?.limits }).length === 0,
  );

/** Is an object of a quota's scopes? They choose among Pods. */
export function isInScope({ spec }: ResourceQuota, row: Row, object: Thing): boolean {
  const scopes = [
    ...(spec.scopes ?? []).map((scopeName) => ({ scopeName, operator: 'Exists', values: [] as string[] })),
    ...(spec.scopeSelector?.matchExpressions ?? []).map((one) => ({ values: [], ...one })),
  ];
  if (scopes.length === 0) return true;
  if (!isPod(row, object)) return false;
  const { activeDeadlineSeconds, priorityClassName = '' } = object.spec;
  return scopes.every(({ scopeName, operator, values }) => {
    switch (scopeName) {
      case 'Terminating':
        return activeDeadlineSeconds !== undefined;
      case 'NotTerminating':
        return activeDeadlineSeconds === undefined;
      case 'BestEffort':
        return isBestEffort(object);
      case 'NotBestEffort':
        return !isBestEffort(object);
      case 'PriorityClass':
        if (operator === 'In') return values.includes(priorityClassName);
        if (operator === 'NotIn') return !values.includes(priorityClassName);
        return (priorityClassName !== '') === (operator === 'Exists');
      default:
        return false;
    }
  });
}

/** Rows whose objects count for one of these names. */
const rowsFor = (hard: Amounts): readonly Row[] =>
  KINDS.filter((row) => {
    if (!row.namespaced) return false;
    const counted = `count/${row.group === '' ? row.plural : `${row.plural}.${row.group}`}`;
    return hard[counted] !== undefined || PLAIN.has(row);
  });

/** What of a quota is used; `0` where nothing is. */
export function usedOf({ store }: Lab, quota: ResourceQuota): Amounts {
  const hard = quota.spec.hard ?? {};
  const usages = rowsFor(hard).flatMap((row) =>
    store
      .list(row, quota.metadata.namespace)
      .filter((object) => isInScope(quota, row, object))
      .map((object) => usageOf(row, object)),
  );
  return Object.fromEntries(Object.keys(hard).map((name) => [name, total(usages, name) ?? '0']));
}
