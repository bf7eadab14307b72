import { timeText } from '../engine/object.ts';
import type { Condition, Pod } from '../kinds/types.ts';

/** Sets a condition of a Pod's draft; its time changes where its status does. */
export function setCondition(draft: Pod, now: number, condition: Condition): void {
  const all = draft.status.conditions ?? [];
  const before = all.find(({ type }) => type === condition.type);
  const since = before?.status === condition.status ? before.lastTransitionTime : undefined;
  const next = { lastProbeTime: null, ...condition, lastTransitionTime: since ?? timeText(now) };
  draft.status.conditions = before ? all.map((one) => (one === before ? next : one)) : [...all, next];
}
