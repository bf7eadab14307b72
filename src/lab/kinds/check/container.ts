import {
  type Cause,
  duplicateCause,
  forbiddenCause,
  invalidCause,
  notFoundCause,
  requiredCause,
} from '../../engine/errors.ts';
import type { Container, EnvVar, Handler, PodSpec, Probe } from '../types.ts';
import { checkResources } from './amounts.ts';
import { checkEnvSource } from './downward.ts';
import { configKey, dnsLabel, envName, headerName, portName, subdomain } from './names.ts';

// What is wrong with containers (kubernetes/pkg/apis/core/validation).

/** Where a name comes from that stands in several lists. */
type Seen = Set<string>;

const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'] as const;

function* checkHandler(handler: Handler, field: string): Iterable<Cause> {
  const given = HANDLERS.filter((one) => handler[one] !== undefined);
  if (given.length === 0) yield requiredCause(field, 'must specify a handler type');
  for (const one of given.slice(1)) yield forbiddenCause(`${field}.${one}`, 'may not specify more than 1 handler type');
  if (handler.exec && (handler.exec.command ?? []).length === 0) yield requiredCause(`${field}.exec.command`);
  for (const { name } of handler.httpGet?.httpHeaders ?? [])
    for (const why of headerName(name)) yield invalidCause(`${field}.httpGet.httpHeaders`, name, why);
}

function* checkProbe(probe: Probe | undefined, field: string, isOnce: boolean): Iterable<Cause> {
  if (probe === undefined) return;
  yield* checkHandler(probe, field);
  if (isOnce && probe.successThreshold !== undefined && probe.successThreshold !== 1)
    yield invalidCause(`${field}.successThreshold`, probe.successThreshold, 'must be 1');
}

const SOURCES = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef'] as const;

function* checkEnv({ name, value = '', valueFrom }: EnvVar, field: string): Iterable<Cause> {
  if (name !== undefined && name !== '')
    for (const why of envName(name)) yield invalidCause(`${field}.name`, name, why);
  if (valueFrom === undefined) return;
  const at = `${field}.valueFrom`;
  const given = SOURCES.filter((one) => valueFrom[one] !== undefined);
  if (given.length === 0)
    yield invalidCause(
      at,
      '',
      'must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`',
    );
  else if (value !== '') yield invalidCause(at, '', 'may not be specified when `value` is not empty');
  if (given.length > 1) yield invalidCause(at, '', 'may not have more than one field specified at a time');
  yield* checkEnvSource(valueFrom, at);
  const { configMapKeyRef, secretKeyRef } = valueFrom;
  for (const [kind, ref] of Object.entries({ configMapKeyRef, secretKeyRef }))
    if (ref?.key) for (const why of configKey(ref.key)) yield invalidCause(`${at}.${kind}.key`, ref.key, why);
}

function* checkPorts({ ports = [] }: Container, field: string): Iterable<Cause> {
  const names: Seen = new Set();
  for (const [index, { name = '' }] of ports.entries()) {
    if (name === '') continue;
    const at = `${field}.ports[${index}].name`;
    const wrong = portName(name);
    for (const why of wrong) yield invalidCause(at, name, why);
    if (wrong.length === 0 && names.has(name)) yield duplicateCause(at, name);
    names.add(name);
  }
}

function* checkMounts({ volumeMounts = [] }: Container, volumes: ReadonlySet<string>, field: string): Iterable<Cause> {
  const paths: Seen = new Set();
  for (const [index, { name, mountPath, subPath = '' }] of volumeMounts.entries()) {
    const at = `${field}.volumeMounts[${index}]`;
    if (name && !volumes.has(name)) yield notFoundCause(`${at}.name`, name);
    if (mountPath && paths.has(mountPath)) yield invalidCause(`${at}.mountPath`, mountPath, 'must be unique');
    paths.add(mountPath);
    if (subPath.startsWith('/')) yield invalidCause(`${at}.subPath`, subPath, 'must be a relative path');
    if (subPath.split('/').includes('..')) yield invalidCause(`${at}.subPath`, subPath, "must not contain '..'");
  }
}

function* checkContainer(of: Container, volumes: ReadonlySet<string>, field: string): Iterable<Cause> {
  const { name, image = '', env = [], envFrom = [], lifecycle, resources = {} } = of;
  if (name) for (const why of dnsLabel(name)) yield invalidCause(`${field}.name`, name, why);
  if (image !== image.trim())
    yield invalidCause(`${field}.image`, image, 'must not have leading or trailing whitespace');
  yield* checkPorts(of, field);
  for (const [index, one] of env.entries()) yield* checkEnv(one, `${field}.env[${index}]`);
  for (const [index, { configMapRef, secretRef }] of envFrom.entries()) {
    const at = `${field}.envFrom[${index}]`;
    if (configMapRef === undefined && secretRef === undefined)
      yield invalidCause(at, '', 'must specify one of: `configMapRef` or `secretRef`');
    for (const [kind, ref] of Object.entries({ configMapRef, secretRef }))
      if (ref?.name) for (const why of subdomain(ref.name)) yield invalidCause(`${at}.${kind}.name`, ref.name, why);
  }
  yield* checkMounts(of, volumes, field);
  yield* checkResources(resources, `${field}.resources`);
  yield* checkProbe(of.livenessProbe, `${field}.livenessProbe`, true);
  yield* checkProbe(of.readinessProbe, `${field}.readinessProbe`, false);
  yield* checkProbe(of.startupProbe, `${field}.startupProbe`, true);
  for (const [when, handler] of Object.entries(lifecycle ?? {}))
    if (handler && when !== 'stopSignal') yield* checkHandler(handler, `${field}.lifecycle.${when}`);
}

/** Of one that has to end before the others begin. */
const NOT_BEFORE = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const;

/** What is wrong with all containers of a Pod. @param volumes names of its volumes */
export function* checkContainers(spec: PodSpec, volumes: ReadonlySet<string>, field: string): Iterable<Cause> {
  const names: Seen = new Set();
  for (const list of ['containers', 'initContainers', 'ephemeralContainers'] as const)
    for (const [index, one] of (spec[list] ?? []).entries()) {
      const at = `${field}.${list}[${index}]`;
      yield* checkContainer(one, volumes, at);
      if (names.has(one.name)) yield duplicateCause(`${at}.name`, one.name);
      names.add(one.name);
      if (list !== 'initContainers' || one.restartPolicy === 'Always') continue;
      for (const key of NOT_BEFORE)
        if (one[key] !== undefined)
          yield forbiddenCause(`${at}.${key}`, 'may not be set for init containers without restartPolicy=Always');
    }
}
