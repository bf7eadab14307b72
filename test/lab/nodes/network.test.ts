import { expect, test } from 'vitest';
import type { HttpAnswer } from '../../../src/lab/engine/lab.ts';
import type { Machine, NetFailure } from '../../../src/lab/images/machine.ts';
import { NAMESPACES } from '../../../src/lab/kinds/core.ts';
import { answer, createRoom, type Program, podOf, type Room } from './support.ts';

/** Servers that say who they are, and a client whose machine the test has. */
async function createTown(more: Readonly<Record<string, Program>> = {}) {
  const machines = new Map<string, Machine>();
  const room = await createRoom({
    who: {
      begin: (machine) => void machines.set(machine.hostname, machine),
      serve: (_asked, machine) => answer(200, machine.hostname),
    },
    ...more,
  });
  const from = (name: string): Machine => {
    const machine = machines.get(name);
    if (machine === undefined) throw new Error(`${name} does not run`);
    return machine;
  };
  const text = (got: HttpAnswer | NetFailure): string => (typeof got === 'string' ? got : got.body);
  const ask = async (client: string, host: string, port = 80): Promise<string> => {
    let got: string | undefined;
    void from(client)
      .network.ask(host, port, { method: 'GET', path: '/', headers: {}, body: '' }, 2000)
      .then((one) => {
        got = text(one);
      });
    await room.turn(3);
    return got ?? 'nothing';
  };
  return { room, from, ask };
}
const service = (name: string, spec: object, namespace?: string) =>
  ({
    ...{ apiVersion: 'v1', kind: 'Service', metadata: { name, ...(namespace ? { namespace } : {}) } },
    spec: { ports: [{ port: 80 }], selector: { app: 'web' }, ...spec },
  }) as never;
const web = (name: string, more: object = {}) =>
  podOf(name, { image: 'who', ports: [{ name: 'http', containerPort: 80 }], ...more }, {}, { labels: { app: 'web' } });
const client = podOf('client', { image: 'who' });
const make = (room: Room, ...all: Parameters<Room['make']>[0][]): void => {
  for (const one of all) room.make(one);
};

test('a Service: by its names and address, to those that are ready, and nobody when there is none', async () => {
  const { room, from, ask } = await createTown();
  make(room, web('a'), web('b'), web('c', { readinessProbe: { exec: { command: ['false'] } } }), client);
  make(
    room,
    service('front', { ports: [{ port: 8080, targetPort: 'http' }] }),
    service('none', { selector: { app: 'x' } }),
  );
  await room.turn(5);
  const seen = new Set<string>();
  for (let i = 0; i < 12; i++) seen.add(await ask('client', 'front', 8080));
  expect(seen).toEqual(new Set(['a', 'b']));
  const { network } = from('client');
  const [address = ''] = network.resolve('front');
  expect(address).toMatch(/^10\.96\./);
  for (const name of ['front.default', 'front.default.svc', 'front.default.svc.cluster.local', 'FRONT'])
    expect(network.resolve(name)).toEqual([address]);
  expect(network.resolve('front.other')).toEqual([]);
  expect(network.resolve('kubernetes.default')).toEqual(['10.96.0.1']);
  expect(network.resolve('example.com')).toEqual([]);
  expect(await ask('client', address, 8080)).toMatch(/^[ab]$/);
  expect(await ask('client', 'none')).toBe('connection refused');
  expect(await ask('client', 'front', 81)).toBe('timed out');
  expect(await ask('client', 'nowhere')).toBe('bad address');
  expect(await ask('client', room.pod('a').status.podIP ?? '')).toBe('a');
  expect(await ask('client', room.pod('a').status.podIP ?? '', 81)).toBe('connection refused');
  expect(await ask('client', 'localhost')).toBe('client');
  room.remove('pods', 'a');
  await room.turn(3);
  for (let i = 0; i < 5; i++) expect(await ask('client', 'front', 8080)).toBe('b');
});

test('the containers of a Pod share their ports: the second that wants one does not get it', async () => {
  const { room, ask } = await createTown({
    second: {
      begin: (machine, _say, end) => (machine.isTaken(80) ? end(1) : undefined),
      serve: () => answer(200, 'second'),
    },
  });
  const of = (name: string, image: string) => ({ name, image, imagePullPolicy: 'IfNotPresent' });
  make(room, podOf('pair', {}, { containers: [of('main', 'who'), of('second', 'second')] }), client);
  make(room, podOf('alone', { image: 'second' }));
  await room.turn(8);
  const [main, other] = room.pod('pair').status.containerStatuses ?? [];
  expect(main).toMatchObject({ name: 'main', ready: true, restartCount: 0 });
  expect(other).toMatchObject({ name: 'second', ready: false, restartCount: 1 });
  expect(other?.lastState.terminated).toMatchObject({ exitCode: 1, reason: 'Error' });
  expect(await ask('client', room.pod('pair').status.podIP ?? '')).toBe('pair');
  expect(await ask('client', room.pod('alone').status.podIP ?? '')).toBe('second');
});

