import { ApiError, badRequest, notFound } from '../../engine/errors.ts';
import type { Lab } from '../../engine/lab.ts';
import { ENDPOINTS, PODS, SERVICES } from '../../kinds/core.ts';
import type { ApiAnswer } from '../messages.ts';
import type { Target } from '../target.ts';

interface Port {
  pod: string;
  port: number;
}

/** `web`, `web:80`, `http:web:80` -> a name and its port. */
function partsOf(name: string): { name: string; port: string } {
  const [first = '', second, third] = name.split(':');
  return third === undefined ? { name: first, port: second ?? '' } : { name: second ?? '', port: third };
}

function ofPod({ store }: Lab, namespace: string | undefined, named: string): Port {
  const { name, port } = partsOf(named);
  const pod = store.get(PODS, { namespace, name });
  if (pod === undefined) throw notFound(PODS, name);
  const own = pod.spec.containers.flatMap(({ ports = [] }) => ports)[0]?.containerPort ?? 80;
  const number = port === '' ? own : Number(port);
  if (!Number.isInteger(number)) throw badRequest(`invalid pod request "${named}"`);
  return { pod: name, port: number };
}

/** One of a Service's ready Pods. */
function ofService({ store, random }: Lab, namespace: string | undefined, named: string): Port {
  const { name, port } = partsOf(named);
  const service = store.get(SERVICES, { namespace, name });
  if (service === undefined) throw notFound(SERVICES, name);
  const ports = service.spec.ports ?? [];
  const meant =
    port === '' && ports.length === 1 ? ports[0] : ports.find((one) => one.name === port || `${one.port}` === port);
  const found = (store.get(ENDPOINTS, { namespace, name })?.subsets ?? []).flatMap(
    ({ addresses = [], ports: open = [] }) =>
      open
        .filter((one) => meant !== undefined && (one.name ?? '') === (meant.name ?? ''))
        .flatMap((one) =>
          addresses.flatMap(({ targetRef }) => (targetRef?.name ? [{ pod: targetRef.name, port: one.port }] : [])),
        ),
  );
  const chosen = found[Math.floor(random() * found.length)];
  if (chosen === undefined)
    throw new ApiError(503, 'ServiceUnavailable', `no endpoints available for service "${named}"`);
  return chosen;
}

/**
 * Which port a request through the API server goes to (`pods/proxy`, `services/proxy`). It is asked by who serves the API
 * (`src/lab/http`): 101, and the headers say what. @throws ApiError
 */
export function findProxied(lab: Lab, { row, namespace, name = '' }: Target): ApiAnswer {
  const { pod, port } = row.kind === 'Pod' ? ofPod(lab, namespace, name) : ofService(lab, namespace, name);
  const address = lab.store.get(PODS, { namespace, name: pod })?.status?.podIP ?? '';
  const headers = { 'lab-namespace': namespace ?? '', 'lab-pod': pod, 'lab-address': address, 'lab-port': `${port}` };
  return { status: 101, headers, body: '' };
}
