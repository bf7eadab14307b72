import { isObject, parseJson } from '../../core/json.ts';
import type { LabClient } from '../../core/lab.ts';
import { withTimeout } from '../../core/with-timeout.ts';
import { KINDS } from '../kinds/kinds.ts';
import { apiVersionOf, type Row, rootOf } from '../kinds/row.ts';

/** Milliseconds that an offer waits for names: a student types on meanwhile. */
const PATIENCE = 400;
/** Names that are looked at. */
const MOST = 500;

/** The kind that a word names: `po`, `pods`, `Pod`. */
export function kindNamed(word: string): Row | undefined {
  const name = word.toLowerCase();
  return KINDS.find(
    ({ plural, singular, short }) => plural === name || singular === name || short?.includes(name) === true,
  );
}

const cellsOf = (row: unknown): readonly unknown[] => (isObject(row) && Array.isArray(row.cells) ? row.cells : []);

/** The names of a kind's objects, in one namespace or in all; none where the lab does not tell them at once. */
export async function namesIn(client: LabClient, row: Row, namespace: string | undefined): Promise<readonly string[]> {
  const within = row.namespaced && namespace !== undefined ? `/namespaces/${encodeURIComponent(namespace)}` : '';
  const asked = client
    .request({
      ...{ method: 'GET', path: `/${rootOf(apiVersionOf(row))}${within}/${row.plural}`, body: new Uint8Array() },
      // Of a table without its objects every name comes, and little else.
      query: new URLSearchParams({ includeObject: 'None', limit: `${MOST}` }),
      headers: { accept: 'application/json;as=Table;v=v1;g=meta.k8s.io' },
    })
    // A lab that has just ended has no names.
    .catch(() => undefined);
  const table = parseJson((await withTimeout(asked, PATIENCE))?.body ?? '');
  if (!isObject(table) || !Array.isArray(table.columnDefinitions) || !Array.isArray(table.rows)) return [];
  const at = table.columnDefinitions.findIndex((column) => isObject(column) && column.name === 'Name');
  return table.rows
    .slice(0, MOST)
    .map((one) => cellsOf(one)[at])
    .filter((name) => typeof name === 'string');
}
