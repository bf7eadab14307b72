import { isDeepStrictEqual } from 'node:util';
import { type Cause, forbiddenCause, invalidCause, requiredCause, unsupportedCause } from '../../engine/errors.ts';
import type { Ingress, NetworkPolicy, PriorityClass, Role, RoleBinding, StorageClass } from '../types.ts';
import { checkSelector } from './labels.ts';
import { dns1035, portName, subdomain, wildcardSubdomain } from './names.ts';

// What is wrong with the rest (kubernetes/pkg/apis/{networking,rbac,scheduling,storage}/validation).

type Backend = NonNullable<Ingress['spec']['defaultBackend']>;

function* checkBackend({ service, resource }: Backend, field: string): Iterable<Cause> {
  if (service && resource) yield invalidCause(field, '', 'cannot set both resource and service backends');
  else if (service) {
    const { name, port: { name: named = '', number = 0 } = {} } = service;
    if (name) for (const why of dns1035(name)) yield invalidCause(`${field}.service.name`, name, why);
    if (named !== '' && number !== 0) yield invalidCause(field, '', 'cannot set both port name & port number');
    else if (named !== '')
      for (const why of portName(named)) yield invalidCause(`${field}.service.port.name`, named, why);
    else if (number === 0) yield requiredCause(field, 'port name or number is required');
  } else if (resource === undefined) yield invalidCause(field, '', 'resource or service backend is required');
}

const BAD_PARTS = ['//', '/./', '/../', '%2f', '%2F'];

function* checkPath(path: string, isSpecific: boolean, field: string): Iterable<Cause> {
  if (isSpecific && path === '') return;
  if (!path.startsWith('/')) yield invalidCause(field, path, 'must be an absolute path');
  if (isSpecific) return;
  for (const part of BAD_PARTS) if (path.includes(part)) yield invalidCause(field, path, `must not contain '${part}'`);
  for (const end of ['/..', '/.']) if (path.endsWith(end)) yield invalidCause(field, path, `cannot end with '${end}'`);
}

export function* checkIngress({ spec }: Ingress): Iterable<Cause> {
  const { rules = [], defaultBackend, tls = [] } = spec;
  if (rules.length === 0 && defaultBackend === undefined)
    yield invalidCause('spec', null, 'either `defaultBackend` or `rules` must be specified');
  if (defaultBackend) yield* checkBackend(defaultBackend, 'spec.defaultBackend');
  for (const [index, { host = '', http }] of rules.entries()) {
    const at = `spec.rules[${index}]`;
    const rule = host.includes('*') ? wildcardSubdomain : subdomain;
    if (host !== '') for (const why of rule(host)) yield invalidCause(`${at}.host`, host, why);
    for (const [nth, { path = '', pathType, backend }] of (http?.paths ?? []).entries()) {
      const within = `${at}.http.paths[${nth}]`;
      if (pathType !== undefined) yield* checkPath(path, pathType === 'ImplementationSpecific', `${within}.path`);
      if (backend) yield* checkBackend(backend, `${within}.backend`);
    }
  }
  for (const [index, { hosts = [] }] of tls.entries())
    for (const [nth, host] of hosts.entries())
      for (const why of (host.includes('*') ? wildcardSubdomain : subdomain)(host))
        yield invalidCause(`spec.tls[${index}].hosts[${nth}]`, host, why);
}

export function* checkNetworkPolicy({ spec }: NetworkPolicy): Iterable<Cause> {
  yield* checkSelector(spec?.podSelector, 'spec.podSelector');
  const peers = [
    ...(spec?.ingress ?? []).map(({ from = [] }, index) => ({ list: from, at: `spec.ingress[${index}].from` })),
    ...(spec?.egress ?? []).map(({ to = [] }, index) => ({ list: to, at: `spec.egress[${index}].to` })),
  ];
  for (const { list, at } of peers)
    for (const [nth, { podSelector, namespaceSelector, ipBlock }] of list.entries()) {
      const field = `${at}[${nth}]`;
      yield* checkSelector(podSelector, `${field}.podSelector`);
      yield* checkSelector(namespaceSelector, `${field}.namespaceSelector`);
      if (!podSelector && !namespaceSelector && !ipBlock) yield requiredCause(field, 'must specify a peer');
      if (ipBlock && (podSelector || namespaceSelector))
        yield forbiddenCause(field, 'may not specify both ipBlock and another peer');
    }
}

export function* checkRole({ rules = [] }: Role): Iterable<Cause> {
  for (const [index, { apiGroups = [], resources = [], nonResourceURLs = [] }] of rules.entries()) {
    const at = `rules[${index}]`;
    if (nonResourceURLs.length > 0) {
      if (apiGroups.length + resources.length > 0)
        yield invalidCause(
          `${at}.nonResourceURLs`,
          nonResourceURLs,
          'rules cannot apply to both regular resources and non-resource URLs',
        );
      continue;
    }
    if (apiGroups.length === 0)
      yield requiredCause(`${at}.apiGroups`, 'resource rules must supply at least one api group');
    if (resources.length === 0)
      yield requiredCause(`${at}.resources`, 'resource rules must supply at least one resource');
  }
}

const ROLE_KINDS = { RoleBinding: ['ClusterRole', 'Role'], ClusterRoleBinding: ['ClusterRole'] };

export function* checkBinding(of: RoleBinding, before: RoleBinding | undefined): Iterable<Cause> {
  const { roleRef, subjects = [], kind } = of;
  const isNamespaced = kind === 'RoleBinding';
  const kinds = isNamespaced ? ROLE_KINDS.RoleBinding : ROLE_KINDS.ClusterRoleBinding;
  if (roleRef?.kind && !kinds.includes(roleRef.kind)) yield unsupportedCause('roleRef.kind', roleRef.kind, kinds);
  for (const [index, { kind: who, namespace = '' }] of subjects.entries())
    if (!isNamespaced && who === 'ServiceAccount' && namespace === '')
      yield requiredCause(`subjects[${index}].namespace`);
  if (before && !isDeepStrictEqual(roleRef, before.roleRef))
    yield invalidCause('roleRef', roleRef, 'cannot change roleRef');
}

/** The greatest priority that is not the cluster's own. */
const HIGHEST = 1_000_000_000;

export function* checkPriorityClass(of: PriorityClass, before: PriorityClass | undefined): Iterable<Cause> {
  const { name } = of.metadata;
  if (name.startsWith('system-')) {
    if (before === undefined)
      yield forbiddenCause(
        'metadata.name',
        `priority class names with 'system-' prefix are reserved for system use only. error: ${name} is not a known system priority class`,
      );
  } else if (of.value > HIGHEST)
    yield forbiddenCause('value', `maximum allowed value of a user defined priority is ${HIGHEST}`);
  if (before && of.value !== before.value) yield forbiddenCause('value', 'may not be changed in an update.');
  if (before && of.preemptionPolicy !== before.preemptionPolicy)
    yield invalidCause('preemptionPolicy', of.preemptionPolicy, 'field is immutable');
}

export function* checkStorageClass(of: StorageClass, before: StorageClass | undefined): Iterable<Cause> {
  if (before === undefined) return;
  for (const key of ['parameters', 'provisioner', 'reclaimPolicy', 'volumeBindingMode'] as const)
    if (!isDeepStrictEqual(of[key], before[key])) yield forbiddenCause(key, `updates to ${key} are forbidden.`);
}
