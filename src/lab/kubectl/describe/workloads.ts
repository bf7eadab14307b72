import { humanDuration } from '../../kinds/columns/ages.ts';
import type { Item } from '../api.ts';
import { goText } from '../print/output.ts';
import { at, has, list, map, maybe, number, text } from '../read.ts';
import { ownedSets } from '../revisions.ts';
import {
  type Describer,
  describeConditions,
  describeController,
  describeEvents,
  describeHead,
  describeMarks,
  podsStatus,
} from './describer.ts';
import type { Page } from './page.ts';
import { describeTemplate } from './template.ts';
import { labelsOrNone, longTime, selectorOrNone, selectorText } from './words.ts';

const setsText = (sets: readonly Item[]): string =>
  sets
    .map(
      (one) =>
        `${one.metadata.name} (${number(one, 'status.replicas')}/${number(one, 'spec.replicas')} replicas created)`,
    )
    .join(', ') || '<none>';

export const describeDeployment: Describer = async (page, item, looking) => {
  const { spec, status, metadata } = item;
  page.line(0, `Name:\t${metadata.name}`);
  page.line(0, `Namespace:\t${metadata.namespace ?? ''}`);
  page.line(0, `CreationTimestamp:\t${longTime(metadata.creationTimestamp)}`);
  describeMarks(page, item);
  page.line(0, `Selector:\t${selectorText(at(spec, 'selector'))}`);
  page.line(
    0,
    `Replicas:\t${number(spec, 'replicas')} desired | ${number(status, 'updatedReplicas')} updated | ${number(status, 'replicas')} total | ${number(status, 'availableReplicas')} available | ${number(status, 'unavailableReplicas')} unavailable`,
  );
  page.line(0, `StrategyType:\t${text(spec, 'strategy.type')}`);
  page.line(0, `MinReadySeconds:\t${number(spec, 'minReadySeconds')}`);
  const rolling = at(spec, 'strategy.rollingUpdate');
  if (rolling !== undefined)
    page.line(
      0,
      `RollingUpdateStrategy:\t${text(rolling, 'maxUnavailable')} max unavailable, ${text(rolling, 'maxSurge')} max surge`,
    );
  describeTemplate(page, at(spec, 'template'));
  describeConditions(page, item);
  const { old, current } = await ownedSets(looking.api, item);
  if (old.length > 0 || current) {
    page.line(0, `OldReplicaSets:\t${setsText(old)}`);
    page.line(0, `NewReplicaSet:\t${setsText(current ? [current] : [])}`);
  }
  describeEvents(page, looking);
};

export const describeReplicaSet: Describer = async (page, item, looking) => {
  page.line(0, `Name:\t${item.metadata.name}`);
  page.line(0, `Namespace:\t${item.metadata.namespace ?? ''}`);
  page.line(0, `Selector:\t${selectorOrNone(at(item, 'spec.selector'))}`);
  describeMarks(page, item);
  describeController(page, item);
  page.line(0, `Replicas:\t${number(item, 'status.replicas')} current / ${number(item, 'spec.replicas')} desired`);
  page.line(0, `Pods Status:\t${await podsStatus(item, looking)}`);
  describeTemplate(page, at(item, 'spec.template'));
  describeConditions(page, item);
  describeEvents(page, looking);
};

export const describeDaemonSet: Describer = async (page, item, looking) => {
  const { status } = item;
  page.line(0, `Name:\t${item.metadata.name}`);
  page.line(0, `Selector:\t${selectorText(at(item, 'spec.selector'))}`);
  page.line(0, `Node-Selector:\t${labelsOrNone(at(item, 'spec.template.spec.nodeSelector'))}`);
  describeMarks(page, item);
  page.line(0, `Desired Number of Nodes Scheduled: ${number(status, 'desiredNumberScheduled')}`);
  page.line(0, `Current Number of Nodes Scheduled: ${number(status, 'currentNumberScheduled')}`);
  page.line(0, `Number of Nodes Scheduled with Up-to-date Pods: ${number(status, 'updatedNumberScheduled')}`);
  page.line(0, `Number of Nodes Scheduled with Available Pods: ${number(status, 'numberAvailable')}`);
  page.line(0, `Number of Nodes Misscheduled: ${number(status, 'numberMisscheduled')}`);
  page.line(0, `Pods Status:\t${await podsStatus(item, looking)}`);
  describeTemplate(page, at(item, 'spec.template'));
  describeEvents(page, looking);
};

function describeClaims(page: Page, claims: readonly unknown[]): void {
  if (claims.length === 0) return void page.line(0, 'Volume Claims:\t<none>');
  page.line(0, 'Volume Claims:');
  for (const claim of claims) {
    page.line(1, `Name:\t${text(claim, 'metadata.name')}`);
    page.line(1, `StorageClass:\t${text(claim, 'spec.storageClassName')}`);
    page.labels('Labels', map(claim, 'metadata.labels'), '  ');
    page.labels('Annotations', map(claim, 'metadata.annotations'), '  ');
    page.line(1, `Capacity:\t${maybe(claim, 'spec.resources.requests.storage') ?? '<default>'}`);
    page.line(1, `Access Modes:\t${goText(list(claim, 'spec.accessModes'))}`);
  }
}

