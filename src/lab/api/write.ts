import { isDeepStrictEqual } from 'node:util';
import type { Admission } from '../engine/admission.ts';
import { removeReleased } from '../engine/deletion.ts';
import { badRequest, type Cause, conflict, forbidden, invalid, notFound } from '../engine/errors.ts';
import { type Lab, suffix } from '../engine/lab.ts';
import { isLeaving, type ManagedFields, type Thing, timeText } from '../engine/object.ts';
import { NAMESPACES } from '../kinds/core.ts';
import type { Row } from '../kinds/row.ts';
import { checkMeta, checkMetaChange } from './check/meta.ts';
import { checkSchema } from './check/schema.ts';
import { afterUpdate } from './managed/managers.ts';

export interface Writing {
  lab: Lab;
  admissions: readonly Admission[];
  isDryRun: boolean;
  /** Who owns the fields that this changes. */
  manager: string;
  /** Is told what the client should know besides. */
  warn(message: string): void;
  /** Whose fields are whose, where that is known already: of an apply. */
  managedFields?: ManagedFields[];
}

/** What only the API server sets. */
function withoutServerFields(object: Thing): Thing {
  const { deletionTimestamp, deletionGracePeriodSeconds, generation, ...metadata } = object.metadata;
  return { ...object, metadata: { ...metadata, uid: '', resourceVersion: '', creationTimestamp: '' } };
}

/** Mistakes that are told at most: a body may be made of nothing else. */
const MOST = 50;

function firstOf(checks: readonly Iterable<Cause>[]): Cause[] {
  const causes: Cause[] = [];
  for (const check of checks)
    for (const cause of check) {
      if (causes.length === MOST) return causes;
      causes.push(cause);
    }
  return causes;
}

const specOf = (object: Thing | undefined): unknown => (object && 'spec' in object ? object.spec : undefined);

/** Fills a draft in and checks it; gives it with what its client set, and what defaults that left open. @throws ApiError */
function ready(
  { lab, admissions, warn }: Writing,
  row: Row,
  draft: Thing,
  before: Thing | undefined,
  part?: string,
): Thing {
  row.defaults?.(draft);
  // What admission adds to a new object belongs to no manager.
  const own = before ? draft : structuredClone(draft);
  if (before && part !== 'finalize') row.changed?.(draft, before);
  for (const { admit } of admissions) admit?.(lab, row, draft, before);
  if (before === undefined) row.created?.(draft);
  const causes = firstOf([
    before ? checkMetaChange(draft, before) : checkMeta(row, draft),
    row.check?.(draft, before) ?? [],
    checkSchema(row, draft),
  ]);
  if (causes.length > 0) throw invalid(row, draft.metadata.name, causes);
  for (const { allow } of admissions) allow?.(lab, row, draft, before);
  if (before === undefined || !isDeepStrictEqual(specOf(draft), specOf(before)))
    for (const one of row.warnings?.(draft) ?? []) warn(one);
  return own;
}

function isSame(draft: Thing, before: Thing, managedFields: readonly ManagedFields[]): boolean {
  const timeless = (all: readonly ManagedFields[]): object[] => all.map(({ time, ...rest }) => rest);
  const bare = ({ metadata: { managedFields: _, ...metadata }, ...rest }: Thing): object => ({ ...rest, metadata });
  return (
    isDeepStrictEqual(bare(draft), bare(before)) &&
    isDeepStrictEqual(timeless(managedFields), timeless(before.metadata.managedFields ?? []))
  );
}

/** Says whose fields are whose in a draft that is about to be stored; `own`: what is the writer's. */
function manage(
  writing: Writing,
  row: Row,
  { draft, own }: { draft: Thing; own: Thing },
  before: Thing | undefined,
  part?: string,
): void {
  const manager = { name: writing.manager, part, time: timeText(writing.lab.clock.now()) };
  const now = writing.managedFields ?? afterUpdate(row, before, own, manager);
  // Where nothing but the time is another, nothing was done.
  const managed = before && isSame(draft, before, now) ? (before.metadata.managedFields ?? []) : now;
  if (managed.length > 0) draft.metadata.managedFields = managed;
  else delete draft.metadata.managedFields;
}

