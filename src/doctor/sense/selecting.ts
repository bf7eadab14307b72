import { dig, fields, items, maps, type Spot, textOf } from '../spot.ts';
import type { Thing } from './rule.ts';

/** The first label of a selector that a set of labels does not fit; undefined where it fits, or cannot be read. */
export function misfit(selector: Spot | undefined, labels: ReadonlyMap<string, string>): Spot | undefined {
  const label = fields(dig(selector, 'matchLabels')).find((one) => misses(one, labels));
  return label ?? maps(dig(selector, 'matchExpressions')).find((one) => !holds(one, labels));
}

/** Of a Service's selector, which is the labels themselves. */
export const plainMisfit = (selector: Spot | undefined, labels: ReadonlyMap<string, string>): Spot | undefined =>
  fields(selector).find((one) => misses(one, labels));

function misses(one: Spot, labels: ReadonlyMap<string, string>): boolean {
  const wanted = textOf(one);
  return wanted !== undefined && labels.get(one.key) !== wanted;
}

function holds(expression: Spot, labels: ReadonlyMap<string, string>): boolean {
  const key = textOf(dig(expression, 'key'));
  if (key === undefined) return true;
  const value = labels.get(key);
  const values = items(dig(expression, 'values')).map(textOf);
  switch (textOf(dig(expression, 'operator'))) {
    case 'In':
      return values.length === 0 || values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return true;
  }
}

/** What the Pods of a file have for labels, to find those that a selector may fit without looking at all of them. */
export function podsByLabel(things: readonly Thing[]): (selector: Spot | undefined) => readonly Thing[] {
  const all = things.filter(({ pod }) => pod !== undefined);
  const byLabel = new Map<string, Thing[]>();
  for (const thing of all)
    for (const [key, value] of thing.pod?.labels ?? []) {
      const label = `${key}=${value}`;
      const known = byLabel.get(label);
      if (known) known.push(thing);
      else byLabel.set(label, [thing]);
    }
  return (selector) => {
    const label = [...fields(dig(selector, 'matchLabels')), ...fields(selector)].find(
      (one) => textOf(one) !== undefined,
    );
    return label === undefined ? all.slice(0, MOST_COMPARED) : (byLabel.get(`${label.key}=${textOf(label)}`) ?? []);
  };
}

/** Workloads that a selector without labels, or a mistaken one, is compared with. */
export const MOST_COMPARED = 50;
