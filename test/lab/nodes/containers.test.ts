import { expect, test } from 'vitest';
import type { Machine } from '../../../src/lab/images/machine.ts';
import { CONFIGMAPS, PODS } from '../../../src/lab/kinds/core.ts';
import { answer, conditionOf, createRoom, first, podOf } from './support.ts';

const config = (name: string, data: Record<string, string>) => ({
  ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data },
});
const secret = (name: string, stringData: Record<string, string>) => ({
  ...{ apiVersion: 'v1', kind: 'Secret', metadata: { name }, stringData },
});

/** A server that keeps its machine for the test. */
const keeping = (kept: Machine[]) => ({
  keeper: { begin: (machine: Machine) => void kept.push(machine), serve: () => answer(200) },
});

test('the environment: values, expansion, ConfigMaps, Secrets, fields, resources, Services', async () => {
  const kept: Machine[] = [];
  const room = await createRoom(keeping(kept));
  room.make(config('settings', { MODE: 'fast', other: 'x' }));
  room.make(secret('keys', { token: 's3cret' }));
  room.make({
    ...{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'my-db' } },
    spec: { selector: { app: 'db' }, ports: [{ port: 5432 }], clusterIP: '10.96.7.7' },
  } as never);
  room.make(
    podOf('web', {
      image: 'keeper',
      resources: { limits: { memory: '64Mi', cpu: '250m' } },
      envFrom: [{ prefix: 'C_', configMapRef: { name: 'settings' } }],
      env: [
        { name: 'A', value: 'one' },
        { name: 'B', value: '$(A)-$(C_MODE)-$$(A)-$(NONE)' },
        { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'keys', key: 'token' } } },
        { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
        { name: 'IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
        { name: 'MEM', valueFrom: { resourceFieldRef: { resource: 'limits.memory' } } },
        { name: 'CPU', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '1m' } } },
        { name: 'MAYBE', valueFrom: { configMapKeyRef: { name: 'none', key: 'x', optional: true } } },
      ],
    }),
  );
  await room.turn(2);
  const env = kept[0]?.env;
  expect(kept[0]?.hostname).toBe('web');
  expect(env).toMatchObject({
    ...{ C_MODE: 'fast', C_other: 'x', A: 'one', B: 'one-fast-$(A)-$(NONE)', TOKEN: 's3cret' },
    ...{ NODE: room.pod('web').spec.nodeName, IP: room.pod('web').status.podIP, MEM: '67108864', CPU: '250' },
    ...{ IMAGE: 'keeper', HOSTNAME: 'web', MY_DB_SERVICE_HOST: '10.96.7.7', MY_DB_SERVICE_PORT: '5432' },
    ...{ MY_DB_PORT_5432_TCP_ADDR: '10.96.7.7', KUBERNETES_SERVICE_HOST: '10.96.0.1' },
  });
  expect(env).not.toHaveProperty('MAYBE');
});

test.each([
  [{ env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'none', key: 'k' } } }] }, 'configmap "none" not found'],
  [{ env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'none', key: 'k' } } }] }, 'secret "none" not found'],
  [{ envFrom: [{ configMapRef: { name: 'none' } }] }, 'configmap "none" not found'],
  [
    { env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'there', key: 'k' } } }] },
    "couldn't find key k in ConfigMap default/there",
  ],
])('a container whose configuration is missing is not made: %j', async (container, words) => {
  const room = await createRoom();
  room.make(config('there', {}));
  room.make(podOf('web', container));
  await room.turn(3);
  expect(first(room.pod('web')).state).toEqual({ waiting: { reason: 'CreateContainerConfigError', message: words } });
  expect(room.events('web')).toContain(`Warning Failed Error: ${words}`);
  expect(room.pod('web').status.phase).toBe('Pending');
  if (!words.includes('configmap "none"')) return;
  room.make(config('none', { k: 'v' }));
  await room.turn(15);
  expect(first(room.pod('web')).ready).toBe(true);
});

