import { type Cause, forbiddenCause, invalidCause, requiredCause } from '../../engine/errors.ts';
import { isLeaving, type Thing } from '../../engine/object.ts';
import { checkAnnotations, checkLabels } from '../../kinds/check/labels.ts';
import { dns1035, dnsLabel, pathSegment, qualifiedName, subdomain } from '../../kinds/check/names.ts';
import type { Row } from '../../kinds/row.ts';

/** Kinds whose names are no subdomains. */
const NAMES: Readonly<Record<string, (name: string) => string[]>> = {
  Namespace: dnsLabel,
  Service: dns1035,
  Role: pathSegment,
  RoleBinding: pathSegment,
  ClusterRole: pathSegment,
  ClusterRoleBinding: pathSegment,
};

function* checkOwners({ metadata: { ownerReferences = [] } }: Thing): Iterable<Cause> {
  const field = 'metadata.ownerReferences';
  for (const { apiVersion, kind, name, uid } of ownerReferences) {
    if (apiVersion === '') yield invalidCause(`${field}.apiVersion`, apiVersion, 'version must not be empty');
    for (const [key, value] of Object.entries({ kind, name, uid }))
      if (value === undefined || value === '') yield invalidCause(`${field}.${key}`, value ?? '', 'must not be empty');
  }
}

function* checkCommon(object: Thing): Iterable<Cause> {
  const { labels, annotations, finalizers = [], managedFields = [] } = object.metadata;
  yield* checkLabels(labels, 'metadata.labels');
  yield* checkAnnotations(annotations, 'metadata.annotations');
  yield* checkOwners(object);
  for (const one of finalizers)
    for (const why of qualifiedName(one)) yield invalidCause('metadata.finalizers', one, why);
  for (const [index, { operation }] of managedFields.entries())
    if (operation !== 'Apply' && operation !== 'Update')
      yield invalidCause(`metadata.managedFields[${index}].operation`, operation, 'must be `Apply` or `Update`');
}

/** What is wrong with a new object's metadata (apimachinery/pkg/api/validation/objectmeta.go). */
export function* checkMeta(row: Row, object: Thing): Iterable<Cause> {
  const rule = NAMES[row.kind] ?? subdomain;
  const { name, generateName = '' } = object.metadata;
  if (generateName !== '')
    for (const why of rule(generateName.replace(/-$/, 'a')))
      yield invalidCause('metadata.generateName', generateName, why);
  if (name === '') yield requiredCause('metadata.name', 'name or generateName is required');
  else for (const why of rule(name)) yield invalidCause('metadata.name', name, why);
  yield* checkCommon(object);
}

/** What is wrong with metadata after a change of it. */
export function* checkMetaChange(object: Thing, before: Thing): Iterable<Cause> {
  if (isLeaving(before)) {
    const old = new Set(before.metadata.finalizers);
    const more = (object.metadata.finalizers ?? []).filter((one) => !old.has(one)).toSorted();
    if (more.length > 0)
      yield forbiddenCause(
        'metadata.finalizers',
        `no new finalizers can be added if the object is being deleted, found new finalizers []string{${more.map((one) => JSON.stringify(one)).join(', ')}}`,
      );
  }
  yield* checkCommon(object);
}
