/** What Discord takes as a guild scheduled event: Create and Modify Guild Scheduled Event, JSON Params. */
import type { ApiError } from '../errors.ts';
import { choice, isSnowflake, object, text } from './checks.ts';
import { createForm, type Field, isGiven } from './form.ts';
import * as problems from './problems.ts';

const EXTERNAL = 3;
const KINDS = [1, 2, EXTERNAL];

interface Rules {
  now: number;
  /** What an edited one has; undefined for a new one. */
  was?: { starts: number; ends: number; status: number };
}

/** ISO 8601 with a time and an offset. */
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)$/;

function time(field: Field, required: boolean): number | undefined {
  const value = text(field, { max: 100, required });
  if (value === undefined) return undefined;
  const at = TIMESTAMP.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  field.refuse(problems.notDate(value));
  return undefined;
}

/** Of an event that takes place in no channel (Field Requirements By Entity Type). */
function checkExternal(root: Field, isNew: boolean): void {
  const channel = root.at('channel_id');
  if (isGiven(channel)) channel.refuse(problems.guessed.notForExternal);
  const place = root.at('entity_metadata');
  if (object(place, isNew)) text(place.at('location'), { min: 1, max: 100, required: true });
}

function checkHours(root: Field, { now, was }: Rules): void {
  const starts = time(root.at('scheduled_start_time'), was === undefined);
  const ends = time(root.at('scheduled_end_time'), was === undefined);
  if (starts !== undefined && starts < now) root.at('scheduled_start_time').refuse(problems.eventInPast);
  // One that runs has begun, even where the hour is the same.
  if (starts !== undefined && was?.status === 2) root.at('scheduled_start_time').refuse(problems.guessed.eventHasBegun);
  const end = ends ?? was?.ends;
  const start = starts ?? was?.starts;
  if (end !== undefined && start !== undefined && end <= start)
    root.at('scheduled_end_time').refuse(problems.guessed.eventEndsFirst);
}

/** The refusal of a body; undefined where Discord takes it. Only events of the kind EXTERNAL are known here. */
export function eventError(body: unknown, rules: Rules): ApiError | undefined {
  const isNew = rules.was === undefined;
  const { root, error } = createForm(body);
  if (!object(root, true)) return error();
  text(root.at('name'), { min: 1, max: 100, required: isNew });
  text(root.at('description'), { min: 1, max: 1000 });
  choice(root.at('privacy_level'), [2], isNew);
  choice(root.at('entity_type'), isNew ? KINDS : [EXTERNAL], isNew);
  const kind = root.at('entity_type').value;
  if (kind === 1 || kind === 2) {
    if (!isSnowflake(root.at('channel_id').value)) root.at('channel_id').refuse(problems.required);
  } else checkExternal(root, isNew);
  checkHours(root, rules);
  choice(root.at('status'), [2, 3, 4]);
  return error();
}