test('volumes: a ConfigMap that changes, one file of it that does not, items, emptyDir between containers', async () => {
  const kept: Machine[] = [];
  const room = await createRoom(keeping(kept));
  room.make(config('settings', { 'app.conf': 'v1', 'other.conf': 'o' }));
  const mounts = [
    { name: 'all', mountPath: '/etc/all' },
    { name: 'all', mountPath: '/etc/one.conf', subPath: 'app.conf' },
    { name: 'some', mountPath: '/etc/some' },
    { name: 'scratch', mountPath: '/data' },
  ];
  room.make(
    podOf(
      'web',
      { image: 'keeper', volumeMounts: mounts },
      {
        volumes: [
          { name: 'all', configMap: { name: 'settings' } },
          { name: 'some', configMap: { name: 'settings', items: [{ key: 'other.conf', path: 'a/b.conf' }] } },
          { name: 'scratch', emptyDir: {} },
        ],
      },
    ),
  );
  await room.turn(2);
  const files = kept[0]?.files;
  expect(files?.read('/etc/all/app.conf')).toBe('v1');
  expect(files?.read('/etc/one.conf')).toBe('v1');
  expect(files?.list('/etc/some/a')).toEqual(['b.conf']);
  expect(files?.list('/etc/some')).toEqual(['a']);
  expect(files?.write('/etc/all/app.conf', 'no')).toBe(false);
  expect(files?.write('/data/x', 'yes')).toBe(true);
  expect(files?.read('/etc/motd')).toBe('hello\n');
  expect(files?.list('/')).toEqual(expect.arrayContaining(['data', 'etc', 'tmp']));
  room.store.edit(CONFIGMAPS, { namespace: 'default', name: 'settings' }, (draft) => {
    draft.data = { 'app.conf': 'v2' };
  });
  await room.turn(90);
  expect(files?.read('/etc/all/app.conf')).toBe('v2');
  expect(files?.read('/etc/one.conf')).toBe('v1');
});

test('a volume that is missing holds the Pod back, until it is there', async () => {
  const room = await createRoom();
  room.make(podOf('web', {}, { volumes: [{ name: 'conf', configMap: { name: 'none' } }] }));
  await room.turn(3);
  expect(first(room.pod('web')).state).toEqual({ waiting: { reason: 'ContainerCreating' } });
  expect(room.events('web')).toContain(
    'Warning FailedMount MountVolume.SetUp failed for volume "conf" : configmap "none" not found',
  );
  room.make(config('none', {}));
  await room.turn(10);
  expect(first(room.pod('web')).ready).toBe(true);
});

test('images: what cannot be pulled, is never pulled, or is no name', async () => {
  const room = await createRoom();
  room.make(podOf('gone', { image: 'server:none' }));
  room.make(podOf('never', { imagePullPolicy: 'Never' }));
  room.make(podOf('wrong', { image: 'a!!' }));
  await room.turn(2);
  expect(first(room.pod('gone')).state.waiting).toEqual({ reason: 'ErrImagePull', message: 'server:none: not found' });
  await room.turn(3);
  expect(first(room.pod('gone')).state.waiting).toEqual({
    reason: 'ImagePullBackOff',
    message: 'Back-off pulling image "server:none": ErrImagePull: server:none: not found',
  });
  expect(first(room.pod('never')).state.waiting?.reason).toBe('ErrImageNeverPull');
  expect(first(room.pod('wrong')).state.waiting?.reason).toBe('InvalidImageName');
  await room.turn(11);
  expect(room.events('gone').filter((one) => one.includes('Pulling'))).toHaveLength(1);
  expect(room.pod('gone').status.phase).toBe('Pending');
});

test('a program that the image does not have', async () => {
  const room = await createRoom();
  room.make(podOf('web', { command: ['nope'] }, { restartPolicy: 'Never' }));
  await room.turn(3);
  const { terminated } = first(room.pod('web')).state;
  expect(terminated).toMatchObject({ exitCode: 128, reason: 'StartError' });
  expect(terminated?.message).toContain('exec: "nope": executable file not found in $PATH');
  expect(room.pod('web').status.phase).toBe('Failed');
});

