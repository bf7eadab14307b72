import { at, keys, list, map, maybe, number, text, texts } from '../read.ts';
import { type Describer, describeEvents, describeMarks, listed } from './describer.ts';
import type { Page } from './page.ts';
import { canonical, labelsOrNone, longTime } from './words.ts';

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

export const describePriority: Describer = (page, item, looking) => {
  page.line(0, `Name:\t${item.metadata.name}`);
  page.line(0, `Value:\t${number(item, 'value')}`);
  page.line(0, `GlobalDefault:\t${at(item, 'globalDefault') === true}`);
  page.line(0, `PreemptionPolicy:\t${text(item, 'preemptionPolicy')}`);
  page.line(0, `Description:\t${text(item, 'description')}`);
  page.line(0, `Annotations:\t${labelsOrNone(item.metadata.annotations)}`);
  describeEvents(page, looking);
};
