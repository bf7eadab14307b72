import type { HttpAnswer, HttpAsked, Terminal } from '../engine/lab.ts';

/** Why a request over the network came to nothing, as curl and wget tell it. */
export type NetFailure = 'bad address' | 'connection refused' | 'timed out' | 'no route';

/** The network as a container sees it. */
export interface Network {
  /** The addresses of a name, as the cluster's DNS answers a Pod of this namespace; none where it knows none. */
  resolve(name: string): readonly string[];
  /** Asks a port of a name or an address, through Services; `ms` of the lab's time is waited. */
  ask(host: string, port: number, asked: HttpAsked, ms: number): Promise<HttpAnswer | NetFailure>;
  /** Does anything listen there? */
  reaches(host: string, port: number, ms: number): Promise<true | NetFailure>;
}

/** The files of a container: its image's, volumes over them, and what was written since it started. */
export interface Files {
  /** Undefined where there is no such file, or it is a folder. */
  read(path: string): string | undefined;
  /** False where it may not be written: a read-only volume, or no folder of that name. */
  write(path: string, text: string): boolean;
  remove(path: string): boolean;
  makeFolder(path: string): boolean;
  /** Names in a folder; undefined where there is none. */
  list(path: string): readonly string[] | undefined;
  isFolder(path: string): boolean;
  /** As in `0o644`: what the volume says, `0o755` of a folder; undefined where there is nothing. */
  mode(path: string): number | undefined;
  setMode(path: string, mode: number): boolean;
}

/**
 * What the processes of one run of a container work with: its own one and each of `exec` are started with the same object,
 * by which they find each other (`ps`, `kill 1`) and share their limits. All time is the lab's; nothing of the machine that the lab runs on can be
 * reached from here.
 */
export interface Machine {
  /** Epoch milliseconds of the lab. */
  now(): number;
  /** Calls back after `ms` of the lab's time; what it returns cancels that. */
  after(ms: number, call: () => void): () => void;
  /** From 0 on, below 1. */
  random: () => number;
  hostname: string;
  /** The Pod's address. */
  address: string;
  env: Readonly<Record<string, string>>;
  folder: string;
  /** 0 is root. */
  user: number;
  /** Its group, then those that it belongs to besides. */
  groups: readonly number[];
  /** Has it this capability of Linux, as in `CHOWN`? */
  may(capability: string): boolean;
  files: Files;
  network: Network;
  /** Does another container of the Pod answer on this port? They share one network. */
  isTaken(port: number): boolean;
  /** Bytes that all its processes hold from now on: its kubelet ends the container where that is above its limit. */
  hold(bytes: number): void;
  /** Millicores that they would use from now on, all together; they get no more than its limit. */
  work(millicores: number): void;

  /** The address of the cluster's DNS, as in `/etc/resolv.conf`. */
  nameserver: string;
}

/** A running process. It tells its end by `Terminal.ended`, once. */
export interface Process {
  /** `TERM` asks it to end; a process that does not is killed later, which is not told to it. `HUP` has servers read anew. */
  signal(name: 'TERM' | 'INT' | 'HUP' | 'QUIT'): void;
  /** It is gone: it must do nothing any more, and say nothing. */
  kill(): void;
  /** Ports on which the container answers now, whichever of its processes does; none of a process of `exec`. */
  ports(): readonly number[];
  /** Answers a request to one of its ports. */
  serve(port: number, asked: HttpAsked): HttpAnswer | Promise<HttpAnswer>;
  input(text: string): void;
  inputEnded(): void;
}

/** A tag of an image. Other tags of it do not exist, and cannot be pulled. */
export interface Image {
  /** As in `nginx`, without a registry. */
  name: string;
  tag: string;
  /** With its registry, as in `docker.io/library/nginx`. */
  repository: string;
  /** As in `sha256:…`. */
  digest: string;
  /** Bytes, as they are pulled. */
  size: number;
  entrypoint: readonly string[];
  command: readonly string[];
  env: Readonly<Record<string, string>>;
  folder: string;
  user: number;
  ports: readonly number[];
  /** What asks its process to end. */
  stopSignal: 'TERM' | 'QUIT';
  /** Its files by path. */
  files: Readonly<Record<string, string>>;
}

/** Starts programs of an image in a container of it: `argv[0]` is the program. */
type StartProcess = (
  machine: Machine,
  image: Image,
  argv: readonly string[],
  terminal: Terminal,
  isTty: boolean,
) => Process | undefined;

export interface Images {
  /**
   * The image that a manifest names, under any usual registry's name (`docker.io/library/nginx:1.27`, `nginx@sha256:…`);
   * undefined where it cannot be pulled.
   */
  find(reference: string): Image | undefined;
  /** Why it cannot: `InvalidImageName`, or `ErrImagePull` with the container runtime's words. */
  refusal(reference: string): { reason: 'InvalidImageName' | 'ErrImagePull'; message: string };
  /** Undefined where the image has no such program, or it may not be run: `whyNot` tells. */
  start: StartProcess;
  /** What the container runtime says of a program that it cannot start: `exec: "x": executable file not found in $PATH`. */
  whyNot(machine: Machine, image: Image, name: string): string;
}
