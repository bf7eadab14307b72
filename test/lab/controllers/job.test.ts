import { expect, test } from 'vitest';
import { nextTime, parseSchedule } from '../../../src/lab/controllers/cronjob/schedule.ts';
import { readIndexes, writeIndexes } from '../../../src/lab/controllers/job/indexes.ts';
import { deleteObject } from '../../../src/lab/engine/deletion.ts';
import { PODS } from '../../../src/lab/kinds/core.ts';
import type { Job, JobSpec } from '../../../src/lab/kinds/types.ts';
import { CRON_JOBS, JOBS } from '../../../src/lab/kinds/workloads.ts';
import { type Controlled, createControlled, named } from './support.ts';

const template: JobSpec['template'] = {
  spec: { restartPolicy: 'Never', containers: [{ name: 'pi', image: 'busybox:1.37' }] },
};
const start = (lab: Controlled, spec: Partial<JobSpec> = {}): Job =>
  lab.make(JOBS, { metadata: named('pi'), spec: { completions: 1, parallelism: 1, template, ...spec } });
const read = ({ store }: Controlled): Job['status'] => store.get(JOBS, named('pi'))?.status ?? {};
const types = (lab: Controlled) => read(lab).conditions?.map(({ type, reason }) => `${type} ${reason}`);

test('a Job runs as many Pods at once as it may until enough have succeeded', () => {
  const lab = createControlled();
  lab.fate(() => 'succeeds');
  start(lab, { completions: 5, parallelism: 2, completionMode: 'Indexed' });
  lab.turn(0.5);
  expect(lab.pods('pi').map(({ spec }) => spec.hostname)).toEqual(['pi-0', 'pi-1']);
  lab.turn(10);
  expect(read(lab)).toMatchObject({ succeeded: 5, completedIndexes: '0-4', ready: 0 });
  expect(read(lab).active).toBeUndefined();
  expect(types(lab)).toEqual(['SuccessCriteriaMet CompletionsReached', 'Complete CompletionsReached']);
  expect(lab.events('pi').at(-1)).toBe('Normal Completed Job completed');
  expect(lab.pods('pi')).toHaveLength(5);
  const job = lab.store.get(JOBS, named('pi'));
  if (job) deleteObject(lab.lab, JOBS, job, { propagation: 'Background' });
  lab.turn(5);
  expect(lab.store.list(PODS, 'default')).toEqual([]);
});

test('failures are tried again, later each time, until there were too many', () => {
  const lab = createControlled();
  lab.fate(() => 'fails');
  start(lab, { backoffLimit: 2 });
  lab.turn(5);
  expect(lab.pods('pi')).toHaveLength(1);
  lab.turn(10);
  expect(lab.pods('pi')).toHaveLength(2);
  lab.turn(15);
  expect(lab.pods('pi')).toHaveLength(2);
  lab.turn(30);
  expect(read(lab)).toMatchObject({ failed: 3 });
  expect(types(lab)).toEqual(['FailureTarget BackoffLimitExceeded', 'Failed BackoffLimitExceeded']);
  expect(lab.events('pi')).toContain('Warning BackoffLimitExceeded Job has reached the specified backoff limit');
});

test('an index that fails too often is given up, and the others go on', () => {
  const lab = createControlled();
  lab.fate(({ spec }) => (spec.hostname === 'pi-1' ? 'fails' : 'succeeds'));
  start(lab, { completions: 3, parallelism: 3, completionMode: 'Indexed', backoffLimitPerIndex: 1 });
  lab.turn(5);
  expect(read(lab)).toMatchObject({ succeeded: 2, failed: 1, failedIndexes: '', completedIndexes: '0,2' });
  lab.turn(8);
  const again = lab
    .pods('pi')
    .find(({ metadata }) => metadata.annotations?.['batch.kubernetes.io/job-index-failure-count'] === '1');
  expect(again?.spec.hostname).toBe('pi-1');
  lab.turn(10);
  expect(read(lab)).toMatchObject({ succeeded: 2, failed: 2, failedIndexes: '1' });
  expect(types(lab)).toEqual(['FailureTarget FailedIndexes', 'Failed FailedIndexes']);
});

test('more indexes than may fail end a Job', () => {
  const lab = createControlled();
  lab.fate(() => 'fails');
  start(lab, {
    completions: 9,
    parallelism: 2,
    completionMode: 'Indexed',
    backoffLimitPerIndex: 0,
    maxFailedIndexes: 2,
  });
  lab.turn(20);
  expect(types(lab)).toContain('Failed MaxFailedIndexesExceeded');
});

test('a rule of its own says when a Job has succeeded: the other Pods are ended', () => {
  const lab = createControlled();
  lab.fate(({ spec }) => (spec.hostname === 'pi-0' ? 'succeeds' : 'ready'));
  const successPolicy = { rules: [{ succeededIndexes: '1-2', succeededCount: 1 }, { succeededIndexes: '0' }] };
  start(lab, { completions: 3, parallelism: 3, completionMode: 'Indexed', successPolicy });
  lab.turn(40);
  expect(types(lab)).toEqual(['SuccessCriteriaMet SuccessPolicy', 'Complete SuccessPolicy']);
  expect(read(lab)).toMatchObject({ succeeded: 1, completionTime: expect.any(String) });
  expect(read(lab).active).toBeUndefined();
});