export const describeStatefulSet: Describer = async (page, item, looking) => {
  const { spec, metadata } = item;
  page.line(0, `Name:\t${metadata.name}`);
  page.line(0, `Namespace:\t${metadata.namespace ?? ''}`);
  page.line(0, `CreationTimestamp:\t${longTime(metadata.creationTimestamp)}`);
  page.line(0, `Selector:\t${selectorText(at(spec, 'selector'))}`);
  describeMarks(page, item);
  page.line(0, `Replicas:\t${number(spec, 'replicas')} desired | ${number(item, 'status.replicas')} total`);
  page.line(0, `Update Strategy:\t${text(spec, 'updateStrategy.type')}`);
  if (has(spec, 'updateStrategy.rollingUpdate.partition'))
    page.line(1, `Partition:\t${number(spec, 'updateStrategy.rollingUpdate.partition')}`);
  page.line(0, `Pods Status:\t${await podsStatus(item, looking)}`);
  describeTemplate(page, at(spec, 'template'));
  describeClaims(page, list(spec, 'volumeClaimTemplates'));
  describeEvents(page, looking);
};

/** Lines of what may be left out, each by its title. */
function describeGiven(page: Page, of: unknown, rows: readonly (readonly [string, string, string?])[]): void {
  for (const [title, path, unit = ''] of rows) if (has(of, path)) page.line(0, `${title}:\t${text(of, path)}${unit}`);
}

export const describeJob: Describer = (page, item, looking) => {
  const { spec, status } = item;
  page.line(0, `Name:\t${item.metadata.name}`);
  page.line(0, `Namespace:\t${item.metadata.namespace ?? ''}`);
  page.line(0, `Selector:\t${selectorText(at(spec, 'selector'))}`);
  describeMarks(page, item);
  describeController(page, item);
  describeGiven(page, spec, [['Parallelism', 'parallelism']]);
  page.line(0, `Completions:\t${maybe(spec, 'completions') ?? '<unset>'}`);
  describeGiven(page, spec, [
    ['Completion Mode', 'completionMode'],
    ['Suspend', 'suspend'],
    ['Backoff Limit', 'backoffLimit'],
    ['TTL Seconds After Finished', 'ttlSecondsAfterFinished'],
  ]);
  const [start, end] = [maybe(status, 'startTime'), maybe(status, 'completionTime')];
  if (start !== undefined) page.line(0, `Start Time:\t${longTime(start)}`);
  if (end !== undefined) page.line(0, `Completed At:\t${longTime(end)}`);
  if (start !== undefined && end !== undefined)
    page.line(0, `Duration:\t${humanDuration(Date.parse(end) - Date.parse(start))}`);
  describeGiven(page, spec, [['Active Deadline Seconds', 'activeDeadlineSeconds', 's']]);
  const ready = has(status, 'ready') ? ` (${number(status, 'ready')} Ready)` : '';
  page.line(
    0,
    `Pods Statuses:\t${number(status, 'active')} Active${ready} / ${number(status, 'succeeded')} Succeeded / ${number(status, 'failed')} Failed`,
  );
  if (text(spec, 'completionMode') === 'Indexed')
    page.line(0, `Completed Indexes:\t${text(status, 'completedIndexes') || '<none>'}`);
  describeTemplate(page, at(spec, 'template'));
  describeEvents(page, looking);
};

export const describeCronJob: Describer = (page, item, looking) => {
  const { spec } = item;
  const unset = (path: string): string => maybe(spec, path) ?? '<unset>';
  describeHead(page, item);
  page.line(0, `Schedule:\t${text(spec, 'schedule')}`);
  page.line(0, `Concurrency Policy:\t${text(spec, 'concurrencyPolicy')}`);
  page.line(0, `Suspend:\t${{ true: 'True', false: 'False' }[text(spec, 'suspend')] ?? '<unset>'}`);
  page.line(0, `Successful Job History Limit:\t${unset('successfulJobsHistoryLimit')}`);
  page.line(0, `Failed Job History Limit:\t${unset('failedJobsHistoryLimit')}`);
  const deadline = unset('startingDeadlineSeconds');
  page.line(0, `Starting Deadline Seconds:\t${deadline === '<unset>' ? deadline : `${deadline}s`}`);
  const template = at(spec, 'jobTemplate.spec');
  page.line(0, `Selector:\t${has(template, 'selector') ? selectorText(at(template, 'selector')) : '<unset>'}`);
  page.line(0, `Parallelism:\t${maybe(template, 'parallelism') ?? '<unset>'}`);
  page.line(0, `Completions:\t${maybe(template, 'completions') ?? '<unset>'}`);
  describeGiven(page, template, [['Active Deadline Seconds', 'activeDeadlineSeconds', 's']]);
  describeTemplate(page, at(template, 'template'));
  const last = maybe(item, 'status.lastScheduleTime');
  page.line(0, `Last Schedule Time:\t${last === undefined ? '<unset>' : longTime(last)}`);
  const active = list(item, 'status.active').map((one) => text(one, 'name'));
  page.line(0, `Active Jobs:\t${active.join(', ') || '<none>'}`);
  describeEvents(page, looking);
};

