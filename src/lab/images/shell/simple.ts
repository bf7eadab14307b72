import type { Work } from '../process/process.ts';
import type { Command } from './ast.ts';
import { BUILTINS } from './builtins/builtins.ts';
import type { Expander } from './expand.ts';
import { find, runProgram, waitFor } from './programs.ts';
import type { Redirector } from './redirect.ts';
import type { Runner } from './run.ts';
import type { Shell } from './shell.ts';
import { setVariable } from './shell.ts';

function trace(shell: Shell, argv: readonly string[], values: readonly [string, string][]): void {
  const quoted = (text: string): string =>
    /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
  const words = [...values.map(([name, value]) => `${name}=${quoted(value)}`), ...argv.map(quoted)];
  shell.proc.err(`+ ${words.join(' ')}\n`);
}

/** The words that an alias stands for, in front of the others. */
const withAlias = ({ aliases }: Shell, [name, ...rest]: readonly string[]): readonly string[] => {
  if (name === undefined) return [];
  const alias = aliases.get(name);
  return alias === undefined ? [name, ...rest] : [...alias.trim().split(/\s+/), ...rest];
};

/** Simple commands: assignments, functions, what the shell does itself, and programs (POSIX 2.9.1). */
export function createSimple(
  { toText, toWords }: Expander,
  { redirect, restore }: Redirector,
  { runCommand, runText }: Runner,
) {
  const kit = { runText, runProgram, find, waitFor };
  function* runSimple(shell: Shell, { assignments, words, redirects }: Command & { kind: 'simple' }): Work {
    shell.status = words.length === 0 ? 0 : shell.status;
    const before = shell.status;
    const argv = withAlias(shell, yield* toWords(shell, words));
    const values: [string, string][] = [];
    for (const { name, value, isAppended } of assignments)
      values.push([name, (isAppended ? (shell.variables.get(name) ?? '') : '') + (yield* toText(shell, value))]);
    if (shell.options.trace) trace(shell, argv, values);
    const [name] = argv;
    const undo = redirects.length > 0 ? yield* redirect(shell, redirects) : [];
    if (!undo) return 1;
    if (name === 'exec' && argv.length === 1) return 0;
    let isKept = false;
    try {
      if (name === undefined) {
        for (const [variable, value] of values) setVariable(shell, variable, value);
        return shell.status === before && words.length > 0 ? 0 : shell.status;
      }
      const body = shell.functions.get(name);
      const builtin = BUILTINS[name];
      if (body || builtin) {
        const hidden = values.map(([variable]) => [variable, shell.variables.get(variable)] as const);
        for (const [variable, value] of values) setVariable(shell, variable, value);
        const status = body ? yield* call(shell, body, argv) : builtin ? yield* builtin(shell, argv, kit) : 0;
        for (const [variable, value] of hidden)
          if (value === undefined) shell.variables.delete(variable);
          else shell.variables.set(variable, value);
        isKept = name === 'exec';
        return status;
      }
      return yield* runProgram(shell, argv, values);
    } finally {
      if (!isKept) restore(shell, undo);
    }
  }

  function* call(shell: Shell, body: Command, argv: readonly string[]): Work {
    const { words, loops } = shell;
    shell.words = argv.slice(1);
    shell.loops = 0;
    shell.locals.push(new Map());
    const status = yield* runCommand(shell, body);
    shell.words = words;
    shell.loops = loops;
    for (const [name, value] of shell.locals.pop() ?? [])
      if (value === undefined) shell.variables.delete(name);
      else shell.variables.set(name, value);
    if (shell.leaving?.kind !== 'return') return shell.leaving ? shell.status : status;
    shell.leaving = undefined;
    return shell.status;
  }

  return runSimple;
}
