import { parseJson } from '../../../core/json.ts';
import { nearest } from '../../schema/misspelt.ts';
import { amountOf } from '../../schema/quantity.ts';
import { yamlOf } from '../../schema/yaml.ts';
import { dig, fields, maps, plainValue, type Spot, textOf } from '../../spot.ts';
import { type Rule, refused, type TypeRule } from '../rule.ts';
import { text } from './text.ts';

/** What a Secret of a type has to have. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
};

/** Keys that a Secret's type wants, and those of a ConfigMap that stand twice. */
export const keys: Rule = function* (things) {
  for (const { kind, root } of things) {
    if (kind === 'ConfigMap') {
      const plain = new Set(fields(dig(root, 'data')).map(({ key }) => key));
      for (const one of fields(dig(root, 'binaryData')))
        if (plain.has(one.key))
          yield refused(
            'duplicate-key',
            one,
            text.both((t) => t.keyTwice(one.key)),
          );
    }
    const at = dig(root, 'type');
    const type = textOf(at);
    if (kind !== 'Secret' || at === undefined || type === undefined) continue;
    const known = new Set(['data', 'stringData'].flatMap((part) => fields(dig(root, part)).map(({ key }) => key)));
    const missing = (KEYS[type] ?? []).filter((key) => !known.has(key));
    if (missing.length > 0)
      yield refused(
        'missing-key',
        at,
        text.both((t) => t.secretKeys(type, missing)),
      );
    const config = dig(root, 'stringData', '.dockerconfigjson');
    const value = textOf(config);
    if (config && value !== undefined && parseJson(value) === undefined)
      yield refused(
        'not-json',
        config,
        text.both((t) => t.dockerConfig),
      );
  }
};

const QUOTAS = [
  ...[
    'pods',
    'services',
    'replicationcontrollers',
    'resourcequotas',
    'secrets',
    'configmaps',
    'persistentvolumeclaims',
  ],
  ...['services.nodeports', 'services.loadbalancers', 'cpu', 'memory', 'ephemeral-storage'],
  ...['requests.cpu', 'requests.memory', 'requests.storage', 'requests.ephemeral-storage'],
  ...['limits.cpu', 'limits.memory', 'limits.ephemeral-storage'],
];

export const quota: TypeRule = function* (spot) {
  for (const one of fields(dig(spot, 'hard'))) {
    if (QUOTAS.includes(one.key) || one.key.includes('/') || /^(?:requests\.|limits\.)?hugepages-/.test(one.key))
      continue;
    const meant = nearest(one.key, QUOTAS);
    yield refused(
      'unknown-resource',
      one,
      text.both((t) => t.quotaName(one.key)),
      meant === undefined ? null : yamlOf(meant, one.node),
    );
  }
};

const ORDER = ['min', 'defaultRequest', 'default', 'max'];

/** The bounds of a LimitRange, from the least to the greatest. */
export const limitRange: TypeRule = function* (spot) {
  const amount = (field: string, resource: string): { at: Spot; amount: number } | undefined => {
    const at = dig(spot, field, resource);
    const value = at?.node.kind === 'scalar' ? amountOf(at.node.source) : undefined;
    return at && value !== undefined ? { at, amount: value } : undefined;
  };
  const resources = new Set(ORDER.flatMap((field) => fields(dig(spot, field)).map(({ key }) => key)));
  for (const resource of resources) {
    const known = ORDER.flatMap((field) => {
      const found = amount(field, resource);
      return found ? [{ field, ...found }] : [];
    });
    for (const [index, lower] of known.entries()) {
      const upper = known[index + 1];
      if (upper && lower.amount > upper.amount)
        yield refused(
          'request-over-limit',
          lower.at,
          text.both((t) => t.limitOrder(resource, lower.field, upper.field)),
          yamlOf(resource, upper.at.node),
        );
    }
  }
};

/** The versions of a definition: one is stored, and each has a schema. */
export const definition: TypeRule = function* (spot) {
  const at = dig(spot, 'versions');
  const versions = maps(at);
  if (at === undefined || versions.length === 0) return;
  const stored = versions.filter((one) => plainValue(dig(one, 'storage')) === true);
  if (stored.length !== 1 && versions.every((one) => dig(one, 'storage')))
    yield refused(
      'not-allowed-value',
      at,
      text.both((t) => t.crdStorage),
    );
  for (const version of versions) {
    const name = textOf(dig(version, 'name')) ?? '';
    if (
      dig(version, 'schema', 'openAPIV3Schema') === undefined &&
      !fields(version).some(({ key }) => key !== 'schema' && nearest(key, ['schema']) !== undefined)
    )
      yield refused(
        'missing-field',
        { line: version.line, path: `${version.path}.schema` },
        text.both((t) => t.crdSchema(name)),
      );
  }
};
