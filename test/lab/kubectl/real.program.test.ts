import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONFIG, MORE, NO_YAML, WEB, WRONG } from './manifests.ts';
import { createTwins, eachOf, type Printed, type Twins } from './twins.ts';

let twins: Twins;

beforeAll(async () => {
  twins = await createTwins();
  const { ours } = twins;
  for (const namespace of ['one', 'two']) await ours(`create namespace ${namespace}`);
  await ours('apply -f -', WEB);
  await ours('apply -f -', MORE);
  for (const line of [
    'create cm single --from-literal=a=1',
    'create role r --verb=get,list --resource=pods,deployments,pods/log',
    'create rolebinding rb --role=r --serviceaccount=default:default --user=bob',
    'create quota q --hard=pods=30,requests.cpu=4',
    'create ingress i --rule=foo.com/bar*=web:80 --rule=/x=none:http',
    "create cronjob cj --image=busybox --schedule='*/5 * * * *' -- date",
    'create job j --image=busybox -- echo hi',
    'create pdb pdb --selector=app=web --min-available=1',
    'autoscale deployment web --min=2 --max=5 --cpu-percent=50',
    'taint nodes node-3 a=b:NoSchedule',
  ])
    expect(await ours(line)).toMatchObject({ stderr: '', code: 0 });
  twins.pass(20_000);
});

afterAll(() => twins.close());

/** Lines that change nothing; both are asked on the very same cluster. */
const READ = [
  // get
  ...[
    'get ns',
    'get nodes -o wide',
    'get all',
    'get po,svc',
    'get pods -A',
    'get deploy web -o wide',
    'get deploy/web',
  ],
  ...[
    'get deploy web svc/web',
    'get pods bad nope',
    'get foo',
    'get',
    'get ns --foo',
    'get ns -q',
    'get ns -n',
    'get pods a/b/c',
  ],
  ...[
    'get deploy web -o yaml',
    'get deploy web -o json',
    'get deploy,svc -o yaml',
    'get cm c -o yaml',
    'get secret s -o yaml',
  ],
  ...['get pods -o name', 'get pod bad -o yaml', 'get nodes node-3 -o yaml --show-managed-fields', 'get rs -o json'],
  ...[
    'get pods --show-labels',
    'get pods -L app',
    'get pods -l app=web',
    'get pods -l app!=web --no-headers',
    'get pods -l a=b',
  ],
  ...['get pods --field-selector metadata.name=bad', 'get cm --sort-by=.metadata.name', 'get pods bad -A'],
  'get pods -o jsonpath={.items[*].metadata.name}',
  `get pods -o jsonpath='{range .items[*]}{.metadata.name}{"\\t"}{.spec.containers[*].image}{"\\n"}{end}'`,
  `get pods -o jsonpath='{.items[?(@.metadata.name=="bad")].spec.containers[1].name}'`,
  'get cm c -o jsonpath={.data}',
  'get pods -o custom-columns=NAME:.metadata.name,IMAGES:.spec.containers[*].image,NONE:.foo',
  ...['get hpa,pdb,quota,ingress', 'get role,rolebinding', 'get cj,job', 'get events', 'get ns -o foo', 'get all -A'],
  ...['get endpoints,endpointslices', 'get sc', 'get sa', 'get pods --ignore-not-found -l a=b'],
  // describe
  ...[
    'describe deploy web',
    'describe pod bad',
    'describe pods',
    'describe rs',
    'describe svc web',
    'describe cm single',
  ],
  ...[
    'describe secret s',
    'describe nodes',
    'describe ns default',
    'describe sa default',
    'describe role r',
    'describe pod ba',
  ],
  ...[
    'describe rolebinding rb',
    'describe quota q',
    'describe ingress i',
    'describe cj cj',
    'describe job j',
    'describe hpa web',
  ],
  ...['describe pdb pdb', 'describe pod nope', 'describe', 'describe endpointslice', 'describe sc'],
  // what only prints
  'create deployment d --image=nginx:1.2,redis --replicas=3 --port=80 --dry-run=client -o yaml',
  `create job j2 --image=busybox --dry-run=client -o yaml -- sh -c 'echo "a b"; date'`,
  "create cronjob c2 --image=busybox --schedule='*/1 * * * *' --dry-run=client -o yaml",
  "create cm c2 --from-literal=a=1 --from-literal=b='x y' --dry-run=client -o yaml",
  'create secret generic s2 --from-literal=a=1 --dry-run=client -o yaml -n two',
  'create svc nodeport s --tcp=80:8080 --node-port=30001 --dry-run=client -o yaml',
  'create ingress i2 --class=nginx --rule=a.com/*=s:80,tls=t --dry-run=client -o yaml',
  'create role r2 --verb=get --resource=pods,deployments --dry-run=client -o yaml',
  'create clusterrolebinding b --clusterrole=view --group=g --dry-run=client -o yaml',
  ...[
    'create quota q2 --hard=pods=3 --dry-run=client -o yaml',
    'create deployment d',
    'create foo',
    'create deployment d --image=x --dry-run=foo',
  ],
  'run p --image=nginx --env=A=1 --restart=Never --dry-run=client -o yaml --command -- sleep 5',
  'run p --image=nginx --port=80 --expose --dry-run=client -o yaml',
  'expose deploy web --port=8080 --target-port=80 --type=NodePort --name=x --dry-run=client -o yaml',
  ...['run p', 'expose deploy nope', 'scale deploy web', 'autoscale deploy web', 'rollout foo', 'rollout status'],
  ...[
    'rollout history deploy/web',
    'rollout history deploy/web --revision=1',
    'rollout status deploy/web --watch=false',
  ],
  ...['logs nope', 'logs', 'exec', 'exec bad', 'exec nope -- ls', 'events', 'events --for deployment/web', 'top foo'],
  ...[
    'auth can-i get pods',
    'auth can-i foo nodes',
    'auth whoami',
    'auth can-i --list',
    'auth can-i list pods --as=bob',
  ],
  ...[
    'api-resources',
    'api-resources --namespaced=false -o wide',
    'api-versions',
    'version',
    'explain pod.spec.containers',
  ],
  ...['explain deploy.spec.strategy --recursive', 'explain foo', 'explain pod.foo', 'cordon', 'taint nodes node-3 foo'],
  ...[
    'taint nodes node-3 a=c:NoSchedule',
    'label pods bad',
    'wait pod/bad --for=foo',
    'wait pod/nope --for=condition=Ready',
  ],
  ...[
    "wait deploy/web --for=jsonpath='{.spec.replicas}'=2",
    'gte pods',
    'delete pod',
    'patch deploy web',
    'config current-context',
  ],
];

