/** What a student sees from inside of a Pod, and of a Pod that is soon over, by kubectl's words. */
import { expect, test } from 'vitest';
import { openLab } from './typed.ts';

test('a program in a Pod asks the API as its service account, and as nobody without a token', async () => {
  const { kubectl, pass } = openLab();
  await kubectl('create sa reader');
  await kubectl('create role r --verb=get,list --resource=pods');
  await kubectl('create rolebinding b --role=r --serviceaccount=default:reader');
  await kubectl(
    `run own --image=curlimages/curl --overrides='{"spec":{"serviceAccountName":"reader"}}' --command -- sleep 1d`,
  );
  await pass(20);
  const ask = (how: string, path: string) =>
    kubectl(`exec own -- sh -c 'curl -sk ${how} https://kubernetes.default.svc${path}'`);
  const token = '-H "Authorization: Bearer $(cat /var/run/secrets/kubernetes.io/serviceaccount/token)"';
  expect(await ask(token, '/api/v1/namespaces/default/pods')).toMatch(/^\{\n {2}"kind": "PodList",/);
  expect(await ask(token, '/api/v1/namespaces/default/secrets')).toContain(
    'User \\"system:serviceaccount:default:reader\\" cannot list resource \\"secrets\\"',
  );
  expect(await ask('', '/api/v1/namespaces/default/pods')).toContain('User \\"system:anonymous\\" cannot list');
  expect(await ask('-H "Authorization: Bearer x"', '/api')).toContain('"Unauthorized"');
  expect(await ask('-H "Impersonate-User: kubernetes-admin"', '/api/v1/secrets')).toContain('system:anonymous');
  expect(await ask(token, '/version')).toContain('"gitVersion"');
});

test('a Pod’s own DNS: what it adds, and what stands alone', async () => {
  const { kubectl, pass } = openLab();
  const pod = (name: string, spec: string) => `apiVersion: v1
kind: Pod
metadata: { name: ${name} }
spec: { ${spec}, containers: [{ name: c, image: busybox, command: [sleep, 1d] }] }
`;
  await kubectl(
    'apply -f -',
    pod('more', 'dnsConfig: { searches: [kube-system.svc.cluster.local], options: [{ name: ndots, value: "2" }] }'),
  );
  await kubectl(
    'apply -f -',
    pod('alone', 'dnsPolicy: None, dnsConfig: { nameservers: [1.2.3.4], options: [{ name: edns0 }] }'),
  );
  await pass(20);
  expect(await kubectl('exec more -- cat /etc/resolv.conf')).toBe(
    'search default.svc.cluster.local svc.cluster.local cluster.local kube-system.svc.cluster.local\nnameserver 10.96.0.10\noptions ndots:2\n',
  );
  expect(await kubectl('exec alone -- cat /etc/resolv.conf')).toBe('nameserver 1.2.3.4\noptions edns0\n');
  expect(await kubectl('exec more -- wget -T 2 -qO- http://kube-dns:9153/')).not.toContain('bad address');
  expect(await kubectl('exec alone -- wget -T 2 -qO- http://kubernetes.default.svc.cluster.local')).toContain(
    'bad address',
  );
});

test('stat tells of a file', async () => {
  const { kubectl, pass } = openLab();
  await kubectl('run a --image=busybox --command -- sleep 1d');
  await pass(20);
  expect(await kubectl(`exec a -- sh -c 'echo hi > /tmp/x; chmod 640 /tmp/x; stat -c "%a %s %F %n" /tmp/x /tmp'`)).toBe(
    '640 3 regular file /tmp/x\n755 4096 directory /tmp\n',
  );
  expect(await kubectl('exec a -- stat /none')).toContain("stat: can't stat '/none': No such file or directory");
});

test('a gate holds a Pod back until it is taken away, and none may be added', async () => {
  const { kubectl, pass } = openLab();
  await kubectl(
    'apply -f -',
    `apiVersion: v1
kind: Pod
metadata: { name: g }
spec: { schedulingGates: [{ name: example.com/x }], containers: [{ name: c, image: nginx }] }
`,
  );
  await pass(10);
  expect(await kubectl('get pods')).toContain('SchedulingGated');
  expect(await kubectl(`patch pod g -p '{"spec":{"schedulingGates":[{"name":"example.com/y"}]}}'`)).toContain(
    "only deletion is allowed, but found new scheduling gate 'example.com/y'",
  );
  expect(await kubectl(`patch pod g --type=json -p '[{"op":"remove","path":"/spec/schedulingGates"}]'`)).toBe(
    'pod/g patched\n',
  );
  await pass(20);
  expect(await kubectl('get pods')).toContain('Running');
});

test('a command that ends at once is never told to run, as a kubelet looks once a second', async () => {
  const { kubectl, pass, client } = openLab();
  const phases = new Set<string>();
  const sink = {
    write: (piece: string) => {
      for (const [, phase = ''] of piece.matchAll(/"phase":"(\w+)"/g)) phases.add(phase);
    },
    end() {},
    isFull: () => false,
  };
  const query = new URLSearchParams({ watch: 'true' });
  const path = '/api/v1/namespaces/default/pods';
  await client.stream({ method: 'GET', path, query, headers: {}, body: new Uint8Array() }, sink);
  await kubectl('run t --image=busybox --restart=Never -- echo hi');
  await pass(20);
  expect(phases).toEqual(new Set(['Pending', 'Succeeded']));
  expect(await kubectl('attach t')).toContain('attach');
  const attached = await client.attach(
    { namespace: 'default', pod: 't', container: '' },
    { out() {}, err() {}, ended() {} },
  );
  expect(attached).toBe('container t not found in pod t_default');
});
