import { dig, textOf } from '../../spot.ts';
import { refused, type TypeRule } from '../rule.ts';
import { text } from './text.ts';

/** An operator with values or without. */
export const requirement: TypeRule = function* (spot) {
  const operator = textOf(dig(spot, 'operator'));
  const values = dig(spot, 'values');
  const hasValues = values?.node.kind === 'list' && values.node.items.length > 0;
  if (operator === 'In' || operator === 'NotIn' || operator === 'Gt' || operator === 'Lt') {
    if (values === undefined || (values.node.kind === 'list' && !hasValues))
      yield refused(
        'bad-operator',
        spot,
        text.both((t) => t.operatorNeedsValues(operator)),
      );
  } else if ((operator === 'Exists' || operator === 'DoesNotExist') && values && hasValues)
    yield refused(
      'bad-operator',
      values,
      text.both((t) => t.operatorNoValues(operator)),
    );
};

export const toleration: TypeRule = function* (spot) {
  const operator = textOf(dig(spot, 'operator')) ?? 'Equal';
  const value = dig(spot, 'value');
  if (operator === 'Exists' && value && textOf(value) !== '')
    yield refused(
      'bad-operator',
      value,
      text.both((t) => t.existsNoValue),
    );
  if (operator === 'Equal' && (textOf(dig(spot, 'key')) ?? '') === '' && dig(spot, 'key')?.node.kind !== 'map')
    yield refused(
      'bad-operator',
      spot,
      text.both((t) => t.keyless),
      'operator: Exists',
    );
  const seconds = dig(spot, 'tolerationSeconds');
  if (seconds && textOf(dig(spot, 'effect')) !== 'NoExecute')
    yield refused(
      'bad-operator',
      seconds,
      text.both((t) => t.secondsNoExecute),
    );
};
