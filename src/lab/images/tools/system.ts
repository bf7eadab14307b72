import type { Proc, Program, Work } from '../process/process.ts';
import { SIGNALS } from '../process/process.ts';
import { sleep as pause } from '../process/waits.ts';
import { echo, printf } from '../shell/builtins/echo.ts';
import { signalOf } from '../shell/builtins/jobs.ts';
import { evaluate } from '../shell/builtins/test.ts';
import { createShell, type Shell } from '../shell/shell.ts';
import { formatDate } from './date.ts';
import { readOptions } from './options.ts';

const UNITS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };

const sleep: Program = function* (proc, argv) {
  let ms = 0;
  if (argv.length < 2) {
    proc.err('sleep: missing operand\n');
    return 1;
  }
  for (const word of argv.slice(1)) {
    const found = /^(\d{0,12}(?:\.\d{0,9})?)([smhd]?)$/.exec(word);
    const value = /^inf(?:inity)?$/.test(word)
      ? Number.POSITIVE_INFINITY
      : found?.[1]
        ? Number(found[1]) * (UNITS[found[2] ?? ''] ?? 1)
        : Number.NaN;
    if (Number.isNaN(value)) {
      proc.err(`sleep: invalid number '${word}'\n`);
      return 1;
    }
    ms += value * 1000;
  }
  yield* pause(proc, ms);
  return 0;
};

/** What a shell has as a builtin, run as a program of its own. */
const alone = (run: (shell: Shell, argv: readonly string[]) => Work): Program =>
  function* (proc, argv) {
    return yield* run(createShell(proc, 'ash', argv[0] ?? '', []), argv);
  };

function* kill(proc: Proc, argv: readonly string[]): Work {
  const signal = /^-[A-Za-z0-9]/.test(argv[1] ?? '') ? signalOf((argv[1] ?? '').slice(1)) : 'TERM';
  const pids = argv.slice(/^-/.test(argv[1] ?? '') ? 2 : 1);
  if (!signal || pids.length === 0) {
    proc.err(
      signal ? 'kill: you need to specify whom to kill\n' : `kill: bad signal name '${(argv[1] ?? '').slice(1)}'\n`,
    );
    return 1;
  }
  let code = 0;
  for (const pid of pids) {
    const target = proc.box.processes.get(Number(pid));
    const why =
      target === undefined
        ? 'No such process'
        : proc.user !== 0 && target.user !== proc.user
          ? 'Operation not permitted'
          : undefined;
    if (why === undefined) proc.box.signal(Number(pid), signal);
    else {
      proc.err(`kill: can't kill pid ${pid}: ${why}\n`);
      code = 1;
    }
  }
  yield;
  return code;
}

const killall: Program = function* (proc, argv) {
  const signal = /^-/.test(argv[1] ?? '') ? signalOf((argv[1] ?? '').slice(1)) : 'TERM';
  const name = argv.at(-1) ?? '';
  const found = [...proc.box.processes.values()].filter(
    ({ argv: words, pid }) =>
      pid !== proc.pid && (argv[0] === 'pkill' ? words.join(' ').includes(name) : words[0]?.split('/').at(-1) === name),
  );
  if (found.length === 0 && argv[0] !== 'pkill') proc.err(`killall: ${name}: no process killed\n`);
  for (const { pid } of found) proc.box.signal(pid, signal ?? 'TERM');
  yield;
  return found.length > 0 ? 0 : 1;
};

const env: Program = function* (proc, argv) {
  let at = 1;
  const inner = new Map(proc.env);
  for (; at < argv.length; at++) {
    const word = argv[at] ?? '';
    if (word === '-i' || word === '-') inner.clear();
    else if (word === '-u') inner.delete(argv[++at] ?? '');
    else if (word.indexOf('=') > 0) inner.set(word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1));
    else break;
  }
  if (at >= argv.length) {
    proc.out([...inner].map(([name, value]) => `${name}=${value}\n`).join(''));
    return 0;
  }
  proc.env = inner;
  return yield* instead(proc, argv.slice(at), 'env');
};

