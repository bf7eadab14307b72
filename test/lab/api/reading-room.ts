/** A cluster's API by itself, on a clock that the test turns, with containers that only the test knows of. */
import { createApi } from '../../../src/lab/api/api.ts';
import { begin } from '../../../src/lab/controllers/bootstrap.ts';
import { createClock } from '../../../src/lab/engine/clock.ts';
import { createRecorder } from '../../../src/lab/engine/events.ts';
import type { Lab, LogLine, Runtime, Usage } from '../../../src/lab/engine/lab.ts';
import { createStore } from '../../../src/lab/engine/store.ts';
import { PODS } from '../../../src/lab/kinds/core.ts';
import type { ContainerStatus, Pod, PodSpec } from '../../../src/lab/kinds/types.ts';
import { createClock as createTimers } from '../../fakes/clock.ts';

const START = Date.parse('2026-03-02T09:00:00Z');

interface Asked {
  body?: unknown;
  headers?: Record<string, string>;
}

interface Answered {
  status: number;
  text: string;
  /** Of JSON. */
  body: { message?: string; [field: string]: unknown };
}

export function createRoom() {
  const timers = createTimers();
  const clock = createClock(timers, START);
  let uids = 0;
  const store = createStore({ now: clock.now, uid: () => `00000000-0000-4000-8000-${`${uids++}`.padStart(12, '0')}` });
  const lab: Lab = { store, clock, random: () => 0.5, record: createRecorder(store, clock) };
  const lines: LogLine[] = [];
  const followers = new Set<{ heard: (line: LogLine) => void; ended: () => void }>();
  const usage = new Map<string, Usage[]>();
  const runtime: Runtime = {
    logs: (_pod, _container, isPrevious) => (isPrevious ? [{ at: START - 5000, text: 'the run before' }] : lines),
    follow(_pod, _container, heard, ended) {
      const one = { heard, ended };
      followers.add(one);
      return () => void followers.delete(one);
    },
    exec: () => undefined,
    attach: () => undefined,
    ask: async () => undefined,
    usage: ({ metadata }) => usage.get(metadata.name),
  };
  begin(lab);
  const api = createApi({ lab, admissions: [], runtime });

  function ask(method: string, url: string, { body, headers = {} }: Asked = {}): Answered {
    const { pathname, searchParams } = new URL(url, 'http://lab');
    const answer = api({
      ...{ method, path: pathname, query: searchParams },
      headers: { 'content-type': 'application/json', ...headers },
      body: body === undefined ? new Uint8Array() : Buffer.from(JSON.stringify(body)),
    });
    if (!('body' in answer)) throw new Error('a stream');
    const isJson = answer.headers['content-type']?.includes('json');
    return { status: answer.status, text: answer.body, body: isJson ? JSON.parse(answer.body) : {} };
  }
  /** What a stream has sent so far. */
  function follow(url: string) {
    const { pathname, searchParams } = new URL(url, 'http://lab');
    const answer = api({ method: 'GET', path: pathname, query: searchParams, headers: {}, body: new Uint8Array() });
    if ('body' in answer) throw new Error(answer.body);
    const told = { pieces: [] as string[], hasEnded: false, isFull: false };
    const stop = answer.begin({
      write: (piece) => void told.pieces.push(piece),
      end() {
        told.hasEnded = true;
      },
      isFull: () => told.isFull,
    });
    return { told, stop };
  }
  function makePod(name: string, status: Partial<ContainerStatus>, spec: Partial<PodSpec> = {}): Pod {
    const containers = spec.containers ?? [{ name: 'c', image: 'x' }];
    return store.create(PODS, {
      ...{ apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'default', labels: { app: 'web' } } },
      spec: { nodeName: 'node-2', ...spec, containers },
      status: {
        phase: 'Running',
        conditions: [{ type: 'Ready', status: 'True' }],
        containerStatuses: containers.map((one) => ({
          ...{ name: one.name, state: {}, lastState: {}, ready: true, restartCount: 0, image: 'x', imageID: 'x' },
          ...status,
        })),
      },
    });
  }
  const say = (text: string): void => {
    const line = { at: clock.now(), text };
    lines.push(line);
    for (const { heard } of followers) heard(line);
  };
  return { ask, follow, makePod, say, lab, timers, usage, followers };
}

export const RUNNING = { state: { running: { startedAt: '2026-03-02T08:59:00Z' } } };
