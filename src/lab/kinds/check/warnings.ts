import { parseQuantity } from '../../engine/quantity.ts';
import type { Container, Ingress, PersistentVolumeClaim, Pod, PodSpec, PodTemplate } from '../types.ts';
import { dnsLabel } from './names.ts';

// What is allowed and not wise; kubectl prints it (kubernetes/pkg/api/pod/warnings.go).

const OLD_LABELS: Readonly<Record<string, string>> = {
  'beta.kubernetes.io/arch': 'deprecated since v1.14; use "kubernetes.io/arch" instead',
  'beta.kubernetes.io/os': 'deprecated since v1.14; use "kubernetes.io/os" instead',
  'failure-domain.beta.kubernetes.io/region': 'deprecated since v1.17; use "topology.kubernetes.io/region" instead',
  'failure-domain.beta.kubernetes.io/zone': 'deprecated since v1.17; use "topology.kubernetes.io/zone" instead',
  'beta.kubernetes.io/instance-type': 'deprecated since v1.17; use "node.kubernetes.io/instance-type" instead',
};

function* ofBytes({ resources = {} }: Container, field: string): Iterable<string> {
  for (const list of ['limits', 'requests'] as const)
    for (const name of ['memory', 'ephemeral-storage']) {
      const amount = resources[list]?.[name];
      if (amount !== undefined && !Number.isInteger(parseQuantity(amount)?.value ?? 0))
        yield `${field}.resources.${list}[${name}]: fractional byte value "${amount}" is invalid, must be an integer`;
    }
}

function* ofEnv({ env = [] }: Container, field: string): Iterable<string> {
  const names = new Set<string>();
  for (const [index, { name, value = '', valueFrom }] of env.entries()) {
    const itself = `$(${name})`;
    if (names.has(name) && (valueFrom !== undefined || value === itself || !value.includes(itself)))
      yield `${field}.env[${index}]: hides previous definition of "${name}", which may be dropped when using apply`;
    names.add(name);
  }
}

function* ofSpec(spec: PodSpec | undefined, field: string): Iterable<string> {
  if (spec === undefined) return;
  for (const key of Object.keys(spec.nodeSelector ?? {}))
    if (OLD_LABELS[key]) yield `${field}.nodeSelector[${key}]: ${OLD_LABELS[key]}`;
  const ports = new Map<string, string>();
  for (const list of ['initContainers', 'containers'] as const)
    for (const [index, one] of (spec[list] ?? []).entries()) {
      const at = `${field}.${list}[${index}]`;
      yield* ofBytes(one, at);
      yield* ofEnv(one, at);
      for (const [nth, { containerPort, protocol, hostPort = 0 }] of (one.ports ?? []).entries()) {
        const key = `${containerPort}/${protocol}/${hostPort}`;
        const other = ports.get(key);
        if (other !== undefined) yield `${at}.ports[${nth}]: duplicate port definition with ${other}`;
        else ports.set(key, `${at}.ports[${nth}]`);
      }
    }
  if ((spec.terminationGracePeriodSeconds ?? 0) < 0)
    yield `${field}.terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will be treated as 1`;
}

export function* warnOfPod({ metadata, spec }: Pod): Iterable<string> {
  const wrong = dnsLabel(metadata.name);
  if (wrong.length > 0)
    yield `metadata.name: this is used in the Pod's hostname, which can result in surprising behavior; a DNS label is recommended: [${wrong.join(' ')}]`;
  yield* ofSpec(spec, 'spec');
}

export const warnOfTemplate = ({ spec }: { spec: { template: PodTemplate } }): Iterable<string> =>
  ofSpec(spec.template?.spec, 'spec.template.spec');

const CLASS = 'kubernetes.io/ingress.class';

export function* warnOfIngress({ metadata }: Ingress): Iterable<string> {
  if (metadata.annotations?.[CLASS] !== undefined)
    yield `annotation "${CLASS}" is deprecated, please use 'spec.ingressClassName' instead`;
}

export function* warnOfClaim({ spec }: PersistentVolumeClaim): Iterable<string> {
  const amount = spec.resources?.requests?.storage;
  if (amount !== undefined && !Number.isInteger(parseQuantity(amount)?.value ?? 0))
    yield `spec.resources.requests[storage]: fractional byte value "${amount}" is invalid, must be an integer`;
}
