import type { Result } from './run.ts';

/** Buttons that an answer leads on with. */
const MOST = 4;

/** A line of kubectl's is done: what are its words, and what did it print? */
interface Done {
  /** Without flags. */
  words: readonly string[];
  /** `-n` as it was given, with a space before it. */
  namespace: string;
  /** At which the image of a new Deployment listens. */
  ports: readonly number[];
  result: Result;
}

const kindOf = (word = ''): string =>
  ({
    po: 'pods',
    pod: 'pods',
    deploy: 'deployment',
    deployments: 'deployment',
    no: 'nodes',
    node: 'nodes',
    svc: 'services',
    service: 'services',
  })[word.toLowerCase()] ?? word.toLowerCase();

/** `web` of `deployment web`, and of `deployment/web`. */
function named(words: readonly string[]): { kind: string; name: string } {
  const [first = '', second = ''] = words;
  const [kind = '', name] = first.split('/');
  return { kind: kindOf(kind), name: name ?? second };
}

/** Pods that are not well, by their STATUS in a table of Pods. */
const ILL: readonly (readonly [RegExp, (pod: string) => readonly string[]])[] = [
  [/CrashLoopBackOff|Error|OOMKilled|RunContainerError/, (pod) => [`logs ${pod} --previous`, `describe pod ${pod}`]],
  [
    /ImagePullBackOff|ErrImage|InvalidImageName|CreateContainer|Pending|Init:/,
    (pod) => [`describe pod ${pod}`, `events --for pod/${pod}`],
  ],
];

