import type { HttpAnswer, HttpAsked } from '../../engine/lab.ts';
import type { Program } from '../process/process.ts';
import { formatDate } from '../tools/date.ts';
import { later, NODE, pathOf, serveOrSay, serveUntil, text } from './serve.ts';

export const MIB = 1_048_576;

const stamp = (at: number): string => formatDate('%Y/%m/%d %H:%M:%S', at);

/** gcr.io/google-samples/hello-app (GoogleCloudPlatform/kubernetes-engine-samples, hello-app). */
export const createHelloApp = (version: string): Program =>
  function* helloApp(proc) {
    const { machine } = proc.box;
    const port = Number(proc.env.get('PORT') ?? 8080) || 8080;
    proc.hold(6 * MIB);
    proc.err(`${stamp(machine.now())} Server listening on port ${port}\n`);
    return yield* serveOrSay(proc, port, 143, (asked) => {
      proc.box.spend(0.3);
      proc.err(`${stamp(machine.now())} Serving request: ${pathOf(asked.path).path.slice(0, 200)}\n`);
      return text(200, `Hello, world!\nVersion: ${version}.0.0\nHostname: ${machine.hostname}\n`);
    });
  };

/** gcr.io/google-samples/kubernetes-bootcamp, of Kubernetes' interactive tutorial. */
export const createBootcamp = (version: string): Program =>
  function* bootcamp(proc) {
    const { machine } = proc.box;
    const begun = machine.now();
    let count = 0;
    proc.hold(20 * MIB);
    proc.out(
      `Kubernetes Bootcamp App Started At: ${new Date(begun).toISOString()} | Running On:  ${machine.hostname} \n\n`,
    );
    const answer = (): HttpAnswer => {
      proc.box.spend(0.5);
      const seconds = (machine.now() - begun) / 1000;
      proc.out(
        `Running On:  ${machine.hostname} | Total Requests: ${++count} | App Uptime: ${seconds} seconds | Log Time: ${new Date(machine.now()).toISOString()}\n`,
      );
      return text(200, `Hello Kubernetes bootcamp! | Running on: ${machine.hostname} | v=${version}\n`);
    };
    return yield* serveOrSay(
      proc,
      8080,
      143,
      answer,
      (port) => `Error: listen EADDRINUSE: address already in use :::${port}`,
    );
  };

/** Milliseconds of a core that a request to hpa-example takes: a million square roots. */
const ROOTS = 40;

const inApache = (port: number): string =>
  `(98)Address already in use: AH00072: make_sock: could not bind to address [::]:${port}\nno listening sockets available, shutting down`;

/** registry.k8s.io/hpa-example: an index.php that computes, and answers `OK!`. */
export const hpaExample: Program = function* (proc) {
  const { machine } = proc.box;
  proc.hold(11 * MIB);
  const date = formatDate('%a %b %d %H:%M:%S', machine.now());
  proc.err(
    `AH00558: apache2: Could not reliably determine the server's fully qualified domain name, using ${machine.address}. Set the 'ServerName' directive globally to suppress this message\n`,
  );
  proc.err(
    `[${date} ${new Date(machine.now()).getUTCFullYear()}] [mpm_prefork:notice] [pid 1] AH00163: Apache/2.4.10 (Debian) PHP/5.6.14 configured -- resuming normal operations\n`,
  );
  let busyUntil = 0;
  const answer = (asked: HttpAsked): Promise<HttpAnswer> => {
    const from = asked.from ?? NODE;
    proc.box.spend(ROOTS);
    busyUntil = Math.max(machine.now(), busyUntil) + ROOTS;
    // What waits longer than a second is answered side by side: all get slower, none is refused.
    const ms = Math.min(busyUntil - machine.now(), 1000);
    return later(proc, ms, () => {
      proc.out(
        `${from} - - [${formatDate('%d/%b/%Y:%H:%M:%S +0000', machine.now())}] "${asked.method} ${asked.path.slice(0, 200)} HTTP/1.1" 200 205 "-" "Wget"\n`,
      );
      return text(200, 'OK!', { 'Content-Type': 'text/html; charset=UTF-8' });
    });
  };
  return yield* serveOrSay(proc, 80, 0, answer, inApache);
};

