import { UserError } from '../../core/errors.ts';
import type { LabClient, Running, Sink, Terminal } from '../../core/lab.ts';
import type { Timers } from '../../core/timers.ts';
import { text } from '../text.ts';
import { type Asks, type CallName, carried, type FromThread, type Gives, type ToThread } from './protocol.ts';

/** Milliseconds between two looks whether a reader who was full reads again. */
const LOOK = 50;

interface Waiting {
  resolve(value: Gives<CallName>): void;
  reject(error: Error): void;
}

/** What a stream or a process says to who began it. */
interface Listener {
  said(kind: 'out' | 'err', text: string): void;
  ended(code: number): void;
}

/** A lab elsewhere, with what only its keeper asks. */
export type RemoteLab = LabClient & {
  open(how: Asks<'open'>): Promise<boolean>;
  snapshot(): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
};

interface Parts {
  post: (message: ToThread) => void;
  timers: Pick<Timers, 'after'>;
  bug: (why: string, where: string) => void;
}

/** The process's end of its talk with the thread. */
export function createRemote({ post, timers, bug }: Parts) {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<number, Listener>();
  let last = 0;

  function call<K extends CallName>(
    lab: string,
    name: K,
    asks: Asks<K>,
    listener?: Listener,
  ): Promise<Gives<K>> & { id: number } {
    const id = ++last;
    const { promise, resolve, reject } = Promise.withResolvers<Gives<CallName>>();
    waiting.set(id, { resolve, reject });
    if (listener) listeners.set(id, listener);
    // The protocol gives a call of this name its own kind of answer, and asks in its own words.
    post({ lab, call: id, ask: { do: name, ...asks } } as ToThread);
    return Object.assign(promise as Promise<Gives<K>>, { id });
  }
  /** Passes on what a stream says; what its reader has not taken is not counted as read. */
  function reading(sink: Sink, id: () => number): Listener {
    let [untold, isLooking] = [0, false];
    const look = (): void => {
      isLooking = false;
      if (!listeners.has(id())) return;
      if (sink.isFull()) {
        isLooking = true;
        timers.after(LOOK, look);
      } else {
        post({ call: id(), tell: 'read', bytes: untold });
        untold = 0;
      }
    };
    return {
      said(_, text) {
        sink.write(text);
        untold += text.length;
        if (!isLooking) look();
      },
      ended: () => sink.end(),
    };
  }
  const stopOf = (id: number) => (): void => {
    if (!listeners.delete(id)) return;
    post({ call: id, tell: 'stop' });
  };
  async function start(
    terminal: Terminal,
    begin: (listener: Listener) => Promise<string | undefined> & { id: number },
  ): Promise<Running | string> {
    const begun = begin({ said: (kind, text) => terminal[kind](text), ended: (code) => terminal.ended(code) });
    const { id } = begun;
    const refused = await begun;
    if (refused !== undefined) {
      listeners.delete(id);
      return refused;
    }
    return {
      input: (text) => post({ call: id, tell: 'input', text }),
      inputEnded: () => post({ call: id, tell: 'inputEnded' }),
      stop: stopOf(id),
    };
  }
  const lab = (of: string): RemoteLab => ({
    request: (request) => call(of, 'request', { request: carried(request) }),
    async stream(request, sink) {
      let id = 0;
      const begun = call(
        of,
        'stream',
        { request: carried(request) },
        reading(sink, () => id),
      );
      id = begun.id;
      const answer = await begun;
      if ('headers' in answer) return { headers: answer.headers, stop: stopOf(id) };
      listeners.delete(id);
      return answer;
    },
    exec: (at, words, terminal, isTty) =>
      start(terminal, (listener) => call(of, 'exec', { at, words, isTty }, listener)),
    attach: (at, terminal) => start(terminal, (listener) => call(of, 'attach', { at }, listener)),
    ask: (at, port, asked) => call(of, 'ask', { at, port, asked }),
    power: (node, is) => call(of, 'power', { node, is }),
    off: () => call(of, 'off', {}),
    load: (at, millicores) => call(of, 'load', { at, millicores }),
    run: (speed) => call(of, 'run', { speed }),
    now: () => call(of, 'now', {}),
    open: (how) => call(of, 'open', how),
    snapshot: () => call(of, 'snapshot', {}),
    close: () => call(of, 'close', {}),
  });

  return {
    lab,
    hear(message: FromThread): void {
      switch (message.is) {
        case 'bug':
          bug(message.why, message.where);
          return;
        case 'answered':
          waiting.get(message.call)?.resolve(message.value);
          waiting.delete(message.call);
          return;
        case 'failed':
          waiting.get(message.call)?.reject(new Error(message.why));
          waiting.delete(message.call);
          listeners.delete(message.call);
          return;
        case 'out':
        case 'err':
          listeners.get(message.call)?.said(message.is, message.text);
          return;
        case 'ended':
          listeners.get(message.call)?.ended(message.code);
          listeners.delete(message.call);
          return;
        default:
          message satisfies never;
      }
    },
    /** The thread is gone: nothing that was asked is answered any more, and nothing goes on. */
    gone(): void {
      for (const { reject } of waiting.values()) reject(new UserError(text.both((words) => words.stopped)));
      waiting.clear();
      for (const { ended } of listeners.values()) ended(137);
      listeners.clear();
    },
  };
}