test('init containers one after another, then the others; a sidecar goes on beside them', async () => {
  const room = await createRoom();
  const init = (name: string, more: object = {}) => ({
    name,
    image: 'worker',
    imagePullPolicy: 'IfNotPresent',
    ...more,
  });
  room.make(
    podOf(
      'web',
      { image: 'worker' },
      {
        restartPolicy: 'Never',
        initContainers: [init('one'), init('side', { image: 'server', restartPolicy: 'Always' }), init('two')],
      },
    ),
  );
  await room.turn(2);
  const statuses = () => room.pod('web').status.initContainerStatuses ?? [];
  expect(statuses().map(({ state }) => Object.keys(state)[0])).toEqual(['running', 'waiting', 'waiting']);
  expect(first(room.pod('web')).state.waiting?.reason).toBe('PodInitializing');
  expect(conditionOf(room.pod('web'), 'Initialized')).toMatchObject({
    ...{ status: 'False', reason: 'ContainersNotInitialized' },
    message: 'containers with incomplete status: [one side two]',
  });
  await room.turn(5);
  expect(statuses().map(({ state }) => Object.keys(state)[0])).toEqual(['terminated', 'running', 'running']);
  expect(room.pod('web').status.phase).toBe('Pending');
  await room.turn(3);
  expect(room.pod('web').status.phase).toBe('Running');
  await room.turn(6);
  expect(room.pod('web').status.phase).toBe('Succeeded');
  expect(statuses().map(({ state }) => state.terminated?.exitCode)).toEqual([0, 0, 0]);
  expect(conditionOf(room.pod('web'), 'Ready')).toMatchObject({ status: 'False', reason: 'PodCompleted' });
});

test('an init container that fails', async () => {
  const room = await createRoom();
  const bad = { name: 'one', image: 'false', imagePullPolicy: 'IfNotPresent' };
  room.make(podOf('again', {}, { initContainers: [bad] }));
  room.make(podOf('never', {}, { initContainers: [bad], restartPolicy: 'Never' }));
  await room.turn(5);
  expect(room.pod('again').status).toMatchObject({
    phase: 'Pending',
    initContainerStatuses: [{ state: { waiting: { reason: 'CrashLoopBackOff' } }, restartCount: 1 }],
  });
  expect(room.pod('never').status.phase).toBe('Failed');
});

test('restart policies by the exit code', async () => {
  const room = await createRoom();
  room.make(podOf('done', { image: 'worker' }, { restartPolicy: 'OnFailure' }));
  room.make(podOf('failed', { image: 'false' }, { restartPolicy: 'Never' }));
  room.make(podOf('retried', { image: 'false' }, { restartPolicy: 'OnFailure' }));
  await room.turn(8);
  expect(room.pod('done').status.phase).toBe('Succeeded');
  expect(room.pod('failed').status.phase).toBe('Failed');
  expect(first(room.pod('failed')).state.terminated).toMatchObject({ exitCode: 1, reason: 'Error' });
  expect(room.pod('retried').status.phase).toBe('Running');
  expect(first(room.pod('retried')).restartCount).toBe(1);
});

test('more memory than the limit ends a container, with 137', async () => {
  const room = await createRoom({
    hog: { begin: (machine) => void machine.after(1000, () => machine.hold(200 * 2 ** 20)) },
  });
  room.make(podOf('hog', { image: 'hog', resources: { limits: { memory: '100Mi' } } }));
  await room.turn(2.5);
  expect(first(room.pod('hog')).state.terminated ?? first(room.pod('hog')).lastState.terminated).toMatchObject({
    ...{ exitCode: 137, reason: 'OOMKilled' },
  });
});

test('a Pod that does not end is killed after its grace, and its hook runs first', async () => {
  const room = await createRoom();
  room.make(podOf('slow', { image: 'stubborn' }, { terminationGracePeriodSeconds: 5 }));
  room.make(podOf('hooked', { lifecycle: { preStop: { sleep: { seconds: 3 } } } }));
  await room.turn(2);
  room.remove('pods', 'slow');
  room.remove('pods', 'hooked');
  await room.turn(2.5);
  expect(room.find('hooked')).toBeDefined();
  await room.turn(1);
  expect(room.find('hooked')).toBeUndefined();
  expect(room.find('slow')?.metadata.deletionTimestamp).toBeDefined();
  await room.turn(2);
  expect(room.find('slow')).toBeUndefined();
});