function afterPods({ result }: Done): string[] {
  const [head = '', ...rows] = result.stdout.split('\n');
  const columns = head.split(/ {2,}/);
  const [name, status, space] = ['NAME', 'STATUS', 'NAMESPACE'].map((column) => columns.indexOf(column));
  if (name === undefined || status === undefined || name < 0 || status < 0) return [];
  for (const row of rows) {
    const cells = row.split(/ {2,}/);
    const pod = (cells[name] ?? '').replace(/^pod\//, '');
    const found = ILL.find(([ill]) => ill.test(cells[status] ?? ''));
    const own = space === undefined || space < 0 ? '' : ` -n ${cells[space]}`;
    if (found && pod !== '') return found[1](pod).map((line) => `${line}${own}`);
  }
  return [];
}

type Rule = (words: readonly string[], done: Done) => readonly string[];

/** What people do next, by the command; names that it made or changed come from its words. */
const NEXT: Readonly<Record<string, Rule>> = {
  'create deployment': ([name = ''], { ports }) => [
    ...[
      'get pods',
      // What listens nowhere is not exposed.
      ...ports.slice(0, 1).map((port) => `expose deployment ${name} --port=${port}`),
      `scale deployment ${name} --replicas=3`,
      `rollout status deployment/${name}`,
    ],
  ],
  'create namespace': ([name = '']) => [`config set-context --current --namespace=${name}`, 'get namespaces'],
  'create job': ([name = '']) => ['get jobs', `logs job/${name}`, `describe job ${name}`],
  'create cronjob': ([name = '']) => ['get cronjobs', `create job try --from=cronjob/${name}`],
  run: ([name = '']) => ['get pods', `describe pod ${name}`, `logs ${name}`],
  expose: (words) => ['get services', 'get endpointslices', `describe service ${named(words).name}`],
  scale: () => ['get pods', 'get deployments'],
  autoscale: (words) => ['get hpa', `describe hpa ${named(words).name}`, 'top pods'],
  apply: () => ['get all', 'get pods', 'get events'],
  delete: ([kind]) => [`get ${kindOf(kind?.split('/')[0]) === 'pods' ? 'pods' : 'all'}`],
  'set image': (words) => [`rollout status ${slashed(words)}`, 'get pods', `rollout undo ${slashed(words)}`],
  'set env': (words) => [`rollout status ${slashed(words)}`, 'get pods'],
  'set resources': (words) => [`rollout status ${slashed(words)}`, 'get pods'],
  'rollout restart': (words) => [`rollout status ${slashed(words)}`, 'get pods'],
  'rollout undo': (words) => [`rollout status ${slashed(words)}`, `rollout history ${slashed(words)}`],
  'rollout status': (words) => ['get pods', `rollout history ${slashed(words)}`],
  'rollout history': (words) => [`rollout undo ${slashed(words)}`, 'get replicasets'],
  'rollout pause': (words) => [`rollout resume ${slashed(words)}`],
  cordon: ([node = '']) => ['get nodes', `drain ${node} --ignore-daemonsets`, `uncordon ${node}`],
  drain: ([node = '']) => ['get pods -o wide', 'get nodes', `uncordon ${node}`],
  uncordon: () => ['get nodes', 'get pods -o wide'],
  taint: () => ['get nodes', 'get pods -o wide'],
  get: (_, done) => afterGet(done),
  describe: (words) => {
    const { kind, name } = named(words);
    return kind === 'pods' && name !== '' ? [`logs ${name}`, `events --for pod/${name}`] : [];
  },
};

const slashed = (words: readonly string[]): string => {
  const { kind, name } = named(words);
  return `${kind}/${name}`;
};

function afterGet(done: Done): readonly string[] {
  const { words, result } = done;
  if (result.stderr.startsWith('No resources found in')) return [`get ${words[0] ?? 'pods'} -A`];
  const ill = afterPods(done);
  if (ill.length > 0) return ill;
  const { kind, name } = named(words);
  if (kind === 'nodes' && name === '') return ['describe nodes', 'top nodes'];
  if (kind === 'pods') return name === '' ? ['get pods -o wide'] : [`describe pod ${name}`, `logs ${name}`];
  return kind === 'deployment' ? ['get replicasets', 'get pods'] : [];
}

const UNFOUND = /^Error from server \(NotFound\): ([a-z]+)(?:\.[\w.]*)? "/m;

function afterError({ words, result }: Done): readonly string[] {
  const kind = UNFOUND.exec(result.stderr)?.[1];
  if (kind !== undefined) return [`get ${kind}`];
  return /previous terminated container/.test(result.stderr) ? [`logs ${words[1] ?? ''}`] : [];
}

/** The image that a line makes a Deployment of. */
export function imageIn(words: readonly string[]): string | undefined {
  if (words[0] !== 'create' || !['deployment', 'deploy'].includes(words[1] ?? '')) return undefined;
  const at = words.indexOf('--image');
  return at < 0 ? words.find((word) => word.startsWith('--image='))?.slice('--image='.length) : words[at + 1];
}

/** Lines of kubectl's that are likely to come next, best first; `ports`: at which the image of `imageIn` listens. */
export function nextLines(given: readonly string[], result: Result, ports: readonly number[] = []): string[] {
  const namespace = namespaceIn(given);
  const bare = given.filter((word, i) => !word.startsWith('-') && !isValue(given[i - 1]));
  const [command = '', second = ''] = bare;
  const rule = NEXT[`${command} ${kindOf(second)}`];
  const words = rule ? bare.slice(2) : bare.slice(1);
  const done: Done = { words, namespace, ports, result };
  const lines = result.code === 0 ? (rule ?? NEXT[command])?.(words, done) : afterError({ ...done, words: bare });
  return Array.from(new Set(lines ?? []))
    .slice(0, MOST)
    .map((line) =>
      namespace === '' || / -[nA]\b|^(?:get|describe) nodes?|cordon|drain/.test(line) ? line : `${line}${namespace}`,
    );
}

/** Flags in front of a value of their own. */
const VALUED = new Set([
  '-n',
  '--namespace',
  '-o',
  '--output',
  '-l',
  '--selector',
  '-c',
  '--container',
  '-f',
  '--image',
  '-p',
  '--patch',
  '--type',
]);
const isValue = (before: string | undefined): boolean => before !== undefined && VALUED.has(before);

function namespaceIn(words: readonly string[]): string {
  const at = words.findIndex((word) => word === '-n' || word === '--namespace');
  const name =
    at < 0 ? words.find((word) => word.startsWith('--namespace='))?.slice('--namespace='.length) : words[at + 1];
  return name === undefined ? '' : ` -n ${name}`;
}
