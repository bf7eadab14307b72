import { dig, maps, numberOf, type Spot, textOf } from '../../spot.ts';
import { containersOf, type Rule, unmeant } from '../rule.ts';
import { type Probe, text } from './text.ts';

const PROBES: readonly Probe[] = ['startupProbe', 'livenessProbe', 'readinessProbe'];

const portsOf = (container: Spot): Spot[] => maps(dig(container, 'ports'));
const numbersOf = (ports: readonly Spot[]): number[] =>
  ports.flatMap((port) => numberOf(dig(port, 'containerPort')) ?? []);

/** Names of a port at which the app itself listens; beside one for metrics or webhooks there is another one for sure. */
const OF_APP = /^(?:https?|web|www|app|api|server|main|default|tcp)\b/;

/** The only port that a container declares, where its app listens there. */
function appPort(container: Spot): number | undefined {
  const ports = portsOf(container);
  const [port, other] = new Set(numbersOf(ports));
  const isOfApp = ports.every((one) => OF_APP.test(textOf(dig(one, 'name')) ?? 'app'));
  return other === undefined && isOfApp ? port : undefined;
}

/**
 * Probes that ask a port by a number which no container of their Pod declares. Ports need not be declared, so that it is
 * only likely to be a slip: where a container declares none or several, nothing is said.
 */
export const probes: Rule = function* (things) {
  for (const { pod } of things) {
    const all = containersOf(pod);
    const open = new Set(numbersOf(all.flatMap(portsOf)));
    for (const container of all) {
      const own = appPort(container);
      if (own === undefined) continue;
      for (const key of PROBES)
        for (const action of ['httpGet', 'tcpSocket']) {
          const at = dig(container, key, action, 'port');
          const port = numberOf(at);
          // Another host has ports of its own.
          if (!at || port === undefined || open.has(port) || dig(container, key, action, 'host')) continue;
          yield unmeant(
            'unknown-port',
            at,
            text.both((t) => t.probePort(key, port, own)),
            `port: ${own}`,
          );
        }
    }
  }
};
