/** How fast and how far an autoscaler goes (kubernetes/pkg/controller/podautoscaler/horizontal.go). */
import type { HorizontalPodAutoscaler, ScalingRules } from '../../kinds/types.ts';

interface At {
  at: number;
  replicas: number;
}

/** What is remembered of an autoscaler: a restart forgets it, as that of the real controller does. */
export interface Memory {
  recommended: At[];
  /** How many were added, or taken away, when. */
  ups: At[];
  downs: At[];
}

export interface Said {
  isTrue: boolean;
  reason: string;
  message: string;
}

export interface Limited {
  replicas: number;
  able: Said;
  limited: Said;
}

/** Where no behavior is said: at most twice as many or four at once, and five minutes before it shrinks. */
const UP: ScalingRules = { stabilizationWindowSeconds: 0, selectPolicy: 'Max' };
const DOWN: ScalingRules = {
  ...{ stabilizationWindowSeconds: 300, selectPolicy: 'Max' },
  policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
};

const changedSince = (all: readonly At[], seconds: number, now: number): number =>
  all.filter(({ at }) => at > now - seconds * 1000).reduce((sum, { replicas }) => sum + replicas, 0);

function most(current: number, rules: ScalingRules, ups: readonly At[], now: number): number {
  if (rules.selectPolicy === 'Disabled') return current;
  if (rules.policies === undefined) return Math.max(2 * current, 4);
  const proposed = rules.policies.map(({ type, value, periodSeconds }) => {
    const before = current - changedSince(ups, periodSeconds, now);
    return type === 'Pods' ? before + value : Math.ceil(before * (1 + value / 100) - 1e-9);
  });
  return Math.max(current, rules.selectPolicy === 'Min' ? Math.min(...proposed) : Math.max(0, ...proposed));
}

function least(current: number, rules: ScalingRules, downs: readonly At[], now: number): number {
  if (rules.selectPolicy === 'Disabled') return current;
  const proposed = (rules.policies ?? DOWN.policies ?? []).map(({ type, value, periodSeconds }) => {
    const before = current + changedSince(downs, periodSeconds, now);
    return type === 'Pods' ? before - value : Math.trunc(before * (1 - value / 100));
  });
  return Math.min(current, rules.selectPolicy === 'Min' ? Math.max(...proposed) : Math.min(...proposed));
}

const said = (isTrue: boolean, reason: string, message: string): Said => ({ isTrue, reason, message });

const STEADY = said(true, 'ReadyForNewScale', 'recommended size matches current size');
const WAITS_DOWN = said(
  true,
  'ScaleDownStabilized',
  'recent recommendations were higher than current one, applying the highest recent recommendation',
);
const WAITS_UP = said(
  true,
  'ScaleUpStabilized',
  'recent recommendations were lower than current one, applying the lowest recent recommendation',
);
const WITHIN = said(false, 'DesiredWithinRange', 'the desired count is within the acceptable range');

/** Brings what metrics ask for between what was asked for lately, what may change at once, and what may be at all. */
export function limit(
  { spec }: HorizontalPodAutoscaler,
  memory: Memory,
  current: number,
  asked: number,
  now: number,
): Limited {
  const up = { ...UP, ...spec.behavior?.scaleUp };
  const down = { ...DOWN, ...spec.behavior?.scaleDown };
  const since = ({ stabilizationWindowSeconds = 0 }: ScalingRules): number[] =>
    memory.recommended.filter(({ at }) => at > now - stabilizationWindowSeconds * 1000).map(({ replicas }) => replicas);
  const lowest = Math.min(asked, ...since(up));
  const highest = Math.max(asked, ...since(down));
  const wanted = Math.min(Math.max(current, lowest), highest);
  const window = Math.max(up.stabilizationWindowSeconds ?? 0, down.stabilizationWindowSeconds ?? 0);
  memory.recommended = [
    ...memory.recommended.filter(({ at }) => at > now - window * 1000),
    { at: now, replicas: asked },
  ];
  const able = wanted === asked ? STEADY : asked >= current ? WAITS_UP : WAITS_DOWN;
  if (wanted > current) {
    const rate = most(current, up, memory.ups, now);
    const top = Math.min(spec.maxReplicas, rate);
    if (wanted > top)
      return {
        ...{ replicas: top, able },
        limited:
          rate < spec.maxReplicas
            ? said(true, 'ScaleUpLimit', 'the desired replica count is increasing faster than the maximum scale rate')
            : said(true, 'TooManyReplicas', 'the desired replica count is more than the maximum replica count'),
      };
  }
  if (wanted < current) {
    const rate = least(current, down, memory.downs, now);
    const lowestOf = spec.minReplicas ?? 1;
    const bottom = Math.max(lowestOf, rate);
    if (wanted < bottom)
      return {
        ...{ replicas: bottom, able },
        limited:
          rate > lowestOf
            ? said(true, 'ScaleDownLimit', 'the desired replica count is decreasing faster than the maximum scale rate')
            : said(true, 'TooFewReplicas', 'the desired replica count is less than the minimum replica count'),
      };
  }
  return { replicas: wanted, able, limited: WITHIN };
}
