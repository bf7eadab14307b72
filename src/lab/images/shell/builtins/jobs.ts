import { resolvePath } from '../../process/paths.ts';
import type { Proc, Signal, Work } from '../../process/process.ts';
import { SIGNALS } from '../../process/process.ts';
import { complain, environment, type Shell } from '../shell.ts';
import type { Builtin } from './builtins.ts';

/** A signal by its name or number. */
export function signalOf(word: string): Signal | undefined {
  const name = word.toUpperCase().replace(/^SIG/, '');
  for (const [signal, number] of Object.entries(SIGNALS))
    if (signal === name || String(number) === word) return isSignal(signal) ? signal : undefined;
  return undefined;
}

const isSignal = (name: string): name is Signal => name in SIGNALS;

function* wait(shell: Shell, argv: readonly string[]): Work {
  const wanted = argv.slice(1).filter((word) => word !== '-n');
  const children: Proc[] = [];
  for (const word of wanted) {
    const child =
      shell.background.find(({ pid }) => String(pid) === word.replace(/^%/, '')) ??
      shell.background[Number(word.slice(1)) - 1];
    if (!child) return 127;
    children.push(child);
  }
  let status = 0;
  for (const child of wanted.length > 0 ? children : [...shell.background]) {
    while (child.code === undefined) {
      const [signal] = shell.proc.pending;
      if (signal) return 128 + SIGNALS[signal];
      yield child.ended;
    }
    if (wanted.length > 0) status = child.code;
  }
  shell.background = shell.background.filter(({ code }) => code === undefined);
  return status;
}

function* trap(shell: Shell, argv: readonly string[]): Work {
  yield;
  const words = argv[1] === '--' ? argv.slice(2) : argv.slice(1);
  if (words.length === 0)
    for (const [signal, action] of shell.traps)
      shell.proc.out(`trap -- '${action.replaceAll("'", "'\\''")}' ${signal}\n`);
  const isReset = words[0] === '-' || (words.length === 1 && (words[0] ?? '').length > 0);
  const action = words[0] ?? '';
  for (const word of isReset && words.length === 1 ? words : words.slice(1)) {
    const signal = word === '0' || word.toUpperCase() === 'EXIT' ? 'EXIT' : signalOf(word);
    if (!signal) {
      if (
        ['ERR', 'DEBUG', 'WINCH', 'SIGWINCH', 'CHLD', 'SIGCHLD', 'KILL', 'CONT', 'SIGCONT'].includes(word.toUpperCase())
      )
        continue;
      complain(shell, `trap: ${word}: ${shell.flavour === 'bash' ? 'invalid signal specification' : 'bad trap'}`);
      return 1;
    }
    if (isReset) shell.traps.delete(signal);
    else shell.traps.set(signal, action);
    if (signal === 'EXIT') continue;
    const { handles, ignores } = shell.proc;
    handles.delete(signal);
    ignores.delete(signal);
    if (!isReset) (action === '' ? ignores : handles).add(signal);
  }
  return 0;
}

function* kill(shell: Shell, argv: readonly string[]): Work {
  let words = argv.slice(1);
  let signal: Signal | undefined = 'TERM';
  let isTest = false;
  if (words[0] === '-l') {
    shell.proc.out(`${Object.keys(SIGNALS).join(' ')}\n`);
    return 0;
  }
  if (/^-[A-Za-z0-9]/.test(words[0] ?? '')) {
    const word = words[0] === '-s' ? (words[1] ?? '') : (words[0] ?? '').slice(1);
    words = words.slice(words[0] === '-s' ? 2 : 1);
    isTest = word === '0';
    signal = signalOf(word);
    if (!signal && !isTest) {
      complain(
        shell,
        shell.flavour === 'bash' ? `kill: ${word}: invalid signal specification` : `bad signal name '${word}'`,
      );
      return 1;
    }
  }
  if (words.length === 0) {
    complain(
      shell,
      shell.flavour === 'bash'
        ? 'kill: usage: kill [-s sigspec | -n signum | -sigspec] pid | jobspec ...'
        : 'you need to specify whom to kill',
    );
    return 2;
  }
  let status = 0;
  for (const word of words) {
    const job = /^%(\d{1,3})$/.exec(word)?.[1];
    const pid = job ? (shell.background[Number(job) - 1]?.pid ?? -1) : Number(word);
    const target = shell.proc.box.processes.get(Math.abs(pid));
    if (!Number.isInteger(pid)) {
      complain(
        shell,
        shell.flavour === 'bash' ? `kill: ${word}: arguments must be process or job IDs` : `invalid number '${word}'`,
      );
      status = 1;
    } else if (!target) {
      complain(
        shell,
        shell.flavour === 'bash' ? `kill: (${word}) - No such process` : `can't kill pid ${word}: No such process`,
      );
      status = 1;
    } else if (shell.proc.user !== 0 && target.user !== shell.proc.user) {
      complain(shell, `can't kill pid ${word}: Operation not permitted`);
      status = 1;
    } else if (signal && !isTest) shell.proc.box.signal(target.pid, signal);
  }
  yield;
  return status;
}

function* source(shell: Shell, argv: readonly string[], { runText }: Parameters<Builtin>[2]): Work {
  const [, name] = argv;
  const text = name === undefined ? undefined : shell.proc.box.machine.files.read(resolvePath(shell.proc.folder, name));
  if (text === undefined) {
    complain(
      shell,
      shell.flavour === 'bash'
        ? `${name}: No such file or directory`
        : shell.flavour === 'dash'
          ? `.: cannot open ${name}: No such file`
          : `.: can't open '${name}': No such file or directory`,
    );
    return shell.flavour === 'bash' ? 1 : 2;
  }
  const status = yield* runText(shell, text);
  if (shell.leaving?.kind === 'return') shell.leaving = undefined;
  return status;
}

export const JOBS = {
  wait,
  trap,
  kill,
  '.': source,
  source,
  *jobs(shell) {
    yield;
    for (const [nth, { code }] of shell.background.entries())
      shell.proc.out(`[${nth + 1}]  ${code === undefined ? 'Running' : 'Done'}\n`);
    return 0;
  },
  *fg(shell, _argv, { waitFor }) {
    const child = shell.background.at(-1);
    return child ? yield* waitFor(child) : 1;
  },
  *bg() {
    yield;
    return 0;
  },
  *times(shell) {
    yield;
    shell.proc.out('0m0.00s 0m0.00s\n0m0.00s 0m0.00s\n');
    return 0;
  },
  *hash() {
    yield;
    return 0;
  },
  *type(shell, argv) {
    yield;
    let status = 0;
    for (const name of argv.slice(1)) {
      const found = shell.proc.box.find(name, shell.proc.folder, shell.variables.get('PATH'));
      if (shell.functions.has(name)) shell.proc.out(`${name} is a function\n`);
      else if (typeof found === 'function') shell.proc.out(`${name} is /bin/${name}\n`);
      else {
        shell.proc.out(`${name}: not found\n`);
        status = 127;
      }
    }
    return status;
  },
  /** The program takes the shell's place: its process goes on as the program. */
  *exec(shell, argv, { find }) {
    const words = argv.slice(1);
    const program = find(shell, words[0] ?? '');
    shell.leaving = { kind: 'exit' };
    if (!program) return shell.status;
    const { proc } = shell;
    proc.argv = words;
    proc.env = environment(shell);
    proc.handles.clear();
    shell.traps.clear();
    shell.status = yield* program(proc, words);
    return shell.status;
  },
} satisfies Record<string, Builtin>;
