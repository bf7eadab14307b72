import { goText } from '../print/output.ts';
import { at, has, keys, list, map, maybe, number, text, texts } from '../read.ts';
import type { Page } from './page.ts';
import { canonical, longTime } from './words.ts';

const portsOf = (container: unknown, port: 'containerPort' | 'hostPort'): string =>
  list(container, 'ports')
    .map((one) => `${number(one, port)}/${text(one, 'protocol') || 'TCP'}`)
    .join(', ');

function status(page: Page, name: string, state: unknown): void {
  if (has(state, 'running')) {
    page.line(2, `${name}:\tRunning`);
    page.line(3, `Started:\t${longTime(maybe(state, 'running.startedAt'))}`);
  } else if (has(state, 'terminated')) {
    const ended = at(state, 'terminated');
    page.line(2, `${name}:\tTerminated`);
    for (const [title, key] of [
      ['Reason', 'reason'],
      ['Message', 'message'],
    ] as const)
      if (text(ended, key) !== '') page.line(3, `${title}:\t${text(ended, key)}`);
    page.line(3, `Exit Code:\t${number(ended, 'exitCode')}`);
    if (number(ended, 'signal') > 0) page.line(3, `Signal:\t${number(ended, 'signal')}`);
    page.line(3, `Started:\t${longTime(maybe(ended, 'startedAt'))}`);
    page.line(3, `Finished:\t${longTime(maybe(ended, 'finishedAt'))}`);
  } else {
    page.line(2, `${name}:\tWaiting`);
    const reason = text(state, 'waiting.reason');
    if (reason !== '') page.line(3, `Reason:\t${reason}`);
  }
}

export function describeResources(page: Page, resources: unknown, level: number): void {
  for (const [title, key] of [
    ['Limits', 'limits'],
    ['Requests', 'requests'],
  ] as const) {
    const amounts = map(resources, key);
    if (keys(amounts).length > 0) page.line(level, `${title}:`);
    for (const name of keys(amounts)) page.line(level + 1, `${name}:\t${canonical(amounts[name] ?? '')}`);
  }
}

function probeText(probe: unknown): string {
  const seconds = `delay=${number(probe, 'initialDelaySeconds')}s timeout=${number(probe, 'timeoutSeconds')}s period=${number(probe, 'periodSeconds')}s #success=${number(probe, 'successThreshold')} #failure=${number(probe, 'failureThreshold')}`;
  if (has(probe, 'exec')) return `exec ${goText(list(probe, 'exec.command'))} ${seconds}`;
  if (has(probe, 'httpGet')) {
    const get = at(probe, 'httpGet');
    const path = text(get, 'path');
    const slashed = path === '' || path.startsWith('/') ? path : `/${path}`;
    return `http-get ${(text(get, 'scheme') || 'HTTP').toLowerCase()}://${text(get, 'host')}:${text(get, 'port')}${slashed} ${seconds}`;
  }
  if (has(probe, 'tcpSocket'))
    return `tcp-socket ${text(probe, 'tcpSocket.host')}:${text(probe, 'tcpSocket.port')} ${seconds}`;
  if (has(probe, 'grpc')) return `grpc <pod>:${number(probe, 'grpc.port')} ${text(probe, 'grpc.service')} ${seconds}`;
  return `unknown ${seconds}`;
}

function describeFrom(page: Page, container: unknown): void {
  const from = list(container, 'envFrom');
  if (from.length === 0) return;
  page.line(2, 'Environment Variables from:');
  for (const one of from) {
    const [kind, ref] = has(one, 'configMapRef')
      ? ['ConfigMap', at(one, 'configMapRef')]
      : ['Secret', at(one, 'secretRef')];
    const prefix = text(one, 'prefix');
    const what = prefix === '' ? kind : `${kind} with prefix '${prefix}'`;
    page.line(3, `${text(ref, 'name')}\t${what}\tOptional: ${at(ref, 'optional') === true}`);
  }
}

/** A field of a Pod that one of its variables has as its value. */
function fieldOf(pod: unknown, path: string): string {
  const labelled = /^metadata\.(labels|annotations)\['([^']+)'\]$/.exec(path);
  if (labelled) return map(pod, `metadata.${labelled[1]}`)[labelled[2] ?? ''] ?? '';
  return text(pod, path);
}

