import type { HttpAnswer } from '../../engine/lab.ts';
import type { Program } from '../process/process.ts';
import { MIB } from './samples.ts';
import { NODE, pathOf, serveOrSay, serveUntil, text } from './serve.ts';

/** `liveness` of agnhost: well for ten seconds, then not. */
const liveness = (since: number, now: number): HttpAnswer => {
  const seconds = (now - since) / 1000;
  return seconds > 10 ? text(500, `error: ${seconds}`) : text(200, 'ok');
};

/** registry.k8s.io/e2e-test-images/agnhost: the subcommands that exercises use. */
export const agnhost: Program = function* (proc, argv) {
  const { machine } = proc.box;
  const [, command = 'pause'] = argv;
  const value = (name: string): string | undefined => {
    const word = argv.find((each) => each.startsWith(`--${name}=`));
    return word === undefined ? argv[argv.indexOf(`--${name}`) + 1] : word.slice(name.length + 3);
  };
  const begun = machine.now();
  proc.hold(8 * MIB);
  switch (command) {
    case 'netexec': {
      const port = Number(argv.some((word) => word.startsWith('--http-port')) ? value('http-port') : 8080) || 8080;
      proc.err(`Started HTTP server on port ${port}\nStarted UDP server on port  8081\n`);
      return yield* serveOrSay(proc, port, 143, (asked) => {
        proc.box.spend(0.3);
        const { path, query } = pathOf(asked.path);
        proc.err(`GET ${asked.path.slice(0, 200)}\n`);
        if (path === '/hostname' || path === '/hostName') return text(200, machine.hostname);
        if (path === '/clientip') return text(200, `${asked.from ?? NODE}:40312`);
        if (path === '/echo') return text(Number(query.get('code') ?? 200) || 200, query.get('msg') ?? '');
        if (path === '/healthz') return text(200, '');
        if (path === '/') return text(200, `NOW: ${new Date(machine.now()).toISOString()}`);
        return text(404, '404 page not found\n');
      });
    }
    case 'serve-hostname':
      return yield* serveOrSay(proc, 9376, 143, () => text(200, `${machine.hostname}\n`));
    case 'liveness':
      return yield* serveOrSay(proc, 8080, 143, () => liveness(begun, machine.now()));
    case 'test-webserver':
      return yield* serveOrSay(proc, 80, 143, () => text(200, ''));
    case 'pause':
      proc.out('Paused\n');
      yield* serveUntil(proc, [], () => text(200, ''));
      return 0;
    default:
      proc.err(`Error: unknown command "${command}" for "app"\nRun 'app --help' for usage.\n`);
      return 1;
  }
};

/** What only answers `pause`, until it is told to end. */
export const pause: Program = function* (proc) {
  proc.hold(MIB);
  const signal = yield* serveUntil(proc, [], () => text(200, ''), ['TERM', 'INT']);
  proc.err(`Shutting down, got signal: ${signal === 'INT' ? 'Interrupt' : 'Terminated'}\n`);
  return 0;
};
