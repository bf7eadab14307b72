import { isObject } from '../../../core/json.ts';
import { ENUMS } from '../../../doctor/schema/enums.ts';
import { PORTS, RANGES } from '../../../doctor/schema/ranges.ts';
import { ALSO_REQUIRED, NOT_REQUIRED } from '../../../doctor/schema/required.ts';
import { type Cause, invalidCause, requiredCause, unsupportedCause } from '../../engine/errors.ts';
import type { Thing } from '../../engine/object.ts';
import { portName, rangeText } from '../../kinds/check/names.ts';
import type { Row } from '../../kinds/row.ts';
import { type Field, fieldsOf, hasFields, inner, typeOfRow } from '../fields/fields.ts';

/** What the API server says beside `Required value`, where it says something. */
const WHY_REQUIRED: Readonly<Record<string, string>> = {
  'V1HTTPIngressPath.pathType': 'pathType must be specified',
  'V1PersistentVolumeClaimSpec.accessModes': 'at least 1 access mode is required',
  'V1PolicyRule.verbs': 'verbs must contain at least one value',
};

/** Whose empty value is looked at by the kind itself, in words of its own; of the last two none is said at all. */
const SAID_ELSEWHERE = new Set([
  ...[
    'V1DeploymentSpec.selector',
    'V1ReplicaSetSpec.selector',
    'V1DaemonSetSpec.selector',
    'V1StatefulSetSpec.selector',
  ],
  ...[
    'V1PersistentVolumeClaimSpec.resources',
    'V1RoleRef.apiGroup',
    'V1IngressServiceBackend.port',
    'V1IngressBackend.service',
  ],
  ...['V1StatefulSetSpec.serviceName', 'V1LabelSelectorRequirement.operator'],
]);

/** Not in the order of the alphabet, in which the others are told. */
const UNSORTED: Readonly<Record<string, readonly string[]>> = {
  'V1PodSpec.restartPolicy': ['Always', 'OnFailure', 'Never'],
  'V1PodSpec.dnsPolicy': ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'],
  'V1SecurityContext.procMount': ['Default', 'Unmasked'],
};

const isNothing = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function whyNotInRange(key: string, least: number, most: number): string {
  if (key === 'V1ServicePort.nodePort')
    return `provided port is not in the valid range. The range of valid ports is ${least}-${most}`;
  if (key.startsWith('V1Probe.')) return 'must be greater than or equal to 0';
  if (key === 'V2HorizontalPodAutoscalerSpec.minReplicas') return 'must be greater than or equal to 1';
  if (key.endsWith('.weight')) return `must be in the range ${least}-${most}`;
  if (key === 'V1TopologySpreadConstraint.maxSkew') return 'must be greater than zero';
  if (most === 0o777) return 'must be a number between 0 and 0777 (octal), both inclusive';
  if (most === 2_147_483_647) return least === 0 ? 'must be greater than or equal to 0' : 'must be greater than 0';
  return rangeText(least, most);
}

function* checkNumber(value: number, key: string, path: string): Iterable<Cause> {
  // Of the cluster's own priorities its kind speaks.
  if (key === 'V1PriorityClass.value') return;
  const range = RANGES[key] ?? (PORTS.has(key) ? ([1, 65_535] as const) : undefined);
  if (range === undefined || (value >= range[0] && value <= range[1])) return;
  // As if they were not given.
  if (value === 0 && /\.(?:nodePort|hostPort)$/.test(key)) return;
  // A port that was not given at all is 0 for who looks at it.
  if (value === 0 && key === 'V1ContainerPort.containerPort') yield requiredCause(path);
  else yield invalidCause(path, value, whyNotInRange(key, ...range));
}

function* checkValue(value: unknown, field: Field, key: string, path: string): Iterable<Cause> {
  if (field.holds !== 'one') {
    const items = Array.isArray(value)
      ? value.map((one, index): [string, unknown] => [`${path}[${index}]`, one])
      : Object.entries(isObject(value) ? value : {}).map(([name, one]): [string, unknown] => [`${path}[${name}]`, one]);
    for (const [at, one] of items) yield* checkValue(one, inner(field), key, at);
  } else if (hasFields(field.type)) {
    if (isObject(value)) yield* checkFields(value, field.type, path);
  } else if (typeof value === 'string') {
    const known = UNSORTED[key] ?? ENUMS[key]?.toSorted();
    if (known && value !== '' && !known.includes(value)) yield unsupportedCause(path, value, known);
    if (PORTS.has(key)) for (const why of portName(value)) yield invalidCause(path, value, why);
  } else if (typeof value === 'number') yield* checkNumber(value, key, path);
}

function* checkFields(object: Record<string, unknown>, type: string, path: string): Iterable<Cause> {
  const also = ALSO_REQUIRED[type] ?? [];
  for (const [name, field] of fieldsOf(type)) {
    if (path === '' && (name === 'metadata' || name === 'status')) continue;
    // What a template's metadata may be is said with the labels; a claim's template has a status that is nothing.
    if (field.type === 'V1ObjectMeta' || (type === 'V1PersistentVolumeClaim' && name === 'status')) continue;
    const key = `${type}.${name}`;
    const at = path === '' ? name : `${path}.${name}`;
    const isRequired = (field.isRequired || also.includes(name)) && !NOT_REQUIRED.has(key) && !SAID_ELSEWHERE.has(key);
    const value = object[name];
    if (!isNothing(value)) yield* checkValue(value, field, key, at);
    else if (isRequired && field.type === 'int') yield* checkNumber(0, key, at);
    else if (isRequired) yield requiredCause(at, WHY_REQUIRED[key]);
  }
}

/** What of an object the API's types alone do not allow: required fields, known words, ranges of numbers. */
export const checkSchema = (row: Row, object: Thing): Iterable<Cause> => checkFields({ ...object }, typeOfRow(row), '');