const targetText = (target: unknown): string => {
  if (has(target, 'averageValue')) return text(target, 'averageValue');
  return has(target, 'averageUtilization') ? `${number(target, 'averageUtilization')}%` : '<auto>';
};

function describeMetrics(page: Page, item: Item): void {
  page.line(0, 'Metrics:\t( current / target )');
  const current = list(item, 'status.currentMetrics');
  for (const [i, metric] of list(item, 'spec.metrics').entries()) {
    const key = text(metric, 'type') === 'ContainerResource' ? 'containerResource' : 'resource';
    const own = at(metric, key);
    const now = at(current[i], `${key}.current`);
    const of = key === 'resource' ? '' : ` of container "${text(own, 'container')}"`;
    const head = `resource ${text(own, 'name')}${of} on pods`;
    if (has(own, 'target.averageValue')) {
      page.line(1, `${head}:\t${maybe(now, 'averageValue') ?? '<unknown>'} / ${targetText(at(own, 'target'))}`);
      continue;
    }
    const used = has(now, 'averageUtilization')
      ? `${number(now, 'averageUtilization')}% (${text(now, 'averageValue')})`
      : '<unknown>';
    page.line(1, `${head}  (as a percentage of request):\t${used} / ${targetText(at(own, 'target'))}`);
  }
}

function describeBehavior(page: Page, behavior: unknown): void {
  if (behavior === undefined) return;
  page.line(0, 'Behavior:');
  for (const [title, key] of [
    ['Scale Up', 'scaleUp'],
    ['Scale Down', 'scaleDown'],
  ] as const) {
    const rules = at(behavior, key);
    if (rules === undefined) continue;
    page.line(1, `${title}:`);
    if (has(rules, 'stabilizationWindowSeconds'))
      page.line(2, `Stabilization Window: ${number(rules, 'stabilizationWindowSeconds')} seconds`);
    const policies = list(rules, 'policies');
    if (policies.length === 0) continue;
    page.line(2, `Select Policy: ${maybe(rules, 'selectPolicy') ?? 'Max'}`);
    page.line(2, 'Policies:');
    for (const one of policies)
      page.line(
        3,
        `- Type: ${text(one, 'type')}\tValue: ${number(one, 'value')}\tPeriod: ${number(one, 'periodSeconds')} seconds`,
      );
  }
}

export const describeAutoscaler: Describer = (page, item, looking) => {
  const { spec, status } = item;
  describeHead(page, item);
  page.line(0, `CreationTimestamp:\t${longTime(item.metadata.creationTimestamp)}`);
  const kind = text(spec, 'scaleTargetRef.kind');
  page.line(0, `Reference:\t${kind}/${text(spec, 'scaleTargetRef.name')}`);
  describeMetrics(page, item);
  page.line(0, `Min replicas:\t${maybe(spec, 'minReplicas') ?? '<unset>'}`);
  page.line(0, `Max replicas:\t${number(spec, 'maxReplicas')}`);
  describeBehavior(page, at(spec, 'behavior'));
  page.line(
    0,
    `${kind} pods:\t${number(status, 'currentReplicas')} current / ${number(status, 'desiredReplicas')} desired`,
  );
  const conditions = list(status, 'conditions');
  if (conditions.length > 0) {
    page.line(0, 'Conditions:');
    page.line(1, 'Type\tStatus\tReason\tMessage');
    page.line(1, '----\t------\t------\t-------');
    for (const one of conditions)
      page.line(1, ['type', 'status', 'reason', 'message'].map((key) => text(one, key)).join('\t'));
  }
  describeEvents(page, looking);
};

export const describeBudget: Describer = (page, item, looking) => {
  const { spec, status } = item;
  page.line(0, `Name:\t${item.metadata.name}`);
  page.line(0, `Namespace:\t${item.metadata.namespace ?? ''}`);
  if (has(spec, 'minAvailable')) page.line(0, `Min available:\t${text(spec, 'minAvailable')}`);
  else if (has(spec, 'maxUnavailable')) page.line(0, `Max unavailable:\t${text(spec, 'maxUnavailable')}`);
  page.line(0, `Selector:\t${has(spec, 'selector') ? selectorOrNone(at(spec, 'selector')) : '<unset>'}`);
  page.line(0, 'Status:');
  for (const [title, key] of [
    ['Allowed disruptions', 'disruptionsAllowed'],
    ['Current', 'currentHealthy'],
    ['Desired', 'desiredHealthy'],
    ['Total', 'expectedPods'],
  ] as const)
    page.line(2, `${title}:\t${number(status, key)}`);
  describeEvents(page, looking);
};
