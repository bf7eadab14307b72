import { methodNotAllowed, notFound } from '../engine/errors.ts';
import type { Lab, Runtime } from '../engine/lab.ts';
import { type Thing, timeText } from '../engine/object.ts';
import { NODES, PODS } from '../kinds/core.ts';
import { apiVersionOf, type Row } from '../kinds/row.ts';
import { isTrue } from '../kinds/state.ts';
import type { Node, Pod } from '../kinds/types.ts';
import { NODE_METRICS, POD_METRICS } from '../kinds/virtual.ts';
import { chosenBy } from './choose.ts';
import { type ApiAnswer, type ApiRequest, json } from './messages.ts';

/** What a node's own programs take, whatever runs on it. */
const OWN = { millicores: 52, bytes: 412 * 2 ** 20 };

const usageWords = ({ millicores, bytes }: { millicores: number; bytes: number }): object => ({
  cpu: `${Math.round(millicores * 1_000_000)}n`,
  memory: `${Math.ceil(bytes / 1024)}Ki`,
});

const metricsOf = (row: Row, { metadata }: Thing, now: number, rest: object): object => ({
  ...{ kind: row.kind, apiVersion: apiVersionOf(row) },
  metadata: {
    name: metadata.name,
    ...(metadata.namespace === undefined ? {} : { namespace: metadata.namespace }),
    creationTimestamp: timeText(now),
    ...(metadata.labels ? { labels: metadata.labels } : {}),
  },
  ...{ timestamp: timeText(now), window: '15s' },
  ...rest,
});

/** What Pods and nodes take just now (`metrics.k8s.io`), for `kubectl top`. */
export function createMetrics({ store, clock }: Lab, runtime: Runtime) {
  function podMetrics(pod: Pod): object | undefined {
    const usage = pod.status?.phase === 'Running' ? runtime.usage(pod) : undefined;
    const containers = usage?.map(({ container, ...taken }) => ({ name: container, usage: usageWords(taken) }));
    return containers && metricsOf(POD_METRICS, pod, clock.now(), { containers });
  }
  function nodeMetrics(node: Node): object | undefined {
    if (!isTrue(node.status?.conditions, 'Ready')) return undefined;
    const pods = store.list(PODS).filter(({ spec }) => spec.nodeName === node.metadata.name);
    const all = pods.flatMap((pod) => runtime.usage(pod) ?? []);
    const sum = {
      millicores: all.reduce((so, { millicores }) => so + millicores, OWN.millicores),
      bytes: all.reduce((so, { bytes }) => so + bytes, OWN.bytes),
    };
    return metricsOf(NODE_METRICS, node, clock.now(), { usage: usageWords(sum) });
  }

  return (
    request: ApiRequest,
    row: Row,
    { namespace, name }: { namespace: string | undefined; name: string | undefined },
  ): ApiAnswer => {
    if (request.method !== 'GET') throw methodNotAllowed();
    const one = (place: { namespace?: string | undefined; name: string }): object | undefined => {
      const node = row === NODE_METRICS ? store.get(NODES, place) : undefined;
      const pod = row === POD_METRICS ? store.get(PODS, place) : undefined;
      return node ? nodeMetrics(node) : pod && podMetrics(pod);
    };
    if (name !== undefined) {
      const found = one({ namespace, name });
      if (found === undefined) {
        const resource = { group: row.group, plural: row.kind.toLowerCase(), kind: row.kind };
        throw notFound(resource, namespace === undefined ? name : `${namespace}/${name}`);
      }
      return json(found);
    }
    const of: Row = row === NODE_METRICS ? NODES : PODS;
    const items = store
      .list(of, namespace)
      .filter(chosenBy(of, request.query))
      .flatMap(({ metadata }) => one(metadata) ?? []);
    return json({ kind: `${row.kind}List`, apiVersion: apiVersionOf(row), metadata: {}, items });
  };
}
