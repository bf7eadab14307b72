import type { Thing } from '../../engine/object.ts';
import type { Column } from '../row.ts';
import type { Labels, PodTemplate, Selector } from '../types.ts';
import { ageOf } from './ages.ts';

/** Columns that most tables begin and end with; a row's table has them by itself, but for where they stand elsewhere. */
export const NAME: Column<Thing> = { name: 'Name', cell: ({ metadata }) => metadata.name };
export const AGE: Column<Thing> = { name: 'Age', cell: ({ metadata }, now) => ageOf(metadata.creationTimestamp, now) };

/** As kubectl tells labels (apimachinery/pkg/labels, FormatLabels). */
export const labelWords = (labels: Labels | undefined): string =>
  Object.entries(labels ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .toSorted()
    .join(',') || '<none>';

type Requirement = NonNullable<Selector['matchExpressions']>[number];

function requirementWords({ key, operator, values = [] }: Requirement): string {
  switch (operator) {
    case 'In':
      return `${key} in (${values.toSorted().join(',')})`;
    case 'NotIn':
      return `${key} notin (${values.toSorted().join(',')})`;
    case 'Exists':
      return key;
    case 'DoesNotExist':
      return `!${key}`;
    case 'Gt':
      return `${key}>${values[0]}`;
    case 'Lt':
      return `${key}<${values[0]}`;
    default:
      operator satisfies never;
      return key;
  }
}

/** As kubectl tells a selector (apimachinery/pkg/apis/meta/v1, FormatLabelSelector). */
export function selectorWords(selector: Selector | undefined): string {
  const labels = Object.entries(selector?.matchLabels ?? {}).map(([key, value]) => ({ key, words: `${key}=${value}` }));
  const rules = (selector?.matchExpressions ?? []).map((one) => ({ key: one.key, words: requirementWords(one) }));
  const all = [...labels, ...rules].toSorted((one, other) => (one.key < other.key ? -1 : 1));
  return all.map(({ words }) => words).join(',') || '<none>';
}

interface Templated extends Thing {
  spec: { template: PodTemplate; selector?: Selector };
}

const containersOf = (object: Templated) => object.spec.template.spec.containers ?? [];

/** What `-o wide` tells of what makes Pods. */
export const WIDE: readonly Column<Templated>[] = [
  {
    name: 'Containers',
    priority: 1,
    cell: (one) =>
      containersOf(one)
        .map(({ name }) => name)
        .join(','),
  },
  {
    name: 'Images',
    priority: 1,
    cell: (one) =>
      containersOf(one)
        .map(({ image = '' }) => image)
        .join(','),
  },
];
export const WIDE_SELECTOR: Column<Templated> = {
  name: 'Selector',
  priority: 1,
  cell: ({ spec }) => selectorWords(spec.selector),
};

/** The first few of a list, and how many more there are. */
export const fewOf = (all: readonly string[], most: number, separator = ','): string =>
  all.length > most ? `${all.slice(0, most).join(separator)} + ${all.length - most} more...` : all.join(separator);
