import type { Finding } from '../../finding.ts';
import { quotedWhere } from '../../schema/yaml.ts';
import { dig, fields, isNull, numberOf, plainValue, type Spot, textOf } from '../../spot.ts';
import { type Rule, refused, type TypeRule, unmeant } from '../rule.ts';
import { misfit, plainMisfit } from '../selecting.ts';
import { cronSlip, meantSchedule } from './cron.ts';
import { text } from './text.ts';
import { zoneSlip } from './zones.ts';

const ALWAYS = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'ReplicationController']);
const JOBS = new Set(['Job', 'CronJob']);

/** A workload's selector finds the Pods that it makes. */
export const selectors: Rule = function* (things) {
  for (const { kind, root, pod } of things) {
    if (!ALWAYS.has(kind) || pod === undefined) continue;
    const selector = dig(root, 'spec', 'selector');
    if (selector?.node.kind !== 'map') continue;
    const isPlain = kind === 'ReplicationController';
    // Labels straight in it have been named as misplaced.
    if (!isPlain && fields(selector).some(({ key }) => key !== 'matchLabels' && key !== 'matchExpressions')) continue;
    if (fields(selector).length === 0) {
      yield refused(
        'empty-selector',
        selector,
        text.both((t) => t.emptySelector(kind)),
      );
      continue;
    }
    // Labels that lost their place have been named.
    const metadata = fields(dig(pod.at, 'metadata'));
    if (metadata.some(({ key, node }) => key === 'labels' && isNull(node)) || dig(pod.at, 'labels')) continue;
    const wrong = isPlain ? plainMisfit(selector, pod.labels) : misfit(selector, pod.labels);
    if (wrong === undefined) continue;
    const wanted = textOf(wrong);
    const label = wanted === undefined ? undefined : dig(pod.labelsAt, wrong.key);
    const given = textOf(label);
    if (wanted === undefined)
      yield refused(
        'selector-mismatch',
        wrong,
        text.both((t) => t.expressionMisses),
      );
    else if (label && given !== undefined)
      yield refused(
        'selector-mismatch',
        label,
        text.both((t) => t.labelDiffers(wrong.key, given, wanted)),
        `${quotedWhere(wrong.key)}: ${quotedWhere(wanted)}`,
      );
    else if (label === undefined) {
      const at = pod.labelsAt ?? dig(pod.at, 'metadata') ?? pod.at;
      const fix = ['metadata:', '  labels:', `    ${quotedWhere(wrong.key)}: ${quotedWhere(wanted)}`]
        .slice(pod.labelsAt ? 1 : 0)
        .join('\n');
      yield refused(
        'selector-mismatch',
        { line: at.line, path: pod.labelsAt?.path ?? `${pod.at.path}.metadata.labels` },
        text.both((t) => t.labelMissing(wrong.key, wanted)),
        fix,
      );
    }
  }
};

/** How Pods of each kind may be started again. */
export const restarts: Rule = function* (things) {
  for (const { kind, pod } of things) {
    if (pod?.spec === undefined) continue;
    const at = dig(pod.spec, 'restartPolicy');
    const policy = textOf(at);
    if (ALWAYS.has(kind) && at && (policy === 'OnFailure' || policy === 'Never'))
      yield refused(
        'restart-policy',
        at,
        text.both((t) => t.alwaysOnly(kind)),
        'restartPolicy: Always',
      );
    if (!JOBS.has(kind)) continue;
    if (at && policy === 'Always')
      yield refused(
        'restart-policy',
        at,
        text.both((t) => t.neverOrOnFailure(kind)),
        'restartPolicy: OnFailure',
      );
    if (at === undefined && !fields(pod.spec).some(({ key }) => key.toLowerCase() === 'restartpolicy')) {
      const { line, path } = pod.spec;
      yield refused(
        'restart-policy',
        { line, path: `${path}.restartPolicy` },
        text.both((t) => t.restartMissing(kind)),
        'restartPolicy: OnFailure',
      );
    }
  }
};

