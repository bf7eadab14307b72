import type { HttpAnswer, HttpAsked, Running, Terminal } from '../../core/lab.ts';
import type { Pod } from '../kinds/types.ts';
import type { LabClock } from './clock.ts';
import type { Thing } from './object.ts';
import type { Store } from './store.ts';

export type { HttpAnswer, HttpAsked, Running, Terminal } from '../../core/lab.ts';

export interface LogLine {
  /** Epoch milliseconds of the lab. */
  at: number;
  text: string;
}

/** What a Pod's containers take just now. */
export interface Usage {
  container: string;
  millicores: number;
  bytes: number;
}

/**
 * What runs on the nodes: the containers of Pods and the network between them. The API asks it for what is no object: logs,
 * a shell, a port. Names of containers are checked before.
 */
export interface Runtime {
  /** `previous`: of the run before the last restart. Undefined where there was none. */
  logs(pod: Pod, container: string, previous: boolean): readonly LogLine[] | undefined;
  /** Tells of each further line; `ended` once no more can come. What it returns ends that. */
  follow(pod: Pod, container: string, heard: (line: LogLine) => void, ended: () => void): () => void;
  /** Undefined where the container does not run; why not in words, where it has no such program. */
  exec(
    pod: Pod,
    container: string,
    words: readonly string[],
    terminal: Terminal,
    isTty: boolean,
  ): Running | string | undefined;
  /** What the container's own process prints from now on. */
  attach(pod: Pod, container: string, terminal: Terminal): Running | undefined;
  /** Asks a Pod's port, as over a forwarded one; undefined where nothing listens there. */
  ask(pod: Pod, port: number, asked: HttpAsked): Promise<HttpAnswer | undefined>;
  /** Undefined where nothing was measured yet. */
  usage(pod: Pod): readonly Usage[] | undefined;
}

/** An event as `kubectl describe` shows it. Alike ones are counted. */
export type Recorder = (
  about: Thing,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
  from: { component: string; host?: string; fieldPath?: string },
) => void;

/** What every part of a lab's engine works with. */
export interface Lab {
  store: Store;
  clock: LabClock;
  /** From 0 on, below 1. */
  random: () => number;
  record: Recorder;
}

/** Letters of the suffixes that Kubernetes makes (apimachinery/pkg/util/rand): no vowels, so that no word comes of it. */
const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

export const suffix = (random: () => number, length = 5): string =>
  Array.from({ length }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('');
