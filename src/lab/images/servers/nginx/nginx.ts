import { bytesOfText } from '../../../bytes.ts';
import type { HttpAnswer, HttpAsked } from '../../../engine/lab.ts';
import type { Proc, Program, Work } from '../../process/process.ts';
import { nextSignal } from '../../process/waits.ts';
import { formatDate } from '../../tools/date.ts';
import { addressOf } from '../../tools/http.ts';
import { instead } from '../../tools/instead.ts';
import { NODE } from '../serve.ts';
import { answer, siteFor } from './answer.ts';
import { ConfigError, readConfig } from './config.ts';
import { type Sites, sitesOf } from './site.ts';

const MAIN = '/etc/nginx/nginx.conf';
/** Bytes of a master and its workers. */
const MEMORY = 7_000_000;

const stamp = (proc: Proc): string => formatDate('%Y/%m/%d %H:%M:%S', proc.box.machine.now());

function load(proc: Proc, path: string): Sites {
  return sitesOf(readConfig(proc.box.machine.files, path), (host) => addressOf(proc, host) !== undefined);
}

const isOld = (version: string): boolean => /^1\.(?:[0-9]|1[0-8])\./.test(version);

/** nginx: master, workers and their logs in one process. */
export const createNginx = (version: string): Program =>
  function* nginx(proc, argv) {
    const value = (flag: string): string | undefined =>
      argv.includes(flag) ? argv[argv.indexOf(flag) + 1] : undefined;
    const path = value('-c') ?? MAIN;
    if (argv.includes('-v') || argv.includes('-V')) {
      proc.err(`nginx version: nginx/${version}\n`);
      return 0;
    }
    if (argv.includes('-s')) return sendSignal(proc, value('-s') ?? '');
    let sites: Sites;
    try {
      sites = load(proc, path);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      proc.err(
        argv.includes('-t') || argv.includes('-T')
          ? `nginx: [emerg] ${error.message}\nnginx: configuration file ${path} test failed\n`
          : `${stamp(proc)} [emerg] ${proc.pid}#${proc.pid}: ${error.message}\nnginx: [emerg] ${error.message}\n`,
      );
      return 1;
    }
    if (argv.includes('-t') || argv.includes('-T')) {
      proc.err(
        `nginx: the configuration file ${path} syntax is ok\nnginx: configuration file ${path} test is successful\n`,
      );
      if (argv.includes('-T')) proc.out(`# configuration file ${path}:\n${proc.box.machine.files.read(path) ?? ''}`);
      return 0;
    }
    const isForeground =
      (value('-g') ?? '').includes('daemon off') ||
      readConfig(proc.box.machine.files, path).some(({ name, words }) => name === 'daemon' && words[0] === 'off');
    if (isForeground) return yield* run(proc, path, sites, version);
    const started = proc.box.start({
      parent: undefined,
      argv: ['nginx'],
      env: proc.env,
      folder: '/',
      user: proc.user,
      streams: proc.streams,
      work: (daemon) => run(daemon, path, sites, version),
    });
    return started ? 0 : 1;
  };

function sendSignal(proc: Proc, word: string): number {
  const master = [...proc.box.processes.values()].find(
    ({ pid, argv }) => pid !== proc.pid && argv.join(' ').includes('nginx') && proc.box.ports().length > 0,
  );
  const signal = word === 'reload' ? 'HUP' : word === 'quit' ? 'QUIT' : word === 'stop' ? 'TERM' : undefined;
  if (!signal) {
    proc.err(`nginx: invalid option: "-s ${word}"\n`);
    return 1;
  }
  proc.err(`${stamp(proc)} [notice] ${proc.pid}#${proc.pid}: signal process started\n`);
  if (master) proc.box.signal(master.pid, signal);
  else proc.err('nginx: [error] open() "/run/nginx.pid" failed (2: No such file or directory)\n');
  return master ? 0 : 1;
}

const CACHE = '/var/cache/nginx';

/** Why nginx cannot make the folders that it needs, and give them to its own user. */
function refusalOf(proc: Proc): string | undefined {
  const { files } = proc.box.machine;
  const temp = `${CACHE}/client_temp`;
  if (proc.box.image.user !== 0) return undefined;
  if (proc.user !== 0) return `mkdir() "${temp}" failed (13: Permission denied)`;
  if (!files.isFolder(temp) && !files.makeFolder(temp)) return `mkdir() "${temp}" failed (30: Read-only file system)`;
  if (!proc.box.machine.may('CHOWN')) return `chown("${temp}", 101) failed (1: Operation not permitted)`;
  const pid = '/var/run/nginx.pid';
  return files.write(pid, `${proc.pid}\n`) ? undefined : `open() "${pid}" failed (30: Read-only file system)`;
}

