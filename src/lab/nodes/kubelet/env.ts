import { textOfBytes } from '../../bytes.ts';
import type { Lab } from '../../engine/lab.ts';
import { CONFIGMAPS, NODES, SECRETS, SERVICES } from '../../kinds/core.ts';
import type { Container, EnvVar, Pod, Service } from '../../kinds/types.ts';
import { fieldOf, resourceOf } from './fields.ts';

/** Why a container cannot be made: its words stand in its status. */
export interface Refusal {
  refused: string;
}

/** Characters that may still come of variables: those that name one another could grow without end. */
export interface Room {
  left: number;
}

/** What Linux takes of arguments and environment together. */
export const newRoom = (): Room => ({ left: 2_000_000 });

/** `$(NAME)` becomes what is known of it; `$$(NAME)` stays as `$(NAME)` (third_party/forked/golang/expansion). */
export const expand = (text: string, known: Readonly<Record<string, string>>, room: Room): string =>
  text.replace(/\$\$|\$\(([^()]{1,256})\)/g, (whole, name: string | undefined) => {
    if (name === undefined) return '$';
    const value = known[name];
    if (value === undefined) return whole;
    room.left -= value.length;
    return room.left < 0 ? '' : value;
  });

const upper = (name: string): string => name.toUpperCase().replaceAll('-', '_').replaceAll('.', '_');

/** The variables by which a Pod learns of Services (kubernetes/pkg/kubelet/envvars). */
function serviceVariables(services: readonly Service[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { metadata, spec } of services) {
    const ip = spec.clusterIP;
    const [first] = spec.ports ?? [];
    if (ip === undefined || ip === '' || ip === 'None' || first === undefined) continue;
    const name = upper(metadata.name);
    found[`${name}_SERVICE_HOST`] = ip;
    found[`${name}_SERVICE_PORT`] = `${first.port}`;
    for (const port of spec.ports ?? [])
      if (port.name !== undefined && port.name !== '')
        found[`${name}_SERVICE_PORT_${upper(port.name)}`] = `${port.port}`;
    found[`${name}_PORT`] = `${(first.protocol ?? 'TCP').toLowerCase()}://${ip}:${first.port}`;
    for (const { port, protocol = 'TCP' } of spec.ports ?? []) {
      const prefix = `${name}_PORT_${port}_${protocol}`;
      found[prefix] = `${protocol.toLowerCase()}://${ip}:${port}`;
      found[`${prefix}_PROTO`] = protocol.toLowerCase();
      found[`${prefix}_PORT`] = `${port}`;
      found[`${prefix}_ADDR`] = ip;
    }
  }
  return found;
}

function linkedServices({ store }: Lab, { metadata, spec }: Pod): Service[] {
  const master = store.get(SERVICES, { namespace: 'default', name: 'kubernetes' });
  const own = spec.enableServiceLinks === false ? [] : store.list(SERVICES, metadata.namespace);
  return [...(master ? [master] : []), ...own.filter(({ metadata: { uid } }) => uid !== master?.metadata.uid)];
}

/** A Secret's data as its container reads it. */
export const decoded = (text: string): string => textOfBytes(Buffer.from(text, 'base64'));

function dataOf(
  { store }: Lab,
  kind: 'ConfigMap' | 'Secret',
  namespace: string | undefined,
  name: string,
): Record<string, string> | undefined {
  const place = { namespace, name };
  if (kind === 'ConfigMap') return store.get(CONFIGMAPS, place) && (store.get(CONFIGMAPS, place)?.data ?? {});
  const secret = store.get(SECRETS, place);
  return secret && Object.fromEntries(Object.entries(secret.data ?? {}).map(([key, text]) => [key, decoded(text)]));
}

/** The values of one variable; undefined where it is optional and its source is missing. */
function valueOfVariable(
  lab: Lab,
  pod: Pod,
  container: Container,
  { value, valueFrom }: EnvVar,
  known: Readonly<Record<string, string>>,
  room: Room,
): string | undefined | Refusal {
  if (valueFrom === undefined) return expand(value ?? '', known, room);
  const { namespace } = pod.metadata;
  const { configMapKeyRef, secretKeyRef, fieldRef, resourceFieldRef } = valueFrom;
  for (const [kind, ref] of [['ConfigMap', configMapKeyRef] as const, ['Secret', secretKeyRef] as const]) {
    if (ref === undefined) continue;
    const data = dataOf(lab, kind, namespace, ref.name ?? '');
    if (data === undefined)
      return ref.optional ? undefined : { refused: `${kind.toLowerCase()} "${ref.name ?? ''}" not found` };
    const text = data[ref.key];
    if (text !== undefined) return text;
    return ref.optional
      ? undefined
      : { refused: `couldn't find key ${ref.key} in ${kind} ${namespace}/${ref.name ?? ''}` };
  }
  if (fieldRef) return fieldOf(pod, fieldRef.fieldPath) ?? '';
  if (resourceFieldRef) {
    const { containerName, resource, divisor } = resourceFieldRef;
    const node = lab.store.get(NODES, { name: pod.spec.nodeName ?? '' });
    const of = [...pod.spec.containers, ...(pod.spec.initContainers ?? [])].find(({ name }) => name === containerName);
    return resourceOf(of ?? container, node, resource, divisor);
  }
  return '';
}

/** The environment of a container, in the order in which later ones win: its image's, Services', `envFrom`, `env`. */
export function environmentOf(
  lab: Lab,
  pod: Pod,
  container: Container,
  image: Readonly<Record<string, string>>,
): { env: Record<string, string> } | Refusal {
  const found: Record<string, string> = {};
  for (const { prefix = '', configMapRef, secretRef } of container.envFrom ?? [])
    for (const [kind, ref] of [['ConfigMap', configMapRef] as const, ['Secret', secretRef] as const]) {
      if (ref === undefined) continue;
      const data = dataOf(lab, kind, pod.metadata.namespace, ref.name ?? '');
      if (data === undefined && !ref.optional)
        return { refused: `${kind.toLowerCase()} "${ref.name ?? ''}" not found` };
      for (const [key, text] of Object.entries(data ?? {})) found[`${prefix}${key}`] = text;
    }
  const services = serviceVariables(linkedServices(lab, pod));
  const room = newRoom();
  const known = { ...services, ...found };
  for (const variable of container.env ?? []) {
    const value = valueOfVariable(lab, pod, container, variable, known, room);
    if (typeof value === 'object') return value;
    if (value !== undefined) known[variable.name] = value;
  }
  return { env: { ...image, ...known } };
}
