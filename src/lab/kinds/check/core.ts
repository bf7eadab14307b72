import { isDeepStrictEqual } from 'node:util';
import { type Cause, forbiddenCause, invalidCause, requiredCause, tooLongCause } from '../../engine/errors.ts';
import { parseQuantity } from '../../engine/quantity.ts';
import type {
  ConfigMap,
  LimitRange,
  PersistentVolume,
  PersistentVolumeClaim,
  ResourceQuota,
  Secret,
} from '../types.ts';
import { changesText } from './changes.ts';
import { bytesIn, configKey, qualifiedName } from './names.ts';
import { unchangeable } from './workloads.ts';

// What is wrong with configuration and storage (kubernetes/pkg/apis/core/validation).

/** Bytes that all values together may have. */
const MOST = 1024 * 1024;

interface Configuration {
  data?: Record<string, string>;
  binaryData?: Record<string, string>;
  immutable?: boolean;
}

function* checkKeys(of: Configuration): Iterable<Cause> {
  let size = 0;
  for (const list of ['data', 'binaryData'] as const)
    for (const [key, value] of Object.entries(of[list] ?? {})) {
      for (const why of configKey(key)) yield invalidCause(`${list}[${key}]`, key, why);
      if (list === 'binaryData' && of.data?.[key] !== undefined)
        yield invalidCause(`data[${key}]`, key, 'duplicate of key present in binaryData');
      size += bytesIn(value);
    }
  if (size > MOST) yield tooLongCause('', MOST);
}

function* checkImmutable(of: Configuration, before: Configuration | undefined): Iterable<Cause> {
  if (before?.immutable !== true) return;
  const why = 'field is immutable when `immutable` is set';
  if (of.immutable !== true) yield forbiddenCause('immutable', why);
  for (const list of ['data', 'binaryData'] as const)
    if (!isDeepStrictEqual(of[list] ?? {}, before[list] ?? {})) yield forbiddenCause(list, why);
}

export function* checkConfigMap(of: ConfigMap, before: ConfigMap | undefined): Iterable<Cause> {
  yield* checkKeys(of);
  yield* checkImmutable(of, before);
}

