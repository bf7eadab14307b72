import { isObject } from '../../../core/json.ts';
import { goText } from '../print/output.ts';
import { at, has, keys, list, map, maybe, number, text, texts } from '../read.ts';
import { type Describer, describeEvents, describeHead, describeMarks, type Looking, listed } from './describer.ts';
import type { Page } from './page.ts';
import { describeSource } from './template.ts';
import { accessModes, canonical, labelsOrNone, longTime, since } from './words.ts';

const bytesOf = (base64: string): number => {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  return Math.max(0, Math.floor((base64.length / 4) * 3) - padding);
};

export const describeConfigMap: Describer = (page, item, looking) => {
  const data = map(item, 'data');
  const binary = map(item, 'binaryData');
  describeHead(page, item);
  page.line(0, '\nData\n====');
  for (const key of keys(data)) page.line(0, `${key}:\n----\n${data[key]}\n`);
  page.line(0, '\nBinaryData\n====');
  for (const key of keys(binary)) page.line(0, `${key}: ${bytesOf(binary[key] ?? '')} bytes`);
  page.line(0, '');
  describeEvents(page, looking);
};

export const describeSecret: Describer = (page, item) => {
  const data = map(item, 'data');
  const isToken = text(item, 'type') === 'kubernetes.io/service-account-token';
  describeHead(page, item);
  page.line(0, `\nType:\t${text(item, 'type')}`);
  page.line(0, '\nData\n====');
  for (const key of keys(data)) {
    const value = data[key] ?? '';
    const said = key === 'token' && isToken ? Buffer.from(value, 'base64').toString() : `${bytesOf(value)} bytes`;
    page.line(0, `${key}:\t${said}`);
  }
};

const SCOPES: Readonly<Record<string, string>> = {
  Terminating:
    'Matches all pods that have an active deadline. These pods have a limited lifespan on a node before being actively terminated by the system.',
  NotTerminating:
    'Matches all pods that do not have an active deadline. These pods usually include long running pods whose container command is not expected to terminate.',
  BestEffort:
    'Matches all pods that do not have resource requirements set. These pods have a best effort quality of service.',
  NotBestEffort:
    'Matches all pods that have at least one resource requirement set. These pods have a burstable or guaranteed quality of service.',
};

function describeQuotaRows(page: Page, quota: unknown, level: number, dashes: string): void {
  const hard = map(quota, 'status.hard');
  const used = map(quota, 'status.used');
  page.line(level, 'Resource\tUsed\tHard');
  page.line(level, `--------\t${dashes}\t${dashes}`);
  for (const name of keys(hard))
    page.line(level, `${name}\t${canonical(used[name] ?? '0')}\t${canonical(hard[name] ?? '')}`);
}

function describeScopes(page: Page, quota: unknown, level: number): void {
  const scopes = texts(quota, 'spec.scopes').sort();
  if (scopes.length === 0) return;
  page.line(level, `Scopes:\t${scopes.join(', ')}`);
  for (const scope of scopes)
    if (SCOPES[scope] !== undefined) page.line(level, `${level === 0 ? ' ' : ''}* ${SCOPES[scope]}`);
}

export const describeQuota: Describer = (page, item) => {
  page.line(0, `Name:\t${item.metadata.name}`);
  page.line(0, `Namespace:\t${item.metadata.namespace ?? ''}`);
  describeScopes(page, item, 0);
  describeQuotaRows(page, item, 0, '----');
};

const LIMIT_HEAD = 'Type\tResource\tMin\tMax\tDefault Request\tDefault Limit\tMax Limit/Request Ratio';
const LIMIT_LINE = '----\t--------\t---\t---\t---------------\t-------------\t-----------------------';

function describeLimitRows(page: Page, item: unknown, indent: string): void {
  const parts = ['min', 'max', 'defaultRequest', 'default', 'maxLimitRequestRatio'] as const;
  for (const limit of list(item, 'spec.limits')) {
    const given = parts.map((part) => map(limit, part));
    const resources = Array.from(new Set(given.flatMap(keys))).sort();
    for (const name of resources)
      page.line(
        0,
        `${indent}${[text(limit, 'type'), name, ...given.map((one) => canonical(one[name] ?? '-'))].join('\t')}`,
      );
  }
}

