import type { Command } from '../command.ts';
import { failed } from '../errors.ts';
import { prettyJson } from '../print/json.ts';
import { GET, lineUp } from '../print/tabs.ts';
import { toYaml } from '../print/yaml.ts';

/** What a kubeconfig of a lab calls its cluster, its context and its user. */
const LAB = 'lab';

const configOf = (namespace: string) => ({
  ...{ apiVersion: 'v1', kind: 'Config', preferences: {}, 'current-context': LAB },
  clusters: [{ cluster: { server: 'http://lab' }, name: LAB }],
  contexts: [{ context: { cluster: LAB, namespace, user: 'student' }, name: LAB }],
  users: [{ name: 'student', user: {} }],
});

const NAMESPACE = { name: 'namespace', type: 'value' } as const;

export const CONFIG: readonly Command[] = [
  {
    name: 'view',
    short: 'Display merged kubeconfig settings or a specified kubeconfig file',
    flags: [
      { name: 'minify', type: 'bool' },
      { name: 'output', short: 'o', type: 'value' },
      { name: 'raw', type: 'bool' },
    ],
    async run(run) {
      const config = configOf(run.namespace);
      run.out(run.flags.value('output') === 'json' ? prettyJson(config) : toYaml(config));
    },
  },
  { name: 'current-context', short: 'Display the current-context', run: async (run) => run.out(`${LAB}\n`) },
  {
    name: 'get-contexts',
    short: 'Describe one or many contexts',
    async run(run) {
      const lines = ['CURRENT\tNAME\tCLUSTER\tAUTHINFO\tNAMESPACE', `*\t${LAB}\t${LAB}\tstudent\t${run.namespace}`];
      run.out(`${lineUp(lines.join('\n'), GET)}\n`);
    },
  },
  {
    name: 'get-clusters',
    short: 'Display clusters defined in the kubeconfig',
    run: async (run) => run.out(`NAME\n${LAB}\n`),
  },
  {
    name: 'get-users',
    short: 'Display users defined in the kubeconfig',
    run: async (run) => run.out('NAME\nstudent\n'),
  },
  {
    name: 'set-context',
    short: 'Set a context entry in kubeconfig',
    flags: [{ name: 'current', type: 'bool' }, NAMESPACE],
    async run(run) {
      const [name] = run.args;
      if (!run.flags.is('current') && name === undefined)
        throw failed('you must specify a non-empty context name or --current');
      if (name !== undefined && name !== LAB) {
        run.hint('context');
        throw failed(`no context exists with the name: ${JSON.stringify(name)}`);
      }
      if (run.flags.has('namespace')) run.keepNamespace(run.flags.value('namespace') || 'default');
      run.out(`Context ${JSON.stringify(LAB)} modified.\n`);
    },
  },
  {
    name: 'use-context',
    aliases: ['use'],
    short: 'Set the current-context in a kubeconfig file',
    async run(run) {
      const [name] = run.args;
      if (name !== LAB) throw failed(`no context exists with the name: ${JSON.stringify(name ?? '')}`);
      run.out(`Switched to context ${JSON.stringify(LAB)}.\n`);
    },
  },
];
