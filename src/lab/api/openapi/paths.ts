import { apiVersionOf, type Row, rootOf } from '../../kinds/row.ts';
import { typeOfRow } from '../fields/fields.ts';
import { refTo } from './schemas.ts';

const PATCHES = [
  'application/apply-patch+yaml',
  'application/json-patch+json',
  'application/merge-patch+json',
  'application/strategic-merge-patch+json',
];
const WRITING = ['dryRun', 'fieldManager', 'fieldValidation'];

const query = (name: string, type = 'string'): object => ({
  ...{ name, in: 'query' },
  schema: { type, uniqueItems: true },
});

/** What may be done at the paths of a kind: kubectl looks for the queries that each takes. */
function operations(row: Row): { all: object; one: object } {
  const gvk = { group: row.group, version: row.version, kind: row.kind };
  const content = { 'application/json': { schema: { $ref: refTo(typeOfRow(row)) } } };
  const operation = (action: string, queries: readonly object[], body?: object): object => ({
    ...(queries.length > 0 ? { parameters: queries } : {}),
    ...(body ? { requestBody: { content: body, required: true } } : {}),
    responses: { 200: { description: 'OK', content } },
    ...{ 'x-kubernetes-action': action, 'x-kubernetes-group-version-kind': gvk },
  });
  const writing = WRITING.map((name) => query(name));
  const anything = { schema: { type: 'object' } };
  return {
    all: {
      get: operation('list', [query('labelSelector'), query('fieldSelector'), query('watch', 'boolean')]),
      post: operation('post', writing, content),
      delete: operation('deletecollection', [query('dryRun')]),
    },
    one: {
      get: operation('get', []),
      put: operation('put', writing, content),
      patch: operation(
        'patch',
        [...writing, query('force', 'boolean')],
        Object.fromEntries(PATCHES.map((type) => [type, anything])),
      ),
      delete: operation('delete', [query('dryRun'), query('gracePeriodSeconds', 'integer')]),
    },
  };
}

/** Every path of some kinds' objects, with what may be done there. */
export function pathsOf(rows: readonly Row[]): object {
  return Object.fromEntries(
    rows.flatMap((row): [string, object][] => {
      const all = `/${rootOf(apiVersionOf(row))}${row.namespaced ? '/namespaces/{namespace}' : ''}/${row.plural}`;
      const { all: atAll, one } = operations(row);
      return [
        [all, atAll],
        [`${all}/{name}`, one],
      ];
    }),
  );
}
