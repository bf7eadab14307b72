/** Controllers by themselves, on a clock that a test turns: a stand-in for nodes places Pods and has them ready in a second. */
import { begin } from '../../../src/lab/controllers/bootstrap.ts';
import { controllersOf } from '../../../src/lab/controllers/controllers.ts';
import { type Draft, make } from '../../../src/lab/controllers/shared/make.ts';
import { createClock } from '../../../src/lab/engine/clock.ts';
import { runControllers } from '../../../src/lab/engine/controller.ts';
import { createRecorder } from '../../../src/lab/engine/events.ts';
import type { Lab, Usage } from '../../../src/lab/engine/lab.ts';
import { isLeaving, type Thing, timeText } from '../../../src/lab/engine/object.ts';
import { createStore } from '../../../src/lab/engine/store.ts';
import { EVENTS, PODS } from '../../../src/lab/kinds/core.ts';
import type { Row } from '../../../src/lab/kinds/row.ts';
import type { Pod } from '../../../src/lab/kinds/types.ts';
import { DEPLOYMENTS } from '../../../src/lab/kinds/workloads.ts';
import { createTurnedTimers } from '../support/turned-timers.ts';

const START = Date.parse('2026-03-02T01:00:30Z');

/** How a test's Pods do: ready in a second where nothing else is said. */
type Fate = 'ready' | 'unready' | 'pending' | 'succeeds' | 'fails';

export function createControlled() {
  const { timers, turnNow: turn } = createTurnedTimers();
  const clock = createClock(timers, START);
  let seed = 1;
  const random = (): number => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  const bugs: unknown[] = [];
  let uids = 0;
  const store = createStore({
    now: clock.now,
    uid: () => `00000000-0000-4000-8000-${`${++uids}`.padStart(12, '0')}`,
  });
  const lab: Lab = { store, clock, random, record: createRecorder(store, clock) };
  let usage: (pod: Pod) => readonly Usage[] | undefined = () => undefined;
  let fate: (pod: Pod) => Fate = () => 'ready';
  const runtime = {
    ...{ logs: () => undefined, follow: () => () => {}, exec: () => undefined, attach: () => undefined },
    ask: async () => undefined,
    usage: (pod: Pod) => usage(pod),
  };
  let addresses = 0;
  function settle(pod: Pod): void {
    const how = fate(pod);
    if (how === 'pending') return;
    store.edit(PODS, pod.metadata, (draft) => {
      const at = timeText(clock.now());
      draft.spec.nodeName ??= `node-${(addresses % 3) + 1}`;
      draft.status.podIP ??= `10.244.0.${++addresses + 1}`;
      const isReady = how === 'ready' ? 'True' : 'False';
      const phases = { succeeds: 'Succeeded', fails: 'Failed', ready: 'Running', unready: 'Running' } as const;
      draft.status = {
        ...draft.status,
        phase: phases[how],
        startTime: draft.status.startTime ?? at,
        conditions: [{ type: 'Ready', status: isReady, lastTransitionTime: at }],
      };
    });
  }
  store.listen((row, { type, object }) => {
    if (row !== PODS) return;
    const find = (): Pod | undefined => {
      const now = store.get(PODS, object.metadata);
      return now?.metadata.uid === object.metadata.uid ? now : undefined;
    };
    const isGoing = isLeaving(object);
    if (type === 'ADDED' || isGoing)
      clock.after(1000, () => {
        const pod = find();
        if (pod && isGoing && (pod.metadata.finalizers ?? []).length === 0) store.remove(PODS, pod.metadata);
        else if (pod && !isGoing && !isLeaving(pod)) settle(pod);
      });
  });
  runControllers(controllersOf(lab, { runtime }), { store, clock, failed: (error) => bugs.push(error) });
  begin(lab);
  // What answers names is a Deployment like any other: tests that count are about their own.
  store.remove(DEPLOYMENTS, { namespace: 'kube-system', name: 'coredns' });
  turn(1);

  return {
    ...{ lab, store },
    /** Lets time go; what a controller threw as a bug is the test's failure. */
    turn(seconds: number): void {
      turn(seconds * 1000);
      if (bugs.length > 0) throw bugs[0];
    },
    make: <T extends Thing>(row: Row<T>, draft: Draft<T>): T => make(lab, row, draft),
    /** Pods of a name's beginning, that are not leaving. */
    pods: (begins = ''): Pod[] =>
      store.list(PODS).filter((pod) => !isLeaving(pod) && pod.metadata.name.startsWith(begins)),
    /** Reasons and messages of events about an object. */
    events: (name: string): string[] =>
      store
        .list(EVENTS)
        .filter(({ involvedObject }) => involvedObject.name === name)
        .map(({ type, reason, message }) => `${type} ${reason} ${message}`),
    fate(next: (pod: Pod) => Fate): void {
      fate = next;
      for (const pod of store.list(PODS)) if (!isLeaving(pod) && pod.status.phase !== 'Succeeded') settle(pod);
    },
    settle,
    usage(next: (pod: Pod) => readonly Usage[] | undefined): void {
      usage = next;
    },
  };
}

export type Controlled = ReturnType<typeof createControlled>;

const DEFAULT = { namespace: 'default' };

/** A template of one container, chosen by a label. */
export const templateOf = (app: string, image = 'nginx:1.27', resources = {}) => ({
  metadata: { labels: { app } },
  spec: { containers: [{ name: app, image, resources }] },
});

export const named = (name: string, more = {}) => ({ ...DEFAULT, name, ...more });
