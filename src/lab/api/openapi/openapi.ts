import { SERVED } from '../../kinds/kinds.ts';
import { apiVersionOf, rootOf } from '../../kinds/row.ts';
import { KUBERNETES } from '../discovery.ts';
import { hasFields, typeOfRow } from '../fields/fields.ts';
import { type ApiAnswer, type ApiRequest, json } from '../messages.ts';
import { pathsOf } from './paths.ts';
import { schemasOf } from './schemas.ts';

const INFO = { title: 'Kubernetes', version: 'unversioned' };
/** Of metrics nothing is told: no kubectl asks. */
const TOLD = SERVED.filter((row) => hasFields(typeOfRow(row)));
const FOLDERS = new Map(TOLD.map((row) => [rootOf(apiVersionOf(row)), apiVersionOf(row)]));

/** A document of this type without any bytes is one without any definition. */
const V2 = 'application/com.github.proto-openapi.spec.v2.v1.0+protobuf';

const made = new Map<string, ApiAnswer>();
function documentOf(apiVersion: string): ApiAnswer {
  const before = made.get(apiVersion);
  if (before) return before;
  const rows = TOLD.filter((row) => apiVersionOf(row) === apiVersion);
  const document = json({
    openapi: '3.0.0',
    info: INFO,
    paths: pathsOf(rows),
    components: { schemas: schemasOf(rows) },
  });
  made.set(apiVersion, document);
  return document;
}

/**
 * The API's description of itself (`/openapi/v3`), by which kubectl explains kinds, checks what a server can do, and knows
 * how lists are merged. The older `/openapi/v2` tells of no kind: kubectl wants it for a file with a `List`, whose items it
 * lets the server check where v2 does not know them.
 */
export function describeApi({ path }: ApiRequest): ApiAnswer | undefined {
  const [root, version, ...rest] = path.split('/').filter((one) => one !== '');
  if (root !== 'openapi') return undefined;
  if (version === 'v2') return { status: 200, headers: { 'content-type': V2 }, body: '' };
  if (version !== 'v3') return undefined;
  if (rest.length === 0) {
    const urls = Array.from(FOLDERS.keys(), (folder) => [
      folder,
      { serverRelativeURL: `/openapi/v3/${folder}?hash=${KUBERNETES}` },
    ]);
    return json({ paths: Object.fromEntries(urls) });
  }
  const apiVersion = FOLDERS.get(rest.join('/'));
  return apiVersion === undefined ? undefined : documentOf(apiVersion);
}
