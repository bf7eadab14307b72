import type { Admission } from '../engine/admission.ts';
import { ApiError, noSuchResource, notFound } from '../engine/errors.ts';
import type { Lab, Runtime } from '../engine/lab.ts';
import type { Thing } from '../engine/object.ts';
import { apiVersionOf, type Row } from '../kinds/row.ts';
import { NODE_METRICS, POD_METRICS, REVIEWS } from '../kinds/virtual.ts';
import { authorise } from './access/authorise.ts';
import { review } from './access/reviews.ts';
import { chosenBy } from './choose.ts';
import { discover } from './discovery.ts';
import { type ApiAnswer, type ApiRequest, type ApiStream, json } from './messages.ts';
import { createMetrics } from './metrics.ts';
import { describeApi } from './openapi/openapi.ts';
import { answerPart } from './parts/parts.ts';
import { prettyFor } from './pretty.ts';
import { tableOf, wantsTable } from './table.ts';
import { type Target, targetOf } from './target.ts';
import { inVersion, versionOf } from './versions.ts';
import { type Shape, watch } from './watch.ts';
import { warningHeader, writeObject } from './writing.ts';

interface Parts {
  lab: Lab;
  admissions: readonly Admission[];
  runtime: Runtime;
}

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
  const { resourceVersion, ...metadata } = object.metadata;
  // What was only tried has none.
  if (!wantsTable(request)) return json(resourceVersion === '' ? { ...object, metadata } : object, status);
  const include = request.query.get('includeObject');
  return json(tableOf(row, [object], { now: lab.clock.now(), include, metadata: { resourceVersion } }), status);
}

/** Parts of an object that are written as the object itself is; the others have handlers of their own. */
const WRITTEN: readonly (string | undefined)[] = [undefined, 'status', 'finalize', 'ephemeralcontainers'];

function answerOf(request: ApiRequest, parts: Parts, target: Target): ApiAnswer | ApiStream {
  const { row, namespace, name, part } = target;
  const { method, query } = request;
  if (method === 'GET' && (name === undefined || query.get('watch') === 'true' || query.get('watch') === '1'))
    return list(request, parts, target);
  if (!WRITTEN.includes(part)) return answerPart(request, parts, target);
  if (method === 'GET') {
    const object = name === undefined ? undefined : parts.lab.store.get(row, { namespace, name });
    if (object === undefined) throw notFound(row, name ?? '');
    return show(request, parts, row, object);
  }
  const warnings: string[] = [];
  const written = writeObject(request, parts, target, (message) => void warnings.push(message));
  const answer = 'answer' in written ? json(written.answer) : show(request, parts, row, written.object, written.status);
  return warned(answer, warnings);
}

function warned<T extends ApiAnswer | ApiStream>(answer: T, messages: readonly string[]): T {
  return messages.length === 0 ? answer : { ...answer, headers: { ...warningHeader(messages), ...answer.headers } };
}

/** What a request is for. @throws ApiError */
function targetIn({ path }: ApiRequest): Target {
  const target = targetOf(path);
  if (target === undefined) throw noSuchResource();
  return target;
}

/** Answers requests to a lab's API. What it refuses is an answer in Kubernetes' words; what it throws is a bug. */
export function createApi(parts: Parts) {
  const { lab, runtime } = parts;
  const measure = createMetrics(lab, runtime);
  function answer(request: ApiRequest): ApiAnswer | ApiStream {
    const user = authorise(lab, request);
    const found = discover(request) ?? describeApi(request);
    if (found) return found;
    const version = versionOf(request.path);
    if (version) return inVersion(version, request, (given) => answerOf(given, parts, targetIn(given)));
    const target = targetIn(request);
    const { row } = target;
    if (REVIEWS.includes(row)) return review(lab, user, { kind: row.kind, apiVersion: apiVersionOf(row) }, request);
    if (row === NODE_METRICS || row === POD_METRICS) return measure(request, row, target);
    const answered = answerOf(request, parts, target);
    return warned(answered, row.warning === undefined ? [] : [row.warning]);
  }
  return (request: ApiRequest): ApiAnswer | ApiStream => {
    try {
      const answered = answer(request);
      return 'body' in answered ? prettyFor(request, answered) : answered;
    } catch (error) {
      if (error instanceof ApiError) return prettyFor(request, json(error.status, error.status.code));
      throw error;
    }
  };
}
