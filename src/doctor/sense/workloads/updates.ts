import type { Finding } from '../../finding.ts';
import { dig, plainValue, type Spot, textOf } from '../../spot.ts';
import { type Rule, refused } from '../rule.ts';
import { text } from './text.ts';

/** A whole number or a percentage. */
export function* share(spot: Spot | undefined): Generator<Finding> {
  const value = textOf(spot);
  if (spot === undefined || value === undefined) return;
  if (!/^\d+%$/.test(value))
    yield refused(
      'bad-percentage',
      spot,
      text.both((t) => t.percent(spot.key, value)),
      /^\d+$/.test(value)
        ? `${spot.key}: ${value}`
        : /^\d+\s+%$/.test(value)
          ? `${spot.key}: ${value.replace(/\s+/, '')}`
          : null,
    );
  else if (spot.key === 'maxUnavailable' && Number.parseInt(value, 10) > 100)
    yield refused(
      'bad-percentage',
      spot,
      text.both((t) => t.over100(spot.key)),
      `${spot.key}: 100%`,
    );
}

const isZero = (spot: Spot | undefined): boolean => spot !== undefined && /^0%?$/.test(String(plainValue(spot)));

/** How a Deployment or DaemonSet replaces its Pods. @param surges it makes more of them meanwhile where nothing is said */
function* updates(strategy: Spot | undefined, surges: boolean): Generator<Finding> {
  const rolling = dig(strategy, 'rollingUpdate');
  if (rolling === undefined) return;
  const type = textOf(dig(strategy, 'type'));
  if (type === 'Recreate')
    yield refused(
      'not-allowed-value',
      rolling,
      text.both((t) => t.recreate),
    );
  const [surge, unavailable] = [dig(rolling, 'maxSurge'), dig(rolling, 'maxUnavailable')];
  yield* share(surge);
  yield* share(unavailable);
  if (unavailable && isZero(unavailable) && (isZero(surge) || (surge === undefined && !surges)))
    yield refused(
      'not-allowed-value',
      unavailable,
      text.both((t) => t.bothZero),
      'maxSurge: 1\nmaxUnavailable: 0',
    );
}

export const strategies: Rule = function* (things) {
  for (const { kind, root } of things) {
    if (kind === 'Deployment') yield* updates(dig(root, 'spec', 'strategy'), true);
    if (kind === 'DaemonSet') yield* updates(dig(root, 'spec', 'updateStrategy'), false);
  }
};
