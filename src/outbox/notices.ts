import { type Class, peopleOf } from '../core/class.ts';
import type { Draft } from '../core/outbox.ts';

/**
 * A notice to each of the people who steer a class; one that has the same `key` as an earlier one is not sent again.
 * `lasts`: milliseconds in which it is worth sending.
 */
export const draftNotices = (
  one: Class,
  { key, now, lasts, ...notice }: Pick<Draft, 'key' | 'kind' | 'what' | 'day'> & { now: number; lasts: number },
  newId: () => string,
): Draft[] =>
  peopleOf(one).map((person) => ({
    ...notice,
    id: newId(),
    key: `${key}:${person}`,
    classId: one.id,
    channel: person,
    due: now,
    expiresAt: now + lasts,
  }));
