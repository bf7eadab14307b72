/** A cluster whose API a test asks, on a clock that stands still. */
import { isObject, parseJson } from '../../../src/core/json.ts';
import { createCluster } from '../../../src/lab/engine/cluster.ts';

type Value = Record<string, unknown>;

export interface Asked {
  status: number;
  body: Value;
  warning: string | undefined;
}

const START = Date.UTC(2026, 0, 5, 9);

/** What a test says to an API, and how it answers. `turn` lets seconds of the lab go by, without what is due in them. */
export function openApi() {
  let now = START;
  let nth = 0;
  const timers = { now: () => now, after: () => () => {} };
  const cluster = createCluster({
    ...{ timers, start: START, random: () => 0.5, uid: () => `uid-${nth++}` },
    failed: (error) => {
      throw error;
    },
  });
  function ask(method: string, path: string, body?: unknown, type = 'application/json'): Asked {
    const url = new URL(path, 'http://lab');
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    const answer = cluster.request({
      ...{ method, path: url.pathname, query: url.searchParams, body: new TextEncoder().encode(text) },
      headers: { 'content-type': type, accept: 'application/json', 'user-agent': 'curl/8' },
    });
    if (!('body' in answer)) throw new Error('a stream');
    const read = parseJson(answer.body);
    return { status: answer.status, body: isObject(read) ? read : {}, warning: answer.headers.warning };
  }
  // What a controller makes, which does nothing here: no time goes by.
  ask('POST', '/api/v1/namespaces/default/serviceaccounts', { metadata: { name: 'default' } });
  return {
    ask,
    turn(seconds: number): void {
      now += seconds * 1000;
    },
    close: cluster.close,
  };
}

export const SMP = 'application/strategic-merge-patch+json';
export const APPLY = 'application/apply-patch+yaml';
export const MERGE = 'application/merge-patch+json';
export const JSON_PATCH = 'application/json-patch+json';

export const DEPLOYMENTS = '/apis/apps/v1/namespaces/default/deployments';

/** A Deployment as a manifest has it. */
export const web = (more: Value = {}): Value => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', labels: { app: 'web' } },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'nginx', image: 'nginx:1.25' }] },
    },
    ...more,
  },
});

/** What stands at a path of a value: `spec.template.spec.containers.0.image`. */
export function at(value: unknown, path: string): unknown {
  let found: unknown = value;
  for (const key of path.split('.')) {
    const entries = isObject(found) || Array.isArray(found) ? Object.entries(found) : [];
    found = entries.find(([one]) => one === key)?.[1];
  }
  return found;
}
