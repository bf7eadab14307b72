import { isDeepStrictEqual } from 'node:util';
import { parseSchedule } from '../../controllers/cronjob/schedule.ts';
import { type Cause, invalidCause, requiredCause } from '../../engine/errors.ts';
import { selects } from '../../engine/selectors.ts';
import type { CronJob, Job, JobSpec, PodTemplate } from '../types.ts';
import { checkSelector } from './labels.ts';
import { checkTemplate } from './pod.ts';
import { unchangeable } from './workloads.ts';

// What is wrong with what ends (kubernetes/pkg/apis/batch/validation).

const ENDING = ['OnFailure', 'Never'];

function* checkJobSpec(
  {
    template,
    completions,
    completionMode,
    manualSelector,
    selector,
    backoffLimitPerIndex,
    maxFailedIndexes,
    successPolicy,
  }: JobSpec,
  field: string,
): Iterable<Cause> {
  yield* checkTemplate(template, `${field}.template`);
  const { restartPolicy } = template?.spec ?? {};
  const at = `${field}.template.spec.restartPolicy`;
  if (restartPolicy === 'Always')
    yield requiredCause(at, `valid values: ${ENDING.map((one) => `"${one}"`).join(', ')}`);
  if (completionMode === 'Indexed' && completions === undefined)
    yield requiredCause(`${field}.completions`, 'when completion mode is Indexed');
  for (const [name, value] of Object.entries({ backoffLimitPerIndex, maxFailedIndexes, successPolicy }))
    if (value !== undefined && completionMode !== 'Indexed')
      yield invalidCause(`${field}.${name}`, value, 'requires indexed completion mode');
  if (backoffLimitPerIndex !== undefined && restartPolicy === 'OnFailure')
    yield invalidCause(at, restartPolicy, 'only "Never" is supported when backoffLimitPerIndex is specified');
  if (maxFailedIndexes !== undefined && backoffLimitPerIndex === undefined)
    yield requiredCause(`${field}.backoffLimitPerIndex`, 'when maxFailedIndexes is specified');
  for (const [at, { succeededIndexes }] of (successPolicy?.rules ?? []).entries())
    if (
      succeededIndexes !== undefined &&
      !/^\d{1,10}(?:-\d{1,10})?(?:,\d{1,10}(?:-\d{1,10})?)*$/.test(succeededIndexes)
    )
      yield invalidCause(
        `${field}.successPolicy.rules[${at}].succeededIndexes`,
        succeededIndexes.slice(0, 100),
        'error parsing succeededIndexes: cannot convert string to integer for index',
      );
  if (successPolicy?.rules?.length === 0)
    yield requiredCause(
      `${field}.successPolicy.rules`,
      'at least one rules must be specified when the successPolicy is specified',
    );
  if (manualSelector === true) {
    if (selector === undefined) yield requiredCause(`${field}.selector`);
    yield* checkSelector(selector, `${field}.selector`);
    const { labels } = template.metadata ?? {};
    // Such a Job would make Pods for ever: none of them were its own.
    if (!selects(selector, labels))
      yield invalidCause(
        `${field}.template.metadata.labels`,
        labels ?? null,
        '`selector` does not match template `labels`',
      );
  }
}

export function* checkJob({ spec, status }: Job, before: Job | undefined): Iterable<Cause> {
  yield* checkJobSpec(spec, 'spec');
  if (before === undefined) return;
  const old = before.spec;
  const isElastic = spec.completionMode === 'Indexed' && spec.completions === spec.parallelism;
  if (!isElastic) yield* unchangeable(spec.completions, old.completions, 'spec.completions');
  yield* unchangeable(spec.selector, old.selector, 'spec.selector');
  // Where it has not begun, who is to run its Pods may still change.
  const isOpen = old.suspend === true && status?.startTime === undefined;
  const placed = ({ spec: of, ...rest }: PodTemplate): object => {
    const { nodeSelector, affinity, tolerations, ...kept } = of;
    return { ...rest, kept };
  };
  const same = isOpen
    ? isDeepStrictEqual(placed(spec.template), placed(old.template))
    : isDeepStrictEqual(spec.template, old.template);
  if (!same) yield invalidCause('spec.template', spec.template, 'field is immutable');
  yield* unchangeable(spec.completionMode, old.completionMode, 'spec.completionMode');
  yield* unchangeable(spec.podFailurePolicy, old.podFailurePolicy, 'spec.podFailurePolicy');
  yield* unchangeable(spec.backoffLimitPerIndex, old.backoffLimitPerIndex, 'spec.backoffLimitPerIndex');
  yield* unchangeable(spec.successPolicy, old.successPolicy, 'spec.successPolicy');
}

/** Letters that a CronJob's name may have: its Jobs have eleven more. */
const CRON_NAME = 52;

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

export function* checkCronJob({ metadata, spec }: CronJob, before: CronJob | undefined): Iterable<Cause> {
  if (before === undefined && metadata.name.length > CRON_NAME)
    yield invalidCause('metadata.name', metadata.name, `must be no more than ${CRON_NAME} characters`);
  const { schedule = '', timeZone } = spec;
  const read = schedule === '' ? undefined : parseSchedule(schedule);
  if (typeof read === 'string') yield invalidCause('spec.schedule', schedule, read);
  if (schedule.includes('TZ='))
    yield invalidCause('spec.schedule', schedule, 'cannot use TZ or CRON_TZ in schedule, use timeZone field instead');
  if (timeZone !== undefined) {
    if (timeZone === '') yield invalidCause('spec.timeZone', timeZone, 'timeZone must be nil or non-empty string');
    else if (timeZone.toLowerCase() === 'local')
      yield invalidCause(
        'spec.timeZone',
        timeZone,
        'timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones',
      );
    else if (!isZone(timeZone)) yield invalidCause('spec.timeZone', timeZone, `unknown time zone ${timeZone}`);
  }
  if (spec.jobTemplate?.spec) yield* checkJobSpec(spec.jobTemplate.spec, 'spec.jobTemplate.spec');
}