/** Goes on as another program. */
export function* instead(proc: Proc, words: readonly string[], caller: string): Work {
  const name = words[0] ?? '';
  const program = proc.box.find(name, proc.folder, proc.env.get('PATH'));
  if (typeof program === 'function') {
    proc.argv = words;
    return yield* program(proc, words);
  }
  proc.err(
    `${caller}: ${caller === 'env' ? '' : "can't execute "}'${name}': ${program === 'denied' ? 'Permission denied' : 'No such file or directory'}\n`,
  );
  return program === 'denied' ? 126 : 127;
}

const timeout: Program = function* (proc, argv) {
  const { options, words } = readOptions(argv, 's:k:t:', [], true);
  const old = options.get('t')?.[0];
  const [duration = '0', ...command] = old === undefined ? words : [old, ...words];
  const ms = Number(/^[\d.]{1,12}/.exec(duration)?.[0] ?? 0) * (UNITS[duration.slice(-1)] ?? 1) * 1000;
  const program = proc.box.find(command[0] ?? '', proc.folder, proc.env.get('PATH'));
  if (typeof program !== 'function') return yield* instead(proc, command, 'timeout');
  const { box } = proc;
  const child = box.start({
    parent: proc,
    argv: command,
    env: proc.env,
    folder: proc.folder,
    user: proc.user,
    streams: proc.streams,
    work: (started) => program(started, command),
  });
  if (!child) return 125;
  let isLate = false;
  const cancel = box.machine.after(ms, () => {
    isLate = true;
    box.signal(child.pid, signalOf(options.get('s')?.[0] ?? 'TERM') ?? 'TERM');
  });
  while (child.code === undefined) yield child.ended;
  cancel();
  return isLate && child.code === 128 + SIGNALS.TERM
    ? argv[0] === 'timeout' && old === undefined
      ? 143
      : 124
    : child.code;
};

