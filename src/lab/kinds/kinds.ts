import * as cluster from './cluster.ts';
import * as core from './core.ts';
import { apiVersionOf, type Row } from './row.ts';
import { VIRTUAL } from './virtual.ts';
import * as workloads from './workloads.ts';

/** Every kind of a lab, as `kubectl api-resources` lists them: the core group first, then by group and name. */
export const KINDS: readonly Row[] = [core, workloads, cluster]
  .flatMap((rows): Row[] => Object.values(rows))
  .toSorted((one, other) => (`${one.group} ${one.plural}` < `${other.group} ${other.plural}` ? -1 : 1));

/** All that the API answers for: kinds that are stored, and those that are reckoned when a client asks. */
export const SERVED: readonly Row[] = [...KINDS, ...VIRTUAL];

const BY_PATH = new Map(SERVED.map((row) => [`${apiVersionOf(row)}/${row.plural}`, row]));
const BY_KIND = new Map(KINDS.map((row) => [`${apiVersionOf(row)} ${row.kind}`, row]));

/** `apps/v1`, `deployments` -> its row. */
export const rowOfPlural = (apiVersion: string, plural: string): Row | undefined =>
  BY_PATH.get(`${apiVersion}/${plural}`);

/** `apps/v1`, `Deployment` -> its row. */
export const rowOfKind = (apiVersion: string, kind: string): Row | undefined => BY_KIND.get(`${apiVersion} ${kind}`);
