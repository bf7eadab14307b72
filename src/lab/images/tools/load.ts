import type { Program } from '../process/process.ts';
import { sleep } from '../process/waits.ts';
import { instead } from './instead.ts';
import { wholeInput } from './lines.ts';
import { readOptions } from './options.ts';

const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, c: 1, k: 1024, m: 1_048_576, g: 1_073_741_824 };

function bytesOf(word: string): number {
  const found = /^(\d{1,12})([bckmg]?)i?b?$/i.exec(word);
  return found ? Number(found[1]) * (UNITS[(found[2] ?? '').toLowerCase()] ?? 1) : Number.NaN;
}

/** `stress` of images such as polinux/stress: workers that spin, or hold memory. */
export const stress: Program = function* (proc, argv) {
  const { options } = readOptions(argv, 'c:m:t:i:d:v', [
    'cpu:',
    'vm:',
    'vm-bytes:',
    'vm-hang:',
    'vm-keep',
    'timeout:',
    'verbose',
    'io:',
    'hdd:',
    'quiet',
    'cpus:',
    'mem-total:',
    'mem-alloc-size:',
    'mem-alloc-sleep:',
  ]);
  const number = (...names: string[]): number =>
    Number(names.map((name) => options.get(name)?.[0]).find((value) => value !== undefined) ?? 0) || 0;
  const cpus = number('c', 'cpu', 'cpus');
  const vms = number('m', 'vm');
  const isVish = argv.some((word) => /^-{1,2}(?:cpus|mem-total)/.test(word));
  const total = options.get('mem-total')?.[0];
  const each = bytesOf(options.get('vm-bytes')?.[0] ?? '256M');
  const bytes = total === undefined ? vms * each : bytesOf(total);
  const limit = /^(\d{1,9})([smhd]?)$/.exec(options.get('t')?.[0] ?? options.get('timeout')?.[0] ?? '');
  const ms = limit
    ? Number(limit[1]) * ({ s: 1, m: 60, h: 3600, d: 86_400 }[limit[2] || 's'] ?? 1) * 1000
    : Number.POSITIVE_INFINITY;
  if (cpus + vms + number('i', 'io', 'hdd') === 0 && !isVish) {
    proc.out("`stress' imposes certain types of compute stress on your system\n\nUsage: stress [OPTION [ARG]] ...\n");
    return 0;
  }
  const line = `${argv[0]?.split('/').at(-1)}: info: [${proc.pid}]`;
  proc.out(
    isVish
      ? `Allocating "${total ?? 0}" memory, in "${options.get('mem-alloc-size')?.[0] ?? '4Ki'}" chunks\nSpawning a thread to consume CPU\n`
      : `${line} dispatching hogs: ${cpus} cpu, ${number('i', 'io')} io, ${vms} vm, ${number('d', 'hdd')} hdd\n`,
  );
  proc.handles.add('TERM').add('INT');
  proc.work((cpus + (options.has('vm-hang') ? 0 : vms)) * 1000);
  // Memory grows for a moment, as pages are touched one after the other.
  for (let part = 1; part <= 4 && proc.pending.length === 0; part++) {
    proc.hold((bytes * part) / 4);
    yield* sleep(proc, 250);
  }
  yield* sleep(proc, ms);
  if (proc.pending.length > 0) return 143;
  proc.out(`${line} successful run completed in ${Math.round(ms / 1000)}s\n`);
  return 0;
};

const dd: Program = function* (proc, argv) {
  const given = new Map(
    argv.slice(1).map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]),
  );
  const size = bytesOf(given.get('bs') ?? '512') || 512;
  const count = Number(given.get('count') ?? Number.POSITIVE_INFINITY);
  const from = given.get('if');
  const isEndless =
    (from === '/dev/zero' || from === '/dev/urandom' || from === '/dev/random') && count === Number.POSITIVE_INFINITY;
  proc.hold(Math.min(size, 4 * 1_073_741_824));
  proc.handles.add('INT').add('TERM');
  proc.work(1000);
  if (isEndless) yield* sleep(proc, Number.POSITIVE_INFINITY);
  else if (from?.startsWith('/dev/')) yield* sleep(proc, Math.min(60_000, (size * count) / 1_000_000));
  const blocks = from?.startsWith('/dev/') ? count : 1;
  if (!from) proc.out((yield* wholeInput(proc, 'dd', [])).text);
  proc.work(0);
  const bytes = size * (Number.isFinite(blocks) ? blocks : 0);
  const target = given.get('of');
  if (target !== undefined && target !== '/dev/null' && bytes > 1_000_000) {
    proc.err('dd: error writing: No space left on device\n');
    return 1;
  }
  if (target !== undefined && target !== '/dev/null') proc.box.machine.files.write(target, '\0'.repeat(bytes));
  proc.err(`${blocks}+0 records in\n${blocks}+0 records out\n`);
  return proc.pending.length > 0 ? 130 : 0;
};

