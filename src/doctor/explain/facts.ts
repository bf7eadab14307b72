import type { ManifestDocument } from '../finding.ts';
import { templateOf } from '../sense/rule.ts';
import { dig, fields, maps, numberOf, plainValue, type Spot, spotOf, textOf, wordsIn } from '../spot.ts';

/** What a sentence says of Pods. */
export interface PodFacts {
  images: readonly string[];
  init: readonly string[];
  /** Of containers for initializing that go on running beside the others. */
  sidecars: readonly string[];
  ports: readonly number[];
}

export const rootOf = (document: ManifestDocument): Spot => spotOf(document.root);

/** The spec of a Pod, or of what an object makes Pods by. */
export const specOf = (kind: string, root: Spot): Spot | undefined => dig(templateOf(kind, root), 'spec');

/** `cpu 500m`, of requests and limits. */
export const amountsIn = (spot: Spot | undefined): string[] =>
  fields(spot).map((one) => `${one.key} ${plainValue(one) ?? ''}`);

export function podFacts(kind: string, root: Spot): PodFacts {
  const spec = specOf(kind, root);
  const containers = maps(dig(spec, 'containers'));
  const { init = [], sidecars = [] } = Object.groupBy(maps(dig(spec, 'initContainers')), (one) =>
    textOf(dig(one, 'restartPolicy')) === 'Always' ? 'sidecars' : 'init',
  );
  const imagesOf = (list: readonly Spot[]): string[] => list.flatMap((one) => textOf(dig(one, 'image')) ?? []);
  return {
    images: imagesOf(containers),
    init: imagesOf(init),
    sidecars: imagesOf(sidecars),
    ports: containers
      .flatMap((one) => maps(dig(one, 'ports')))
      .flatMap((port) => numberOf(dig(port, 'containerPort')) ?? []),
  };
}

/** `app: web, tier: front`; '' where there are none. */
export const labelsIn = (spot: Spot | undefined): string =>
  fields(spot)
    .map((one) => `${one.key}: ${plainValue(one) ?? ''}`)
    .join(', ');

/** A condition on labels as kubectl takes it: `role in (api, batch)`, `!old`. */
function conditionOf(spot: Spot): string[] {
  const [key, operator] = ['key', 'operator'].map((name) => textOf(dig(spot, name)));
  const values = wordsIn(dig(spot, 'values')).join(', ');
  if (key === undefined) return [];
  switch (operator) {
    case 'In':
      return [`${key} in (${values})`];
    case 'NotIn':
      return [`${key} notin (${values})`];
    case 'DoesNotExist':
      return [`!${key}`];
    default:
      return [key];
  }
}

/** What a selector finds, by labels and by conditions on them; '' where it finds everything. */
export const selectorIn = (selector: Spot | undefined): string =>
  [labelsIn(dig(selector, 'matchLabels')), ...maps(dig(selector, 'matchExpressions')).flatMap(conditionOf)]
    .filter((one) => one !== '')
    .join(', ');

export interface PortFacts {
  port: string;
  target: string;
  node: string | undefined;
}

export const shown = (spot: Spot | undefined): string | undefined => {
  const value = plainValue(spot);
  return value === undefined || value === null ? undefined : String(value);
};

export const portsOf = (root: Spot): PortFacts[] =>
  maps(dig(root, 'spec', 'ports')).flatMap((one) => {
    const port = shown(dig(one, 'port'));
    return port === undefined
      ? []
      : [{ port, target: shown(dig(one, 'targetPort')) ?? port, node: shown(dig(one, 'nodePort')) }];
  });

export interface RouteFacts {
  from: string;
  service: string;
  port: string;
}

/** Where an Ingress leads to: host and path, Service and port. */
export function routesOf(root: Spot): RouteFacts[] {
  const of = (backend: Spot | undefined, from: string): RouteFacts[] => {
    const service = textOf(dig(backend, 'service', 'name'));
    const port = dig(backend, 'service', 'port');
    return service === undefined
      ? []
      : [{ from, service, port: shown(dig(port, 'number') ?? dig(port, 'name')) ?? '' }];
  };
  const rules = maps(dig(root, 'spec', 'rules')).flatMap((rule) =>
    maps(dig(rule, 'http', 'paths')).flatMap((path) =>
      of(dig(path, 'backend'), `${textOf(dig(rule, 'host')) ?? ''}${textOf(dig(path, 'path')) ?? '/'}`),
    ),
  );
  return [...rules, ...of(dig(root, 'spec', 'defaultBackend'), '*')];
}

export const keysIn = (root: Spot, ...parts: readonly string[]): string[] =>
  parts.flatMap((part) => fields(dig(root, part)).map(({ key }) => key));

/** What a Role allows: the verbs on the resources, a rule each. */
export const permissionsOf = (root: Spot): { verbs: string; resources: string }[] =>
  maps(dig(root, 'rules')).flatMap((rule) => {
    const words = (key: string): string => wordsIn(dig(rule, key)).join(', ');
    const resources = words('resources') || words('nonResourceURLs');
    return resources === '' ? [] : [{ verbs: words('verbs'), resources }];
  });

/** What an autoscaler measures: `cpu 50%`. */
export function metricsOf(root: Spot): string[] {
  const percent = numberOf(dig(root, 'spec', 'targetCPUUtilizationPercentage'));
  const metrics = maps(dig(root, 'spec', 'metrics')).flatMap((one) => {
    const source =
      dig(one, 'resource') ??
      dig(one, 'containerResource') ??
      dig(one, 'pods') ??
      dig(one, 'external') ??
      dig(one, 'object');
    const name = textOf(dig(source, 'name')) ?? textOf(dig(source, 'metric', 'name'));
    const target = dig(source, 'target');
    const share = numberOf(dig(target, 'averageUtilization'));
    const value =
      share === undefined ? (shown(dig(target, 'averageValue')) ?? shown(dig(target, 'value'))) : `${share}%`;
    return name === undefined ? [] : [value === undefined ? name : `${name} ${value}`];
  });
  return percent === undefined ? metrics : [`cpu ${percent}%`, ...metrics];
}
