import { dig, fields, numberOf, textOf } from '../../spot.ts';
import { refused, type TypeRule } from '../rule.ts';
import { text } from './text.ts';

/** The bounds of an autoscaler, and what it measures. */
export const autoscaler: TypeRule = function* (spot) {
  const max = dig(spot, 'maxReplicas');
  const [least, most] = [numberOf(dig(spot, 'minReplicas')), numberOf(max)];
  if (max && least !== undefined && most !== undefined && least > most)
    yield refused(
      'out-of-range',
      max,
      text.both((t) => t.minOverMax(least, most)),
      `maxReplicas: ${least}`,
    );
};

const METRICS: Readonly<Record<string, string>> = {
  Resource: 'resource',
  Pods: 'pods',
  Object: 'object',
  ContainerResource: 'containerResource',
  External: 'external',
};

export const metric: TypeRule = function* (spot) {
  const type = textOf(dig(spot, 'type'));
  const field = type === undefined ? undefined : METRICS[type];
  if (
    type !== undefined &&
    field !== undefined &&
    !fields(spot).some(({ key }) => key.toLowerCase() === field.toLowerCase())
  )
    yield refused(
      'missing-field',
      { line: spot.line, path: `${spot.path}.${field}` },
      text.both((t) => t.metricField(type, field)),
    );
};

export const metricTarget: TypeRule = function* (spot) {
  const at = dig(spot, 'type');
  const type = textOf(at);
  if (at === undefined) return;
  if (type === 'Utilization' && dig(spot, 'averageUtilization') === undefined)
    yield refused(
      'missing-field',
      { line: spot.line, path: `${spot.path}.averageUtilization` },
      text.both((t) => t.utilization),
      'type: Utilization\naverageUtilization: 50',
    );
  if (type === 'AverageValue' && dig(spot, 'averageValue') === undefined)
    yield refused(
      'missing-field',
      { line: spot.line, path: `${spot.path}.averageValue` },
      text.both((t) => t.averageValue),
    );
};