export const describeLimits: Describer = (page, item) => {
  page.line(0, `Name:\t${item.metadata.name}`);
  page.line(0, `Namespace:\t${item.metadata.namespace ?? ''}`);
  page.line(0, LIMIT_HEAD);
  page.line(0, LIMIT_LINE);
  describeLimitRows(page, item, '');
};

export const describeNamespace: Describer = async (page, item, looking) => {
  const { name } = item.metadata;
  page.line(0, `Name:\t${name}`);
  describeMarks(page, item);
  page.line(0, `Status:\t${text(item, 'status.phase')}`);
  const conditions = list(item, 'status.conditions');
  if (conditions.length > 0) {
    page.line(0, 'Conditions:');
    page.line(1, 'Type\tStatus\tLastTransitionTime\tReason\tMessage');
    page.line(1, '----\t------\t------------------\t------\t-------');
    for (const one of conditions)
      page.line(
        1,
        [
          ...[text(one, 'type'), text(one, 'status'), longTime(maybe(one, 'lastTransitionTime'))],
          ...[text(one, 'reason'), text(one, 'message')],
        ].join('\t'),
      );
  }
  const quotas = await listed(looking, ['v1', 'ResourceQuota'], name);
  page.line(0, quotas.length === 0 ? '\nNo resource quota.' : '\nResource Quotas');
  for (const quota of quotas) {
    page.line(1, `Name:\t${quota.metadata.name}`);
    describeScopes(page, quota, 1);
    describeQuotaRows(page, quota, 1, '---');
  }
  const limits = await listed(looking, ['v1', 'LimitRange'], name);
  page.line(0, limits.length === 0 ? '\nNo LimitRange resource.' : `\nResource Limits\n ${LIMIT_HEAD}\n ${LIMIT_LINE}`);
  for (const one of limits) describeLimitRows(page, one, ' ');
};

/** Names below each other under a title that has its own width. */
function describeNames(page: Page, title: string, names: readonly string[]): void {
  const [first = '<none>', ...rest] = names;
  page.line(0, `${title}\t${first}`);
  for (const one of rest) page.line(0, `                   \t${one}`);
}

export const describeAccount: Describer = async (page, item, looking) => {
  describeHead(page, item);
  const secrets = await listed(looking, ['v1', 'Secret'], item.metadata.namespace);
  const named = (path: string): string[] =>
    list(item, path).map((one) => {
      const name = text(one, 'name');
      return secrets.some(({ metadata }) => metadata.name === name) ? name : `${name} (not found)`;
    });
  const tokens = secrets.filter(
    (one) =>
      text(one, 'type') === 'kubernetes.io/service-account-token' &&
      one.metadata.annotations?.['kubernetes.io/service-account.name'] === item.metadata.name,
  );
  describeNames(page, 'Image pull secrets:', named('imagePullSecrets'));
  describeNames(page, 'Mountable secrets: ', named('secrets'));
  describeNames(
    page,
    'Tokens:            ',
    tokens.map(({ metadata }) => metadata.name),
  );
  describeEvents(page, looking);
};

interface Rule {
  group: string;
  /** Without its group. */
  name: string;
  urls: readonly string[];
  names: readonly string[];
  verbs: string[];
}

/** `deployments.apps/scale`: a resource with its group. */
export function resourceText({ name, group }: Rule): string {
  const [first = '', ...part] = name.split('/');
  return `${first}${group === '' ? '' : `.${group}`}${part.length === 0 ? '' : `/${part.join('/')}`}`;
}

/** Rules are in the order of how Go prints them. */
const printedRule = ({ verbs, group, name, names, urls }: Rule): string =>
  [verbs, urls.length > 0 ? [] : [group], name === '' ? [] : [name], names, urls]
    .map((list) => `[${list.join(' ')}],`)
    .join('');

