import type { HttpAnswer } from '../../engine/lab.ts';
import type { NetFailure } from '../machine.ts';
import { baseName, resolvePath } from '../process/paths.ts';
import type { Proc, Program, Work } from '../process/process.ts';
import { createFileWriter } from '../process/streams.ts';
import { readAll } from '../process/waits.ts';
import { failureOf, type Run, tellConnect, tellHeaders, writeOut } from './curl-tell.ts';
import type { Url } from './http.ts';
import { addressOf, CONNECT, parseUrl, request } from './http.ts';
import type { Options } from './options.ts';
import { readOptions } from './options.ts';

const LONG: Readonly<Record<string, string>> = {
  silent: 's',
  'show-error': 'S',
  output: 'o',
  'write-out': 'w',
  head: 'I',
  include: 'i',
  'max-time': 'm',
  fail: 'f',
  verbose: 'v',
  request: 'X',
  data: 'd',
  header: 'H',
  location: 'L',
  insecure: 'k',
  'remote-name': 'O',
  user: 'u',
  'user-agent': 'A',
};

const WITH_VALUE = 'owmXdHuAxTbce';

const NAMES = [
  ...Object.entries(LONG).map(([name, letter]) => (WITH_VALUE.includes(letter) ? `${name}:` : name)),
  'connect-timeout:',
  'retry:',
  'retry-delay:',
  'retry-connrefused',
  'cacert:',
  'resolve:',
  'data-raw:',
  'data-binary:',
  'json:',
  'url:',
  'no-progress-meter',
  'fail-with-body',
  'http1.1',
  'http2',
  'compressed',
  'version',
  'help',
];

function runOf({ options }: Options): Run {
  const all = (letter: string): readonly string[] => [
    ...(options.get(letter) ?? []),
    ...Object.entries(LONG).flatMap(([name, known]) => (known === letter ? (options.get(name) ?? []) : [])),
  ];
  return { all, has: (letter) => all(letter).length > 0, last: (letter) => all(letter).at(-1) };
}

/** curl's words and exit codes (docs/cmdline-opts, EXIT CODES). */
export const curl: Program = function* (proc, argv) {
  const read = readOptions(argv, 'o:w:m:X:d:H:u:A:x:T:b:c:e:sSIifvLkOgN0146#', NAMES);
  const run = runOf(read);
  if (read.wrong !== undefined) {
    const option = read.wrong.length > 1 ? `--${read.wrong}` : `-${read.wrong}`;
    proc.err(`curl: option ${option}: is unknown\ncurl: try 'curl --help' or 'curl --manual' for more information\n`);
    return 2;
  }
  if (run.has('version')) {
    proc.out('curl 8.11.1 (x86_64-pc-linux-gnu) libcurl/8.11.1\nProtocols: http https\n');
    return 0;
  }
  const addresses = [...read.words, ...run.all('url')];
  if (addresses.length === 0) {
    proc.err("curl: try 'curl --help' or 'curl --manual' for more information\n");
    return 2;
  }
  let code = 0;
  for (const address of addresses) code = yield* transfer(proc, address, run);
  return code;
};

function* dataOf(proc: Proc, run: Run): Work<string | undefined> {
  const pieces: string[] = [];
  for (const word of [...run.all('d'), ...run.all('data-raw'), ...run.all('data-binary'), ...run.all('json')])
    if (word === '@-') pieces.push(yield* readAll(proc));
    else if (word.startsWith('@'))
      pieces.push(proc.box.machine.files.read(resolvePath(proc.folder, word.slice(1))) ?? '');
    else pieces.push(word);
  return pieces.length > 0 ? pieces.join('&') : undefined;
}

function* transfer(proc: Proc, address: string, run: Run): Work {
  const { machine } = proc.box;
  const begun = machine.now();
  const complain = (code: number, message: string): number => {
    if (!run.has('s') || run.has('S')) proc.err(`curl: (${code}) ${message}\n`);
    writeOut(proc, run, undefined, code, begun);
    return code;
  };
  let url = parseUrl(address);
  if (!url) return complain(3, 'URL rejected: No host part in the URL');
  if (url.scheme !== 'http' && url.scheme !== 'https') return complain(1, `Protocol "${url.scheme}" not supported`);
  const data = yield* dataOf(proc, run);
  const headers: Record<string, string> = {
    'user-agent': run.last('A') ?? 'curl/8.11.1',
    accept: run.has('json') ? 'application/json' : '*/*',
  };
  if (data !== undefined)
    headers['content-type'] = run.has('json') ? 'application/json' : 'application/x-www-form-urlencoded';
  const user = run.last('u');
  if (user !== undefined) headers.authorization = `Basic ${Buffer.from(user).toString('base64')}`;
  for (const line of run.all('H')) {
    const at = line.indexOf(':');
    if (at > 0) headers[line.slice(0, at).trim().toLowerCase()] = line.slice(at + 1).trim();
  }
  const method = run.last('X') ?? (run.has('I') ? 'HEAD' : data === undefined ? 'GET' : 'POST');
  const limits = [run.last('m'), run.last('connect-timeout')].map(Number).filter((seconds) => seconds > 0);
  const ms = limits.length > 0 ? Math.min(...limits) * 1000 : CONNECT;
  for (let [hops, tries] = [0, 0]; ; hops++) {
    if (run.has('v') && addressOf(proc, url.host)) tellConnect(proc, url, method, headers);
    const answer: HttpAnswer | NetFailure = yield* request(proc, url, { method, headers, body: data ?? '', ms });
    if (typeof answer === 'string') {
      if (tries++ < Number(run.last('retry') ?? 0) && (answer === 'timed out' || run.has('retry-connrefused')))
        continue;
      return complain(...failureOf(answer, url, Math.round(machine.now() - begun), limits.length > 0));
    }
    const target = answer.headers.location ?? answer.headers.Location;
    const isMoved = run.has('L') && answer.status >= 300 && answer.status < 400 && target !== undefined;
    if (run.has('v') || run.has('I') || run.has('i')) tellHeaders(proc, run, answer);
    if (!isMoved) {
      if (run.has('f') && answer.status >= 400)
        return complain(22, `The requested URL returned error: ${answer.status}`);
      return finish(proc, run, url, method === 'HEAD' ? { ...answer, body: '' } : answer, begun);
    }
    const next: Url | undefined = parseUrl(
      target.startsWith('/') ? `${url.scheme}://${url.host}:${url.port}${target}` : target,
    );
    if (!next || hops >= 50) return complain(47, 'Maximum (50) redirects followed');
    url = next;
  }
}

function finish(proc: Proc, run: Run, url: Url, answer: HttpAnswer, begun: number): number {
  const output = run.has('O') ? baseName(url.path.replace(/[?].*/, '')) : run.last('o');
  const full = output === undefined || output === '-' ? undefined : resolvePath(proc.folder, output);
  if (full === undefined) proc.out(answer.body);
  else if (full !== '/dev/null') {
    const stream = createFileWriter(proc.box, full, false);
    if (!stream) {
      proc.err(`curl: (23) Failure writing output to destination, passed ${answer.body.length} returned 0\n`);
      return 23;
    }
    stream.write(answer.body);
  }
  if (full !== undefined && !run.has('s')) {
    const size = String(answer.body.length);
    proc.err(
      '  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n                                 Dload  Upload   Total   Spent    Left  Speed\n',
    );
    proc.err(
      `100 ${size.padStart(5)}  100 ${size.padStart(5)}    0     0   ${size}k      0 --:--:-- --:--:-- --:--:--  ${size}k\n`,
    );
  }
  writeOut(proc, run, answer, 0, begun);
  return 0;
}
