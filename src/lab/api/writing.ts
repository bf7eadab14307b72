import type { Admission } from '../engine/admission.ts';
import { methodNotAllowed, notFound } from '../engine/errors.ts';
import type { Lab } from '../engine/lab.ts';
import type { Thing } from '../engine/object.ts';
import { apiVersionOf } from '../kinds/row.ts';
import { acceptBody, fieldValidationOf } from './accept.ts';
import { mediaType } from './body.ts';
import { chosenBy } from './choose.ts';
import { deleteIf, readDeleting } from './deleting.ts';
import type { ApiRequest } from './messages.ts';
import { applyObject, patchObject } from './patching.ts';
import type { Target } from './target.ts';
import { create, update, type Writing } from './write.ts';

interface Parts {
  lab: Lab;
  admissions: readonly Admission[];
}

/** What a request to write came to: an object to show, or an answer as it is. */
export type Written = { object: Thing; status: number } | { answer: object };

/** Who owns the fields that a request changes: who it says it is, or its program's name (`managerOrUserAgent`). */
export const managerOf = ({ query, headers }: ApiRequest): string =>
  query.get('fieldManager') || (headers['user-agent'] ?? '').split('/')[0]?.slice(0, 128) || 'unknown';

const VERBS: Readonly<Record<string, string>> = { POST: 'create', PUT: 'update', PATCH: 'patch' };

const verbOf = ({ method }: ApiRequest, { name }: Target): string =>
  method === 'DELETE' && name === undefined ? 'deletecollection' : (VERBS[method] ?? method.toLowerCase());

/**
 * Creates, replaces, patches and deletes objects, and their `status`. @param warn is told what the client should know
 * besides @throws ApiError
 */
export function writeObject(
  request: ApiRequest,
  { lab, admissions }: Parts,
  target: Target,
  warn: (message: string) => void,
): Written {
  const { row, namespace, name, part } = target;
  const { method, query } = request;
  if (row.verbs && !row.verbs.includes(verbOf(request, target))) throw methodNotAllowed();
  const isDryRun = query.get('dryRun') === 'All';
  const writing: Writing = { lab, admissions, isDryRun, manager: managerOf(request), warn };
  if (name === undefined) {
    if (method === 'DELETE') return deleteAll(request, lab, target);
    if (method !== 'POST') throw methodNotAllowed();
    const given = acceptBody(request, { row, level: fieldValidationOf(request), warn });
    return { object: create(writing, row, namespace, given), status: 201 };
  }
  const before = lab.store.get(row, { namespace, name });
  const patching = { writing, row, part };
  if (method === 'PATCH' && mediaType(request) === 'application/apply-patch+yaml') {
    const { object, isNew } = applyObject(request, before, { patching, namespace, name });
    return { object, status: isNew ? 201 : 200 };
  }
  if (before === undefined) throw notFound(row, name);
  switch (method) {
    case 'PUT': {
      const given = acceptBody(request, { row, level: fieldValidationOf(request), warn });
      return { object: update(writing, row, before, given, part), status: 200 };
    }
    case 'PATCH':
      return { object: patchObject(request, before, patching), status: 200 };
    case 'DELETE':
      return deleteOne(request, lab, target, before);
    default:
      throw methodNotAllowed();
  }
}

function deleteAll(request: ApiRequest, lab: Lab, { row, namespace }: Target): Written {
  const deleting = readDeleting(request);
  const gone = lab.store.list(row, namespace).filter(chosenBy(row, request.query));
  const items = gone.map((one) => deleteIf(lab, row, one, deleting));
  const metadata = { resourceVersion: `${lab.store.version()}` };
  return { answer: { kind: `${row.kind}List`, apiVersion: apiVersionOf(row), metadata, items } };
}

function deleteOne(request: ApiRequest, lab: Lab, { row, namespace, name }: Target, before: Thing): Written {
  const deleting = readDeleting(request);
  const left = deleteIf(lab, row, before, deleting);
  const { uid } = before.metadata;
  const isThere = lab.store.get(row, { namespace, name: before.metadata.name })?.metadata.uid === uid;
  if (isThere && !deleting.isDryRun) return { object: left, status: 200 };
  const details = { name, ...(row.group === '' ? {} : { group: row.group }), kind: row.plural, uid };
  return { answer: { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', details } };
}

/** Letters of all warnings of an answer together: headers are short. */
const MOST = 4096;

/** As warnings travel in a header (RFC 7234, 299: to be shown to the user). */
export function warningHeader(messages: readonly string[]): Record<string, string> {
  if (messages.length === 0) return {};
  const said = messages.map((one) => `299 - "${one.replaceAll(/[^ -~]/g, '?').replaceAll(/["\\]/g, '\\$&')}"`);
  let header = '';
  for (const one of said) if (header.length + one.length <= MOST) header += header === '' ? one : `, ${one}`;
  return { warning: header };
}
