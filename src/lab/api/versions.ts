import { isObject, parseJson } from '../../core/json.ts';
import { EVENTS } from '../kinds/core.ts';
import { apiVersionOf, type Row, rootOf } from '../kinds/row.ts';
import { AUTOSCALERS_V1, NEW_EVENTS } from '../kinds/virtual.ts';
import { AUTOSCALERS } from '../kinds/workloads.ts';
import { readBody } from './body.ts';
import type { ApiAnswer, ApiRequest, ApiStream, Sink } from './messages.ts';

type Fields = Record<string, unknown>;

interface Version {
  row: Row;
  /** The row of which its objects are stored. */
  of: Row;
  /** From this version to the stored one, and back. A patch is turned as well. */
  stored(given: Fields): Fields;
  shown(object: Fields): Fields;
}

const cpu = (averageUtilization: unknown): object => ({
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } },
});

/** What a cpu metric says in percent; v1 knows no other. */
function percentOf(metrics: unknown, within: 'target' | 'current'): unknown {
  for (const one of Array.isArray(metrics) ? metrics : []) {
    const resource = isObject(one) && isObject(one.resource) ? one.resource : {};
    const said = resource[within];
    if (resource.name === 'cpu' && isObject(said)) return said.averageUtilization;
  }
  return undefined;
}

const VERSIONS: readonly Version[] = [
  {
    ...{ row: AUTOSCALERS_V1, of: AUTOSCALERS },
    stored({ spec, ...given }) {
      if (!isObject(spec)) return spec === undefined ? given : { ...given, spec };
      const { targetCPUUtilizationPercentage: percent, ...rest } = spec;
      return {
        ...given,
        spec: percent === undefined || percent === null ? rest : { ...rest, metrics: [cpu(percent)] },
      };
    },
    shown({ spec, status, ...object }) {
      const { metrics, behavior, ...rest } = isObject(spec) ? spec : {};
      const { currentMetrics, conditions, ...told } = isObject(status) ? status : {};
      const wanted = percentOf(metrics, 'target');
      const used = percentOf(currentMetrics, 'current');
      return {
        ...object,
        spec: { ...rest, ...(wanted === undefined ? {} : { targetCPUUtilizationPercentage: wanted }) },
        status: { ...told, ...(used === undefined ? {} : { currentCPUUtilizationPercentage: used }) },
      };
    },
  },
  {
    ...{ row: NEW_EVENTS, of: EVENTS },
    stored({ note, regarding, reportingController, deprecatedCount, ...given }) {
      return {
        ...given,
        ...(note === undefined ? {} : { message: note }),
        ...(regarding === undefined ? {} : { involvedObject: regarding }),
        ...(reportingController === undefined ? {} : { reportingComponent: reportingController }),
        ...(deprecatedCount === undefined ? {} : { count: deprecatedCount }),
      };
    },
    shown({ message, involvedObject, source, reportingComponent, count, firstTimestamp, lastTimestamp, ...object }) {
      return {
        ...object,
        ...{ note: message, regarding: involvedObject, reportingController: reportingComponent },
        ...{ deprecatedSource: source, deprecatedCount: count },
        ...{ deprecatedFirstTimestamp: firstTimestamp, deprecatedLastTimestamp: lastTimestamp },
      };
    },
  },
];

const folderOf = (row: Row): string => `/${rootOf(apiVersionOf(row))}/`;

/** A version of a kind that is not the one in which it is stored; undefined where a path is of none. */
export const versionOf = (path: string): Version | undefined =>
  VERSIONS.find(({ row }) => path.startsWith(folderOf(row)) && path.split('/').includes(row.plural));

function given(version: Version, request: ApiRequest): ApiRequest {
  const path = folderOf(version.of) + request.path.slice(folderOf(version.row).length);
  const isBody = request.body.length > 0 && ['POST', 'PUT', 'PATCH'].includes(request.method);
  const read = isBody ? readBody(request) : undefined;
  if (!isObject(read)) return { ...request, path };
  const { apiVersion, ...rest } = version.stored(read);
  const body = { ...rest, ...(apiVersion === undefined ? {} : { apiVersion: apiVersionOf(version.of) }) };
  const type = request.headers['content-type'] ?? '';
  return {
    ...{ ...request, path },
    headers: { ...request.headers, 'content-type': type.includes('protobuf') ? 'application/json' : type },
    body: Buffer.from(JSON.stringify(body)),
  };
}

function shown(version: Version, value: unknown): unknown {
  if (!isObject(value)) return value;
  const { kind, items, object } = value;
  const apiVersion = apiVersionOf(version.row);
  if (kind === version.of.kind) return { ...version.shown(value), apiVersion };
  if (kind === `${version.of.kind}List` && Array.isArray(items))
    return { ...value, apiVersion, items: items.map((one) => (isObject(one) ? version.shown(one) : one)) };
  // A change, as a watch tells it.
  return object === undefined ? value : { ...value, object: shown(version, object) };
}

const told = (version: Version, line: string): string => `${JSON.stringify(shown(version, parseJson(line)))}\n`;

/** Answers a request for another version of a kind by that in which it is stored. */
export function inVersion(
  version: Version,
  request: ApiRequest,
  answer: (request: ApiRequest) => ApiAnswer | ApiStream,
): ApiAnswer | ApiStream {
  const got = answer(given(version, request));
  if ('body' in got) return { ...got, body: told(version, got.body) };
  return {
    ...got,
    begin: (sink: Sink) => got.begin({ ...sink, write: (piece) => sink.write(told(version, piece)) }),
  };
}
