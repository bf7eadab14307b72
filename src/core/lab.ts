/** A student's lab, as features and the HTTP server use it. What a lab is made of stands in `src/lab`. */

export interface ApiRequest {
  method: string;
  /** Such as `/api/v1/namespaces/default/pods`, still encoded. */
  path: string;
  query: URLSearchParams;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

export interface ApiAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** Where a stream's pieces go. `isFull` while the other end does not read. */
export interface Sink {
  write(piece: string): void;
  end(): void;
  isFull(): boolean;
}

/** What a process in a container prints, and how it ends. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  ended(code: number): void;
}

/** A process in a container, for who started it. */
export interface Running {
  input(text: string): void;
  inputEnded(): void;
  stop(): void;
}

export interface HttpAsked {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
  /** The address of the process that asks, for a server's log. */
  from?: string;
}

/** An answer of a program in a container to a request over HTTP. */
export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A container of a Pod; `''` for the one that kubectl means where none is named. */
export interface ContainerPlace {
  namespace: string;
  pod: string;
  container: string;
}

/** A node without power. */
export interface NodeOff {
  node: string;
  /** When Kubernetes notices, epoch milliseconds of the lab. */
  noticedAt: number;
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
  /** The nodes that are cut off, which Kubernetes may not know yet. */
  off(): Promise<readonly NodeOff[]>;
  /** Has a Deployment's Pods use so many millicores together, 0 as they like; false where there is none. */
  load(at: { namespace: string; name: string }, millicores: number): Promise<boolean>;
  /** How many times faster than the world its time runs. */
  run(speed: number): Promise<void>;
  /** Epoch milliseconds of the lab. */
  now(): Promise<number>;
}

/** A student's lab that runs. */
export interface OpenLab {
  client: LabClient;
  /** `new`, or brought back from a snapshot just now: then the logs and files in its containers are gone. */
  is: 'new' | 'running' | 'restored';
  /** How many times faster than the world its time runs. */
  speed: number;
}

/** Labs of students, one for each, over all processes. `owner` is a Caller's id. */
export interface Labs {
  /** The person's lab, a new one where they have none. @throws UserError where there is no room for it just now. */
  open(owner: string): Promise<OpenLab>;
  /** The person's lab where they have one, brought back where it had been put away. @throws UserError as `open`. */
  find(owner: string): Promise<OpenLab | undefined>;
  /** The person's lab where this process runs it already: for what must wait for nothing. */
  running(owner: string): LabClient | undefined;
  /** The lab whose secret stands in an address; undefined where there is none. @throws UserError as `open`. */
  behind(secret: string): Promise<LabClient | undefined>;
  /** Where one's own kubectl finds the person's lab; undefined where no kubectl can reach it, or they have none. */
  addressOf(owner: string): Promise<string | undefined>;
  /** How many times faster than the world its time runs from now on; false where they have none. */
  run(owner: string, speed: number): Promise<boolean>;
  /** Has it begin anew, under the same address; undefined where they have none. */
  reset(owner: string): Promise<OpenLab | undefined>;
  /** Ends it for good; false where they have none. */
  close(owner: string): Promise<boolean>;
}
