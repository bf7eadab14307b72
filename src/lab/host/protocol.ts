/** What is said between the process and the thread of its labs. Both ends are of one version. */
import type { ApiAnswer, ApiRequest, ContainerPlace, HttpAnswer, HttpAsked, NodeOff } from '../../core/lab.ts';

/** A request as it travels: URLSearchParams cannot be cloned. */
export type CarriedRequest = Omit<ApiRequest, 'query'> & { query: string };

interface Calls {
  /** A new lab, or one from its snapshot; false where that cannot be read. */
  open: { asks: { start: number; speed: number; snapshot: Uint8Array | undefined }; gives: boolean };
  request: { asks: { request: CarriedRequest }; gives: ApiAnswer };
  stream: { asks: { request: CarriedRequest }; gives: { answer: ApiAnswer } | { headers: ApiAnswer['headers'] } };
  /** A sentence where it cannot. */
  exec: { asks: { at: ContainerPlace; words: readonly string[]; isTty: boolean }; gives: string | undefined };
  attach: { asks: { at: ContainerPlace }; gives: string | undefined };
  ask: {
    asks: { at: { namespace: string; pod: string }; port: number; asked: HttpAsked };
    gives: HttpAnswer | undefined;
  };
  power: { asks: { node: string; is: 'on' | 'off' }; gives: boolean };
  off: { asks: object; gives: readonly NodeOff[] };
  load: { asks: { at: { namespace: string; name: string }; millicores: number }; gives: boolean };
  run: { asks: { speed: number }; gives: undefined };
  now: { asks: object; gives: number };
  /** Undefined where nothing has changed since the last one. */
  snapshot: { asks: object; gives: Uint8Array | undefined };
  close: { asks: object; gives: undefined };
}

export type CallName = keyof Calls;
export type Asks<K extends CallName> = Calls[K]['asks'];
export type Gives<K extends CallName> = Calls[K]['gives'];
export type Call = { [K in CallName]: { do: K } & Asks<K> }[CallName];

export type ToThread =
  | { lab: string; call: number; ask: Call }
  /** To what a call has begun: a stream or a process. `read`: so many bytes have been taken. */
  | { call: number; tell: 'input'; text: string }
  | { call: number; tell: 'read'; bytes: number }
  | { call: number; tell: 'inputEnded' | 'stop' };

export type FromThread =
  | { call: number; is: 'answered'; value: Gives<CallName> }
  | { call: number; is: 'failed'; why: string }
  | { call: number; is: 'out' | 'err'; text: string }
  /** `code`: of a process. */
  | { call: number; is: 'ended'; code: number }
  /** A bug of ours, which ends nothing. */
  | { is: 'bug'; where: string; why: string };

export const carried = ({ query, ...request }: ApiRequest): CarriedRequest => ({ ...request, query: `${query}` });
export const received = ({ query, ...request }: CarriedRequest): ApiRequest => ({
  ...request,
  query: new URLSearchParams(query),
});
