import type { HttpAnswer, HttpAsked } from '../../engine/lab.ts';
import type { Program } from '../process/process.ts';
import { nextSignal, sleep } from '../process/waits.ts';
import { formatDate } from '../tools/date.ts';
import { later, NODE, pathOf, serveUntil, text } from './serve.ts';

const MEGABYTE = 1_048_576;

/** `dosirak/web`: answers its version and its Pod's name. `/healthz`, `/slow`, `/work?ms=50`, `/env`; GREETING and PORT. */
export const createWeb = (version: string): Program =>
  function* web(proc) {
    const { machine } = proc.box;
    const port = Number(proc.env.get('PORT') ?? 8080) || 8080;
    const log = (message: string): void => proc.out(`${formatDate('%Y-%m-%dT%H:%M:%SZ', machine.now())} ${message}\n`);
    let isSick = false;
    function route(asked: HttpAsked): HttpAnswer | Promise<HttpAnswer> {
      const { path, query } = pathOf(asked.path);
      switch (path) {
        case '/':
          return text(
            200,
            `${proc.env.get('GREETING') ?? 'Hello from dosirak'}! version ${version}, pod ${machine.hostname}\n`,
          );
        case '/version':
          return text(200, `${version}\n`);
        case '/healthz':
        case '/readyz':
          return isSick ? text(500, 'sick\n') : text(200, 'ok\n');
        case '/sick':
          isSick = true;
          return text(200, 'I answer 500 to /healthz from now on\n');
        case '/slow':
          return later(proc, Math.min(60_000, Number(query.get('ms') ?? 5000) || 0), () =>
            text(200, 'slow, but here\n'),
          );
        case '/work': {
          const ms = Math.max(1, Math.min(5000, Number(query.get('ms') ?? 50) || 50));
          machineWork(ms);
          return later(proc, ms, () => text(200, `worked ${ms} ms\n`));
        }
        case '/env':
          return text(200, [...proc.env].map(([name, value]) => `${name}=${value}\n`).join(''));
        default:
          return text(404, '404 page not found\n');
      }
    }
    const machineWork = (ms: number): void => proc.box.spend(ms);
    proc.hold(12 * MEGABYTE);
    log(`dosirak/web ${version} listens on :${port}`);
    const signal = yield* serveUntil(proc, [port], async (asked) => {
      proc.box.spend(0.3);
      const answer = await route(asked);
      log(`${asked.method} ${asked.path.slice(0, 200)} ${answer.status} from ${asked.from ?? NODE}`);
      return answer;
    });
    if (signal === undefined) {
      log(`listen tcp :${port}: bind: address already in use`);
      return 1;
    }
    log(`${signal} came: no new requests, bye`);
    yield* sleep(proc, 200);
    return 0;
  };

/** `dosirak/crash`: ends with 1 after a moment, and says why. */
export const crash: Program = function* (proc) {
  const stamp = (): string => formatDate('%Y-%m-%dT%H:%M:%SZ', proc.box.machine.now());
  proc.hold(8 * MEGABYTE);
  proc.out(`${stamp()} dosirak/crash starts\n`);
  yield* sleep(proc, 2000);
  proc.err(
    `${stamp()} FATAL: cannot connect to the database at ${proc.env.get('DATABASE_URL') ?? 'db:5432'}: connection refused\n`,
  );
  return 1;
};

/** `dosirak/slow`: as `dosirak/web`, but it listens only after START_SECONDS (20). */
export const slow: Program = function* (proc, argv) {
  const seconds = Number(proc.env.get('START_SECONDS') ?? 20) || 0;
  proc.out(`${formatDate('%Y-%m-%dT%H:%M:%SZ', proc.box.machine.now())} dosirak/slow gets ready for ${seconds} s\n`);
  proc.hold(12 * MEGABYTE);
  proc.handles.add('TERM');
  yield* sleep(proc, seconds * 1000);
  if (proc.pending.length > 0) return 143;
  return yield* createWeb('1.0')(proc, argv);
};

/** `dosirak/hungry`: takes STEP_MIB (10) more memory each second, up to MOST_MIB (unbounded). */
export const hungry: Program = function* (proc) {
  const step = Math.max(1, Number(proc.env.get('STEP_MIB') ?? 10) || 10);
  const most = Number(proc.env.get('MOST_MIB') ?? 1_000_000) || 1_000_000;
  proc.handles.add('TERM');
  for (let held = step; proc.pending.length === 0; held = Math.min(most, held + step)) {
    proc.hold(held * MEGABYTE);
    proc.out(`${formatDate('%Y-%m-%dT%H:%M:%SZ', proc.box.machine.now())} dosirak/hungry holds ${held} MiB\n`);
    yield* sleep(proc, 1000);
  }
  return 143;
};

/** `dosirak/busy`: keeps MILLICORES (500) busy. */
export const busy: Program = function* (proc) {
  const millicores = Math.max(0, Math.min(4000, Number(proc.env.get('MILLICORES') ?? 500) || 0));
  proc.hold(8 * MEGABYTE);
  proc.out(`dosirak/busy works ${millicores} millicores\n`);
  proc.work(millicores);
  proc.handles.add('TERM');
  yield* nextSignal(proc);
  return 143;
};