/** Keys that a Secret of a type is not without. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
};

export function* checkSecret(of: Secret, before: Secret | undefined): Iterable<Cause> {
  yield* checkKeys(of);
  const { type = 'Opaque', data = {}, metadata } = of;
  for (const key of KEYS[type] ?? []) if (data[key] === undefined) yield requiredCause(`data[${key}]`);
  if (type === 'kubernetes.io/basic-auth' && data.username === undefined && data.password === undefined) {
    yield requiredCause('data[username]');
    yield requiredCause('data[password]');
  }
  if (type === 'kubernetes.io/service-account-token' && !metadata.annotations?.['kubernetes.io/service-account.name'])
    yield requiredCause('metadata.annotations[kubernetes.io/service-account.name]');
  if (before) yield* unchangeable(type, before.type, 'type');
  yield* checkImmutable(of, before);
}

export function* checkClaim(
  { spec }: PersistentVolumeClaim,
  before: PersistentVolumeClaim | undefined,
): Iterable<Cause> {
  const storage = spec.resources?.requests?.storage;
  if (storage === undefined) yield requiredCause('spec.resources[storage]');
  else if ((parseQuantity(storage)?.value ?? 0) <= 0)
    yield invalidCause('spec.resources[storage]', storage, 'must be greater than zero');
  if (before === undefined) return;
  const isBound = before.status?.phase === 'Bound';
  const old = before.spec.resources?.requests?.storage ?? '0';
  // Its binder gives it a volume, and a class where it had none.
  const { volumeName, storageClassName } = before.spec;
  const kept = {
    ...spec,
    ...(volumeName === undefined ? {} : { volumeName: spec.volumeName }),
    ...(storageClassName === undefined ? { storageClassName: undefined } : {}),
    ...(volumeName === undefined ? { volumeName: undefined } : {}),
    ...(isBound ? { resources: before.spec.resources } : {}),
  };
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(kept)), JSON.parse(JSON.stringify(before.spec))))
    yield forbiddenCause(
      'spec',
      `spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims\n${changesText(before.spec, spec)}`,
    );
  else if (isBound && (parseQuantity(storage ?? '0')?.value ?? 0) < (parseQuantity(old)?.value ?? 0))
    yield forbiddenCause('spec.resources.requests.storage', 'field can not be less than status.capacity');
}

const NO_SOURCE = new Set([
  ...['capacity', 'accessModes', 'claimRef', 'persistentVolumeReclaimPolicy', 'storageClassName', 'mountOptions'],
  ...['volumeMode', 'nodeAffinity', 'volumeAttributesClassName'],
]);

const sourceOf = ({ spec }: PersistentVolume): object =>
  Object.fromEntries(Object.entries(spec).filter(([key]) => !NO_SOURCE.has(key)));

export function* checkVolume(of: PersistentVolume, before: PersistentVolume | undefined): Iterable<Cause> {
  const { capacity = {} } = of.spec;
  for (const [name, amount] of Object.entries(capacity))
    if ((parseQuantity(amount)?.value ?? 0) <= 0)
      yield invalidCause(`spec.capacity[${name}]`, amount, 'must be greater than zero');
  if (Object.keys(sourceOf(of)).length === 0) yield requiredCause('spec', 'must specify a volume type');
  if (of.spec.hostPath?.path.split('/').includes('..'))
    yield invalidCause('spec.hostPath.path', of.spec.hostPath.path, "must not contain '..'");
  if (before && !isDeepStrictEqual(sourceOf(of), sourceOf(before)))
    yield forbiddenCause(
      'spec.persistentvolumesource',
      `spec.persistentvolumesource is immutable after creation\n${changesText(sourceOf(before), sourceOf(of))}`,
    );
}

export function* checkQuota({ spec }: ResourceQuota): Iterable<Cause> {
  for (const [name, amount] of Object.entries(spec?.hard ?? {})) {
    const at = `spec.hard[${name}]`;
    for (const why of qualifiedName(name)) yield invalidCause(at, name, why);
    if ((parseQuantity(amount)?.value ?? 0) < 0) yield invalidCause(at, amount, 'must be greater than or equal to 0');
  }
}

export function* checkLimits({ spec }: LimitRange): Iterable<Cause> {
  for (const [index, { min = {}, max = {}, default: usual = {}, defaultRequest = {} }] of (
    spec?.limits ?? []
  ).entries()) {
    const at = `spec.limits[${index}]`;
    const isMore = (one: string | undefined, other: string | undefined): boolean =>
      one !== undefined && other !== undefined && (parseQuantity(one)?.value ?? 0) > (parseQuantity(other)?.value ?? 0);
    for (const name of new Set([...Object.keys(min), ...Object.keys(usual), ...Object.keys(defaultRequest)])) {
      const [least, most, limit, asked] = [min[name], max[name], usual[name], defaultRequest[name]];
      if (isMore(least, most))
        yield invalidCause(`${at}.min[${name}]`, least, `min value ${least} is greater than max value ${most}`);
      if (isMore(least, asked))
        yield invalidCause(
          `${at}.defaultRequest[${name}]`,
          asked,
          `min value ${least} is greater than default request value ${asked}`,
        );
      if (isMore(asked, most))
        yield invalidCause(
          `${at}.defaultRequest[${name}]`,
          asked,
          `default request value ${asked} is greater than max value ${most}`,
        );
      if (isMore(asked, limit))
        yield invalidCause(
          `${at}.defaultRequest[${name}]`,
          asked,
          `default request value ${asked} is greater than default limit value ${limit}`,
        );
      if (isMore(limit, most))
        yield invalidCause(`${at}.default[${name}]`, limit, `default value ${limit} is greater than max value ${most}`);
    }
  }
}