/** Rules taken apart by resource, with the verbs of each together (kubectl/pkg/util/rbac). */
export function compactRules(item: unknown): Rule[] {
  const byKey = new Map<string, Rule>();
  const add = (rule: Rule): void => {
    const key = JSON.stringify([rule.group, rule.name, rule.urls, rule.names, rule.urls.length > 0 ? rule.verbs : []]);
    const known = byKey.get(key);
    const verbs = known ? [...known.verbs, ...rule.verbs.filter((verb) => !known.verbs.includes(verb))] : rule.verbs;
    byKey.set(key, { ...rule, verbs });
  };
  for (const rule of list(item, 'rules')) {
    const verbs = texts(rule, 'verbs');
    const names = texts(rule, 'resourceNames');
    const each = names.length === 0 ? [[]] : names.map((name) => [name]);
    for (const group of texts(rule, 'apiGroups'))
      for (const name of texts(rule, 'resources'))
        for (const one of each) add({ group, name, urls: [], names: one, verbs });
    for (const url of texts(rule, 'nonResourceURLs'))
      for (const verb of verbs) add({ group: '', name: '', urls: [url], names: [], verbs: [verb] });
  }
  return Array.from(byKey.values()).toSorted((one, other) => (printedRule(one) < printedRule(other) ? -1 : 1));
}

export const describeRole: Describer = (page, item) => {
  page.line(0, `Name:\t${item.metadata.name}`);
  describeMarks(page, item);
  page.line(0, 'PolicyRule:');
  page.line(1, 'Resources\tNon-Resource URLs\tResource Names\tVerbs');
  page.line(1, '---------\t-----------------\t--------------\t-----');
  for (const rule of compactRules(item))
    page.line(1, [resourceText(rule), ...[rule.urls, rule.names, rule.verbs].map(goText)].join('\t'));
};

export const describeBinding: Describer = (page, item) => {
  page.line(0, `Name:\t${item.metadata.name}`);
  describeMarks(page, item);
  page.line(0, 'Role:');
  page.line(1, `Kind:\t${text(item, 'roleRef.kind')}`);
  page.line(1, `Name:\t${text(item, 'roleRef.name')}`);
  page.line(0, 'Subjects:');
  page.line(1, 'Kind\tName\tNamespace');
  page.line(1, '----\t----\t---------');
  for (const one of list(item, 'subjects'))
    page.line(1, `${text(one, 'kind')}\t${text(one, 'name')}\t${text(one, 'namespace')}`);
};

const statusText = (item: { metadata: { deletionTimestamp?: string } }, phase: string, { now }: Looking): string => {
  const { deletionTimestamp } = item.metadata;
  return deletionTimestamp === undefined ? phase : `Terminating (lasts ${since(deletionTimestamp, now)})`;
};

export const describeClaim: Describer = async (page, item, looking) => {
  const { name, namespace, finalizers } = item.metadata;
  const volume = text(item, 'spec.volumeName');
  page.line(0, `Name:\t${name}`);
  page.line(0, `Namespace:\t${namespace ?? ''}`);
  page.line(0, `StorageClass:\t${text(item, 'spec.storageClassName')}`);
  page.line(0, `Status:\t${statusText(item, text(item, 'status.phase'), looking)}`);
  page.line(0, `Volume:\t${volume}`);
  describeMarks(page, item);
  page.line(0, `Finalizers:\t${goText(finalizers ?? [])}`);
  page.line(0, `Capacity:\t${volume === '' ? '' : canonical(text(item, 'status.capacity.storage') || '0')}`);
  page.line(0, `Access Modes:\t${volume === '' ? '' : accessModes(texts(item, 'status.accessModes'))}`);
  if (has(item, 'spec.volumeMode')) page.line(0, `VolumeMode:\t${text(item, 'spec.volumeMode')}`);
  const pods = await listed(looking, ['v1', 'Pod'], namespace);
  const users = pods.filter((pod) =>
    list(pod, 'spec.volumes').some((one) => text(one, 'persistentVolumeClaim.claimName') === name),
  );
  page.many('Used By', users.map(({ metadata }) => metadata.name).sort());
  describeEvents(page, looking);
};

