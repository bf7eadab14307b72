/** Which Pods stand behind a Service, on which ports (kubernetes/pkg/controller/util/endpoint, endpointslice). */

import { isLeaving } from '../../engine/object.ts';
import { isOver, isReady } from '../../kinds/state.ts';
import type { Container, ObjectReference, Pod, Service, ServicePort } from '../../kinds/types.ts';

interface Port {
  name?: string;
  port: number;
  protocol: string;
  appProtocol?: string;
}

export interface Behind {
  pod: Pod;
  ip: string;
  ready: boolean;
  serving: boolean;
  terminating: boolean;
  hostname?: string;
  ports: readonly Port[];
}

/** A port of a Pod that is called by its number, or by the name that a container gives it. */
function portOf({ spec }: Pod, { targetPort, port, protocol = 'TCP' }: ServicePort): number | undefined {
  const target = targetPort ?? port;
  if (typeof target === 'number') return target || port;
  const sidecars = (spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always');
  const containers: Container[] = [...spec.containers, ...sidecars];
  return containers
    .flatMap(({ ports = [] }) => ports)
    .find((one) => one.name === target && (one.protocol ?? 'TCP') === protocol)?.containerPort;
}

function portsOf(pod: Pod, { spec }: Service): Port[] {
  return (spec.ports ?? []).flatMap((one) => {
    const port = portOf(pod, one);
    const { name = '', protocol = 'TCP', appProtocol } = one;
    return port === undefined ? [] : [{ name, port, protocol, ...(appProtocol === undefined ? {} : { appProtocol }) }];
  });
}

export const isHeadless = ({ spec }: Service): boolean => spec.clusterIP === 'None';

/** Pods with an address that are not over; those that leave are told apart. */
export function behind(service: Service, pods: readonly Pod[]): Behind[] {
  const isPublished = service.spec.publishNotReadyAddresses === true;
  return pods.flatMap((pod) => {
    const ip = pod.status.podIP;
    if (ip === undefined || ip === '' || isOver(pod)) return [];
    const serving = isReady(pod);
    const terminating = isLeaving(pod);
    const { hostname, subdomain } = pod.spec;
    const isNamed = hostname !== undefined && subdomain === service.metadata.name;
    return {
      ...{ pod, ip, serving, terminating, ready: isPublished || (serving && !terminating) },
      ...(isNamed ? { hostname } : {}),
      ports: portsOf(pod, service),
    };
  });
}

export const referenceTo = ({ metadata: { name, namespace, uid } }: Pod): ObjectReference => ({
  ...{ kind: 'Pod', name, uid },
  ...(namespace === undefined ? {} : { namespace }),
});
