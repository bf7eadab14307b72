import type { Item } from '../api.ts';
import { at, has, list, maybe, number, text } from '../read.ts';
import { type Describer, describeEvents, describeHead } from './describer.ts';
import type { Page } from './page.ts';
import { longTime, selectorOrNone } from './words.ts';

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
