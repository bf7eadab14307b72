import type { Timers } from '../../core/timers.ts';
import { createApi } from '../api/api.ts';
import { askFromPod } from '../api/from-pod.ts';
import type { ApiAnswer, ApiRequest, ApiStream } from '../api/messages.ts';
import { ADMISSIONS } from '../controllers/admissions.ts';
import { begin } from '../controllers/bootstrap.ts';
import { controllersOf } from '../controllers/controllers.ts';
import { rowOfKind } from '../kinds/kinds.ts';
import { createNodes, type Disks, type Nodes } from '../nodes/nodes.ts';
import { createClock } from './clock.ts';
import { runControllers } from './controller.ts';
import { createRecorder } from './events.ts';
import type { Lab } from './lab.ts';
import type { Thing } from './object.ts';
import { createStore } from './store.ts';

/** A lab as it is kept: its objects and what its time was. What ran in containers is not in it: that begins anew. */
export interface Snapshot {
  version: number;
  /** Epoch milliseconds of the lab. */
  now: number;
  objects: readonly Thing[];
  /** The files of PersistentVolumes, by their uid: what claims hold outlives all. */
  disks?: Disks | undefined;
}

interface Parts {
  timers: Timers;
  /** Epoch milliseconds at which a new lab begins. */
  start: number;
  random: () => number;
  uid: () => string;
  /** What is a bug of ours. */
  failed: (error: unknown, where: string) => void;
  snapshot?: Snapshot | undefined;
}

/** A cluster of three nodes with an API, which nothing outside of it can notice but by `request`. */
export interface Cluster {
  request(request: ApiRequest): ApiAnswer | ApiStream;
  lab: Lab;
  nodes: Nodes;
  snapshot(): Snapshot;
  pause(): void;
  resume(): void;
  /** How many times faster than the world its time runs. */
  run(speed: number): void;
  /** Ends all that goes on in it. */
  close(): void;
}

export function createCluster({ timers, start, random, uid, failed, snapshot }: Parts): Cluster {
  const clock = createClock(timers, snapshot?.now ?? start);
  const store = createStore({ now: clock.now, uid });
  const lab: Lab = { store, clock, random, record: createRecorder(store, clock) };
  const nodes = createNodes(lab, failed, { disks: snapshot?.disks });
  const stop = runControllers([...controllersOf(lab, nodes), ...nodes.controllers], { store, clock, failed });
  const request = createApi({ lab, admissions: ADMISSIONS, runtime: nodes.runtime });
  nodes.reachApi((asked) => askFromPod(request, asked));
  if (snapshot) {
    const byRow = Map.groupBy(snapshot.objects, ({ apiVersion, kind }) => rowOfKind(apiVersion, kind));
    for (const [row, objects] of byRow) if (row) store.restore(row, objects, snapshot.version);
  } else begin(lab);
  return {
    request,
    lab,
    nodes,
    snapshot: () => ({ ...store.dump(), now: clock.now(), disks: nodes.disks() }),
    pause: clock.pause,
    resume: clock.resume,
    run: clock.run,
    close() {
      stop();
      clock.pause();
    },
  };
}
