import { inEvery, type Localized } from '../../core/locale.ts';
import { LIMITS } from '../../core/reply/limits.ts';
import { KINDS } from '../kinds/kinds.ts';
import { type Command, GLOBAL } from './command.ts';
import { COMMANDS } from './commands/commands.ts';

/** What is worth trying before a letter is typed. */
const FIRST = [
  ...['get pods', 'get all', 'get nodes', 'get deployments', 'get services', 'get events'],
  ...['create deployment web --image=nginx --replicas=2', 'describe pods', 'rollout status deployment/web'],
  ...['explain pod.spec', 'top pods', 'api-resources'],
];

/** Commands whose first word is a kind. */
const WITH_KIND = new Set([
  'get',
  'describe',
  'delete',
  'label',
  'annotate',
  'patch',
  'scale',
  'expose',
  'autoscale',
  'explain',
  'wait',
]);
const WITH_WORKLOAD = new Set(['rollout', 'set']);
const OUTPUTS = ['wide', 'yaml', 'json', 'name'];
const WORKLOADS = ['deployment/', 'statefulset/', 'daemonset/'];

/** Kinds by the names that people use most: of Pods before policies. */
const kindNames = (): string[] => [
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

const beginning = (words: readonly string[], begun: string): string[] =>
  Array.from(new Set(words)).filter((word) => word.startsWith(begun.toLowerCase()));

function candidates(done: readonly string[], begun: string): string[] {
  const [name] = done;
  if (name === undefined)
    return beginning(
      COMMANDS.map((one) => one.name),
      begun,
    );
  const command = COMMANDS.find((one) => one.name === name || one.aliases?.includes(name));
  if (!command) return [];
  const child = command.children?.find((one) => one.name === done[1]);
  const meant: Command = child ?? command;
  const last = done.at(-1) ?? '';
  if (last === '-o' || last === '--output') return beginning(OUTPUTS, begun);
  if (last === '-n' || last === '--namespace') return beginning(['default', 'kube-system'], begun);
  if (begun.startsWith('-')) {
    const flags = [...(meant.flags ?? []), ...GLOBAL.slice(0, 1)];
    return beginning(
      flags.map((flag) => `--${flag.name}${flag.type === 'bool' ? '' : '='}`),
      begun,
    );
  }
  if (command.children && done.length === 1)
    return beginning(
      command.children.map((one) => one.name),
      begun,
    );
  if (WITH_WORKLOAD.has(name) && done.length === 2) return beginning(WORKLOADS, begun);
  return WITH_KIND.has(name) && done.length === 1 ? beginning(kindNames(), begun) : [];
}

/** Lines that a half-typed one may become, best first. */
export function completeLine(partial: string): readonly Localized[] {
  const typed = partial.replace(/^\s*(?:kubectl|k)\s+/, '').trimStart();
  if (typed.includes('\n')) return [];
  if (typed === '') return FIRST.map((line) => inEvery(() => line));
  const words = typed.split(/ +/);
  const begun = words.at(-1) ?? '';
  const done = words.slice(0, -1);
  const before = done.length === 0 ? '' : `${done.join(' ')} `;
  const lines = candidates(done, begun).map((word) => `${before}${word}`);
  // What is typed is offered first, so that it can be sent as it is.
  return [typed.trimEnd(), ...lines.filter((line) => line !== typed)]
    .filter((line) => line.length <= LIMITS.line)
    .slice(0, LIMITS.completions)
    .map((line) => inEvery(() => line));
}
