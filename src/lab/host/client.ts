import type { Running, Terminal } from '../engine/lab.ts';
import type { ApiAnswer, ApiRequest, Sink } from '../api/messages.ts';

/** One lab, for what shows and steers it, wherever it runs. It is never told who a person is. */
export interface LabClient {
  /** Answers a request that is no stream. */
  request(request: ApiRequest): Promise<ApiAnswer>;
  /** A watch, or a log that goes on; an answer instead where it was refused. `stop` ends it. */
  stream(request: ApiRequest, sink: Sink): Promise<{ answer: ApiAnswer } | { stop: () => void }>;
  /** Starts a program in a container; a sentence instead where it cannot. */
  exec(
    at: { namespace: string; pod: string; container: string },
    words: readonly string[],
    terminal: Terminal,
    isTty: boolean,
  ): Promise<Running | string>;
  /** Cuts a node off, or brings it back; false where there is none of that name. */
  power(node: string, is: 'on' | 'off'): Promise<boolean>;
  /** Has a Deployment's Pods use so many millicores together, 0 as they like; false where there is none. */
  load(at: { namespace: string; name: string }, millicores: number): Promise<boolean>;
  /** How many times faster than the world its time runs. */
  run(speed: number): Promise<void>;
  /** Epoch milliseconds of the lab. */
  now(): Promise<number>;
}