/** A whole number or a percentage. */
function* share(spot: Spot | undefined): Generator<Finding> {
  const value = textOf(spot);
  if (spot === undefined || value === undefined) return;
  if (!/^\d+%$/.test(value))
    yield refused(
      'bad-percentage',
      spot,
      text.both((t) => t.percent(spot.key, value)),
      /^\d+$/.test(value)
        ? `${spot.key}: ${value}`
        : /^\d+\s+%$/.test(value)
          ? `${spot.key}: ${value.replace(/\s+/, '')}`
          : null,
    );
  else if (spot.key === 'maxUnavailable' && Number.parseInt(value, 10) > 100)
    yield refused(
      'bad-percentage',
      spot,
      text.both((t) => t.over100(spot.key)),
      `${spot.key}: 100%`,
    );
}

const isZero = (spot: Spot | undefined): boolean => spot !== undefined && /^0%?$/.test(String(plainValue(spot)));

/** How a Deployment or DaemonSet replaces its Pods. */
function* updates(strategy: Spot | undefined): Generator<Finding> {
  const rolling = dig(strategy, 'rollingUpdate');
  if (rolling === undefined) return;
  const type = textOf(dig(strategy, 'type'));
  if (type === 'Recreate')
    yield refused(
      'not-allowed-value',
      rolling,
      text.both((t) => t.recreate),
    );
  const [surge, unavailable] = [dig(rolling, 'maxSurge'), dig(rolling, 'maxUnavailable')];
  yield* share(surge);
  yield* share(unavailable);
  if (unavailable && isZero(surge) && isZero(unavailable))
    yield refused(
      'not-allowed-value',
      unavailable,
      text.both((t) => t.bothZero),
      'maxSurge: 1\nmaxUnavailable: 0',
    );
}

export const budget: TypeRule = function* (spot) {
  const [least, most] = [dig(spot, 'minAvailable'), dig(spot, 'maxUnavailable')];
  yield* share(least);
  yield* share(most);
  if (least && most)
    yield refused(
      'too-many-handlers',
      most.line >= least.line ? most : least,
      text.both((t) => t.bothBudgets),
    );
};

/** The schedule of a CronJob, and its time zone. */
export const cronJob: TypeRule = function* (spot) {
  const at = dig(spot, 'schedule');
  const schedule = textOf(at);
  if (at && schedule !== undefined && schedule !== '') {
    const slip = cronSlip(schedule);
    if (/^(?:CRON_)?TZ=/.test(schedule))
      yield refused(
        'bad-schedule',
        at,
        text.both((t) => t.cronZone),
      );
    else if (slip) {
      const meant = meantSchedule(schedule, slip);
      yield refused(
        'bad-schedule',
        at,
        text.both((t) => t.cron(slip)),
        meant === undefined ? null : `schedule: "${meant}"`,
      );
    } else if (/^\*\s+\d+\s/.test(schedule))
      yield unmeant(
        'every-minute',
        at,
        text.both((t) => t.everyMinute),
        `schedule: "${schedule.replace(/^\*/, '0')}"`,
      );
  }
  const zone = dig(spot, 'timeZone');
  const name = textOf(zone);
  const slip = name === undefined ? undefined : zoneSlip(name);
  if (zone && name !== undefined && slip)
    yield refused(
      'unknown-time-zone',
      zone,
      text.both((t) => t.unknownZone(name, slip.meant)),
      slip.meant === undefined ? null : `timeZone: ${slip.meant}`,
    );
};

export const job: TypeRule = function* (spot) {
  const selector = dig(spot, 'selector');
  if (selector && plainValue(dig(spot, 'manualSelector')) !== true)
    yield refused(
      'job-selector',
      selector,
      text.both((t) => t.jobSelector),
    );
  const mode = dig(spot, 'completionMode');
  if (mode && textOf(mode) === 'Indexed' && dig(spot, 'completions') === undefined)
    yield refused(
      'missing-field',
      mode,
      text.both((t) => t.indexed),
    );
};

