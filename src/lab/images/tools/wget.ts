import { baseName, resolvePath } from '../process/paths.ts';
import type { Proc, Program, Work } from '../process/process.ts';
import { createFileWriter } from '../process/streams.ts';
import { addressOf, CONNECT, parseUrl, reasonOf, request, type Url } from './http.ts';
import { readOptions } from './options.ts';

const WHY = {
  'connection refused': 'Connection refused',
  'timed out': 'Operation timed out',
  'no route': 'No route to host',
} as const;

/** The line with which busybox shows that all has come. */
const progress = (name: string, size: number): string =>
  `${name.slice(0, 20).padEnd(20)} 100% |${'*'.repeat(32)}| ${String(size).padStart(5)}  0:00:00 ETA\n`;

/** busybox, networking/wget.c: its options that exercises use, and its words. */
export const wget: Program = function* (proc, argv) {
  const { options, words, wrong } = readOptions(argv, 'O:T:t:U:P:Y:qScbs', [
    'spider',
    'header:',
    'post-data:',
    'post-file:',
    'timeout:',
    'tries:',
    'no-check-certificate',
    'quiet',
    'output-document:',
    'server-response',
    'no-verbose',
    'user-agent:',
  ]);
  if (wrong !== undefined || words.length === 0) {
    proc.err(wrong === undefined ? 'wget: missing URL\n' : `wget: unrecognized option: ${wrong}\n`);
    proc.err(
      'BusyBox multi-call binary.\n\nUsage: wget [-cqS] [--spider] [-O FILE] [-T SEC] [--header STR] [--post-data STR] URL...\n',
    );
    return 1;
  }
  const one = (...names: string[]): string | undefined =>
    names.map((name) => options.get(name)?.at(-1)).find((value) => value !== undefined);
  const headers: Record<string, string> = { 'user-agent': one('U', 'user-agent') ?? 'Wget', connection: 'close' };
  for (const line of options.get('header') ?? []) {
    const at = line.indexOf(':');
    if (at > 0) headers[line.slice(0, at).trim().toLowerCase()] = line.slice(at + 1).trim();
  }
  const seconds = Number(one('T', 'timeout') ?? Number.NaN);
  const body = one('post-data') ?? '';
  const asked = {
    method: options.has('post-data') ? 'POST' : options.has('spider') ? 'HEAD' : 'GET',
    headers,
    body,
    ms: seconds > 0 ? seconds * 1000 : CONNECT,
  };
  for (const word of words) {
    const url = parseUrl(word);
    const code = url
      ? yield* get(proc, url, asked, {
          isQuiet: options.has('q') || options.has('quiet'),
          isSpider: options.has('spider'),
          isTimed: seconds > 0,
          headersShown: options.has('S') || options.has('server-response'),
          output: one('O', 'output-document'),
        })
      : 1;
    if (code !== 0) return code;
  }
  return 0;
};

interface Ways {
  isQuiet: boolean;
  isSpider: boolean;
  isTimed: boolean;
  headersShown: boolean;
  output: string | undefined;
}

function* get(proc: Proc, first: Url, asked: Parameters<typeof request>[2], ways: Ways): Work {
  const fail = (message: string): number => {
    proc.err(`wget: ${message}\n`);
    return 1;
  };
  let url = first;
  for (let hops = 0; ; hops++) {
    const address = addressOf(proc, url.host);
    if (address === undefined)
      return fail(`bad address '${url.host}${[80, 443].includes(url.port) ? '' : `:${url.port}`}'`);
    if (!ways.isQuiet)
      proc.err(
        `Connecting to ${url.host}${[80, 443].includes(url.port) ? '' : `:${url.port}`} (${address}:${url.port})\n`,
      );
    const answer = yield* request(proc, url, asked);
    if (answer === 'bad address') return fail(`bad address '${url.host}'`);
    if (answer === 'timed out' && ways.isTimed) return fail('download timed out');
    if (typeof answer === 'string') return fail(`can't connect to remote host (${address}): ${WHY[answer]}`);
    const line = `HTTP/1.1 ${answer.status} ${reasonOf(answer.status)}`;
    if (ways.headersShown)
      proc.err(
        [line, ...Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`)]
          .map((text) => `  ${text}\n`)
          .join(''),
      );
    const target = answer.headers.location ?? answer.headers.Location;
    if (answer.status >= 300 && answer.status < 400 && target) {
      const next = parseUrl(target.startsWith('/') ? `${url.scheme}://${url.host}:${url.port}${target}` : target);
      if (!next || hops >= 5) return fail('too many redirections');
      url = next;
      continue;
    }
    if (answer.status >= 400 || answer.status < 200) return fail(`server returned error: ${line}`);
    if (ways.isSpider) {
      if (!ways.isQuiet) proc.err('remote file exists\n');
      return 0;
    }
    return save(proc, url, answer.body, ways);
  }
}

function save(proc: Proc, url: Url, body: string, { isQuiet, output }: Ways): number {
  if (output === '-') {
    if (!isQuiet) proc.err('writing to stdout\n');
    proc.out(body);
    if (!isQuiet) proc.err(`${progress('-', body.length)}written to stdout\n`);
    return 0;
  }
  const path = url.path.replace(/[?].*/, '');
  const name = output ?? (path.endsWith('/') ? 'index.html' : baseName(path));
  const full = resolvePath(proc.folder, name);
  if (full === '/dev/null') return 0;
  if (output === undefined && proc.box.machine.files.read(full) !== undefined) {
    proc.err(`wget: can't open '${name}': File exists\n`);
    return 1;
  }
  const stream = createFileWriter(proc.box, full, false);
  if (!stream) {
    proc.err(`wget: can't open '${name}': ${proc.user === 0 ? 'Read-only file system' : 'Permission denied'}\n`);
    return 1;
  }
  if (!isQuiet) proc.err(`saving to '${name}'\n`);
  stream.write(body);
  if (!isQuiet) proc.err(`${progress(name, body.length)}'${name}' saved\n`);
  return 0;
}