/** hashicorp/http-echo: `-text=` and `-listen=`. */
export const httpEcho: Program = function* (proc, argv) {
  const value = (name: string): string | undefined => {
    const at = argv.findIndex((word) => word.split('=', 1)[0]?.replace(/^--?/, '') === name && word.startsWith('-'));
    const word = argv[at] ?? '';
    return at < 0 ? undefined : word.includes('=') ? word.slice(word.indexOf('=') + 1) : argv[at + 1];
  };
  const said = value('text') ?? proc.env.get('ECHO_TEXT');
  if (said === undefined || said === '') {
    proc.err('Missing -text option or ECHO_TEXT environment variable!\n');
    return 127;
  }
  const listen = value('listen') ?? ':5678';
  const port = Number(listen.slice(listen.lastIndexOf(':') + 1)) || 5678;
  const status = Number(value('status-code') ?? 200) || 200;
  const { machine } = proc.box;
  proc.hold(5 * MIB);
  proc.out(`${stamp(machine.now())} [INFO] server is listening on ${listen}\n`);
  const code = yield* serveOrSay(proc, port, 0, (asked) => {
    proc.box.spend(0.2);
    proc.out(
      `${stamp(machine.now())} ${asked.headers.host ?? ''} ${asked.from ?? NODE}:40312 "${asked.method} ${asked.path.slice(0, 200)} HTTP/1.1" ${status} ${said.length + 1} "${asked.headers['user-agent'] ?? ''}" 21.5µs\n`,
    );
    return text(status, `${said}\n`, { 'X-App-Name': 'http-echo', 'X-App-Version': '1.0.0' });
  });
  if (code === 0) proc.out(`${stamp(machine.now())} [INFO] server shutdown complete\n`);
  return code;
};

const headersOf = (asked: HttpAsked): string =>
  Object.entries(asked.headers)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `\t${name}=${value}`)
    .join('\n');

/** registry.k8s.io/echoserver: what was asked, by whom and where. */
export const echoserver: Program = function* (proc) {
  const { machine } = proc.box;
  proc.hold(7 * MIB);
  proc.out('Generating self-signed cert\nStarting nginx\n');
  yield* serveUntil(proc, [8080, 8443], (asked) => {
    proc.box.spend(0.4);
    const from = asked.from ?? NODE;
    const info = ['POD_NAME', 'POD_NAMESPACE', 'POD_IP', 'NODE_NAME'].filter((name) => proc.env.has(name));
    const pod =
      info.length > 0
        ? info.map((name) => `\t${name.toLowerCase().replace('_', ' ')}:\t${proc.env.get(name)}`).join('\n')
        : '\t-no pod information available-';
    proc.out(
      `${from} - - [${formatDate('%d/%b/%Y:%H:%M:%S +0000', machine.now())}] "${asked.method} ${asked.path.slice(0, 200)} HTTP/1.1" 200 1000 "-" "${asked.headers['user-agent'] ?? '-'}"\n`,
    );
    return text(
      200,
      `\n\nHostname: ${machine.hostname}\n\nPod Information:\n${pod}\n\nServer values:\n\tserver_version=nginx: 1.14.2 - lua: 10015\n\nRequest Information:\n\tclient_address=${from}\n\tmethod=${asked.method}\n\treal path=${asked.path}\n\tquery=${pathOf(asked.path).query}\n\trequest_version=1.1\n\trequest_scheme=http\n\trequest_uri=http://${asked.headers.host ?? machine.hostname}:8080${asked.path}\n\nRequest Headers:\n${headersOf(asked)}\n\nRequest Body:\n${asked.body || '\t-no body in request-'}\n\n`,
    );
  });
  return 0;
};

/** traefik/whoami and its like. */
export const whoami: Program = function* (proc, argv) {
  const { machine } = proc.box;
  const at = argv.findIndex((word) => word === '--port' || word === '-port');
  const port = Number(at > 0 ? argv[at + 1] : (proc.env.get('WHOAMI_PORT_NUMBER') ?? 80)) || 80;
  proc.hold(6 * MIB);
  proc.err(`${stamp(machine.now())} Starting up on port ${port}\n`);
  return yield* serveOrSay(proc, port, 2, (asked) => {
    proc.box.spend(0.2);
    const headers = Object.entries(asked.headers).map(
      ([name, value]) => `${name.replace(/(?:^|-)[a-z]/g, (c) => c.toUpperCase())}: ${value}\n`,
    );
    return text(
      200,
      `Hostname: ${machine.hostname}\nIP: 127.0.0.1\nIP: ${machine.address}\nRemoteAddr: ${asked.from ?? NODE}:40312\n${asked.method} ${asked.path} HTTP/1.1\n${headers.join('')}\n`,
    );
  });
};
