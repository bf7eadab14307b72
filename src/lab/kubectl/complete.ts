import type { Labs } from '../../core/lab.ts';
import { inEvery, type Localized } from '../../core/locale.ts';
import { LIMITS } from '../../core/reply/limits.ts';
import { NAMESPACES, NODES, PODS } from '../kinds/core.ts';
import { KINDS } from '../kinds/kinds.ts';
import type { Row } from '../kinds/row.ts';
import { COMMANDS } from './commands/commands.ts';
import { flagsOf, type Half, readHalf } from './half.ts';
import { kindNamed, namesIn } from './names.ts';
import { namespaceOf } from './namespaces.ts';

/** What is worth trying before a letter is typed. */
const FIRST = [
  ...['get pods', 'get all', 'get nodes', 'get deployments', 'get services', 'get events'],
  ...['create deployment web --image=nginx --replicas=2', 'describe pods', 'rollout status deployment/web'],
  ...['explain pod.spec', 'top pods', 'api-resources'],
];

/** Commands whose first word is a kind; but for `explain`, names of objects follow. */
const WITH_KIND = new Set([
  ...['get', 'describe', 'delete', 'label', 'annotate', 'patch', 'scale', 'expose', 'autoscale', 'explain', 'wait'],
  'taint',
]);
const WITH_WORKLOAD = new Set(['rollout', 'set']);
/** Commands whose words are names of one kind. */
const WITH_NAME: Readonly<Record<string, Row>> = {
  ...{ logs: PODS, exec: PODS, cordon: NODES, uncordon: NODES, drain: NODES },
  ...{ 'top pod': PODS, 'top node': NODES },
};
const OUTPUTS = ['wide', 'yaml', 'json', 'name'];
const WORKLOADS = ['deployment/', 'statefulset/', 'daemonset/'];
const VERBS = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];

/** Kinds by the names that people use most: of Pods before policies. */
const KIND_NAMES: readonly string[] = [
  ...[
    'pods',
    'deployments',
    'services',
    'nodes',
    'replicasets',
    'configmaps',
    'secrets',
    'namespaces',
    'events',
    'all',
  ],
  ...KINDS.map(({ plural }) => plural),
];

/** What may come next: words, or names of objects of the caller's, behind what is typed of the word. */
type Next = readonly string[] | { of: Row; before: string; begun: string; taken: readonly string[] };

const beginning = (words: readonly string[], begun: string): string[] =>
  Array.from(new Set(words)).filter((word) => word.startsWith(begun.toLowerCase()));

const names = (
  of: Row,
  begun: string,
  { before = '', taken = [] }: { before?: string; taken?: readonly string[] } = {},
) => ({ of, before, begun, taken });

function nextFlag({ meant }: Half, begun: string): Next {
  const ofNamespace = /^--namespace=(.*)$/.exec(begun)?.[1];
  if (ofNamespace !== undefined) return names(NAMESPACES, ofNamespace, { before: '--namespace=' });
  return beginning(
    flagsOf(meant)
      .slice(0, (meant?.flags ?? []).length + 1)
      .map(({ name, type }) => `--${name}${type === 'bool' ? '' : '='}`),
    begun,
  );
}

function nextArgument({ command, meant, args }: Half, begun: string): Next {
  const name = command?.name ?? '';
  const path = meant === command ? name : `${name} ${meant?.name}`;
  const slash = begun.indexOf('/');
  if (slash > 0) {
    const kind = kindNamed(begun.slice(0, slash));
    return kind ? names(kind, begun.slice(slash + 1), { before: begun.slice(0, slash + 1) }) : [];
  }
  const kind = WITH_NAME[path];
  if (kind) return args.length === 0 ? names(kind, begun) : [];
  if (path === 'auth can-i')
    return [VERBS, KIND_NAMES].slice(args.length, args.length + 1).flatMap((all) => beginning(all, begun));
  if (WITH_WORKLOAD.has(name) && args.length === 0) return beginning(WORKLOADS, begun);
  if (!WITH_KIND.has(name)) return [];
  const [word, ...taken] = args;
  if (word === undefined) return beginning(KIND_NAMES, begun);
  const named = name === 'explain' ? undefined : kindNamed(word);
  return named ? names(named, begun, { taken }) : [];
}

function nextOf(half: Half, begun: string): Next {
  const { command, meant, awaited } = half;
  if (half.isOver) return [];
  if (awaited === 'output') return beginning(OUTPUTS, begun);
  if (awaited === 'namespace') return names(NAMESPACES, begun);
  if (awaited !== undefined) return [];
  if (begun.startsWith('-')) return nextFlag(half, begun);
  const commands = command === undefined ? COMMANDS : command === meant ? command.children : undefined;
  if (!commands) return nextArgument(half, begun);
  const own = commands.map((one) => one.name);
  return half.args.length === 0 ? beginning(own, begun) : [];
}

/**
 * Lines that a half-typed one may become, best first. Names are those in the lab of `who`, where it runs already: an
 * offer neither opens a lab nor waits for one.
 */
export const completeLine =
  (labs: () => Labs | undefined) =>
  async (partial: string, who: string): Promise<readonly Localized[]> => {
    const typed = partial.replace(/^\s*(?:kubectl|k)\s+/, '').trimStart();
    if (typed.includes('\n')) return [];
    if (typed === '') return FIRST.map((line) => inEvery(() => line));
    const all = typed.split(/ +/);
    const begun = all.at(-1) ?? '';
    const done = all.slice(0, -1);
    const half = readHalf(done);
    const next = nextOf(half, begun);
    const words = 'of' in next ? await namesOf(next, half, { labs: labs(), who }) : next;
    const before = done.length === 0 ? '' : `${done.join(' ')} `;
    const lines = words.map((word) => `${before}${word}`);
    // What is typed is offered first, so that it can be sent as it is.
    return [typed.trimEnd(), ...lines.filter((line) => line !== typed)]
      .filter((line) => line.length <= LIMITS.line)
      .slice(0, LIMITS.completions)
      .map((line) => inEvery(() => line));
  };

async function namesOf(
  { of, before, begun, taken }: Exclude<Next, readonly string[]>,
  { namespace, everywhere }: Half,
  { labs, who }: { labs: Labs | undefined; who: string },
): Promise<readonly string[]> {
  const client = labs?.running(who);
  if (!labs || !client)
    return of === NAMESPACES ? beginning(['default', 'kube-system'], begun).map((name) => `${before}${name}`) : [];
  const within = everywhere ? undefined : (namespace ?? namespaceOf(labs, who));
  const found = await namesIn(client, of, within);
  return beginning(found, begun)
    .filter((name) => !taken.includes(name))
    .map((name) => `${before}${name}`);
}
