import type { Proc, Program, Work } from '../process/process.ts';
import { SIGNALS } from '../process/process.ts';
import { signalOf } from '../shell/builtins/jobs.ts';
import { formatDate } from './date.ts';
import { isGnu } from './disk.ts';
import { instead } from './instead.ts';
import { readOptions } from './options.ts';

export const UNITS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };

export function* kill(proc: Proc, argv: readonly string[]): Work {
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

export const killall: Program = function* (proc, argv) {
  const signal = /^-/.test(argv[1] ?? '') ? signalOf((argv[1] ?? '').slice(1)) : 'TERM';
  const name = argv.at(-1) ?? '';
  const found = [...proc.box.processes.values()].filter(
    ({ argv: words, pid }) =>
      pid !== proc.pid &&
      (argv[0] === 'pkill' ? words.join(' ').includes(name) : words[0]?.split('/').at(-1)?.replace(/:$/, '') === name),
  );
  if (found.length === 0 && argv[0] !== 'pkill') proc.err(`killall: ${name}: no process killed\n`);
  // `-0` only looks whether there is one.
  if (signal) for (const { pid } of found) proc.box.signal(pid, signal);
  yield;
  return found.length > 0 ? 0 : 1;
};

export const timeout: Program = function* (proc, argv) {
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

export const ps: Program = function* (proc, argv) {
  const { now } = proc.box.machine;
  const all = [...proc.box.processes.values()];
  const isFull =
    argv.slice(1).some((word) => /[fa]/.test(word)) && proc.box.image.repository !== 'docker.io/library/busybox';
  const user = (id: number): string => (id === 0 ? 'root' : String(id));
  const time = (started: number): string => {
    const seconds = Math.floor((now() - started) / 1000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  };
  if (isGnu(proc) && argv.slice(1).some((word) => word.includes('u'))) {
    proc.out('USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\n');
    for (const { pid, user: id, argv: words, started, held, working } of all)
      proc.out(
        `${user(id).padEnd(8)} ${String(pid).padStart(7)} ${(working / 20).toFixed(1).padStart(4)}  0.1 ${String(Math.round(held / 512)).padStart(6)} ${String(Math.round(held / 1024)).padStart(5)} ?        ${working > 0 ? 'R ' : 'Ss'}   ${formatDate('%H:%M', started)}   ${time(started)} ${words.join(' ')}\n`,
      );
  } else if (isFull) {
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