export const describeVolume: Describer = (page, item, looking) => {
  const { spec } = item;
  page.line(0, `Name:\t${item.metadata.name}`);
  describeMarks(page, item);
  page.line(0, `Finalizers:\t${goText(item.metadata.finalizers ?? [])}`);
  page.line(0, `StorageClass:\t${text(spec, 'storageClassName')}`);
  page.line(0, `Status:\t${statusText(item, text(item, 'status.phase'), looking)}`);
  const claim = at(spec, 'claimRef');
  page.line(0, `Claim:\t${isObject(claim) ? `${text(claim, 'namespace')}/${text(claim, 'name')}` : ''}`);
  page.line(0, `Reclaim Policy:\t${text(spec, 'persistentVolumeReclaimPolicy')}`);
  page.line(0, `Access Modes:\t${accessModes(texts(spec, 'accessModes'))}`);
  if (has(spec, 'volumeMode')) page.line(0, `VolumeMode:\t${text(spec, 'volumeMode')}`);
  page.line(0, `Capacity:\t${canonical(text(spec, 'capacity.storage') || '0')}`);
  describeAffinity(page, at(spec, 'nodeAffinity.required'));
  page.line(0, `Message:\t${text(item, 'status.message')}`);
  page.line(0, 'Source:');
  describeSource(page, spec);
  describeEvents(page, looking);
};

function describeAffinity(page: Page, required: unknown): void {
  if (required === undefined) return void page.line(0, 'Node Affinity:\t<none>');
  page.line(0, 'Node Affinity:\t');
  const terms = list(required, 'nodeSelectorTerms');
  page.line(1, `Required Terms:\t${terms.length === 0 ? '<none>' : ''}`);
  for (const [i, term] of terms.entries()) {
    const rules = list(term, 'matchExpressions').map((one) => {
      const values = texts(one, 'values');
      return `${text(one, 'key')} ${text(one, 'operator').toLowerCase()}${values.length === 0 ? '' : ` [${values.join(', ')}]`}`;
    });
    page.many(`Term ${i}`, rules, '    ');
  }
}

export const describeStorageClass: Describer = (page, item, looking) => {
  const isDefault = item.metadata.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true';
  page.line(0, `Name:\t${item.metadata.name}`);
  page.line(0, `IsDefaultClass:\t${isDefault ? 'Yes' : 'No'}`);
  page.line(0, `Annotations:\t${labelsOrNone(item.metadata.annotations)}`);
  page.line(0, `Provisioner:\t${text(item, 'provisioner')}`);
  page.line(0, `Parameters:\t${labelsOrNone(at(item, 'parameters'))}`);
  page.line(
    0,
    `AllowVolumeExpansion:\t${{ true: 'True', false: 'False' }[text(item, 'allowVolumeExpansion')] ?? '<unset>'}`,
  );
  const options = texts(item, 'mountOptions');
  page.line(0, `MountOptions:${options.length === 0 ? '\t<none>' : ''}`);
  for (const one of options) page.line(1, one);
  for (const [title, key] of [
    ['ReclaimPolicy', 'reclaimPolicy'],
    ['VolumeBindingMode', 'volumeBindingMode'],
  ] as const)
    if (has(item, key)) page.line(0, `${title}:\t${text(item, key)}`);
  describeEvents(page, looking);
};

export const describePriority: Describer = (page, item, looking) => {
  page.line(0, `Name:\t${item.metadata.name}`);
  page.line(0, `Value:\t${number(item, 'value')}`);
  page.line(0, `GlobalDefault:\t${at(item, 'globalDefault') === true}`);
  page.line(0, `PreemptionPolicy:\t${text(item, 'preemptionPolicy')}`);
  page.line(0, `Description:\t${text(item, 'description')}`);
  page.line(0, `Annotations:\t${labelsOrNone(item.metadata.annotations)}`);
  describeEvents(page, looking);
};
