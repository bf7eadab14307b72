import { timeText } from '../../engine/object.ts';
import type { Condition } from '../../kinds/types.ts';

/** The conditions with this one in it: its time of transition stays where its status does. */
export function withCondition(
  conditions: readonly Condition[] | undefined,
  { type, status, ...rest }: Condition,
  now: number,
): Condition[] {
  const before = conditions?.find((one) => one.type === type);
  const lastTransitionTime = before?.status === status ? before.lastTransitionTime : undefined;
  const next = { type, status, ...rest, lastTransitionTime: lastTransitionTime ?? timeText(now) };
  return before === undefined
    ? [...(conditions ?? []), next]
    : (conditions ?? []).map((one) => (one.type === type ? next : one));
}

/** Numbers of a status that are left out where they are 0, as Go's `omitempty` does. */
export const counts = <T extends Record<string, number>>(all: T): Partial<T> => {
  const said: Partial<T> = { ...all };
  for (const key in said) if (said[key] === 0) delete said[key];
  return said;
};
