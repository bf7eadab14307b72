import { describe, expect, test } from 'vitest';
import { fixOf, found } from '../found.ts';

const workload = (selector: string, labels: string, more = ''): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    ${selector}\n  template:\n    metadata:\n      labels:\n        ${labels}\n    spec:\n      containers: [{name: a, image: b}]\n${more}`;

describe('a selector finds its own Pods', () => {
  test.each([
    [
      'another value',
      workload('matchLabels: {app: web}', 'app: api'),
      '11 error selector-mismatch spec.template.metadata.labels.app',
      'app: web',
    ],
    [
      'another key',
      workload('matchLabels: {app: web}', 'run: web'),
      '10 error selector-mismatch spec.template.metadata.labels',
      '  labels:\n    app: web',
    ],
    [
      'a condition',
      workload('matchExpressions: [{key: app, operator: In, values: [api]}]', 'app: web'),
      '7 error selector-mismatch spec.selector.matchExpressions[0]',
      undefined,
    ],
    ['nothing', workload('{}', 'app: web'), '6 error empty-selector spec.selector', undefined],
  ])('%s', (_, text, expected, fix) => {
    expect(found(text)).toEqual([expected]);
    expect(fixOf(text)).toBe(fix);
  });

  test('by labels, and by conditions', () => {
    expect(found(workload('matchLabels: {app: web}', 'app: web'))).toEqual([]);
    expect(
      found(
        workload(
          'matchExpressions: [{key: app, operator: In, values: [web, api]}, {key: x, operator: DoesNotExist}]',
          'app: web',
        ),
      ),
    ).toEqual([]);
  });
});

describe('how Pods are replaced', () => {
  const strategy = (lines: string): string =>
    workload('matchLabels: {app: web}', 'app: web', `  strategy:\n${lines.replace(/^/gm, '    ')}`);
  test.each([
    ['type: Recreate\nrollingUpdate: {maxSurge: 1}', '16 error not-allowed-value spec.strategy.rollingUpdate'],
    [
      'rollingUpdate:\n  maxSurge: 0\n  maxUnavailable: 0%',
      '17 error not-allowed-value spec.strategy.rollingUpdate.maxUnavailable',
    ],
    ['rollingUpdate:\n  maxSurge: 25 %', '16 error bad-percentage spec.strategy.rollingUpdate.maxSurge'],
    ['rollingUpdate:\n  maxUnavailable: 120%', '16 error bad-percentage spec.strategy.rollingUpdate.maxUnavailable'],
  ])('%s', (lines, expected) => {
    expect(found(strategy(lines))).toEqual([expected]);
  });
  test('as usual', () => {
    expect(found(strategy('type: RollingUpdate\nrollingUpdate: {maxSurge: 25%, maxUnavailable: 0}'))).toEqual([]);
  });
});

describe('schedules', () => {
  const cron = (schedule: string, more = ''): string =>
    `apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec:\n  schedule: "${schedule}"\n${more}  jobTemplate:\n    spec:\n      template:\n        spec: {restartPolicy: Never, containers: [{name: a, image: b}]}`;
  test.each([
    ['0 2 * *', 'schedule: "0 2 * * *"'],
    ['0 0 2 * * *', 'schedule: "0 2 * * *"'],
    ['60 * * * *', 'schedule: "0 * * * *"'],
    ['0 24 * * *', 'schedule: "0 0 * * *"'],
    ['0 0 * * 7', 'schedule: "0 0 * * 0"'],
    ['0 0 0 * *', undefined],
    ['*/0 * * * *', undefined],
    ['a * * * *', undefined],
    ['5-1 * * * *', undefined],
    ['@dayly', undefined],
    ['TZ=Asia/Seoul 0 0 * * *', undefined],
  ])('%s is refused', (schedule, fix) => {
    expect(found(cron(schedule))).toEqual(['5 error bad-schedule spec.schedule']);
    expect(fixOf(cron(schedule))).toBe(fix);
  });

  test.each(['*/5 * * * *', '0 9-18/3 1,15 JAN-jun mon', '@daily', '@every 1h30m', '* * * * *', '0 0 ? * 0'])(
    '%s is read',
    (schedule) => {
      expect(found(cron(schedule))).toEqual([]);
    },
  );

  test('sixty times in an hour are hardly meant', () => {
    expect(found(cron('* 3 * * *'))).toEqual(['5 warning every-minute spec.schedule']);
  });

  test.each(['0 0 31 2 *', '0 9 30,31 feb *', '0 0 31 4,6,9,11 ?'])('%s never comes', (schedule) => {
    expect(found(cron(schedule))).toEqual(['5 warning never-comes spec.schedule']);
  });

  test.each(['0 0 29 2 *', '0 0 31 2 1', '0 0 31 1,2 *', '0 0 31 * *', '0 0 31 */2 *'])('%s comes', (schedule) => {
    expect(found(cron(schedule))).toEqual([]);
  });

  test.each([
    ['KST', 'timeZone: Asia/Seoul'],
    ['Asia/seoul', 'timeZone: Asia/Seoul'],
    ['Asia/Busan', undefined],
    ['GMT+9', 'timeZone: Asia/Seoul'],
  ])('the zone %s is none', (zone, fix) => {
    const text = cron('0 0 * * *', `  timeZone: ${zone}\n`);
    expect(found(text)).toEqual(['6 error unknown-time-zone spec.timeZone']);
    expect(fixOf(text)).toBe(fix);
  });

  test.each(['Asia/Seoul', 'Asia/Calcutta', 'Asia/Kolkata', 'Etc/UTC', 'UTC', 'ROK'])('%s is one', (zone) => {
    expect(found(cron('0 0 * * *', `  timeZone: ${zone}\n`))).toEqual([]);
  });
});

describe('a budget for the Pods of its file', () => {
  const budget = (least: string): string =>
    `---\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: web}\nspec:\n  minAvailable: ${least}\n  selector: {matchLabels: {app: web}}\n`;
  const two = `${workload('matchLabels: {app: web}', 'app: web', '  replicas: 2\n')}`;
  test.each(['2', '3'])('of two none can go where %s are to be left', (least) => {
    expect(found(two + budget(least))).toEqual(['20 warning budget-too-high spec.minAvailable']);
    expect(fixOf(two + budget(least))).toBe('minAvailable: 1');
  });
  test('an only Pod that has to stay has no better budget', () => {
    const one = two.replace('replicas: 2', 'replicas: 1');
    expect(found(one + budget('1'))).toEqual(['20 warning budget-too-high spec.minAvailable']);
    expect(fixOf(one + budget('1'))).toBeUndefined();
  });
  test.each(['1', '50%'])('%s may be left', (least) => {
    expect(found(two + budget(least))).toEqual([]);
  });
  test('an autoscaler may make more', () => {
    const scaler = `---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: a}\nspec: {scaleTargetRef: {kind: Deployment, name: web}, minReplicas: 3, maxReplicas: 9}\n`;
    expect(found(two + budget('3') + scaler)).toEqual([]);
  });
});

describe('autoscalers, budgets and what may be evicted', () => {
  const scaler = (spec: string): string =>
    `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: a}\nspec:\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: x}\n${spec.replace(/^/gm, '  ')}`;
  test.each([
    [scaler('minReplicas: 5\nmaxReplicas: 2'), '7 error out-of-range spec.maxReplicas'],
    [scaler('minReplicas: 0\nmaxReplicas: 2'), '6 error out-of-range spec.minReplicas'],
    [
      scaler(
        'maxReplicas: 2\nmetrics:\n  - type: Resource\n    pods: {metric: {name: a}, target: {type: AverageValue, averageValue: 1}}',
      ),
      '8 error missing-field spec.metrics[0].resource',
    ],
    [
      scaler(
        'maxReplicas: 2\nmetrics:\n  - type: Resource\n    resource:\n      name: cpu\n      target: {type: Utilization, averageValue: 1}',
      ),
      '11 error missing-field spec.metrics[0].resource.target.averageUtilization',
    ],
    [
      'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: a}\nspec:\n  minAvailable: 1\n  maxUnavailable: 1',
      '6 error too-many-handlers spec.maxUnavailable',
    ],
    [
      'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: a}\nspec:\n  minAvailable: half',
      '5 error bad-percentage spec.minAvailable',
    ],
    [
      'apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec:\n  selector: {matchLabels: {a: b}}\n  template: {spec: {restartPolicy: Never, containers: [{name: a, image: b}]}}',
      '5 error job-selector spec.selector',
    ],
    [
      'apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec:\n  completionMode: Indexed\n  template: {spec: {restartPolicy: Never, containers: [{name: a, image: b}]}}',
      '5 error missing-field spec.completionMode',
    ],
  ])('%#', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test.each([
    ['{operator: Exists, value: x}', 'spec.tolerations[0].value'],
    ['{value: x}', 'spec.tolerations[0]'],
    ['{key: a, effect: NoSchedule, tolerationSeconds: 5}', 'spec.tolerations[0].tolerationSeconds'],
  ])('a toleration %s', (toleration, path) => {
    const text = `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: a, image: b}]\n  tolerations:\n    - ${toleration}`;
    expect(found(text)).toEqual([`7 error bad-operator ${path}`]);
  });
});