test('numbers without end cost no more than others', () => {
  const lab = createControlled();
  lab.fate(() => 'succeeds');
  const rules = [{ succeededIndexes: `5-${10 ** 9}`, succeededCount: 30 }];
  const spec = { completions: 2 * 10 ** 9, parallelism: 10 ** 9, completionMode: 'Indexed', template } as const;
  lab.make(JOBS, { metadata: named('pi'), spec: { ...spec, successPolicy: { rules } } });
  lab.turn(30);
  expect(types(lab)).toContain('Complete SuccessPolicy');
  expect(readIndexes(`0-${10 ** 9}`)).toHaveLength(100_000);
});

test('a deadline ends a Job, a suspended one has no Pods, and one that is over goes after its time to live', () => {
  const lab = createControlled();
  start(lab, { activeDeadlineSeconds: 20, suspend: true });
  lab.turn(30);
  expect(lab.pods('pi')).toEqual([]);
  expect(types(lab)).toEqual(['Suspended JobSuspended']);
  lab.store.edit(JOBS, named('pi'), ({ spec }) => {
    spec.suspend = false;
    spec.ttlSecondsAfterFinished = 60;
  });
  lab.turn(5);
  expect(lab.pods('pi')).toHaveLength(1);
  lab.turn(20);
  expect(types(lab)).toContain('Failed DeadlineExceeded');
  expect(lab.pods('pi')).toEqual([]);
  lab.turn(70);
  expect(lab.store.get(JOBS, named('pi'))).toBeUndefined();
});

test('a Job that is deleted lets go of its Pods, whichever way it goes', () => {
  for (const propagation of ['Foreground', 'Background', 'Orphan'] as const) {
    const lab = createControlled();
    const job = start(lab);
    lab.turn(3);
    deleteObject(lab.lab, JOBS, job, { propagation });
    lab.turn(5);
    expect(lab.store.list(JOBS)).toEqual([]);
    for (const pod of lab.store.list(PODS)) deleteObject(lab.lab, PODS, pod, {});
    lab.turn(5);
    expect(lab.store.list(PODS)).toEqual([]);
  }
});

test('a CronJob starts Jobs named by the minute, keeps the last, and forbids two at once where it is to', () => {
  const lab = createControlled();
  lab.fate(() => 'succeeds');
  const make = (name: string, concurrencyPolicy: 'Forbid' | 'Allow') =>
    lab.make(CRON_JOBS, {
      metadata: named(name),
      spec: {
        schedule: '* * * * *',
        concurrencyPolicy,
        jobTemplate: { spec: { completions: 1, parallelism: 1, template } },
      },
    });
  make('tick', 'Allow');
  lab.turn(31);
  const minute = Math.floor(Date.parse('2026-03-02T01:01:00Z') / 60_000);
  expect(lab.store.list(JOBS).map(({ metadata }) => metadata.name)).toEqual([`tick-${minute}`]);
  expect(lab.store.get(CRON_JOBS, named('tick'))?.status).toMatchObject({ lastScheduleTime: '2026-03-02T01:01:00Z' });
  lab.turn(305);
  expect(lab.store.list(JOBS)).toHaveLength(3);
  expect(lab.events('tick')).toContain(`Normal SawCompletedJob Saw completed job: tick-${minute}, condition: Complete`);
  lab.fate(() => 'ready');
  make('slow', 'Forbid');
  lab.turn(180);
  expect(lab.store.list(JOBS).filter(({ metadata }) => metadata.name.startsWith('slow'))).toHaveLength(1);
});

test('schedules are read as cron reads them', () => {
  const next = (text: string, after: string, zone = 'UTC'): string | undefined => {
    const schedule = parseSchedule(text);
    if (typeof schedule === 'string') return schedule;
    const at = nextTime(schedule, Date.parse(after), zone);
    return at === undefined ? undefined : new Date(at).toISOString().slice(0, 16);
  };
  expect(next('*/15 9-17 * * MON-FRI', '2026-03-06T17:50:00Z')).toBe('2026-03-09T09:00');
  expect(next('0 0 13 * FRI', '2026-03-01T00:00:00Z')).toBe('2026-03-06T00:00');
  expect(next('@hourly', '2026-03-01T23:00:00Z')).toBe('2026-03-02T00:00');
  expect(next('0 9 * * *', '2026-03-01T00:30:00Z', 'Asia/Seoul')).toBe('2026-03-02T00:00');
  expect(next('0 0 29 feb ?', '2026-03-01T00:00:00Z')).toBe('2028-02-29T00:00');
  expect(next('0 0 30 2 *', '2026-03-01T00:00:00Z')).toBeUndefined();
  expect(next('@every 90m', '2026-03-01T00:00:00Z')).toBe('2026-03-01T01:30');
  expect(next('* * * *', '')).toBe('expected exactly 5 fields, found 4: [* * * *]');
  expect(next('60 * * * *', '')).toBe('end of range (60) above maximum (59): 60');
  expect(next('x * * * *', '')).toBe('failed to parse int from x: strconv.Atoi: parsing "x": invalid syntax');
  expect(writeIndexes(new Set(readIndexes('0-3,5,7,8')))).toBe('0-3,5,7,8');
});