const xargs: Program = function* (proc, argv) {
  const { options, words } = readOptions(argv, 'n:I:P:0rt', [], true);
  const { text } = yield* wholeInput(proc, 'xargs', []);
  const items = options.has('I')
    ? text.split('\n').filter(Boolean)
    : text.split(options.has('0') ? '\0' : /\s+/).filter(Boolean);
  const command = words.length > 0 ? words : ['echo'];
  const size = options.has('I') ? 1 : Number(options.get('n')?.[0] ?? items.length) || 1;
  const sign = options.get('I')?.[0] ?? '{}';
  let code = 0;
  for (let at = 0; at < items.length; at += size) {
    const part = items.slice(at, at + size);
    const line = options.has('I') ? command.map((word) => word.replaceAll(sign, part[0] ?? '')) : [...command, ...part];
    const child = proc.box.start({
      parent: proc,
      argv: line,
      env: proc.env,
      folder: proc.folder,
      user: proc.user,
      streams: proc.streams,
      work: (started) => instead(started, line, 'xargs'),
    });
    if (!child) {
      proc.err("xargs: can't fork: Resource temporarily unavailable\n");
      return 1;
    }
    while (child.code === undefined) yield child.ended;
    if (child.code !== 0) code = 123;
  }
  return code;
};

const openssl: Program = function* (proc, argv) {
  yield;
  const [, command, form, last] = argv;
  const count = Math.min(4096, Number(last ?? form) || 0);
  if (command !== 'rand' || count <= 0) {
    proc.err("openssl: this lab only has 'openssl rand -hex N' and 'openssl rand -base64 N'\n");
    return 1;
  }
  const bytes = Buffer.from(Array.from({ length: count }, () => Math.floor(proc.box.machine.random() * 256)));
  proc.out(`${bytes.toString(form === '-base64' ? 'base64' : 'hex')}\n`);
  return 0;
};

const MIB = 1_048_576;

/** Programs that take memory or time, and those that show how much of it there is. */
export const LOAD = {
  dd,
  xargs,
  openssl,
  *free(proc, argv) {
    yield;
    const held = [...proc.box.processes.values()].reduce((sum, each) => sum + each.held, 0);
    const unit = argv.includes('-m') ? MIB : argv.includes('-g') ? MIB * 1024 : 1024;
    const [total, used] = [4096 * MIB, 900 * MIB + held].map((bytes) => Math.round(bytes / unit)) as [number, number];
    proc.out('              total        used        free      shared  buff/cache   available\n');
    proc.out(
      `Mem:     ${[total, used, total - used - Math.round((600 * MIB) / unit), 0, Math.round((600 * MIB) / unit), total - used].map((value) => String(value).padStart(10)).join('  ')}\nSwap:    ${'0'.padStart(10)}  ${'0'.padStart(10)}  ${'0'.padStart(10)}\n`,
    );
    return 0;
  },
  *df(proc, argv) {
    yield;
    const isHuman = argv.some((word) => word.includes('h'));
    proc.out(
      `Filesystem           ${isHuman ? '     Size      Used Available' : '1K-blocks      Used Available'} Use% Mounted on\n`,
    );
    proc.out(
      `overlay              ${isHuman ? '    19.6G      4.2G     14.4G' : ' 20511312   4404020  15042048'}  23% /\n`,
    );
    return 0;
  },
  *top(proc, argv) {
    const isOnce = argv.some((word) => /b|n/.test(word)) || !proc.streams.get(1)?.isTty;
    proc.handles.add('INT');
    do {
      proc.out(
        'Mem: 1534120K used, 2660184K free, 1120K shrd, 52480K buff, 614400K cached\nCPU:   2% usr   1% sys   0% nic  97% idle   0% io   0% irq   0% sirq\nLoad average: 0.08 0.05 0.01 1/212 42\n  PID  PPID USER     STAT   VSZ %VSZ CPU %CPU COMMAND\n',
      );
      for (const { pid, parent, user, held, argv: words, working } of proc.box.processes.values())
        proc.out(
          `${String(pid).padStart(5)} ${String(parent).padStart(5)} ${(user === 0 ? 'root' : String(user)).padEnd(8)} ${working > 0 ? 'R' : 'S'}    ${String(Math.round(held / 1024)).padStart(5)}   0%   0 ${String(Math.round(working / 20)).padStart(3)}% ${words.join(' ')}\n`,
        );
      if (!isOnce) yield* sleep(proc, 5000);
    } while (!isOnce && proc.pending.length === 0);
    return 0;
  },
  *uptime(proc) {
    yield;
    proc.out(' 09:00:00 up 3 days,  2:11,  0 users,  load average: 0.08, 0.05, 0.01\n');
    return 0;
  },
} satisfies Record<string, Program>;
