import { isDeepStrictEqual } from 'node:util';
import type { Admission } from '../engine/admission.ts';
import { removeReleased } from '../engine/deletion.ts';
import { badRequest, conflict, invalid, invalidCause, notFound, requiredCause } from '../engine/errors.ts';
import { type Lab, suffix } from '../engine/lab.ts';
import { isLeaving, type Thing } from '../engine/object.ts';
import { NAMESPACES } from '../kinds/core.ts';
import type { Row } from '../kinds/row.ts';

export interface Writing {
  lab: Lab;
  admissions: readonly Admission[];
  isDryRun: boolean;
}

/** Letters that a name may have (RFC 1123); roles and the like may have others. */
const NAME = /^[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?$/;
const NAME_RULE =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

function checkName(row: Row, { metadata: { name } }: Thing): void {
  if (name === '') throw invalid(row, '', [requiredCause('metadata.name', 'name or generateName is required')]);
  const isFree = row.group === 'rbac.authorization.k8s.io';
  if (!isFree && (!NAME.test(name) || name.length > 253))
    throw invalid(row, name, [invalidCause('metadata.name', name, NAME_RULE)]);
}

/** What only the API server sets. */
function withoutServerFields(object: Thing): Thing {
  const { deletionTimestamp, deletionGracePeriodSeconds, generation, ...metadata } = object.metadata;
  return { ...object, metadata };
}

function ready({ lab, admissions }: Writing, row: Row, draft: Thing, before: Thing | undefined): void {
  row.defaults?.(draft);
  if (before) row.changed?.(draft, before);
  else row.created?.(draft);
  for (const { admit } of admissions) admit?.(lab, row, draft, before);
  const causes = Array.from(row.check?.(draft, before) ?? []);
  if (causes.length > 0) throw invalid(row, draft.metadata.name, causes);
  for (const { allow } of admissions) allow?.(lab, row, draft, before);
}

/** Stores a new object. @throws ApiError */
export function create(writing: Writing, row: Row, namespace: string | undefined, given: Thing): Thing {
  const { lab, isDryRun } = writing;
  const draft = structuredClone(withoutServerFields(given));
  const { metadata } = draft;
  if (row.namespaced) {
    if (namespace === undefined) throw badRequest('a namespace is needed');
    if (metadata.namespace !== undefined && metadata.namespace !== namespace)
      throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
    metadata.namespace = namespace;
    if (lab.store.get(NAMESPACES, { name: namespace }) === undefined) throw notFound(NAMESPACES, namespace);
  } else delete metadata.namespace;
  if (metadata.name === '' && metadata.generateName !== undefined)
    metadata.name = `${metadata.generateName}${suffix(lab.random)}`;
  checkName(row, draft);
  ready(writing, row, draft, undefined);
  if (!isDryRun) return lab.store.create(row, draft);
  const { version } = lab.store;
  return {
    ...draft,
    metadata: {
      ...metadata,
      resourceVersion: `${version()}`,
      creationTimestamp: new Date(lab.clock.now()).toISOString().slice(0, 19).concat('Z'),
    },
  };
}

/** Which part of an object a client may change: its status, or all but that. */
function only(row: Row, next: Thing, before: Thing, part: string | undefined): Thing {
  const isOfStatus = row.parts?.includes('status');
  const [status, old] = ['status' in next ? next.status : undefined, 'status' in before ? before.status : undefined];
  if (part === 'status')
    return {
      ...before,
      ...{ status },
      metadata: { ...before.metadata, resourceVersion: next.metadata.resourceVersion },
    };
  return isOfStatus ? { ...next, ...(old === undefined ? {} : { status: old }) } : next;
}

/**
 * Stores a change. Without a `resourceVersion` it holds for whatever is there. @throws ApiError
 */
export function update(writing: Writing, row: Row, before: Thing, given: Thing, part?: string): Thing {
  const { lab, isDryRun } = writing;
  const { metadata: old } = before;
  const { uid, resourceVersion } = given.metadata;
  if (given.metadata.name !== '' && given.metadata.name !== old.name)
    throw badRequest('the name of the object does not match the name on the URL');
  if (uid !== '' && uid !== old.uid)
    throw conflict(row, old.name, `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${old.uid}`);
  if (resourceVersion !== '' && resourceVersion !== old.resourceVersion) throw conflict(row, old.name);
  const kept = {
    ...{ name: old.name, uid: old.uid, resourceVersion: old.resourceVersion, creationTimestamp: old.creationTimestamp },
    ...(old.namespace === undefined ? {} : { namespace: old.namespace }),
    ...(old.generation === undefined ? {} : { generation: old.generation }),
    ...(old.deletionTimestamp === undefined ? {} : { deletionTimestamp: old.deletionTimestamp }),
    ...(old.deletionGracePeriodSeconds === undefined
      ? {}
      : { deletionGracePeriodSeconds: old.deletionGracePeriodSeconds }),
  };
  const draft = structuredClone(only(row, { ...given, metadata: { ...given.metadata, ...kept } }, before, part));
  draft.metadata.resourceVersion = old.resourceVersion;
  ready(writing, row, draft, before);
  if (isDryRun || isDeepStrictEqual(draft, before)) return draft;
  const stored = lab.store.replace(row, draft);
  if (isLeaving(stored)) removeReleased(lab, row, stored);
  return stored;
}
