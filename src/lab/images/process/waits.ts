import type { Proc, Stream, Work } from './process.ts';

/** The longest text that a process takes into its memory at once. */
export const LONGEST = 262_144;

/** Ends early where a signal came that the process handles. */
export function* sleep(proc: Proc, ms: number): Work<void> {
  const { machine } = proc.box;
  const until = machine.now() + ms;
  for (let now = machine.now(); now < until && proc.pending.length === 0; now = machine.now())
    yield Number.isFinite(until) ? (wake) => machine.after(until - now, wake) : () => () => {};
}

/** Waits for a signal that the process handles. */
export function* nextSignal(proc: Proc) {
  for (;;) {
    const signal = proc.pending.shift();
    if (signal) return signal;
    yield () => () => {};
  }
}

export function* settled<T>(promise: Promise<T>): Work<T> {
  let value: { of: T } | undefined;
  let wake = (): void => {};
  promise.then(
    (of) => {
      value = { of };
      wake();
    },
    () => {},
  );
  for (;;) {
    if (value) return value.of;
    yield (woken) => {
      wake = woken;
      return () => {
        wake = () => {};
      };
    };
  }
}

const input = (proc: Proc): Stream | undefined => proc.streams.get(0);

/** What comes next on standard input; undefined at its end. */
export function* readSome(proc: Proc): Work<string | undefined> {
  const stream = input(proc);
  for (;;) {
    const text = stream?.take();
    if (text !== '') return text;
    if (stream) yield stream.changed;
  }
}

export function* readAll(proc: Proc): Work<string> {
  let all = '';
  for (let text = yield* readSome(proc); text !== undefined && all.length < LONGEST; text = yield* readSome(proc)) {
    proc.owe(text.length / 256);
    all += text;
    yield;
  }
  return all;
}

/** The next line, without its end; undefined at the end. It stops at a signal where `isInterrupted`. */
export function* readLine(proc: Proc): Work<string | undefined> {
  const stream = input(proc);
  let line = '';
  for (;;) {
    const text = stream?.take();
    if (text === undefined) return line === '' ? undefined : line;
    const end = text.indexOf('\n');
    if (end >= 0) {
      stream?.putBack(text.slice(end + 1));
      return line + text.slice(0, end);
    }
    line += text;
    if (line.length > LONGEST) return line;
    if (proc.pending.length > 0) return undefined;
    if (text === '' && stream) yield stream.changed;
    else yield;
  }
}
