import { goText } from '../print/output.ts';
import { at, has, list, map, maybe, number, text } from '../read.ts';
import { describeContainers } from './containers.ts';
import type { Page } from './page.ts';
import { selectorOrNone } from './words.ts';

interface Source {
  key: string;
  type: string;
  /** What is told of it, by its titles. */
  fields(source: unknown): readonly (readonly [string, string])[];
}

const isOptional = (source: unknown): string => String(at(source, 'optional') === true);

/** The volumes that a lab knows, each with what kubectl tells of it (kubectl/pkg/describe). */
const SOURCES: readonly Source[] = [
  {
    key: 'hostPath',
    type: 'HostPath (bare host directory volume)',
    fields: (one) => [
      ['Path', text(one, 'path')],
      ['HostPathType', maybe(one, 'type') ?? '<none>'],
    ],
  },
  {
    key: 'emptyDir',
    type: "EmptyDir (a temporary directory that shares a pod's lifetime)",
    fields: (one) => [
      ['Medium', text(one, 'medium')],
      ['SizeLimit', maybe(one, 'sizeLimit') ?? '<unset>'],
    ],
  },
  {
    key: 'secret',
    type: 'Secret (a volume populated by a Secret)',
    fields: (one) => [
      ['SecretName', text(one, 'secretName')],
      ['Optional', isOptional(one)],
    ],
  },
  {
    key: 'configMap',
    type: 'ConfigMap (a volume populated by a ConfigMap)',
    fields: (one) => [
      ['Name', text(one, 'name')],
      ['Optional', isOptional(one)],
    ],
  },
  {
    key: 'nfs',
    type: 'NFS (an NFS mount that lasts the lifetime of a pod)',
    fields: (one) => [
      ['Server', text(one, 'server')],
      ['Path', text(one, 'path')],
      ['ReadOnly', String(at(one, 'readOnly') === true)],
    ],
  },
  {
    key: 'persistentVolumeClaim',
    type: 'PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)',
    fields: (one) => [
      ['ClaimName', text(one, 'claimName')],
      ['ReadOnly', String(at(one, 'readOnly') === true)],
    ],
  },
];

function describeProjected(page: Page, volume: unknown): void {
  page.line(2, 'Type:\tProjected (a volume that contains injected data from multiple sources)');
  for (const source of list(volume, 'projected.sources')) {
    if (has(source, 'secret')) {
      page.line(2, `SecretName:\t${text(source, 'secret.name')}`);
      page.line(2, `SecretOptionalName:\t${goText(at(source, 'secret.optional'))}`);
    } else if (has(source, 'downwardAPI')) page.line(2, 'DownwardAPI:\ttrue');
    else if (has(source, 'configMap')) {
      page.line(2, `ConfigMapName:\t${text(source, 'configMap.name')}`);
      page.line(2, `ConfigMapOptional:\t${goText(at(source, 'configMap.optional'))}`);
    } else if (has(source, 'serviceAccountToken'))
      page.line(2, `TokenExpirationSeconds:\t${number(source, 'serviceAccountToken.expirationSeconds')}`);
  }
}

function describeDownward(page: Page, volume: unknown): void {
  page.line(2, 'Type:\tDownwardAPI (a volume populated by information about the pod)');
  page.line(2, 'Items:');
  for (const item of list(volume, 'downwardAPI.items'))
    if (has(item, 'fieldRef')) page.line(3, `${text(item, 'fieldRef.fieldPath')} -> ${text(item, 'path')}`);
}

/** What a volume is made from, with its own words for it. */
export function describeSource(page: Page, volume: unknown): void {
  const source = SOURCES.find(({ key }) => has(volume, key));
  if (source) {
    page.line(2, `Type:\t${source.type}`);
    for (const [title, value] of source.fields(at(volume, source.key))) page.line(2, `${title}:\t${value}`);
  } else if (has(volume, 'projected')) describeProjected(page, volume);
  else if (has(volume, 'downwardAPI')) describeDownward(page, volume);
  else page.line(1, '<unknown>');
}

export function describeVolumes(page: Page, volumes: readonly unknown[], indent: string): void {
  page.line(0, `${indent}Volumes:${volumes.length === 0 ? '\t<none>' : ''}`);
  for (const volume of volumes) {
    page.line(1, `${indent === '' ? '' : ' '}${text(volume, 'name')}:`);
    describeSource(page, volume);
  }
}

function describeSpread(page: Page, constraints: readonly unknown[], indent: string): void {
  if (constraints.length === 0) return;
  const said = constraints
    .toSorted((one, other) => (text(one, 'topologyKey') < text(other, 'topologyKey') ? -1 : 1))
    .map((one) => {
      const chosen = has(one, 'labelSelector') ? ` for selector ${selectorOrNone(at(one, 'labelSelector'))}` : '';
      return `${text(one, 'topologyKey')}:${text(one, 'whenUnsatisfiable')} when max skew ${number(one, 'maxSkew')} is exceeded${chosen}`;
    });
  page.many('Topology Spread Constraints', said, indent);
}

function tolerationText(one: unknown): string {
  const [key, value, effect] = [text(one, 'key'), text(one, 'value'), text(one, 'effect')];
  const named = `${key}${value === '' ? '' : `=${value}`}${effect === '' ? '' : `:${effect}`}`;
  const exists = text(one, 'operator') === 'Exists' && value === '' ? (named === '' ? 'op=Exists' : ' op=Exists') : '';
  const seconds = has(one, 'tolerationSeconds') ? ` for ${number(one, 'tolerationSeconds')}s` : '';
  return `${named}${exists}${seconds}`;
}

/** Where a Pod may go, as its last lines tell. */
export function describePlacing(page: Page, spec: unknown, indent: string): void {
  page.labels(`${indent}Node-Selectors`, map(spec, 'nodeSelector'));
  const tolerations = list(spec, 'tolerations').toSorted((one, other) =>
    text(one, 'key') < text(other, 'key') ? -1 : text(one, 'key') > text(other, 'key') ? 1 : 0,
  );
  page.many(`${indent}Tolerations`, tolerations.map(tolerationText));
  if (indent === '') describeSpread(page, list(spec, 'topologySpreadConstraints'), indent);
}

export function describeTemplate(page: Page, template: unknown): void {
  const spec = at(template, 'spec');
  page.line(0, 'Pod Template:');
  page.labels('  Labels', map(template, 'metadata.labels'));
  const annotations = map(template, 'metadata.annotations');
  if (Object.keys(annotations).length > 0) page.annotations('  Annotations', annotations);
  const account = text(spec, 'serviceAccountName');
  if (account !== '') page.line(1, `Service Account:\t${account}`);
  const none = { statuses: [], pod: undefined, indent: '  ' };
  const first = list(spec, 'initContainers');
  if (first.length > 0) describeContainers(page, { title: 'Init Containers', containers: first, ...none });
  describeContainers(page, { title: 'Containers', containers: list(spec, 'containers'), ...none });
  describeVolumes(page, list(spec, 'volumes'), '  ');
  describeSpread(page, list(spec, 'topologySpreadConstraints'), '  ');
  const priority = text(spec, 'priorityClassName');
  if (priority !== '') page.line(1, `Priority Class Name:\t${priority}`);
  describePlacing(page, spec, '  ');
}
