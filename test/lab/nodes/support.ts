/** Nodes with the whole API and its controllers, on a clock that a test turns, with images of a few lines. */
import { createApi } from '../../../src/lab/api/api.ts';
import { ADMISSIONS } from '../../../src/lab/controllers/admissions.ts';
import { begin } from '../../../src/lab/controllers/bootstrap.ts';
import { controllersOf } from '../../../src/lab/controllers/controllers.ts';
import { createClock } from '../../../src/lab/engine/clock.ts';
import type { Snapshot } from '../../../src/lab/engine/cluster.ts';
import { runControllers } from '../../../src/lab/engine/controller.ts';
import { createRecorder } from '../../../src/lab/engine/events.ts';
import type { HttpAnswer, HttpAsked, Lab } from '../../../src/lab/engine/lab.ts';
import { createStore, type Place } from '../../../src/lab/engine/store.ts';
import type { Image, Images, Machine, Process } from '../../../src/lab/images/machine.ts';
import { EVENTS, PODS } from '../../../src/lab/kinds/core.ts';
import { rowOfKind } from '../../../src/lab/kinds/kinds.ts';
import type { Pod } from '../../../src/lab/kinds/types.ts';
import { createNodes } from '../../../src/lab/nodes/nodes.ts';
import { createTurnedTimers } from '../support/turned-timers.ts';

const START = Date.parse('2026-03-02T01:00:00Z');

/** What a program of a test does; it listens on port 80 where it serves. */
export interface Program {
  begin?(machine: Machine, say: (text: string) => void, end: (code: number) => void): void;
  serve?(asked: HttpAsked, machine: Machine): HttpAnswer | Promise<HttpAnswer>;
  /** Takes no notice of TERM. */
  isStubborn?: boolean;
}

export const answer = (status: number, body = ''): HttpAnswer => ({ status, headers: {}, body });

function imagesOf(programs: Readonly<Record<string, Program>>): Images {
  const find = (reference: string): Image | undefined => {
    const [name = '', tag = 'latest'] = reference.split(':');
    if (programs[name] === undefined || tag === 'none') return undefined;
    return {
      ...{ name, tag, repository: `docker.io/library/${name}`, digest: `sha256:${name}`, size: 30_000_000 },
      ...{ entrypoint: [name], command: [], env: { IMAGE: name }, folder: '/', user: 0, ports: [80] },
      ...{ stopSignal: 'TERM', files: { '/etc/motd': 'hello\n' } },
    };
  };
  return {
    find,
    refusal: (reference) =>
      reference.includes('!!')
        ? { reason: 'InvalidImageName', message: `couldn't parse image name "${reference}"` }
        : { reason: 'ErrImagePull', message: `${reference}: not found` },
    whyNot: (_machine, _image, name) => `exec: "${name}": executable file not found in $PATH`,
    start(machine, _image, argv, terminal): Process | undefined {
      const program = programs[argv[0] ?? ''];
      if (program === undefined) return undefined;
      let isOver = false;
      const end = (code: number): void => {
        if (isOver) return;
        isOver = true;
        terminal.ended(code);
      };
      machine.after(0, () => program.begin?.(machine, (text) => terminal.out(text), end));
      return {
        signal() {
          if (!program.isStubborn) end(0);
        },
        kill() {
          isOver = true;
        },
        ports: () => (program.serve && !isOver ? [80] : []),
        serve: (_port, asked) => program.serve?.(asked, machine) ?? answer(404),
        input() {},
        inputEnded() {},
      };
    },
  };
}

const PROGRAMS: Readonly<Record<string, Program>> = {
  server: { serve: () => answer(200, 'ok\n') },
  crasher: {
    begin(machine, say, end) {
      say('going down\n');
      machine.after(2000, () => end(1));
    },
  },
  worker: { begin: (machine, _say, end) => void machine.after(3000, () => end(0)) },
  stubborn: { isStubborn: true },
  true: { begin: (_machine, _say, end) => end(0) },
  false: { begin: (_machine, _say, end) => end(1) },
};

