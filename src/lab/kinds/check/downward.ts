import { type Cause, invalidCause, unsupportedCause } from '../../engine/errors.ts';
import type { EnvVar, Volume } from '../types.ts';

// What a Pod may not be told of itself (kubernetes/pkg/apis/core/validation, pkg/apis/core/pods/helpers.go).

type Source = Pick<NonNullable<EnvVar['valueFrom']>, 'fieldRef' | 'resourceFieldRef'>;

const OF_POD = ['metadata.name', 'metadata.namespace', 'metadata.uid'];
const OF_NODE = ['spec.nodeName', 'spec.serviceAccountName'];
const ADDRESSES = ['status.hostIP', 'status.hostIPs', 'status.podIP', 'status.podIPs'];
const MAPS = ['metadata.annotations', 'metadata.labels'];
const IN_ENV = [...OF_POD, ...OF_NODE, ...ADDRESSES];
const IN_FILES = [...MAPS, ...OF_POD].sort();
/** What the API has a name for, wherever it may be asked for. */
const KNOWN = new Set([...IN_ENV, ...MAPS, 'spec.restartPolicy', 'spec.schedulerName', 'status.phase']);
const AMOUNTS = ['limits', 'requests'].flatMap((kind) =>
  ['cpu', 'ephemeral-storage', 'memory'].map((one) => `${kind}.${one}`),
);
const isHugePages = (resource: string): boolean => /^(?:limits|requests)\.hugepages-/.test(resource);

function* checkSource({ fieldRef, resourceFieldRef }: Source, fields: readonly string[], at: string): Iterable<Cause> {
  const { fieldPath = '' } = fieldRef ?? {};
  const isOneOfMap = /^metadata\.(?:labels|annotations)\['[^']+'\]$/.test(fieldPath);
  if (fieldPath !== '' && !isOneOfMap) {
    const field = `${at}.fieldRef.fieldPath`;
    if (!KNOWN.has(fieldPath))
      yield invalidCause(field, fieldPath, `error converting fieldPath: field label not supported: ${fieldPath}`);
    else if (!fields.includes(fieldPath)) yield unsupportedCause(field, fieldPath, fields);
  }
  const { resource = '' } = resourceFieldRef ?? {};
  if (resource !== '' && !AMOUNTS.includes(resource) && !isHugePages(resource))
    yield unsupportedCause(`${at}.resourceFieldRef.resource`, resource, AMOUNTS);
}

export const checkEnvSource = (source: Source, at: string): Iterable<Cause> => checkSource(source, IN_ENV, at);

export function* checkDownwardFiles({ downwardAPI, projected }: Volume, at: string): Iterable<Cause> {
  for (const [index, item] of (downwardAPI?.items ?? []).entries())
    yield* checkSource(item, IN_FILES, `${at}.downwardAPI.items[${index}]`);
  for (const [nth, { downwardAPI: files }] of (projected?.sources ?? []).entries())
    for (const [index, item] of (files?.items ?? []).entries())
      yield* checkSource(item, IN_FILES, `${at}.projected.sources[${nth}].downwardAPI.items[${index}]`);
}
