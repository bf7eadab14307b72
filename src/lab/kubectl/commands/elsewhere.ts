import type { Command, Elsewhere } from '../command.ts';
import { failed } from '../errors.ts';

/** What kubectl does with the machine that it runs on, and a chat cannot. */
const ELSEWHERE: readonly (readonly [name: Elsewhere, short: string])[] = [
  ['edit', 'Edit a resource on the server'],
  ['attach', 'Attach to a running container'],
  ['port-forward', 'Forward one or more local ports to a pod'],
  ['proxy', 'Run a proxy to the Kubernetes API server'],
  ['cp', 'Copy files and directories to and from containers'],
  ['debug', 'Create debugging sessions for troubleshooting workloads and nodes'],
  ['kustomize', 'Build a kustomization target from a directory or URL'],
  ['certificate', 'Modify certificate resources'],
  ['completion', 'Output shell completion code for the specified shell'],
  ['plugin', 'Provides utilities for interacting with plugins'],
];

/** Whatever may follow them; nothing of it is used. */
const FLAGS = [
  ...(['address', 'container', 'image', 'target', 'copy-to', 'port', 'filename', 'output'] as const).map(
    (name) => ({ name, type: 'value' }) as const,
  ),
  { name: 'stdin', short: 'i', type: 'bool' },
  { name: 'tty', short: 't', type: 'bool' },
] as const;

/** Commands that a chat answers with a word on what does the same there. */
export const ELSEWHERE_COMMANDS: readonly Command[] = ELSEWHERE.map(([name, short]) => ({
  name,
  short,
  flags: FLAGS,
  run: async (run) => {
    run.hint(name);
    throw failed(`${name} needs the machine that kubectl runs on`);
  },
}));
