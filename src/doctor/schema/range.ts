import { type Finding, finding } from '../finding.ts';
import { lastKey, type Spot } from '../spot.ts';
import { PORTS, RANGES } from './ranges.ts';
import { text } from './text.ts';

/** A number that is less or more than the API server takes. @param field `Type.field` */
export function rangeFinding(spot: Spot, field: string): Finding | undefined {
  const { node } = spot;
  const [least, most] = RANGES[field] ?? (PORTS.has(field) ? ([1, 65_535] as const) : []);
  if (least === undefined || most === undefined || node.kind !== 'scalar' || typeof node.value !== 'number')
    return undefined;
  const value = node.value;
  // As if it were not given.
  if (value === 0 && /(?:nodePort|hostPort)$/.test(field)) return undefined;
  // A mode of a file that is meant in octal, such as 644, is a number of ten fingers without its 0.
  const isMode = most === 0o777;
  const octal = isMode && /^[1-7][0-7]{2}$/.test(node.source) ? `0${node.source}` : undefined;
  if (value >= least && value <= most) {
    if (octal === undefined || !/[4-7][04][04]$/.test(node.source)) return undefined;
    return finding(
      'warning',
      'decimal-mode',
      spot,
      text.both((t) => t.decimalMode(node.source, value.toString(8))),
      `${spot.key}: ${octal}`,
    );
  }
  const name = lastKey(spot.path);
  const message =
    octal === undefined
      ? text.both((t) => t.outOfRange(name, value, least, most))
      : text.both((t) => t.modeTooLarge(node.source));
  return finding(
    'error',
    'out-of-range',
    spot,
    message,
    octal === undefined ? text.both((t) => t.within(least, most)) : `${spot.key}: ${octal}`,
  );
}