test('one client, one Pod; a port of every node; Pods by their own names; another name', async () => {
  const { room, from, ask } = await createTown();
  make(room, web('a'), web('b'), client);
  make(
    room,
    service('sticky', { sessionAffinity: 'ClientIP' }),
    service('open', { type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] }),
  );
  make(
    room,
    service('heads', { clusterIP: 'None' }),
    service('alias', {
      type: 'ExternalName',
      externalName: 'sticky.default.svc.cluster.local',
      selector: undefined,
      ports: undefined,
    }),
  );
  room.make(podOf('db-0', { image: 'who' }, { hostname: 'db-0', subdomain: 'db' }, { labels: { app: 'db' } }));
  room.make(service('db', { clusterIP: 'None', selector: { app: 'db' } }));
  await room.turn(4);
  const same = new Set<string>();
  for (let i = 0; i < 8; i++) same.add(await ask('client', 'sticky'));
  expect(same.size).toBe(1);
  expect(await ask('client', '172.18.0.3', 30080)).toMatch(/^[ab]$/);
  const { network } = from('client');
  const addresses = ['a', 'b'].map((name) => room.pod(name).status.podIP);
  expect(network.resolve('heads').toSorted()).toEqual(addresses.toSorted());
  expect(network.resolve('db-0.db')).toEqual([room.pod('db-0').status.podIP]);
  expect(network.resolve('alias')).toEqual(network.resolve('sticky'));
});

test('policies: nobody is let in but those that a rule names', async () => {
  const { room, ask } = await createTown();
  room.store.create(NAMESPACES, {
    ...{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'other', labels: { team: 'x' } } },
    ...{ spec: {}, status: { phase: 'Active' } },
  });
  await room.turn(2);
  make(room, web('a'), client, podOf('friend', { image: 'who' }, {}, { labels: { role: 'friend' } }));
  room.make(podOf('stranger', { image: 'who' }, {}, { namespace: 'other' }));
  await room.turn(3);
  const to = room.pod('a').status.podIP ?? '';
  expect(await ask('client', to)).toBe('a');
  const policy = (name: string, spec: object) =>
    ({ ...{ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name } }, spec }) as never;
  room.make(policy('deny', { podSelector: {}, policyTypes: ['Ingress'] }));
  expect(await ask('client', to)).toBe('timed out');
  room.make(
    policy('allow', {
      podSelector: { matchLabels: { app: 'web' } },
      ingress: [
        { from: [{ podSelector: { matchLabels: { role: 'friend' } } }], ports: [{ port: 'http' }] },
        { from: [{ namespaceSelector: { matchLabels: { team: 'x' } } }] },
      ],
    }),
  );
  expect(await ask('friend', to)).toBe('a');
  expect(await ask('stranger', to)).toBe('a');
  expect(await ask('client', to)).toBe('timed out');
  room.make(
    policy('silent', { podSelector: { matchLabels: { role: 'friend' } }, policyTypes: ['Egress'], egress: [] }),
  );
  expect(await ask('friend', to)).toBe('timed out');
  expect(await ask('friend', 'kubernetes.default')).toBe('bad address');
});

test('a node that is cut off cannot be reached', async () => {
  const { room, ask } = await createTown();
  make(room, client);
  await room.turn(2);
  const node = ['node-1', 'node-2', 'node-3'].find((name) => name !== room.pod('client').spec.nodeName) ?? '';
  room.make(podOf('far', { image: 'who' }, { nodeName: node }));
  await room.turn(3);
  const to = room.pod('far').status.podIP ?? '';
  expect(await ask('client', to)).toBe('far');
  room.nodes.down(node);
  expect(await ask('client', to)).toBe('timed out');
});

test('a server that asks itself does not hold up the lab', async () => {
  const { room, ask } = await createTown({
    loop: {
      async serve(_asked, machine) {
        const got = await machine.network.ask('loop', 80, { method: 'GET', path: '/', headers: {}, body: '' }, 1000);
        return typeof got === 'string' ? answer(502, got) : got;
      },
    },
  });
  make(room, podOf('loop', { image: 'loop' }), client, service('loop', { selector: { app: 'loop' } }));
  await room.turn(3);
  expect(await ask('client', 'loop')).toMatch(/timed out/);
});
