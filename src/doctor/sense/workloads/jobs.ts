import { dig, fields, plainValue, textOf } from '../../spot.ts';
import { refused, type TypeRule, unmeant } from '../rule.ts';
import { cronSlip, meantSchedule, neverComes } from './cron.ts';
import { text } from './text.ts';
import { zoneSlip } from './zones.ts';

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
    else if (neverComes(schedule))
      yield unmeant(
        'never-comes',
        at,
        text.both((t) => t.neverComes),
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
  // One that the cluster made came along with the rest of the object.
  const isMade = fields(dig(selector, 'matchLabels')).some(({ key }) => key.endsWith('controller-uid'));
  if (selector && !isMade && plainValue(dig(spot, 'manualSelector')) !== true)
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