describe('prints what the real kubectl prints', () => {
  const printed = new Map<string, { real: Printed; ours: Printed }>();
  beforeAll(() =>
    eachOf(READ, 3, async (line) => {
      printed.set(line, { real: await twins.real(line), ours: await twins.ours(line) });
    }),
  );

  test.each(READ)('%s', (line) => {
    const { real, ours } = printed.get(line) ?? {};
    expect(ours).toEqual(real);
  });
});

/** Lines that change something: the real kubectl does it in one namespace, ours in the other. */
const CHANGE: readonly (readonly [line: string, manifest?: string])[] = [
  ...[
    ['apply -f -', WEB] as const,
    ['apply -f -', WEB] as const,
    ['apply -f -', MORE] as const,
    ['apply -f -', WRONG] as const,
  ],
  ...[['apply -f -', NO_YAML] as const, ['create -f -', WEB] as const, ['replace -f -', CONFIG] as const],
  ...[
    ['apply --server-side -f -', CONFIG] as const,
    ['apply -f -', WEB.replace('replicas: 2', 'replicas: 3')] as const,
  ],
  ...([
    ['create deployment d --image=nginx'],
    ['create deployment d --image=nginx'],
    ['run p --image=nginx --port=80'],
  ] as const),
  ...([['expose deploy web --name=w2 --port=80'], ['expose pod p'], ['scale deploy web --replicas=4']] as const),
  ...([['scale deploy/web --replicas=3 --current-replicas=1'], ['set image deploy/web app=nginx:1.26']] as const),
  ...([['set image deploy/web app=nginx:1.26'], ['set image deploy/web foo=x'], ['set env deploy/web B=2']] as const),
  ...([
    ['set env deploy/web --list'],
    ['set resources deploy web --limits=cpu=200m'],
    ['rollout pause deploy/web'],
  ] as const),
  ...([
    ['rollout pause deploy/web'],
    ['rollout resume deploy/web'],
    ['rollout undo deploy/web --to-revision=99'],
  ] as const),
  ...([
    ['rollout restart deploy/web'],
    ['label deploy web x=1 y=2'],
    ['label deploy web x=2'],
    ['label deploy web x-'],
  ] as const),
  ...([
    ['label deploy web nope-'],
    ["label deploy web 'x=a b'"],
    ['annotate deploy web a=1'],
    ['annotate deploy web a=2'],
  ] as const),
  ...([
    ['autoscale deploy web --min=2 --max=5 --cpu-percent=50'],
    [`patch deploy web -p '{"spec":{"replicas":1}}'`],
  ] as const),
  ...([
    [`patch deploy web -p '{"spec":{"replicas":1}}'`],
    [`patch deploy web -p '{"spec":{"replicas":"x"}}'`],
  ] as const),
  ...([['patch deploy web --type=json -p \'[{"op":"remove","path":"/metadata/labels/y"}]\'']] as const),
  ...([
    ['get deploy web -o jsonpath={.metadata.labels}{.spec}'],
    ['delete svc,deploy web'],
    ['delete deploy d --dry-run=client'],
  ] as const),
  ...([['delete cm c -o name'], ['delete cm --all'], ['delete cm nope'], ['delete job --all']] as const),
];

test('says what the real kubectl says of what it changes', async () => {
  for (const [line, manifest] of CHANGE) {
    const real = await twins.real(`${line} -n one`, manifest);
    const ours = await twins.ours(`${line} -n two`, manifest);
    // A second may go by between the two.
    const alike = (text: string): string =>
      text
        .replaceAll('"two"', '"one"')
        .replaceAll('two/', 'one/')
        .replace(/restartedAt":"[^"]*/g, 'restartedAt":"');
    const plain = ({ stdout, stderr, code }: Printed) => ({ line, code, stdout: alike(stdout), stderr: alike(stderr) });
    expect(plain(ours)).toEqual(plain(real));
  }
});
