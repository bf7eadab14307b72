import { parse } from 'yaml';
import { isObject, parseJson } from '../../core/json.ts';
import { ApiError, badRequest } from '../engine/errors.ts';
import type { Thing } from '../engine/object.ts';
import { apiVersionOf, type Row } from '../kinds/row.ts';
import type { ApiRequest } from './messages.ts';
import { decodeProtobuf } from './protobuf/decode.ts';

export const mediaType = ({ headers }: Pick<ApiRequest, 'headers'>): string =>
  (headers['content-type'] ?? 'application/json').split(';')[0]?.trim() ?? '';

const decoder = new TextDecoder('utf-8', { fatal: true });

export function textOf({ body }: Pick<ApiRequest, 'body'>): string {
  try {
    return decoder.decode(body);
  } catch {
    throw badRequest('the body is no UTF-8');
  }
}

/** YAML, which may be JSON, as kubectl sends it. */
function readYaml(text: string): unknown {
  if (isTooDeep(text)) throw badRequest('exceeded max depth');
  const value = parseJson(text);
  if (value !== undefined) return value;
  try {
    // Without aliases: a few lines of them can stand for more than there is memory. To look for keys that stand twice takes
    // the library too long.
    return parse(text, { maxAliasCount: 0, schema: 'core', uniqueKeys: false });
  } catch (error) {
    const [why = ''] = error instanceof Error ? error.message.split('\n') : [];
    throw badRequest(`error decoding patch: error converting YAML to JSON: yaml: ${why}`);
  }
}

/** How deep lists and objects may stand in one another: what is deeper is no object of Kubernetes, but means harm. */
const DEEPEST = 500;

function isTooDeep(text: string): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (isText) {
      if (letter === '\\') at++;
      else if (letter === '"') isText = false;
    } else if (letter === '"') isText = true;
    else if (letter === '{' || letter === '[') {
      if (++depth > DEEPEST) return true;
    } else if (letter === '}' || letter === ']') depth--;
  }
  return false;
}

/** A request's body as JSON. @throws ApiError */
export function readBody(request: ApiRequest): unknown {
  const type = mediaType(request);
  if (type === 'application/vnd.kubernetes.protobuf') return decodeProtobuf(request.body);
  if (type === 'application/yaml' || type === 'application/apply-patch+yaml') return readYaml(textOf(request));
  if (!type.includes('json'))
    throw new ApiError(
      415,
      'UnsupportedMediaType',
      `the body of the request was in an unknown format - accepted media types include: application/json, application/yaml, application/vnd.kubernetes.protobuf`,
    );
  const text = textOf(request);
  if (isTooDeep(text)) throw badRequest('exceeded max depth');
  const value = parseJson(text);
  if (value === undefined) throw badRequest('the object provided is unrecognized: it is no JSON');
  return value;
}

/** @throws ApiError where a body says that it is of another kind. */
export function checkKind(value: unknown, row: Row): void {
  if (!isObject(value)) throw badRequest(`the object provided is unrecognized (must be of type ${row.kind})`);
  const apiVersion = apiVersionOf(row);
  const { apiVersion: given = apiVersion, kind = row.kind } = value;
  if (given !== apiVersion)
    throw badRequest(
      `the API version in the data (${String(given)}) does not match the expected API version (${apiVersion})`,
    );
  if (kind !== row.kind)
    throw badRequest(`${String(kind)} in version ${JSON.stringify(row.version)} cannot be handled as a ${row.kind}`);
}

/** An object of a kind, from a client: what all have in common is there, or filled in. @throws ApiError */
export function asThing(value: unknown, row: Row): Thing & Record<string, unknown> {
  checkKind(value, row);
  const { metadata = {}, ...rest } = isObject(value) ? value : {};
  const {
    name = '',
    uid = '',
    resourceVersion = '',
    creationTimestamp = '',
    ...more
  } = isObject(metadata) ? metadata : {};
  if (typeof name !== 'string' || typeof uid !== 'string' || typeof resourceVersion !== 'string')
    throw badRequest('metadata: name, uid and resourceVersion are texts');
  return {
    ...rest,
    ...{ apiVersion: apiVersionOf(row), kind: row.kind },
    metadata: { ...more, ...{ name, uid, resourceVersion }, creationTimestamp: String(creationTimestamp) },
  };
}
