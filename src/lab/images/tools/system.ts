import type { Program, Work } from '../process/process.ts';
import { sleep as pause } from '../process/waits.ts';
import { echo, printf } from '../shell/builtins/echo.ts';
import { evaluate } from '../shell/builtins/test.ts';
import type { Shell } from '../shell/shell.ts';
import { createShell } from '../shell/shell.ts';
import { formatDate } from './date.ts';
import { instead } from './instead.ts';
import { readOptions } from './options.ts';
import { kill, killall, ps, timeout, UNITS } from './processes.ts';

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