function* run(proc: Proc, path: string, first: Sites, version: string): Work {
  const { box } = proc;
  proc.argv = ['nginx:', 'master', 'process', ...proc.argv];
  let sites = first;
  let connection = 0;
  const isQuiet = isOld(version);
  const notice = (message: string): void => {
    if (!isQuiet) proc.err(`${stamp(proc)} [notice] ${proc.pid}#${proc.pid}: ${message}\n`);
  };
  const worker = proc.pid + 28;
  async function listener(port: number, asked: HttpAsked): Promise<HttpAnswer> {
    const from = asked.from ?? NODE;
    const nth = ++connection;
    box.spend(0.3);
    const site = siteFor(sites, port, (asked.headers.host ?? asked.headers.Host ?? '').replace(/:\d+$/, ''));
    if (!site) return { status: 404, headers: {}, body: '' };
    const failed = (message: string): void =>
      proc.err(`${stamp(proc)} [error] ${worker}#${worker}: *${nth} ${message}\n`);
    const got = await answer(site, { ...asked, from }, { machine: box.machine, sites, version, failed });
    const isLogged = !site.directives
      .concat(sites.http)
      .some(({ name, words }) => name === 'access_log' && words[0] === 'off');
    const agent = asked.headers['user-agent'] ?? asked.headers['User-Agent'] ?? '-';
    if (isLogged)
      proc.out(
        `${from} - - [${formatDate('%d/%b/%Y:%H:%M:%S +0000', box.machine.now())}] "${asked.method} ${asked.path} HTTP/1.1" ${got.status} ${bytesOfText(got.body).length} "-" "${agent.slice(0, 300)}" "-"\n`,
      );
    return got;
  }
  const listen = (): boolean => {
    box.unlisten(proc);
    return [...new Set(sites.sites.flatMap(({ ports }) => ports))].every((port) => {
      if (box.listen(proc, port, (asked) => listener(port, asked))) return true;
      proc.err(
        `${stamp(proc)} [emerg] ${proc.pid}#${proc.pid}: bind() to 0.0.0.0:${port} failed (98: Address already in use)\nnginx: [emerg] bind() to 0.0.0.0:${port} failed (98: Address already in use)\n`,
      );
      return false;
    });
  };
  for (const signal of ['TERM', 'INT', 'QUIT', 'HUP', 'USR1'] as const) proc.handles.add(signal);
  proc.hold(MEMORY);
  const refused = refusalOf(proc);
  if (refused !== undefined) {
    proc.err(`${stamp(proc)} [emerg] ${proc.pid}#${proc.pid}: ${refused}\nnginx: [emerg] ${refused}\n`);
    return 1;
  }
  if (!listen()) return 1;
  for (const message of [
    'using the "epoll" event method',
    `nginx/${version}`,
    'built by gcc 12.2.0 (Debian 12.2.0-14+deb12u1)',
    'OS: Linux 6.6.32',
    'getrlimit(RLIMIT_NOFILE): 1048576:1048576',
    'start worker processes',
    `start worker process ${worker}`,
  ])
    notice(message);
  for (;;) {
    const signal = yield* nextSignal(proc);
    if (signal === 'HUP') {
      notice('signal 1 (SIGHUP) received, reconfiguring');
      try {
        sites = load(proc, path);
        notice('reconfiguring');
        listen();
        notice('start worker processes');
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        proc.err(`${stamp(proc)} [emerg] ${proc.pid}#${proc.pid}: ${error.message}\n`);
      }
      continue;
    }
    if (signal === 'USR1') continue;
    notice(
      signal === 'QUIT'
        ? 'signal 3 (SIGQUIT) received, shutting down'
        : `signal ${signal === 'INT' ? '2 (SIGINT)' : '15 (SIGTERM)'} received, exiting`,
    );
    notice(signal === 'QUIT' ? 'gracefully shutting down' : 'exiting');
    notice('exit');
    return 0;
  }
}

/** `/docker-entrypoint.sh` of nginx's images from 1.19 on: it tells what it does, and starts the command. */
export const entrypoint: Program = function* (proc, argv) {
  const [, ...words] = argv;
  if (words[0] === 'nginx' || words[0] === 'nginx-debug') {
    const say = (message: string): void => proc.out(`/docker-entrypoint.sh: ${message}\n`);
    const { files } = proc.box.machine;
    say('/docker-entrypoint.d/ is not empty, will attempt to perform configuration');
    say('Looking for shell scripts in /docker-entrypoint.d/');
    say('Launching /docker-entrypoint.d/10-listen-on-ipv6-by-default.sh');
    const site = '/etc/nginx/conf.d/default.conf';
    if (files.read(site) === undefined)
      proc.out(`10-listen-on-ipv6-by-default.sh: info: ${site} is not a file or does not exist\n`);
    else if (files.write(site, files.read(site) ?? '')) {
      proc.out(`10-listen-on-ipv6-by-default.sh: info: Getting the checksum of ${site}\n`);
      proc.out(
        `10-listen-on-ipv6-by-default.sh: info: ${files.read(site)?.startsWith('server {\n    listen       80;') ? `Enabled listen on IPv6 in ${site}` : `${site} differs from the packaged version`}\n`,
      );
    } else proc.out(`10-listen-on-ipv6-by-default.sh: info: can not modify ${site} (read-only file system?)\n`);
    say('Sourcing /docker-entrypoint.d/15-local-resolvers.envsh');
    say('Launching /docker-entrypoint.d/20-envsubst-on-templates.sh');
    templates(proc);
    say('Launching /docker-entrypoint.d/30-tune-worker-processes.sh');
    say('Configuration complete; ready for start up');
  }
  yield;
  return yield* instead(proc, words, '/docker-entrypoint.sh');
};

/** Templates in `/etc/nginx/templates`, in which environment variables are replaced. */
function templates(proc: Proc): void {
  const { files } = proc.box.machine;
  for (const name of files.list('/etc/nginx/templates') ?? []) {
    if (!name.endsWith('.template')) continue;
    const target = `/etc/nginx/conf.d/${name.slice(0, -'.template'.length)}`;
    const text = files.read(`/etc/nginx/templates/${name}`) ?? '';
    proc.out(`20-envsubst-on-templates.sh: Running envsubst on /etc/nginx/templates/${name} to ${target}\n`);
    files.write(
      target,
      text.replace(/\$\{?(\w{1,64})\}?/g, (whole, variable) => proc.env.get(variable) ?? whole),
    );
  }
}