export const strategies: Rule = function* (things) {
  for (const { kind, root } of things) {
    if (kind === 'Deployment') yield* updates(dig(root, 'spec', 'strategy'));
    if (kind === 'DaemonSet') yield* updates(dig(root, 'spec', 'updateStrategy'));
  }
};

/** An operator with values or without. */
export const requirement: TypeRule = function* (spot) {
  const operator = textOf(dig(spot, 'operator'));
  const values = dig(spot, 'values');
  const hasValues = values?.node.kind === 'list' && values.node.items.length > 0;
  if (operator === 'In' || operator === 'NotIn' || operator === 'Gt' || operator === 'Lt') {
    if (values === undefined || (values.node.kind === 'list' && !hasValues))
      yield refused(
        'bad-operator',
        spot,
        text.both((t) => t.operatorNeedsValues(operator)),
      );
  } else if ((operator === 'Exists' || operator === 'DoesNotExist') && values && hasValues)
    yield refused(
      'bad-operator',
      values,
      text.both((t) => t.operatorNoValues(operator)),
    );
};

export const toleration: TypeRule = function* (spot) {
  const operator = textOf(dig(spot, 'operator')) ?? 'Equal';
  const value = dig(spot, 'value');
  if (operator === 'Exists' && value && textOf(value) !== '')
    yield refused(
      'bad-operator',
      value,
      text.both((t) => t.existsNoValue),
    );
  if (operator === 'Equal' && (textOf(dig(spot, 'key')) ?? '') === '' && dig(spot, 'key')?.node.kind !== 'map')
    yield refused(
      'bad-operator',
      spot,
      text.both((t) => t.keyless),
      'operator: Exists',
    );
  const seconds = dig(spot, 'tolerationSeconds');
  if (seconds && textOf(dig(spot, 'effect')) !== 'NoExecute')
    yield refused(
      'bad-operator',
      seconds,
      text.both((t) => t.secondsNoExecute),
    );
};

/** The bounds of an autoscaler, and what it measures. */
export const autoscaler: TypeRule = function* (spot) {
  const max = dig(spot, 'maxReplicas');
  const [least, most] = [numberOf(dig(spot, 'minReplicas')), numberOf(max)];
  if (max && least !== undefined && most !== undefined && least > most)
    yield refused(
      'out-of-range',
      max,
      text.both((t) => t.minOverMax(least, most)),
      `maxReplicas: ${least}`,
    );
};

const METRICS: Readonly<Record<string, string>> = {
  Resource: 'resource',
  Pods: 'pods',
  Object: 'object',
  ContainerResource: 'containerResource',
  External: 'external',
};

export const metric: TypeRule = function* (spot) {
  const type = textOf(dig(spot, 'type'));
  const field = type === undefined ? undefined : METRICS[type];
  if (
    type !== undefined &&
    field !== undefined &&
    !fields(spot).some(({ key }) => key.toLowerCase() === field.toLowerCase())
  )
    yield refused(
      'missing-field',
      { line: spot.line, path: `${spot.path}.${field}` },
      text.both((t) => t.metricField(type, field)),
    );
};

export const metricTarget: TypeRule = function* (spot) {
  const at = dig(spot, 'type');
  const type = textOf(at);
  if (at === undefined) return;
  if (type === 'Utilization' && dig(spot, 'averageUtilization') === undefined)
    yield refused(
      'missing-field',
      { line: spot.line, path: `${spot.path}.averageUtilization` },
      text.both((t) => t.utilization),
      'type: Utilization\naverageUtilization: 50',
    );
  if (type === 'AverageValue' && dig(spot, 'averageValue') === undefined)
    yield refused(
      'missing-field',
      { line: spot.line, path: `${spot.path}.averageValue` },
      text.both((t) => t.averageValue),
    );
};
