import type { ApiAnswer, LabClient, Running, Sink, Terminal } from '../../core/lab.ts';
import type { Timers } from '../../core/timers.ts';
import { json } from '../api/messages.ts';
import { type Cluster, createCluster } from '../engine/cluster.ts';
import { ApiError } from '../engine/errors.ts';
import { LAB_LIMITS } from './limits.ts';
import { createLocalClient } from './local.ts';
import { type Call, type FromThread, received, type ToThread } from './protocol.ts';
import { createShare, type Share } from './share.ts';
import { packSnapshot, unpackSnapshot } from './snapshot.ts';

interface Parts {
  timers: Timers;
  random: () => number;
  uid: () => string;
  post: (message: FromThread) => void;
}

interface Hosted {
  cluster: Cluster;
  client: LabClient;
  share: Share;
  /** Calls that go on: streams and processes. */
  goingOn: Set<number>;
  /** The resource version of the last snapshot. */
  kept: number;
}

interface GoingOn {
  lab: Hosted;
  stop(): void;
  process?: Running;
  read(bytes: number): void;
}

/** Bytes of a stream that have been sent and not been taken, at which its reader is one who does not read. */
const UNREAD = 512 * 1024;

const tooMany = (what: string): ApiAnswer => {
  const message = `this lab has too many ${what} at once; end some of them`;
  const { status } = new ApiError(429, 'TooManyRequests', message, { retryAfterSeconds: 10 });
  return { ...json(status, 429), headers: { 'content-type': 'application/json', 'retry-after': '10' } };
};

/** The labs of a process, where they run: answers what the process asks, and knows no student's name. */
export function createHost({ timers, random, uid, post }: Parts): { hear(message: ToThread): void } {
  const labs = new Map<string, Hosted>();
  const goingOn = new Map<number, GoingOn>();
  const bug = (error: unknown, where: string): void =>
    post({ is: 'bug', where, why: error instanceof Error ? (error.stack ?? error.message) : String(error) });

  function end(call: number, code: number): void {
    const one = goingOn.get(call);
    if (one === undefined) return;
    goingOn.delete(call);
    one.lab.goingOn.delete(call);
    post({ call, is: 'ended', code });
  }
  function begin(call: number, lab: Hosted): GoingOn {
    const one: GoingOn = { lab, stop: () => {}, read: () => {} };
    goingOn.set(call, one);
    lab.goingOn.add(call);
    return one;
  }
  function open(id: string, { start, speed, snapshot }: Extract<Call, { do: 'open' }>): boolean {
    const read = snapshot && unpackSnapshot(snapshot);
    if (snapshot !== undefined && read === undefined) return false;
    const share = createShare(timers);
    const cluster = share.spend(() =>
      createCluster({
        ...{ timers: share.timers, start, random, uid },
        failed: (error, where) => bug(error, where),
        // While it was put away the world went on: it is found as a cluster that was switched off so long.
        snapshot: read && { ...read, now: Math.max(read.now, start) },
      }),
    );
    cluster.run(speed);
    labs.set(id, { cluster, share, client: createLocalClient(cluster), goingOn: new Set(), kept: 0 });
    return true;
  }
  function close(id: string): void {
    const lab = labs.get(id);
    if (lab === undefined) return;
    labs.delete(id);
    for (const call of Array.from(lab.goingOn)) {
      goingOn.get(call)?.stop();
      end(call, 0);
    }
    lab.cluster.close();
  }
  async function stream(lab: Hosted, call: number, { request }: Extract<Call, { do: 'stream' }>) {
    if (lab.goingOn.size >= LAB_LIMITS.streams) return { answer: tooMany('watches') };
    const one = begin(call, lab);
    let unread = 0;
    one.read = (bytes) => {
      unread -= bytes;
    };
    const sink: Sink = {
      write(text) {
        unread += text.length;
        post({ call, is: 'out', text });
      },
      end: () => end(call, 0),
      isFull: () => unread > UNREAD,
    };
    const begun = await lab.client.stream(received(request), sink);
    if ('answer' in begun) {
      goingOn.delete(call);
      lab.goingOn.delete(call);
      return begun;
    }
    one.stop = begun.stop;
    return { headers: begun.headers };
  }
  async function run(lab: Hosted, call: number, start: (terminal: Terminal) => Promise<Running | string>) {
    if (lab.goingOn.size >= LAB_LIMITS.streams) return 'this lab has too many processes at once; end some of them';
    const one = begin(call, lab);
    const started = await start({
      out: (text) => post({ call, is: 'out', text }),
      err: (text) => post({ call, is: 'err', text }),
      ended: (code) => end(call, code),
    });
    if (typeof started !== 'string') {
      one.process = started;
      one.stop = started.stop;
      return undefined;
    }
    goingOn.delete(call);
    lab.goingOn.delete(call);
    return started;
  }
  async function answer(lab: Hosted, call: number, ask: Exclude<Call, { do: 'open' | 'close' }>) {
    const { client, cluster } = lab;
    switch (ask.do) {
      case 'request':
        return client.request(received(ask.request));
      case 'stream':
        return stream(lab, call, ask);
      case 'exec':
        return run(lab, call, (terminal) => client.exec(ask.at, ask.words, terminal, ask.isTty));
      case 'attach':
        return run(lab, call, (terminal) => client.attach(ask.at, terminal));
      case 'ask':
        return client.ask(ask.at, ask.port, ask.asked);
      case 'power':
        return client.power(ask.node, ask.is);
      case 'off':
        return client.off();
      case 'load':
        return client.load(ask.at, ask.millicores);
      case 'run':
        return void cluster.run(ask.speed);
      case 'now':
        return client.now();
      case 'snapshot': {
        const version = cluster.lab.store.version();
        if (version === lab.kept) return undefined;
        lab.kept = version;
        return packSnapshot(cluster.snapshot());
      }
      default:
        return ask satisfies never;
    }
  }
  async function work(id: string, call: number, ask: Call): Promise<void> {
    try {
      if (ask.do === 'open') return post({ call, is: 'answered', value: open(id, ask) });
      if (ask.do === 'close') {
        close(id);
        return post({ call, is: 'answered', value: undefined });
      }
      const lab = labs.get(id);
      if (lab === undefined) return post({ call, is: 'failed', why: 'there is no such lab' });
      const value = await lab.share.spend(() => answer(lab, call, ask));
      post({ call, is: 'answered', value });
    } catch (error) {
      bug(error, ask.do);
      post({ call, is: 'failed', why: error instanceof Error ? error.message : String(error) });
    }
  }
  return {
    hear(message) {
      if ('ask' in message) {
        const wait = labs.get(message.lab)?.share.wait() ?? 0;
        // What steers a lab comes at once, however much it has worked.
        const isUrgent = message.ask.do === 'close' || message.ask.do === 'snapshot' || wait === 0;
        if (isUrgent) void work(message.lab, message.call, message.ask);
        else timers.after(wait, () => void work(message.lab, message.call, message.ask));
        return;
      }
      const one = goingOn.get(message.call);
      switch (message.tell) {
        case 'input':
          one?.lab.share.spend(() => one.process?.input(message.text));
          return;
        case 'inputEnded':
          one?.process?.inputEnded();
          return;
        case 'read':
          one?.read(message.bytes);
          return;
        case 'stop':
          one?.stop();
          end(message.call, 0);
          return;
        default:
          message satisfies never;
      }
    },
  };
}
