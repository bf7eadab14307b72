import type { Work } from '../../process/process.ts';
import type { Kit } from '../run.ts';
import { complain, type Shell } from '../shell.ts';
import { echo, printf } from './echo.ts';
import { JOBS } from './jobs.ts';
import { evaluate } from './test.ts';
import { VARIABLES } from './variables.ts';

export type Builtin = (shell: Shell, argv: readonly string[], kit: Kit) => Work;

function* test(shell: Shell, argv: readonly string[]): Work {
  yield;
  if (argv[0] !== '[') return evaluate(shell, argv.slice(1));
  if (argv.at(-1) !== ']') {
    complain(shell, shell.flavour === 'bash' ? "[: missing `]'" : 'missing ]');
    return 2;
  }
  return evaluate(shell, argv.slice(1, -1));
}

function leave(kind: 'break' | 'continue'): Builtin {
  return function* (shell, argv) {
    yield;
    if (shell.loops > 0) shell.leaving = { kind, levels: Math.max(1, Number(argv[1] ?? 1) || 1) };
    return 0;
  };
}

const statusOf = (shell: Shell, word: string | undefined): number => {
  if (word === undefined) return shell.status;
  if (/^\d{1,9}$/.test(word)) return Number(word) & 255;
  complain(shell, `exit: Illegal number: ${word}`);
  return 2;
};

/** What the shell does itself, as it concerns its own process. */
export const BUILTINS: Readonly<Record<string, Builtin | undefined>> = Object.assign(Object.create(null), {
  ...VARIABLES,
  ...JOBS,
  echo,
  printf,
  test,
  '[': test,
  break: leave('break'),
  continue: leave('continue'),
  *':'() {
    yield;
    return 0;
  },
  *true() {
    yield;
    return 0;
  },
  *false() {
    yield;
    return 1;
  },
  *exit(shell, argv) {
    yield;
    shell.status = statusOf(shell, argv[1]);
    shell.leaving = { kind: 'exit' };
    return shell.status;
  },
  *return(shell, argv) {
    yield;
    shell.status = statusOf(shell, argv[1]);
    shell.leaving = { kind: 'return' };
    return shell.status;
  },
  *eval(shell, argv, { runText }) {
    return yield* runText(shell, argv.slice(1).join(' '));
  },
  *command(shell, argv, kit) {
    if (argv[1] === '-v' || argv[1] === '-V') {
      const name = argv[2] ?? '';
      if (BUILTINS[name] || shell.functions.has(name)) shell.proc.out(`${name}\n`);
      else if (typeof shell.proc.box.find(name, shell.proc.folder, shell.variables.get('PATH')) === 'function')
        shell.proc.out(`${name.includes('/') ? name : `/bin/${name}`}\n`);
      else return shell.flavour === 'dash' ? 127 : 1;
      return 0;
    }
    const builtin = BUILTINS[argv[1] ?? ''];
    if (builtin) return yield* builtin(shell, argv.slice(1), kit);
    return argv.length > 1 ? yield* kit.runProgram(shell, argv.slice(1), []) : 0;
  },
} satisfies Record<string, Builtin>);
