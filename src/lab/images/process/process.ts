import type { HttpAnswer, HttpAsked } from '../../engine/lab.ts';
import type { Image, Machine } from '../machine.ts';

/** What a process waits for. `wake` may be called once or never; what it returns cancels that. Who waits looks again. */
export type Wait = (wake: () => void) => () => void;

/** A program's work, in steps: `undefined` after each step, a `Wait` where it cannot go on. A signal wakes it as well. */
export type Work<T = number> = Generator<Wait | undefined, T, void>;

export type Signal = 'HUP' | 'INT' | 'QUIT' | 'KILL' | 'USR1' | 'USR2' | 'PIPE' | 'ALRM' | 'TERM';

/** Numbers of signals, as on Linux. */
export const SIGNALS: Readonly<Record<Signal, number>> = {
  HUP: 1,
  INT: 2,
  QUIT: 3,
  KILL: 9,
  USR1: 10,
  USR2: 12,
  PIPE: 13,
  ALRM: 14,
  TERM: 15,
};

/** An open file, an end of a pipe, or the terminal. */
export interface Stream {
  /** Takes out what can be read now: '' where nothing came yet, undefined at the end. */
  take(): string | undefined;
  /** Puts back at the front what a reader took too much of. */
  putBack(text: string): void;
  /** `closed` where no process reads, `full` where the disk is. */
  write(text: string): 'written' | 'closed' | 'full';
  /** A writer has to wait. */
  isFull(): boolean;
  changed: Wait;
  /** One more process has it open. */
  open(): void;
  close(): void;
  isTty: boolean;
}

export type Listener = (asked: HttpAsked) => HttpAnswer | Promise<HttpAnswer>;

/** A process: it has no more rights than what stands here. */
export interface Proc {
  readonly pid: number;
  parent: number;
  /** The process that `exec` or the kubelet started, from which it comes. */
  session: number;
  argv: readonly string[];
  env: Map<string, string>;
  folder: string;
  user: number;
  started: number;
  readonly streams: Map<number, Stream>;
  readonly box: Box;
  /** Signals that it handles itself, and those that came. */
  readonly handles: Set<Signal>;
  readonly ignores: Set<Signal>;
  readonly pending: Signal[];
  /** Its exit code, once it has ended. */
  code: number | undefined;
  out(text: string): void;
  err(text: string): void;
  /** Has it pay for work that took longer than one step. */
  owe(steps: number): void;
  hold(bytes: number): void;
  held: number;
  work(millicores: number): void;
  working: number;
  ended: Wait;
}

export interface Start {
  parent: Proc | undefined;
  argv: readonly string[];
  env: ReadonlyMap<string, string>;
  folder: string;
  user: number;
  streams: ReadonlyMap<number, Stream>;
  work: (proc: Proc) => Work;
}

/** All processes of one run of a container. */
export interface Box {
  readonly machine: Machine;
  readonly image: Image;
  readonly processes: ReadonlyMap<number, Proc>;
  /** Undefined where there are too many already. */
  start(start: Start): Proc | undefined;
  /** False where there is no such process. */
  signal(pid: number, signal: Signal): boolean;
  /** False where the port is taken. */
  listen(proc: Proc, port: number, listener: Listener): boolean;
  unlisten(proc: Proc): void;
  listener(port: number): Listener | undefined;
  ports(): readonly number[];
  /** Counts work that took so many milliseconds of a core. */
  spend(milliseconds: number): void;
  /** The program of this name or path: `denied` where the file may not be run. */
  find(name: string, folder: string, path: string | undefined): Program | 'missing' | 'denied';
  /** A program that was installed since the container started. */
  add(name: string, program: Program): void;
  /** Room that files written take. False where the disk is full. */
  keep(path: string, length: number): boolean;
}

/** A program: what it does with its words. */
export type Program = (proc: Proc, argv: readonly string[]) => Work;
