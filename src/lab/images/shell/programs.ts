import { BARE } from '../process/box.ts';
import type { Proc, Work } from '../process/process.ts';
import { SIGNALS } from '../process/process.ts';
import type { List } from './ast.ts';
import type { Shell } from './shell.ts';
import { complain, environment, ShellError } from './shell.ts';

/** Waits for a child; a trapped signal is answered once it has ended. */
export function* waitFor(child: Proc): Work {
  while (child.code === undefined) yield child.ended;
  return child.code;
}

/** Is this one program alone, whose process can take the shell's place? */
export const isOneProgram = (list: List): boolean => {
  const [item, second] = list;
  if (item === undefined || second || item.rest.length > 0 || item.first.isNegated) return false;
  return item.first.commands.length === 1 && item.first.commands[0]?.kind === 'simple';
};

/** What a word that no shell has runs; undefined, once it was told why there is none. */
export function find(shell: Shell, name: string) {
  const { proc, flavour } = shell;
  const program = proc.box.find(name, proc.folder, shell.variables.get('PATH'));
  if (typeof program === 'function') return program;
  const isPath = name.includes('/');
  if (program === 'denied') complain(shell, `${name}: Permission denied`);
  else if (flavour === 'bash')
    complain(shell, `${name}: ${isPath ? 'No such file or directory' : 'command not found'}`);
  else complain(shell, `${name}: not found`);
  shell.status = program === 'denied' ? 126 : 127;
  return undefined;
}

export function* runProgram(shell: Shell, argv: readonly string[], values: readonly [string, string][]): Work {
  const [name = ''] = argv;
  const program = find(shell, name);
  if (!program) return shell.status;
  const { proc } = shell;
  const env = environment(shell);
  for (const [variable, value] of values) env.set(variable, value);
  if (shell.isLast && shell.traps.size === 0) {
    proc.argv = argv;
    proc.env = env;
    proc.hold(BARE);
    return yield* program(proc, argv);
  }
  const child = proc.box.start({
    parent: proc,
    argv,
    env,
    folder: proc.folder,
    user: proc.user,
    streams: proc.streams,
    work: (started) => program(started, argv),
  });
  if (!child) throw new ShellError("can't fork: Resource temporarily unavailable");
  const code = yield* waitFor(child);
  if (code === 128 + SIGNALS.KILL) proc.err('Killed\n');
  if (code === 128 + SIGNALS.TERM) proc.err('Terminated\n');
  return code;
}
