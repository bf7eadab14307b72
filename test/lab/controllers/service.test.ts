import { expect, test } from 'vitest';
import { deleteObject } from '../../../src/lab/engine/deletion.ts';
import { ENDPOINT_SLICES } from '../../../src/lab/kinds/cluster.ts';
import { ENDPOINTS, PODS, SERVICES } from '../../../src/lab/kinds/core.ts';
import { DEPLOYMENTS } from '../../../src/lab/kinds/workloads.ts';
import { createControlled, named, templateOf } from './support.ts';

test('behind a Service stand the Pods that are ready, by the names of their ports; who leaves is told apart', () => {
  const lab = createControlled();
  const template = templateOf('web');
  const [container] = template.spec.containers;
  lab.make(DEPLOYMENTS, {
    metadata: named('web'),
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: 'web' } },
      template: {
        ...template,
        spec: { containers: [{ name: 'web', ...container, ports: [{ name: 'http', containerPort: 8080 }] }] },
      },
    },
  });
  lab.make(SERVICES, {
    metadata: named('web'),
    spec: { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 'http', protocol: 'TCP' }] },
  });
  lab.turn(0.5);
  expect(lab.store.get(ENDPOINTS, named('web'))?.subsets).toBeUndefined();
  lab.turn(5);
  const [one, other] = lab.pods('web');
  if (one === undefined || other === undefined) throw new Error('no Pods');
  const addresses = () => lab.store.get(ENDPOINTS, named('web'))?.subsets?.[0]?.addresses?.map(({ ip }) => ip);
  expect(addresses()).toEqual([one.status.podIP, other.status.podIP]);
  expect(lab.store.get(ENDPOINTS, named('web'))?.subsets?.[0]?.ports).toEqual([{ port: 8080, protocol: 'TCP' }]);
  lab.store.edit(PODS, one.metadata, ({ status }) => {
    status.conditions = [{ type: 'Ready', status: 'False' }];
  });
  deleteObject(lab.lab, PODS, other, {});
  lab.turn(0.5);
  const subset = lab.store.get(ENDPOINTS, named('web'))?.subsets?.[0];
  expect(subset?.addresses).toBeUndefined();
  expect(subset?.notReadyAddresses?.map(({ ip }) => ip)).toEqual([one.status.podIP]);
  const slices = lab.store.list(ENDPOINT_SLICES, 'default').filter(({ metadata }) => metadata.name.startsWith('web-'));
  expect(slices.flatMap(({ endpoints }) => endpoints.map(({ conditions }) => conditions))).toContainEqual({
    ...{ ready: false, serving: true, terminating: true },
  });
});

test('addresses and ports of Services are given out, and refused in words', () => {
  const lab = createControlled();
  const port = { port: 80, protocol: 'TCP' };
  const web = lab.make(SERVICES, { metadata: named('web'), spec: { type: 'NodePort', ports: [port] } });
  expect(web.spec.clusterIP).toMatch(/^10\.96\./);
  const nodePort = web.spec.ports?.[0]?.nodePort ?? 0;
  expect(nodePort >= 30000 && nodePort <= 32767).toBe(true);
  const making = (spec: object) => () => lab.make(SERVICES, { metadata: named('other'), spec });
  expect(making({ type: 'NodePort', ports: [{ ...port, nodePort }] })).toThrow(
    `Service "other" is invalid: spec.ports[0].nodePort: Invalid value: ${nodePort}: provided port is already allocated`,
  );
  expect(making({ type: 'NodePort', ports: [{ ...port, nodePort: 80 }] })).toThrow(
    'spec.ports[0].nodePort: Invalid value: 80: provided port is not in the valid range. The range of valid ports is 30000-32767',
  );
  expect(making({ clusterIP: '10.96.0.10', ports: [port] })).toThrow(
    'spec.clusterIPs: Invalid value: ["10.96.0.10"]: failed to allocate IP 10.96.0.10: provided IP is already allocated',
  );
  lab.make(SERVICES, { metadata: named('lb'), spec: { type: 'LoadBalancer', ports: [port] } });
  lab.turn(1);
  expect(lab.store.get(SERVICES, named('lb'))?.status.loadBalancer?.ingress).toBeUndefined();
  lab.turn(4);
  expect(lab.store.get(SERVICES, named('lb'))?.status.loadBalancer?.ingress?.[0]?.ip).toBe('172.18.255.200');
});

test('the Service of the API comes back when it is deleted', () => {
  const lab = createControlled();
  const own = lab.store.get(SERVICES, named('kubernetes'));
  if (own) deleteObject(lab.lab, SERVICES, own, {});
  lab.turn(1);
  expect(lab.store.get(SERVICES, named('kubernetes'))?.spec.clusterIP).toBe('10.96.0.1');
  expect(lab.store.get(SERVICES, named('kubernetes'))?.metadata.uid).not.toBe(own?.metadata.uid);
});