test('a deadline ends a Pod', async () => {
  const room = await createRoom();
  room.make(podOf('late', {}, { activeDeadlineSeconds: 4 }));
  await room.turn(6);
  expect(room.pod('late').status).toMatchObject({
    ...{ phase: 'Failed', reason: 'DeadlineExceeded' },
    message: 'Pod was active on the node longer than the specified deadline',
  });
});

test('a container that may not be root', async () => {
  const room = await createRoom();
  room.make(podOf('root', { securityContext: { runAsNonRoot: true } }));
  await room.turn(2);
  const { uid } = room.pod('root').metadata;
  expect(first(room.pod('root')).state.waiting).toEqual({
    reason: 'CreateContainerConfigError',
    message: `container has runAsNonRoot and image will run as root (pod: "root_default(${uid})", container: main)`,
  });
});

test.each([
  [{}, {}, [true, false]],
  [{ capabilities: { drop: ['ALL'] } }, {}, [false, false]],
  [{ capabilities: { drop: ['ALL'], add: ['CHOWN'] } }, {}, [true, false]],
  [{ capabilities: { drop: ['CHOWN'], add: ['NET_ADMIN'] } }, {}, [false, true]],
  [{ capabilities: { add: ['ALL'], drop: ['CHOWN'] } }, {}, [false, true]],
  [{ privileged: true }, {}, [true, true]],
  [{}, { securityContext: { runAsUser: 1000 } }, [false, false]],
])('root has the powers that %j and %j leave, and no other user has any', async (securityContext, spec, powers) => {
  const kept: Machine[] = [];
  const room = await createRoom(keeping(kept));
  room.make(podOf('one', { image: 'keeper', securityContext }, spec));
  await room.turn(2);
  expect(['CHOWN', 'NET_ADMIN'].map((name) => kept[0]?.may(name))).toEqual(powers);
});

test.each([
  [{}, '00000000a80425fb'],
  [{ capabilities: { drop: ['ALL'] } }, '0000000000000000'],
  [{ capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } }, '0000000000000400'],
  [{ privileged: true }, '000001ffffffffff'],
  [{ runAsUser: 1000 }, '0000000000000000'],
])('the status of the first process tells its powers: %j has %s', async (securityContext, effective) => {
  const kept: Machine[] = [];
  const room = await createRoom(keeping(kept));
  room.make(podOf('one', { image: 'keeper', securityContext }));
  await room.turn(2);
  expect(kept[0]?.files.read('/proc/1/status')).toContain(`\nCapEff:\t${effective}\n`);
});

test('what a container may take, and took, stands in its cgroup', async () => {
  const kept: Machine[] = [];
  const room = await createRoom(keeping(kept));
  room.make(podOf('held', { image: 'keeper', resources: { limits: { cpu: '200m', memory: '128Mi' } } }));
  room.make(podOf('free', { image: 'keeper' }));
  await room.turn(2);
  const [held, free] = ['held', 'free'].map((name) => kept.find(({ hostname }) => hostname === name));
  const read = (machine: Machine | undefined, file: string): string | undefined =>
    machine?.files.read(`/sys/fs/cgroup/${file}`);
  expect(held?.files.list('/sys/fs/cgroup')).toEqual([
    ...['cpu.max', 'cpu.stat', 'memory.current', 'memory.max', 'pids.max'],
  ]);
  expect([read(held, 'cpu.max'), read(held, 'memory.max')]).toEqual(['20000 100000\n', '134217728\n']);
  expect([read(free, 'cpu.max'), read(free, 'memory.max')]).toEqual(['max 100000\n', 'max\n']);
  expect(held?.files.write('/sys/fs/cgroup/memory.max', 'max\n')).toBe(false);
  for (const machine of [held, free]) {
    machine?.hold(50_000_000);
    machine?.work(500);
  }
  await room.turn(10);
  expect(read(held, 'memory.current')).toBe('50000000\n');
  const amounts = (machine: Machine | undefined): Record<string, number> =>
    Object.fromEntries(
      (read(machine, 'cpu.stat') ?? '').matchAll(/^(\w+) (\d+)$/gm).map(([, name, many]) => [name, Number(many)]),
    );
  // A fifth of a core for 10 s, where it wanted half of one.
  expect(amounts(held)).toMatchObject({ nr_throttled: 100, throttled_usec: 6_000_000 });
  expect(amounts(held).usage_usec).toBeGreaterThanOrEqual(2_000_000);
  expect(amounts(held).usage_usec).toBeLessThan(2_100_000);
  expect(amounts(held).nr_periods).toBeGreaterThanOrEqual(100);
  expect(amounts(free)).toMatchObject({ nr_periods: 0, nr_throttled: 0, throttled_usec: 0 });
  expect(amounts(free).usage_usec).toBeGreaterThanOrEqual(5_000_000);
});

