import { expect, test } from 'vitest';
import { isObject } from '../../../src/core/json.ts';
import { KINDS } from '../../../src/lab/kinds/kinds.ts';
import { apiVersionOf } from '../../../src/lab/kinds/row.ts';
import { at, DEPLOYMENTS, openApi, web } from './support.ts';

test('What the API gives may be put back as it is, and is no change', () => {
  const { ask } = openApi();
  ask('POST', DEPLOYMENTS, web());
  let count = 0;
  for (const row of KINDS) {
    if (row.verbs) continue;
    const version = apiVersionOf(row);
    const root = version === 'v1' ? '/api/v1' : `/apis/${version}`;
    const { items } = ask('GET', `${root}/${row.plural}`).body;
    for (const item of Array.isArray(items) ? items.filter(isObject) : []) {
      const namespace = at(item, 'metadata.namespace');
      const within = namespace === undefined ? '' : `/namespaces/${namespace}`;
      const path = `${root}${within}/${row.plural}/${encodeURIComponent(String(at(item, 'metadata.name')))}`;
      const { body } = ask('GET', path);
      const put = ask('PUT', `${path}?fieldValidation=Strict`, body);
      expect([path, put.body.message]).toEqual([path, undefined]);
      expect([path, at(put.body, 'metadata.resourceVersion')]).toEqual([path, at(body, 'metadata.resourceVersion')]);
      count++;
    }
  }
  expect(count).toBeGreaterThan(20);
});