function describeEnvironment(page: Page, container: unknown, pod: unknown): void {
  const variables = list(container, 'env');
  page.line(2, `Environment:${variables.length === 0 ? '\t<none>' : ''}`);
  for (const one of variables) {
    const name = text(one, 'name');
    const from = at(one, 'valueFrom');
    if (from === undefined) {
      const [first = '', ...rest] = text(one, 'value').split('\n');
      page.line(3, `${name}:\t${first}`);
      for (const line of rest) page.line(3, `\t${line}`);
    } else if (has(from, 'fieldRef')) {
      const path = text(from, 'fieldRef.fieldPath');
      const value = pod === undefined ? '' : fieldOf(pod, path);
      page.line(3, `${name}:\t${value} (${text(from, 'fieldRef.apiVersion') || 'v1'}:${path})`);
    } else if (has(from, 'resourceFieldRef')) {
      const resource = text(from, 'resourceFieldRef.resource');
      const value = maybe(container, `resources.${resource}`);
      page.line(3, `${name}:\t${value ?? (resource.startsWith('limits.') ? 'node allocatable' : '0')} (${resource})`);
    } else {
      const [what, ref] = has(from, 'secretKeyRef')
        ? ['in secret', at(from, 'secretKeyRef')]
        : ['of config map', at(from, 'configMapKeyRef')];
      const said = `<set to the key '${text(ref, 'key')}' ${what} '${text(ref, 'name')}'>`;
      page.line(3, `${name}:\t${said}\tOptional: ${at(ref, 'optional') === true}`);
    }
  }
}

function describeMounts(page: Page, container: unknown): void {
  const mounts = list(container, 'volumeMounts').toSorted((one, other) =>
    text(one, 'mountPath') < text(other, 'mountPath') ? -1 : 1,
  );
  page.line(2, `Mounts:${mounts.length === 0 ? '\t<none>' : ''}`);
  for (const one of mounts) {
    const sub = text(one, 'subPath');
    const how = [at(one, 'readOnly') === true ? 'ro' : 'rw', ...(sub === '' ? [] : [`path=${JSON.stringify(sub)}`])];
    page.line(3, `${text(one, 'mountPath')} from ${text(one, 'name')} (${how.join(',')})`);
  }
}

const lines = (given: readonly string[]): string[] => given.flatMap((one) => one.split('\n'));

interface Where {
  title: string;
  containers: readonly unknown[];
  statuses: readonly unknown[];
  /** Of a template there is none. */
  pod: unknown;
  indent: string;
}

export function describeContainers(page: Page, { title, containers, statuses, pod, indent }: Where): void {
  page.line(0, `${indent}${title}:${containers.length === 0 ? ' <none>' : ''}`);
  for (const container of containers) {
    const own = statuses.find((one) => text(one, 'name') === text(container, 'name'));
    page.line(1, `${indent === '' ? '' : ' '}${text(container, 'name')}:`);
    if (own !== undefined) page.line(2, `Container ID:\t${text(own, 'containerID')}`);
    page.line(2, `Image:\t${text(container, 'image')}`);
    if (own !== undefined) page.line(2, `Image ID:\t${text(own, 'imageID')}`);
    for (const [name, key] of [
      ['Port', 'containerPort'],
      ['Host Port', 'hostPort'],
    ] as const) {
      const ports = portsOf(container, key);
      page.line(2, `${name}${ports.includes(',') ? 's' : ''}:\t${ports || '<none>'}`);
    }
    const seccomp = text(container, 'securityContext.seccompProfile.type');
    if (seccomp !== '') page.line(2, `SeccompProfile:\t${seccomp}`);
    for (const [name, key] of [
      ['Command', 'command'],
      ['Args', 'args'],
    ] as const) {
      const words = lines(texts(container, key));
      if (words.length > 0) page.line(2, `${name}:`);
      for (const one of words) page.line(3, one);
    }
    if (own !== undefined) {
      status(page, 'State', at(own, 'state'));
      if (has(own, 'lastState.terminated')) status(page, 'Last State', at(own, 'lastState'));
      page.line(2, `Ready:\t${at(own, 'ready') === true ? 'True' : 'False'}`);
      page.line(2, `Restart Count:\t${number(own, 'restartCount')}`);
    }
    describeResources(page, at(container, 'resources'), 2);
    for (const [name, key] of [
      ['Liveness', 'livenessProbe'],
      ['Readiness', 'readinessProbe'],
      ['Startup', 'startupProbe'],
    ] as const)
      if (has(container, key)) page.line(2, `${name}:\t${probeText(at(container, key))}`);
    describeFrom(page, container);
    describeEnvironment(page, container, pod);
    describeMounts(page, container);
  }
}