test('an image that is set anew restarts the container', async () => {
  const room = await createRoom();
  room.make(podOf('web'));
  await room.turn(2);
  room.store.edit(PODS, { namespace: 'default', name: 'web' }, (draft) => {
    const [container] = draft.spec.containers;
    if (container) container.image = 'server:2';
  });
  await room.turn(4);
  expect(first(room.pod('web'))).toMatchObject({ restartCount: 1, image: 'docker.io/library/server:2', ready: true });
  expect(room.events('web')).toContain('Normal Killing Container main definition changed, will be restarted');
});

test('a hook that fails ends its container; a container counts as running after its hook', async () => {
  const room = await createRoom();
  room.make(podOf('bad', { lifecycle: { postStart: { exec: { command: ['false'] } } } }));
  room.make(podOf('slow', { lifecycle: { postStart: { sleep: { seconds: 5 } } } }));
  await room.turn(3);
  expect(room.events('bad')).toContain('Warning FailedPostStartHook PostStartHook failed');
  expect(first(room.pod('bad')).lastState.terminated ?? first(room.pod('bad')).state.terminated).toMatchObject({
    exitCode: 137,
  });
  expect(first(room.pod('slow')).state.waiting?.reason).toBe('ContainerCreating');
  await room.turn(4);
  expect(first(room.pod('slow'))).toMatchObject({ ready: true });
});

test('a disk that is full refuses more, and has room again when what filled it is gone', async () => {
  const kept: Machine[] = [];
  const room = await createRoom(keeping(kept));
  room.make(
    podOf(
      'full',
      { image: 'keeper', volumeMounts: [{ name: 's', mountPath: '/s' }] },
      { volumes: [{ name: 's', emptyDir: {} }] },
    ),
  );
  await room.turn(2);
  const files = kept[0]?.files;
  expect(files?.write('/tmp/a', 'x'.repeat(900_000))).toBe(true);
  expect(files?.write('/tmp/b', 'x'.repeat(200_000))).toBe(false);
  expect(files?.write('/s/b', 'x'.repeat(200_000))).toBe(true);
  expect(files?.remove('/tmp/a')).toBe(true);
  expect(files?.write('/tmp/b', 'x'.repeat(200_000))).toBe(true);
});

test('a container of kubectl debug runs beside the others, once', async () => {
  const room = await createRoom();
  room.make(podOf('web'));
  await room.turn(2);
  room.store.edit(PODS, { namespace: 'default', name: 'web' }, (draft) => {
    draft.spec.ephemeralContainers = [{ name: 'look', image: 'worker' }];
  });
  await room.turn(10);
  expect(room.pod('web').status.ephemeralContainerStatuses).toMatchObject([
    { name: 'look', restartCount: 0, state: { terminated: { exitCode: 0 } } },
  ]);
  expect(conditionOf(room.pod('web'), 'Ready')?.status).toBe('True');
});

test('variables that name one another do not grow without end', async () => {
  const kept: Machine[] = [];
  const room = await createRoom(keeping(kept));
  const env = Array.from({ length: 40 }, (_, i) => ({
    name: `V${i}`,
    value: i === 0 ? 'x'.repeat(1000) : `$(V${i - 1})`.repeat(10),
  }));
  room.make(podOf('web', { image: 'keeper', env }));
  await room.turn(2);
  const all = Object.values(kept[0]?.env ?? {}).reduce((sum, value) => sum + value.length, 0);
  expect(all).toBeGreaterThan(10_000);
  expect(all).toBeLessThan(3_000_000);
});
