import type { Labels, Selector } from '../kinds/types.ts';

type Requirement = NonNullable<Selector['matchExpressions']>[number];

/** Does one requirement hold (apimachinery/pkg/labels)? Of a missing label `NotIn` and `DoesNotExist` hold. */
export function meets(labels: Labels, { key, operator, values = [] }: Requirement): boolean {
  const value = labels[key];
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return value !== undefined && Number(value) > Number(values[0]);
    case 'Lt':
      return value !== undefined && Number(value) < Number(values[0]);
    default:
      operator satisfies never;
      return false;
  }
}

export const hasLabels = (labels: Labels | undefined, wanted: Labels | undefined): boolean =>
  Object.entries(wanted ?? {}).every(([key, value]) => labels?.[key] === value);

/** An empty selector chooses all; none chooses nothing. */
export const selects = (selector: Selector | undefined, labels: Labels = {}): boolean =>
  selector !== undefined &&
  hasLabels(labels, selector.matchLabels) &&
  (selector.matchExpressions ?? []).every((one) => meets(labels, one));
