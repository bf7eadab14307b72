import type { Program } from '../process/process.ts';
import { readLine, settled, sleep } from '../process/waits.ts';
import { formatDate } from '../tools/date.ts';
import { readOptions } from '../tools/options.ts';
import { MIB, notHttp } from './data.ts';
import { serveUntil } from './serve.ts';

/** What a database is asked by its own client, and not over HTTP. */
const METHOD = 'REDIS';

/** Keys and characters that a Redis holds. */
const [KEYS, LONGEST] = [1000, 10_000];

function command(store: Map<string, string>, words: readonly string[]): string {
  const [name = '', key = '', value] = words;
  const wrong = `(error) ERR wrong number of arguments for '${name.toLowerCase()}' command`;
  switch (name.toUpperCase()) {
    case 'PING':
      return key === '' ? 'PONG' : `"${key}"`;
    case 'ECHO':
      return `"${key}"`;
    case 'SET':
      if (value === undefined) return wrong;
      if ((store.size >= KEYS && !store.has(key)) || value.length > LONGEST)
        return "(error) OOM command not allowed when used memory > 'maxmemory'.";
      store.set(key, value);
      return 'OK';
    case 'GET': {
      const found = store.get(key);
      return found === undefined ? '(nil)' : `"${found}"`;
    }
    case 'DEL': {
      const count = words.slice(1).filter((each) => store.delete(each)).length;
      return `(integer) ${count}`;
    }
    case 'EXISTS':
      return `(integer) ${store.has(key) ? 1 : 0}`;
    case 'INCR': {
      const next = Number(store.get(key) ?? 0) + 1;
      if (Number.isNaN(next)) return '(error) ERR value is not an integer or out of range';
      store.set(key, String(next));
      return `(integer) ${next}`;
    }
    case 'KEYS':
      return store.size === 0
        ? '(empty array)'
        : [...store.keys()].map((each, nth) => `${nth + 1}) "${each}"`).join('\n');
    case 'DBSIZE':
      return `(integer) ${store.size}`;
    case 'FLUSHALL':
      store.clear();
      return 'OK';
    case 'CONFIG':
      return value === undefined
        ? wrong
        : `1) "${value}"\n2) "${value === 'maxmemory' ? (store.get('\0maxmemory') ?? '0') : value === 'maxmemory-policy' ? (store.get('\0policy') ?? 'noeviction') : ''}"`;
    case 'INFO':
      return '# Server\r\nredis_version:7.4.1\r\n# Replication\r\nrole:master\r\nconnected_slaves:0';
    default:
      return `(error) ERR unknown command '${name}', with args beginning with: ${words
        .slice(1)
        .map((word) => `'${word}' `)
        .join('')}`;
  }
}

/** `redis-server`: what `redis-cli` of another Pod asks. Its data is gone with the container. */
export const redisServer: Program = function* (proc, argv) {
  const { machine } = proc.box;
  const { options, words } = readOptions(argv, '', [
    'port:',
    'requirepass:',
    'appendonly:',
    'save:',
    'protected-mode:',
    'replicaof:',
    'slaveof:',
    'maxmemory:',
    'maxmemory-policy:',
    'bind:',
    'dir:',
  ]);
  const file = words[0] === undefined ? undefined : machine.files.read(words[0]);
  const log = (sign: string, message: string): void =>
    proc.out(
      `${proc.pid}:${sign} ${formatDate('%d %b %Y %H:%M:%S', machine.now())}.${String(machine.now() % 1000).padStart(3, '0')} ${message}\n`,
    );
  if (words[0] !== undefined && file === undefined) {
    proc.err(
      `*** FATAL CONFIG FILE ERROR (Redis 7.4.1) ***\nCan't open config file '${words[0]}': No such file or directory\n`,
    );
    return 1;
  }
  const setting = (name: string): string | undefined =>
    options.get(name)?.[0] ??
    (file ?? '')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .find(([first]) => first === name)?.[1];
  const port = Number(setting('port') ?? 6379) || 6379;
  const store = new Map<string, string>();
  const settings = new Map<string, string>();
  const memory = /^(\d{1,12})(k|m|g)?b?$/i.exec(setting('maxmemory') ?? '');
  settings.set(
    '\0maxmemory',
    String(memory ? Number(memory[1]) * ({ k: 1024, m: MIB, g: 1024 * MIB }[(memory[2] ?? '').toLowerCase()] ?? 1) : 0),
  );
  settings.set('\0policy', setting('maxmemory-policy') ?? 'noeviction');
  proc.hold(4 * MIB);
  log('C', '* oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo');
  log('C', '* Redis version=7.4.1, bits=64, commit=00000000, modified=0, pid=1, just started');
  log('M', `* Running mode=standalone, port=${port}.`);
  log('M', '* Server initialized');
  log('M', '* Ready to accept connections tcp');
  const signal = yield* serveUntil(proc, [port], (asked) => {
    if (asked.method !== METHOD) return notHttp;
    proc.box.spend(0.1);
    const words = asked.body.split('\n');
    const target = words[0]?.toUpperCase() === 'CONFIG' ? settings : store;
    return { status: 200, headers: {}, body: command(target, words) };
  });
  if (signal === undefined) {
    log('M', `# Warning: Could not create server TCP listening socket *:${port}: bind: Address already in use`);
    return 1;
  }
  log('signal-handler', `Received SIGTERM scheduling shutdown...`);
  log('M', '# User requested shutdown...');
  log('M', '# Redis is now ready to exit, bye bye...');
  return 0;
};

/** What `redis-cli` prints into a pipe: values alone. */
const raw = (answer: string): string =>
  answer
    .split('\n')
    .map((line) =>
      line
        .replace(/^(?:\d+\) )?"(.*)"$/, '$1')
        .replace(/^\(integer\) /, '')
        .replace(/^\((?:nil|empty array)\)$/, ''),
    )
    .join('\n');

/** `redis-cli`: one command, or those that are typed. */
export const redisCli: Program = function* (proc, argv) {
  const { options, words } = readOptions(argv, 'h:p:a:n:', ['no-auth-warning', 'raw'], true);
  const host = options.get('h')?.[0] ?? '127.0.0.1';
  const port = Number(options.get('p')?.[0] ?? 6379);
  const { network } = proc.box.machine;
  function* ask(line: readonly string[]) {
    yield* sleep(proc, 1);
    const body = line.join('\n').slice(0, 20_000);
    const answer = yield* settled(network.ask(host, port, { method: METHOD, path: '/', headers: {}, body }, 127_000));
    if (typeof answer !== 'string') {
      proc.out(`${proc.streams.get(1)?.isTty ? answer.body : raw(answer.body)}\n`);
      return 0;
    }
    const why = {
      'bad address': 'Name or service not known',
      'connection refused': 'Connection refused',
      'timed out': 'Connection timed out',
      'no route': 'No route to host',
    }[answer];
    proc.err(`Could not connect to Redis at ${host}:${port}: ${why}\n`);
    return 1;
  }
  if (words.length > 0) return yield* ask(words);
  for (;;) {
    if (proc.streams.get(0)?.isTty) proc.out(`${host}:${port}> `);
    const line = yield* readLine(proc);
    if (line === undefined || /^\s*(?:exit|quit)\s*$/i.test(line)) return 0;
    const typed = (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replace(/^"|"$/g, ''));
    if (typed.length > 0) yield* ask(typed);
  }
};
