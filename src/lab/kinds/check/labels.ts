import { type Cause, forbiddenCause, invalidCause, requiredCause, tooLongCause } from '../../engine/errors.ts';
import { selects } from '../../engine/selectors.ts';
import type { Labels, PodTemplate, Selector } from '../types.ts';
import { bytesIn, labelValue, qualifiedName } from './names.ts';

/** Bytes that all annotations of an object may have. */
const MOST = 256 * 1024;

/** What is wrong with labels (apimachinery/pkg/apis/meta/v1/validation). */
export function* checkLabels(labels: Labels | undefined, field: string): Iterable<Cause> {
  for (const [key, value] of Object.entries(labels ?? {})) {
    for (const why of qualifiedName(key)) yield invalidCause(field, key, why);
    for (const why of labelValue(value)) yield invalidCause(field, value, why);
  }
}

export function* checkAnnotations(annotations: Labels | undefined, field: string): Iterable<Cause> {
  const entries = Object.entries(annotations ?? {});
  for (const [key] of entries) for (const why of qualifiedName(key.toLowerCase())) yield invalidCause(field, key, why);
  if (entries.reduce((sum, [key, value]) => sum + bytesIn(key) + bytesIn(value), 0) > MOST)
    yield tooLongCause(field, MOST);
}

export function* checkSelector(selector: Selector | undefined, field: string): Iterable<Cause> {
  yield* checkLabels(selector?.matchLabels, `${field}.matchLabels`);
  for (const [index, { key, operator, values = [] }] of (selector?.matchExpressions ?? []).entries()) {
    const at = `${field}.matchExpressions[${index}]`;
    if (operator === 'In' || operator === 'NotIn') {
      if (values.length === 0)
        yield requiredCause(`${at}.values`, "must be specified when `operator` is 'In' or 'NotIn'");
    } else if (operator === 'Exists' || operator === 'DoesNotExist') {
      if (values.length > 0)
        yield forbiddenCause(`${at}.values`, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
    } else yield invalidCause(`${at}.operator`, operator, 'not a valid selector operator');
    for (const why of qualifiedName(key)) yield invalidCause(`${at}.key`, key, why);
    for (const [nth, value] of values.entries())
      for (const why of labelValue(value)) yield invalidCause(`${at}.values[${nth}]`, value, why);
  }
}

/** A selector of a workload, and whether its Pods are what it selects (kubernetes/pkg/apis/apps/validation). */
export function* checkOwnSelector(
  selector: Selector | undefined,
  { metadata: { labels } = {} }: PodTemplate,
  { field, kind }: { field: string; kind: string },
): Iterable<Cause> {
  if (selector === undefined) yield requiredCause(`${field}.selector`);
  else {
    yield* checkSelector(selector, `${field}.selector`);
    const size = Object.keys(selector.matchLabels ?? {}).length + (selector.matchExpressions ?? []).length;
    if (size === 0) yield invalidCause(`${field}.selector`, selector, `empty selector is invalid for ${kind}`);
    else if (selects(selector, labels)) return;
  }
  if (selector !== undefined && Object.keys(selector).length === 0) return;
  yield invalidCause(
    `${field}.template.metadata.labels`,
    labels ?? null,
    '`selector` does not match template `labels`',
  );
}
