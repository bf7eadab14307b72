import { isObject } from '../../core/json.ts';
import type { Admission } from '../engine/admission.ts';
import { deleteObject, type HowToDelete } from '../engine/deletion.ts';
import { ApiError, badRequest, methodNotAllowed, noSuchResource, notFound } from '../engine/errors.ts';
import type { Lab, Runtime } from '../engine/lab.ts';
import type { Thing } from '../engine/object.ts';
import { apiVersionOf, type Row } from '../kinds/row.ts';
import { asThing, mediaType, readBody } from './body.ts';
import { chosenBy } from './choose.ts';
import { discover } from './discovery.ts';
import { type ApiAnswer, type ApiRequest, type ApiStream, json } from './messages.ts';
import { describeApi } from './openapi/openapi.ts';
import { jsonPatch } from './patch/json.ts';
import { mergePatch } from './patch/merge.ts';
import { tableOf } from './table.ts';
import { type Target, targetOf } from './target.ts';
import { type Shape, watch } from './watch.ts';
import { create, update, type Writing } from './write.ts';

interface Parts {
  lab: Lab;
  admissions: readonly Admission[];
  runtime: Runtime;
}

const wantsTable = ({ headers }: ApiRequest): boolean => /as=Table/.test(headers.accept ?? '');

/** How a request wants to see objects: as a table, or whole (with what `list` says beside them). */
function shapeFor(request: ApiRequest, { lab }: Parts, row: Row): Shape {
  const metadata = () => ({ resourceVersion: `${lab.store.version()}` });
  if (wantsTable(request)) {
    const include = request.query.get('includeObject');
    return (objects, isFirst) =>
      tableOf(row, objects, { now: lab.clock.now(), include, metadata: metadata(), withColumns: isFirst });
  }
  return ([object]) => object ?? {};
}

function list(request: ApiRequest, parts: Parts, { row, namespace, name }: Target): ApiAnswer | ApiStream {
  const { store, clock } = parts.lab;
  const byQuery = chosenBy(row, request.query);
  const chosen = (object: Thing): boolean => (name === undefined || object.metadata.name === name) && byQuery(object);
  if (request.query.get('watch') === 'true' || request.query.get('watch') === '1')
    return watch(parts.lab, {
      ...{ row, namespace, chosen, query: request.query },
      ...{ shape: shapeFor(request, parts, row), isTable: wantsTable(request) },
    });
  const objects = store
    .list(row, namespace)
    .filter(chosen)
    .toSorted((one, other) => (pathOf(one) < pathOf(other) ? -1 : 1));
  const metadata = { resourceVersion: `${store.version()}` };
  if (wantsTable(request))
    return json(tableOf(row, objects, { now: clock.now(), include: request.query.get('includeObject'), metadata }));
  // Items of a list leave out what the list says for all.
  const items = objects.map(({ apiVersion, kind, ...rest }) => rest);
  return json({ kind: `${row.kind}List`, apiVersion: apiVersionOf(row), metadata, items });
}

const pathOf = ({ metadata }: Thing): string => `${metadata.namespace ?? ''}/${metadata.name}`;

function show(request: ApiRequest, { lab }: Parts, row: Row, object: Thing, status = 200): ApiAnswer {
  if (!wantsTable(request)) return json(object, status);
  const { resourceVersion } = object.metadata;
  const include = request.query.get('includeObject');
  return json(tableOf(row, [object], { now: lab.clock.now(), include, metadata: { resourceVersion } }), status);
}

function patched(request: ApiRequest, before: Thing): unknown {
  const type = mediaType(request);
  const patch = readBody(request);
  if (type === 'application/json-patch+json') return jsonPatch(before, patch);
  if (type === 'application/merge-patch+json') return mergePatch(before, patch);
  throw new ApiError(
    415,
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json`,
  );
}

function howToDelete({ body, query, ...request }: ApiRequest): HowToDelete {
  const read = body.length === 0 ? {} : readBody({ ...request, body, query });
  const options = isObject(read) ? read : {};
  const grace = options.gracePeriodSeconds ?? query.get('gracePeriodSeconds') ?? undefined;
  const propagation = options.propagationPolicy ?? query.get('propagationPolicy') ?? undefined;
  if (propagation !== undefined && !['Background', 'Foreground', 'Orphan'].includes(String(propagation)))
    throw badRequest(`invalid propagationPolicy: ${String(propagation)}`);
  return {
    grace: grace === undefined ? undefined : Number(grace),
    propagation: propagation === 'Foreground' || propagation === 'Orphan' ? propagation : 'Background',
  };
}

function answerOf(request: ApiRequest, parts: Parts, target: Target): ApiAnswer | ApiStream {
  const { lab, admissions } = parts;
  const { store } = lab;
  const { row, namespace, name, part } = target;
  const { method, query } = request;
  const isDryRun = query.get('dryRun') === 'All';
  const writing: Writing = { lab, admissions, isDryRun };
  if (name === undefined) {
    if (method === 'GET') return list(request, parts, target);
    if (method === 'POST')
      return show(request, parts, row, create(writing, row, namespace, asThing(readBody(request), row)), 201);
    if (method === 'DELETE') {
      const chosen = chosenBy(row, query);
      const how = howToDelete(request);
      const gone = store.list(row, namespace).filter(chosen);
      for (const one of gone) if (!isDryRun) deleteObject(lab, row, one, how);
      return json({ kind: `${row.kind}List`, apiVersion: apiVersionOf(row), metadata: {}, items: gone });
    }
    throw methodNotAllowed();
  }
  if (method === 'GET' && (query.get('watch') === 'true' || query.get('watch') === '1'))
    return list(request, parts, target);
  const object = store.get(row, { namespace, name });
  if (object === undefined) throw notFound(row, name);
  if (part !== undefined && part !== 'status') throw noSuchResource();
  switch (method) {
    case 'GET':
      return show(request, parts, row, object);
    case 'PUT':
      return show(request, parts, row, update(writing, row, object, asThing(readBody(request), row), part));
    case 'PATCH':
      return show(request, parts, row, update(writing, row, object, asThing(patched(request, object), row), part));
    case 'DELETE': {
      const how = howToDelete(request);
      const left = isDryRun ? object : deleteObject(lab, row, object, how);
      if (store.get(row, { namespace, name }) !== undefined) return show(request, parts, row, left);
      const details = {
        name,
        ...(row.group === '' ? {} : { group: row.group }),
        kind: row.plural,
        uid: object.metadata.uid,
      };
      return json({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', details });
    }
    default:
      throw methodNotAllowed();
  }
}

/** Answers requests to a lab's API. What it refuses is an answer in Kubernetes' words; what it throws is a bug. */
export function createApi(parts: Parts) {
  return (request: ApiRequest): ApiAnswer | ApiStream => {
    try {
      const found = discover(request) ?? describeApi(request);
      if (found) return found;
      const target = targetOf(request.path);
      if (target === undefined) throw noSuchResource();
      return answerOf(request, parts, target);
    } catch (error) {
      if (error instanceof ApiError) return json(error.status, error.status.code);
      throw error;
    }
  };
}
