import { bytesOfText } from '../../bytes.ts';
import type { HttpAnswer } from '../../engine/lab.ts';
import type { Listener, Proc, Signal, Work } from '../process/process.ts';
import { nextSignal } from '../process/waits.ts';

/** The address that asks where the network does not say: the node's side of its Pods' bridge. */
export const NODE = '10.244.0.1';

export const text = (status: number, body: string, more: Record<string, string> = {}): HttpAnswer => ({
  status,
  headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': String(bytesOfText(body).length), ...more },
  body,
});

/** Answers on a port until a signal ends it; the signal, or undefined where the port is taken. */
export function* serveUntil(
  proc: Proc,
  ports: readonly number[],
  listener: Listener,
  signals: readonly Signal[] = ['TERM', 'INT', 'QUIT'],
): Work<Signal | undefined> {
  for (const signal of signals) proc.handles.add(signal);
  for (const port of ports) if (!proc.box.listen(proc, port, listener)) return undefined;
  return yield* nextSignal(proc);
}

const inGo = (port: number): string => `listen tcp :${port}: bind: address already in use`;

/** As serveUntil(), to the end of the server: `code` after a signal; 1, and why, where the port is taken. */
export function* serveOrSay(
  proc: Proc,
  port: number,
  code: number,
  listener: Listener,
  why: (port: number) => string = inGo,
): Work {
  if ((yield* serveUntil(proc, [port], listener)) !== undefined) return code;
  proc.err(`${why(port)}\n`);
  return 1;
}

/** An answer after so much of the lab's time. */
export const later = (proc: Proc, ms: number, answer: () => HttpAnswer): Promise<HttpAnswer> =>
  new Promise((resolve) => {
    proc.box.machine.after(ms, () => resolve(answer()));
  });

/** Parts of a path such as `/work?ms=50`. */
export function pathOf(path: string): { path: string; query: URLSearchParams } {
  const at = path.indexOf('?');
  return {
    path: at < 0 ? path : path.slice(0, at),
    query: new URLSearchParams(at < 0 ? '' : path.slice(at + 1, at + 2048)),
  };
}