/** Stores a new object. @throws ApiError */
export function create(writing: Writing, row: Row, namespace: string | undefined, given: Thing): Thing {
  const { lab, isDryRun } = writing;
  if (given.metadata.resourceVersion !== '')
    throw badRequest('resourceVersion should not be set on objects to be created');
  const draft = structuredClone(withoutServerFields(given));
  const { metadata } = draft;
  if (row.namespaced) {
    if (namespace === undefined) throw badRequest('an empty namespace may not be set during creation');
    if (metadata.namespace !== undefined && metadata.namespace !== namespace)
      throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
    metadata.namespace = namespace;
    const within = lab.store.get(NAMESPACES, { name: namespace });
    if (within === undefined) throw notFound(NAMESPACES, namespace);
    if (isLeaving(within))
      throw forbidden(
        row,
        metadata.name,
        `unable to create new content in namespace ${namespace} because it is being terminated`,
      );
  } else delete metadata.namespace;
  if (metadata.name === '' && metadata.generateName !== undefined && metadata.generateName !== '')
    metadata.name = `${metadata.generateName.slice(0, 58)}${suffix(lab.random)}`;
  if (!writing.managedFields) delete metadata.managedFields;
  const own = ready(writing, row, draft, undefined);
  manage(writing, row, { draft, own }, undefined);
  if (!isDryRun) return lab.store.create(row, draft);
  if (lab.store.get(row, draft.metadata)) lab.store.create(row, draft);
  const { resourceVersion, ...dry } = draft.metadata;
  // Nothing is stored, and so it has no version.
  return {
    ...draft,
    metadata: {
      ...dry,
      ...{
        uid: '00000000-0000-4000-8000-000000000000',
        creationTimestamp: timeText(lab.clock.now()),
        resourceVersion: '',
      },
      ...(row.counted ? { generation: 1 } : {}),
    },
  };
}

/** Which part of an object a client may change: its status, or all but that. */
function only(row: Row, next: Thing, before: Thing, part: string | undefined): Thing {
  const isOfStatus = row.parts?.includes('status');
  const [status, old] = ['status' in next ? next.status : undefined, 'status' in before ? before.status : undefined];
  if (part === 'status') {
    const { resourceVersion, managedFields } = next.metadata;
    return {
      ...before,
      ...{ status },
      metadata: { ...before.metadata, resourceVersion, ...(managedFields === undefined ? {} : { managedFields }) },
    };
  }
  if (part === 'finalize')
    return {
      ...before,
      ...{ spec: specOf(next) },
      metadata: { ...before.metadata, resourceVersion: next.metadata.resourceVersion },
    };
  if (!isOfStatus) return next;
  const { status: _, ...rest }: Thing & { status?: unknown } = next;
  return { ...rest, ...(old === undefined ? {} : { status: old }) };
}

/**
 * Stores a change. Without a `resourceVersion` it holds for whatever is there. @throws ApiError
 */
export function update(writing: Writing, row: Row, before: Thing, given: Thing, part?: string): Thing {
  const { lab, isDryRun } = writing;
  const { metadata: old } = before;
  const { uid, resourceVersion, name, namespace } = given.metadata;
  if (name !== old.name)
    throw badRequest(`the name of the object (${name}) does not match the name on the URL (${old.name})`);
  if (namespace !== undefined && namespace !== old.namespace)
    throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
  if (uid !== '' && uid !== old.uid)
    throw conflict(row, old.name, `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${old.uid}`);
  if (resourceVersion !== '' && resourceVersion !== old.resourceVersion) throw conflict(row, old.name);
  const { deletionTimestamp, deletionGracePeriodSeconds, generation, managedFields, ...theirs } = given.metadata;
  const kept = {
    ...{ name: old.name, uid: old.uid, resourceVersion: old.resourceVersion, creationTimestamp: old.creationTimestamp },
    ...(old.namespace === undefined ? {} : { namespace: old.namespace }),
    ...(old.generation === undefined ? {} : { generation: old.generation }),
    ...(old.deletionTimestamp === undefined ? {} : { deletionTimestamp: old.deletionTimestamp }),
    ...(old.deletionGracePeriodSeconds === undefined
      ? {}
      : { deletionGracePeriodSeconds: old.deletionGracePeriodSeconds }),
    ...(old.generateName === undefined ? {} : { generateName: old.generateName }),
    ...(managedFields === undefined ? {} : { managedFields }),
  };
  const draft = structuredClone(only(row, { ...given, metadata: { ...theirs, ...kept } }, before, part));
  draft.metadata.resourceVersion = old.resourceVersion;
  const own = ready(writing, row, draft, before, part);
  manage(writing, row, { draft, own }, before, part);
  if (isDryRun || isDeepStrictEqual(draft, before)) return draft;
  const stored = lab.store.replace(row, draft);
  if (isLeaving(stored)) removeReleased(lab, row, stored);
  return stored;
}
