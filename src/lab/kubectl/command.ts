import type { Api } from './api.ts';
import type { Flag, Given } from './flags.ts';

/** What a chat says of a command that goes otherwise there than in a terminal; the words stand in text.ts. */
export type Hint =
  // It goes on in a terminal, and is shown once.
  | 'watch'
  | 'follow'
  | 'waited'
  // What it needs is not there.
  | 'shell'
  | 'unended'
  | 'manifest'
  | 'url'
  | 'kustomize'
  | 'prune'
  | 'tls'
  | 'context'
  | Elsewhere;

/** Commands that use the machine on which kubectl runs. */
export type Elsewhere =
  | 'edit'
  | 'port-forward'
  | 'proxy'
  | 'cp'
  | 'attach'
  | 'debug'
  | 'kustomize'
  | 'certificate'
  | 'completion'
  | 'plugin';

/** What a running command works with. */
export interface Run {
  api: Api;
  /** Arguments without flags. */
  args: readonly string[];
  /** Of the arguments, how many stand before `--`; undefined where there was none. */
  dash: number | undefined;
  flags: Given;
  /** The namespace that is meant; undefined with `--all-namespaces`. */
  namespace: string;
  everywhere: boolean;
  /** A manifest that was pasted or uploaded. */
  manifest: string | undefined;
  out(text: string): void;
  err(text: string): void;
  /** Epoch milliseconds of the lab. */
  now(): Promise<number>;
  /** Lets the lab's time go on a little; false once the caller should wait no longer. */
  pause(): Promise<boolean>;
  /** Keeps the namespace that lines are for from now on. */
  keepNamespace(namespace: string): void;
  /** Has a chat say what goes otherwise there than in a terminal. */
  hint(hint: Hint): void;
  /** The command's words, as in `rollout status`. */
  path: string;
}

/** A command of kubectl's, as a row of a table. */
export interface Command {
  name: string;
  aliases?: readonly string[];
  /** What it does, in kubectl's words. */
  short: string;
  flags?: readonly Flag[];
  /** Its first argument ends its flags: what follows is another program's. */
  children?: readonly Command[];
  run?(run: Run): Promise<void>;
}

/** Flags that every command takes (cli-runtime/pkg/genericclioptions). */
export const GLOBAL: readonly Flag[] = [
  { name: 'namespace', short: 'n', type: 'value' },
  { name: 'help', short: 'h', type: 'bool' },
  { name: 'context', type: 'value' },
  { name: 'cluster', type: 'value' },
  { name: 'user', type: 'value' },
  { name: 'kubeconfig', type: 'value' },
  { name: 'server', short: 's', type: 'value' },
  { name: 'request-timeout', type: 'value' },
  { name: 'v', short: 'v', type: 'value' },
  { name: 'as', type: 'value' },
  { name: 'as-group', type: 'array' },
  { name: 'warnings-as-errors', type: 'bool' },
];

export const OUTPUT: readonly Flag[] = [
  { name: 'output', short: 'o', type: 'value' },
  { name: 'show-managed-fields', type: 'bool' },
  { name: 'template', type: 'value' },
];
export const ALL_NAMESPACES: Flag = { name: 'all-namespaces', short: 'A', type: 'bool' };
export const SELECTOR: Flag = { name: 'selector', short: 'l', type: 'value' };
export const FIELDS: Flag = { name: 'field-selector', type: 'value' };
export const FILES: readonly Flag[] = [
  { name: 'filename', short: 'f', type: 'list' },
  { name: 'kustomize', short: 'k', type: 'value' },
  { name: 'recursive', short: 'R', type: 'bool' },
];
export const DRY_RUN: Flag = { name: 'dry-run', type: 'value', bare: 'unchanged' };
export const FIELD_MANAGER: Flag = { name: 'field-manager', type: 'value' };
