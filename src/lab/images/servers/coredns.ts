import type { Program } from '../process/process.ts';
import { pathOf, serveUntil, text } from './serve.ts';

const MIB = 1_048_576;
const VERSION = '1.12.1';

/**
 * registry.k8s.io/coredns/coredns: it says that it is well. Names are answered by the network of the lab itself, which
 * needs no server for that.
 */
export const coredns: Program = function* (proc) {
  proc.hold(14 * MIB);
  proc.out(
    `.:53\n[INFO] plugin/reload: Running configuration SHA512 = 1b226df79860026c6a52e67daa10d7f0d57ec5b023288ec00c5e05f93523c894564e15b91770d3a07ae1cfbe861d15b37d4a0027e69c546ab112970993a3b03b\nCoreDNS-${VERSION}\nlinux/amd64, go1.24.1, 707c7c1\n`,
  );
  yield* serveUntil(proc, [53, 8080, 8181, 9153], ({ path }) =>
    text(200, pathOf(path).path === '/metrics' ? '' : 'OK'),
  );
  proc.out('[INFO] SIGTERM: Shutting down servers then terminating\n');
  return 0;
};