const ps: Program = function* (proc, argv) {
  const { now } = proc.box.machine;
  const all = [...proc.box.processes.values()];
  const isFull =
    argv.slice(1).some((word) => /[fa]/.test(word)) && proc.box.image.repository !== 'docker.io/library/busybox';
  const user = (id: number): string => (id === 0 ? 'root' : String(id));
  const time = (started: number): string => {
    const seconds = Math.floor((now() - started) / 1000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  };
  if (isFull) {
    proc.out('UID          PID    PPID  C STIME TTY          TIME CMD\n');
    for (const { pid, parent, user: id, argv: words, started } of all)
      proc.out(
        `${user(id).padEnd(8)} ${String(pid).padStart(7)} ${String(parent).padStart(7)}  0 ${formatDate('%H:%M', started)} ?        00:00:00 ${words.join(' ')}\n`,
      );
  } else {
    proc.out('PID   USER     TIME  COMMAND\n');
    for (const { pid, user: id, argv: words, started } of all)
      proc.out(`${String(pid).padStart(5)} ${user(id).padEnd(8)} ${time(started).padStart(5)} ${words.join(' ')}\n`);
  }
  return 0;
};

const nproc: Program = function* (proc) {
  yield;
  proc.out('2\n');
  return 0;
};

const yes: Program = function* (proc, argv) {
  const line = `${argv.slice(1).join(' ') || 'y'}\n`;
  const block = line.repeat(Math.max(1, Math.min(512, Math.floor(4096 / line.length))));
  for (;;) {
    proc.out(block);
    yield;
  }
};

const uname: Program = function* (proc, argv) {
  const { hostname } = proc.box.machine;
  const [word = ''] = argv.slice(1);
  const parts = { s: 'Linux', n: hostname, r: '6.6.32', v: '#1 SMP PREEMPT_DYNAMIC', m: 'x86_64', o: 'GNU/Linux' };
  const isAll = word.includes('a');
  const shown = Object.entries(parts).filter(([letter]) => isAll || word.includes(letter));
  proc.out(`${shown.length > 0 ? shown.map(([, value]) => value).join(' ') : 'Linux'}\n`);
  return 0;
};

/** Programs about the process, its machine and time. */
export const SYSTEM = {
  sleep,
  kill,
  killall,
  pkill: killall,
  env,
  timeout,
  ps,
  nproc,
  yes,
  uname,
  echo: alone(echo),
  printf: alone(printf),
  test: alone(function* (shell, argv) {
    yield;
    return evaluate(shell, argv.slice(1));
  }),
  '[': alone(function* (shell, argv) {
    yield;
    return evaluate(shell, argv.slice(1, -1));
  }),
  *true() {
    yield;
    return 0;
  },
  *false() {
    yield;
    return 1;
  },
  *printenv(proc, argv) {
    if (argv.length === 1) proc.out([...proc.env].map(([name, value]) => `${name}=${value}\n`).join(''));
    const values = argv.slice(1).map((name) => proc.env.get(name));
    proc.out(values.flatMap((value) => (value === undefined ? [] : [`${value}\n`])).join(''));
    return values.includes(undefined) ? 1 : 0;
  },
  *hostname(proc, argv) {
    yield;
    proc.out(/i/.test(argv[1] ?? '') ? `${proc.box.machine.address}\n` : `${proc.box.machine.hostname}\n`);
    return 0;
  },
  *whoami(proc) {
    yield;
    if (proc.user === 0) proc.out('root\n');
    else proc.err(`whoami: unknown uid ${proc.user}\n`);
    return proc.user === 0 ? 0 : 1;
  },
  *id(proc, argv) {
    yield;
    const { user } = proc;
    const { groups } = proc.box.machine;
    const named = (id: number): string => (id === 0 ? '0(root)' : String(id));
    const [group = 0] = groups;
    if (argv[1] === '-u') proc.out(`${user}\n`);
    else if (argv[1] === '-g') proc.out(`${group}\n`);
    else if (argv[1] === '-G') proc.out(`${groups.join(' ')}\n`);
    else proc.out(`uid=${named(user)} gid=${named(group)} groups=${groups.map(named).join(',')}\n`);
    return 0;
  },
  *mount(proc) {
    yield;
    proc.out(
      'overlay on / type overlay (rw,relatime)\nproc on /proc type proc (rw,nosuid,nodev,noexec,relatime)\ntmpfs on /dev type tmpfs (rw,nosuid,size=65536k,mode=755)\n',
    );
    return 0;
  },
  *date(proc, argv) {
    const { options, words } = readOptions(argv, 'uRIId:s:', ['utc', 'date:', 'iso-8601', 'rfc-3339:']);
    const given = options.get('d')?.[0] ?? options.get('date')?.[0];
    const at =
      given === undefined
        ? proc.box.machine.now()
        : /^@\d{1,12}$/.test(given)
          ? Number(given.slice(1)) * 1000
          : given === 'now'
            ? proc.box.machine.now()
            : Date.parse(given);
    if (Number.isNaN(at)) {
      proc.err(`date: invalid date '${given}'\n`);
      return 1;
    }
    const form = words.find((word) => word.startsWith('+'))?.slice(1);
    proc.out(
      `${formatDate(form ?? (options.has('I') ? '%Y-%m-%d' : options.has('R') ? '%a, %d %b %Y %H:%M:%S +0000' : '%a %b %e %H:%M:%S UTC %Y'), at)}\n`,
    );
    return 0;
  },
  *nohup(proc, argv) {
    proc.ignores.add('HUP');
    return yield* instead(proc, argv.slice(1), 'nohup');
  },
  *nice(proc, argv) {
    return yield* instead(proc, argv[1] === '-n' ? argv.slice(3) : argv.slice(1), 'nice');
  },
  *tty(proc) {
    yield;
    proc.out(proc.streams.get(0)?.isTty ? '/dev/pts/0\n' : 'not a tty\n');
    return proc.streams.get(0)?.isTty ? 0 : 1;
  },
  *sync() {
    yield;
    return 0;
  },
  *clear(proc) {
    yield;
    proc.out('\u001b[H\u001b[J');
    return 0;
  },
  *tini(proc, argv) {
    return yield* instead(
      proc,
      argv.slice(1).filter((word, nth) => nth > 1 || (word !== '--' && word !== '-g')),
      'tini',
    );
  },
} satisfies Record<string, Program>;
