import { isObject } from '../../core/json.ts';
import { allowDeletion } from '../controllers/admission/namespaces.ts';
import { deleteObject, type HowToDelete } from '../engine/deletion.ts';
import { conflict, invalid, invalidCause, unsupportedCause } from '../engine/errors.ts';
import type { Lab } from '../engine/lab.ts';
import type { Thing } from '../engine/object.ts';
import type { Row } from '../kinds/row.ts';
import { readBody } from './body.ts';
import type { ApiRequest } from './messages.ts';

/** What a request to delete wants, from its body or its query (`metav1.DeleteOptions`). */
interface Deleting extends HowToDelete {
  isDryRun: boolean;
  uid?: string | undefined;
  resourceVersion?: string | undefined;
}

const OPTIONS = { group: 'meta.k8s.io', plural: '', kind: 'DeleteOptions' } as const;
const WAYS = ['Foreground', 'Background', 'Orphan', 'nil'];
const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** @throws ApiError where the options make no sense. */
export function readDeleting(request: ApiRequest): Deleting {
  const { body, query } = request;
  const read = body.length === 0 ? {} : readBody(request);
  const options = isObject(read) ? read : {};
  const { orphanDependents, preconditions, dryRun } = options;
  const { uid, resourceVersion } = isObject(preconditions) ? preconditions : {};
  const seconds = options.gracePeriodSeconds ?? query.get('gracePeriodSeconds') ?? undefined;
  const grace = seconds === undefined || seconds === '' ? undefined : Number(seconds);
  const asked = options.propagationPolicy ?? query.get('propagationPolicy') ?? undefined;
  const orphan = (orphanDependents ?? query.get('orphanDependents') === 'true') === true ? 'Orphan' : undefined;
  const propagation = asked ?? orphan ?? 'Background';
  if (propagation !== 'Foreground' && propagation !== 'Background' && propagation !== 'Orphan')
    throw invalid(OPTIONS, '', [unsupportedCause('propagationPolicy', propagation, WAYS)]);
  if (grace !== undefined && !(Number.isInteger(grace) && grace >= 0))
    throw invalid(OPTIONS, '', [invalidCause('gracePeriodSeconds', grace, 'must be greater than or equal to 0')]);
  return {
    ...{ grace, propagation, uid: textIn(uid), resourceVersion: textIn(resourceVersion) },
    isDryRun: query.get('dryRun') === 'All' || (Array.isArray(dryRun) && dryRun.includes('All')),
  };
}

/** Deletes an object, or begins to, where the request's preconditions hold. @throws ApiError */
export function deleteIf(lab: Lab, row: Row, object: Thing, deleting: Deleting): Thing {
  const { uid, resourceVersion, isDryRun } = deleting;
  const { metadata } = object;
  if (uid !== undefined && uid !== metadata.uid)
    throw conflict(
      row,
      metadata.name,
      `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${metadata.uid}`,
    );
  if (resourceVersion !== undefined && resourceVersion !== metadata.resourceVersion)
    throw conflict(
      row,
      metadata.name,
      `Precondition failed: ResourceVersion in precondition: ${resourceVersion}, ResourceVersion in object meta: ${metadata.resourceVersion}`,
    );
  allowDeletion(row, object);
  return isDryRun ? object : deleteObject(lab, row, object, deleting);
}
