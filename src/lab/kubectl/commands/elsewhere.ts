import type { Command } from '../command.ts';
import { KubectlError } from '../errors.ts';

/** What kubectl does with the machine that it runs on, and a chat cannot: a word on what does the same here. */
const ELSEWHERE: readonly (readonly [name: string, short: string, instead: string])[] = [
  [
    'edit',
    'Edit a resource on the server',
    'there is no editor in a chat; use apply with the manifest, patch, or set image',
  ],
  [
    'port-forward',
    'Forward one or more local ports to a pod',
    'a chat has no ports; point your own kubectl at the lab (/lab kubectl), or use exec POD -- curl',
  ],
  [
    'proxy',
    'Run a proxy to the Kubernetes API server',
    'a chat has no ports; point your own kubectl at the lab (/lab kubectl), or use get --raw PATH',
  ],
  [
    'cp',
    'Copy files and directories to and from containers',
    'a chat has no files; use exec POD -- cat FILE, or a ConfigMap',
  ],
  ['attach', 'Attach to a running container', 'a chat has no terminal; use logs, or exec POD -- COMMAND'],
  [
    'debug',
    'Create debugging sessions for troubleshooting workloads and nodes',
    'a chat has no terminal; use exec POD -- COMMAND, or run a Pod of your own',
  ],
  [
    'kustomize',
    'Build a kustomization target from a directory or URL',
    'a chat has no folders; send the manifest itself',
  ],
  ['certificate', 'Modify certificate resources', 'a lab has no certificates to sign'],
  [
    'completion',
    'Output shell completion code for the specified shell',
    'type on: names are offered where the chat can',
  ],
  ['plugin', 'Provides utilities for interacting with plugins', 'a chat has no plugins'],
];

const FLAGS = [
  ...['it', 'address', 'pod-running-timeout', 'image', 'target', 'copy-to', 'port', 'container'].map((name) => ({
    name,
    type: 'value' as const,
  })),
  { name: 'stdin', short: 'i', type: 'bool' as const },
  { name: 'tty', short: 't', type: 'bool' as const },
  { name: 'output', short: 'o', type: 'value' as const },
];

/** Commands that a chat answers with a word on what does the same there. */
export const ELSEWHERE_COMMANDS: readonly Command[] = ELSEWHERE.map(
  ([name, short, instead]): Command => ({
    name,
    short,
    flags: FLAGS,
    run: async () => {
      throw new KubectlError(`error: ${instead}`);
    },
  }),
);
