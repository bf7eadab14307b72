import type { Live } from './machine.ts';
import { modeOf } from './modes.ts';
import { openTime } from './open-time.ts';

/** `elapsed`: milliseconds since the question was visible in the channel of the answer. */
export type Admitted = { kind: 'in'; elapsed: number } | { kind: 'out'; why: 'late' | 'paused' | 'over' | 'unseen' };

/** Does an answer to question `at`, which arrived from a channel at `now`, count? `now` may be a while ago. */
export function admitAnswer({ plan, step, paused }: Live, at: number, channel: string, now: number): Admitted {
  const out = (why: (Admitted & { kind: 'out' })['why']): Admitted => ({ kind: 'out', why });
  if (step.kind === 'over') return out('over');
  if (step.kind === 'countdown' || step.at < at) return out('unseen');
  if (step.at > at || (step.kind === 'told' && now >= step.since)) return out('late');
  if (paused !== undefined && step.kind === 'asking' && now >= paused) return out('paused');
  const seen = step.seen[channel];
  if (seen === undefined) return out('unseen');
  const elapsed = Math.max(0, now - seen);
  return modeOf(plan).isTimed && elapsed >= openTime(plan, at) ? out('late') : { kind: 'in', elapsed };
}

/** When a channel's students have to have answered the question that is open, epoch milliseconds; undefined without a clock. */
export function closesAt({ plan, step }: Live, channel: string, now: number): number | undefined {
  if (step.kind !== 'asking' || !modeOf(plan).isTimed) return undefined;
  const seen = step.seen[channel];
  // What is about to become visible has all of its time.
  const open = openTime(plan, step.at);
  return seen === undefined ? now + open : Math.min(seen + open, step.ends);
}