export async function createRoom(programs: Readonly<Record<string, Program>> = {}, snapshot?: Snapshot) {
  const { timers, turn } = createTurnedTimers();
  const clock = createClock(timers, snapshot?.now ?? START);
  let seed = 1;
  const random = (): number => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  const bugs: unknown[] = [];
  let uids = 0;
  const uid = (): string => `00000000-0000-4000-8000-${`${++uids}`.padStart(12, '0')}`;
  const store = createStore({ now: clock.now, uid });
  const lab: Lab = { store, clock, random, record: createRecorder(store, clock) };
  const failed = (error: unknown): void => void bugs.push(error);
  const nodes = createNodes(lab, failed, { images: imagesOf({ ...PROGRAMS, ...programs }), disks: snapshot?.disks });
  runControllers([...controllersOf(lab, nodes), ...nodes.controllers], { store, clock, failed });
  const request = createApi({ lab, admissions: ADMISSIONS, runtime: nodes.runtime });
  if (snapshot) {
    const byRow = Map.groupBy(snapshot.objects, ({ apiVersion, kind }) => rowOfKind(apiVersion, kind));
    for (const [row, objects] of byRow) if (row) store.restore(row, objects, snapshot.version);
  } else begin(lab);
  // The ServiceAccounts of Pods come from a controller.
  await turn(10);

  function send(method: string, path: string, body: unknown): unknown {
    const answered = request({
      ...{ method, path, query: new URLSearchParams() },
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify(body)),
    });
    if (!('body' in answered)) throw new Error('a stream');
    const text = Buffer.from(answered.body).toString();
    if (answered.status >= 300) throw new Error(text);
    return JSON.parse(text);
  }
  const placeOf = (name: string): Place => ({ namespace: 'default', name });
  return {
    ...{ lab, store, nodes, clock },
    /** Lets time go; what was thrown as a bug is the test's failure. */
    async turn(seconds: number): Promise<void> {
      await turn(seconds * 1000);
      if (bugs.length > 0) throw bugs[0];
    },
    /** Creates an object as kubectl does. */
    make(object: { apiVersion: string; kind: string; metadata: { name: string; namespace?: string } }): void {
      const row = rowOfKind(object.apiVersion, object.kind);
      if (row === undefined) throw new Error(object.kind);
      const { namespace = 'default' } = object.metadata;
      const group = row.group === '' ? `/api/${row.version}` : `/apis/${row.group}/${row.version}`;
      send('POST', `${group}${row.namespaced ? `/namespaces/${namespace}` : ''}/${row.plural}`, object);
    },
    remove: (plural: string, name: string, options = {}): unknown =>
      send('DELETE', `/api/v1/namespaces/default/${plural}/${name}`, options),
    pod(name: string): Pod {
      const pod = store.get(PODS, placeOf(name));
      if (pod === undefined) throw new Error(`no Pod ${name}`);
      return pod;
    },
    find: (name: string): Pod | undefined => store.get(PODS, placeOf(name)),
    /** Reasons and messages of events about an object. */
    events: (name: string): string[] =>
      store
        .list(EVENTS)
        .filter(({ involvedObject }) => involvedObject.name === name)
        .map(({ type, reason, message }) => `${type} ${reason} ${message}`),
  };
}

export type Room = Awaited<ReturnType<typeof createRoom>>;

/** A Pod of one container, `main`. */
export const podOf = (name: string, container: object = {}, spec: object = {}, metadata: object = {}) => ({
  ...{ apiVersion: 'v1', kind: 'Pod' },
  metadata: { name, labels: { app: name }, ...metadata },
  spec: { containers: [{ name: 'main', image: 'server', imagePullPolicy: 'IfNotPresent', ...container }], ...spec },
});

/** The first container's status. */
export const first = ({ status }: Pod) => {
  const [one] = status.containerStatuses ?? [];
  if (one === undefined) throw new Error('no container status');
  return one;
};

export const conditionOf = ({ status }: Pod, type: string) => status.conditions?.find((one) => one.type === type);
