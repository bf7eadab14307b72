import type { ApiAnswer, ApiRequest, Sink } from '../api/messages.ts';
import type { HttpAnswer, HttpAsked, Running, Terminal } from '../engine/lab.ts';

/** A container of a Pod; `''` for the one that kubectl means where none is named. */
export interface ContainerPlace {
  namespace: string;
  pod: string;
  container: string;
}

/** One lab, for what shows and steers it, wherever it runs. It is never told who a person is. */
export interface LabClient {
  /** Answers a request that is no stream. */
  request(request: ApiRequest): Promise<ApiAnswer>;
  /** A watch, or a log that goes on; an answer instead where it is none, or was refused. `stop` ends it. */
  stream(
    request: ApiRequest,
    sink: Sink,
  ): Promise<{ answer: ApiAnswer } | { headers: ApiAnswer['headers']; stop: () => void }>;
  /** Starts a program in a container; a sentence instead where it cannot. */
  exec(at: ContainerPlace, words: readonly string[], terminal: Terminal, isTty: boolean): Promise<Running | string>;
  /** What the container's own process prints from now on; a sentence instead where it does not run. */
  attach(at: ContainerPlace, terminal: Terminal): Promise<Running | string>;
  /** Asks a port of a Pod, as over a forwarded one; undefined where nothing listens there. */
  ask(at: { namespace: string; pod: string }, port: number, asked: HttpAsked): Promise<HttpAnswer | undefined>;
  /** Cuts a node off, or brings it back; false where there is none of that name. */
  power(node: string, is: 'on' | 'off'): Promise<boolean>;
  /** Has a Deployment's Pods use so many millicores together, 0 as they like; false where there is none. */
  load(at: { namespace: string; name: string }, millicores: number): Promise<boolean>;
  /** How many times faster than the world its time runs. */
  run(speed: number): Promise<void>;
  /** Epoch milliseconds of the lab. */
  now(): Promise<number>;
}
