import type { Proc, Stream } from '../process/process.ts';
import type { Command } from './ast.ts';

/** An error that ends a script, such as a variable that is not set. */
export class ShellError extends Error {
  readonly status: number;
  constructor(message: string, status = 2) {
    super(message);
    this.status = status;
  }
}

export type Flavour = 'ash' | 'dash' | 'bash';

/** What a running shell knows. */
export interface Shell {
  proc: Proc;
  flavour: Flavour;
  /** `$0`, and what stands before errors. */
  name: string;
  isInteractive: boolean;
  variables: Map<string, string>;
  exported: Set<string>;
  readonly: Set<string>;
  functions: Map<string, Command>;
  words: readonly string[];
  status: number;
  /** The next program is all that is left to do: it takes the shell's place. */
  isLast: boolean;
  options: {
    exitOnError: boolean;
    trace: boolean;
    unsetIsError: boolean;
    noGlob: boolean;
    pipefail: boolean;
    noExec: boolean;
  };
  traps: Map<string, string>;
  aliases: Map<string, string>;
  background: Proc[];
  lastBackground: number | undefined;
  /** What ends the commands that run now. */
  leaving: { kind: 'break' | 'continue'; levels: number } | { kind: 'return' | 'exit' | 'interrupt' } | undefined;
  loops: number;
  /** Commands that run in each other. */
  depth: number;
  /** Variables that `local` hid, for each call. */
  locals: Map<string, string | undefined>[];
  /** Commands whose failure is looked at: `set -e` does not mind it. */
  tested: number;
  random: () => number;
}

/** Characters that a shell's variables may take together. */
const MEMORY = 524_288;
/** Bytes that a shell itself takes. */
const BASE = 700_000;

const sizeOf = (shell: Shell): number => {
  let size = 0;
  for (const [name, value] of shell.variables) size += name.length + value.length;
  return size;
};

export function createShell(proc: Proc, flavour: Flavour, name: string, words: readonly string[]): Shell {
  const variables = new Map(proc.env);
  const exported = new Set(proc.env.keys());
  variables.set('PWD', proc.folder);
  variables.set('PPID', String(proc.parent));
  variables.set('IFS', ' \t\n');
  if (!variables.has('PATH')) variables.set('PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin');
  if (flavour === 'bash')
    variables.set('BASH_VERSION', '5.2.15(1)-release').set('SHLVL', '1').set('HOSTNAME', proc.box.machine.hostname);
  proc.hold(BASE);
  return {
    proc,
    flavour,
    name,
    isInteractive: false,
    variables,
    exported,
    readonly: new Set(),
    functions: new Map(),
    words,
    status: 0,
    isLast: false,
    options: { exitOnError: false, trace: false, unsetIsError: false, noGlob: false, pipefail: false, noExec: false },
    traps: new Map(),
    aliases: new Map(),
    background: [],
    lastBackground: undefined,
    leaving: undefined,
    loops: 0,
    depth: 0,
    locals: [],
    tested: 0,
    random: proc.box.machine.random,
  };
}

/** The same shell in a process of its own, as `( )`, a pipe and `&` have it. */
export function forkShell(shell: Shell, proc: Proc): Shell {
  proc.hold(shell.proc.held);
  return {
    ...shell,
    proc,
    isInteractive: false,
    isLast: false,
    variables: new Map(shell.variables),
    exported: new Set(shell.exported),
    readonly: new Set(shell.readonly),
    functions: new Map(shell.functions),
    aliases: new Map(shell.aliases),
    options: { ...shell.options },
    traps: new Map([...shell.traps].filter(([, action]) => action === '')),
    background: [],
    locals: shell.locals.map((local) => new Map(local)),
    leaving: undefined,
  };
}

export function setVariable(shell: Shell, name: string, value: string): void {
  if (shell.readonly.has(name))
    throw new ShellError(`${name}: ${shell.flavour === 'bash' ? 'readonly variable' : 'is read only'}`);
  const before = shell.variables.get(name)?.length ?? 0;
  shell.variables.set(name, value);
  if (value.length > before + 256 || shell.variables.size % 64 === 63) {
    const size = sizeOf(shell);
    if (size > MEMORY) throw new ShellError('out of memory');
    shell.proc.hold(BASE + size * 2);
  }
}

/** What is said of an error, as each shell words it. */
export function complain(shell: Shell, message: string): void {
  const at = shell.isInteractive ? '' : shell.flavour === 'bash' ? 'line 1: ' : shell.flavour === 'dash' ? '1: ' : '';
  const number = shell.isInteractive && shell.flavour === 'dash' ? '1: ' : at;
  shell.proc.err(`${shell.name}: ${number}${message}\n`);
}

/** The environment of a program that the shell starts. */
export const environment = (shell: Shell): Map<string, string> =>
  new Map(
    [...shell.exported].flatMap((name) => {
      const value = shell.variables.get(name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );

export function setStream(proc: Proc, fd: number, stream: Stream | undefined): void {
  if (stream) proc.streams.set(fd, stream);
  else proc.streams.delete(fd);
}
