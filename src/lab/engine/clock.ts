import type { Timers } from '../../core/timers.ts';

/** The time of one lab: epoch milliseconds, which may run faster than the world's, and stand still. */
export interface LabClock {
  now(): number;
  /** Calls back once `ms` of the lab's time have gone; what it returns cancels that. Of one moment, what came first is first. */
  after(ms: number, call: () => void): () => void;
}

export interface SteeredClock extends LabClock {
  /** Stands still until `resume`. */
  pause(): void;
  resume(): void;
  /** How many times faster than the world it runs. */
  run(speed: number): void;
}

interface Due {
  at: number;
  nth: number;
  call: () => void;
}

const isBefore = (one: Due, other: Due): boolean => one.at < other.at || (one.at === other.at && one.nth < other.nth);

/** A binary heap: what is due first is at its head. */
function createHeap() {
  const heap: Due[] = [];
  const swap = (i: number, j: number): void => {
    const [one, other] = [heap[i], heap[j]];
    if (one === undefined || other === undefined) return;
    heap[i] = other;
    heap[j] = one;
  };
  const less = (i: number, j: number): boolean => {
    const [one, other] = [heap[i], heap[j]];
    return one !== undefined && other !== undefined && isBefore(one, other);
  };
  return {
    head: (): Due | undefined => heap[0],
    push(due: Due): void {
      heap.push(due);
      for (let i = heap.length - 1; i > 0; ) {
        const parent = (i - 1) >> 1;
        if (!less(i, parent)) break;
        swap(i, parent);
        i = parent;
      }
    },
    pop(): Due | undefined {
      const head = heap[0];
      const last = heap.pop();
      if (last === undefined || heap.length === 0) return head;
      heap[0] = last;
      for (let i = 0; ; ) {
        const [left, right] = [2 * i + 1, 2 * i + 2];
        let least = i;
        if (left < heap.length && less(left, least)) least = left;
        if (right < heap.length && less(right, least)) least = right;
        if (least === i) return head;
        swap(i, least);
        i = least;
      }
    },
  };
}

/** Milliseconds of the world that a lab works in one turn: another lab, and a request to it, come between two. */
const TURN = 8;

/** A lab's clock on the world's timers, from `start` on. */
export function createClock(timers: Timers, start: number): SteeredClock {
  const heap = createHeap();
  const cancelled = new WeakSet<Due>();
  let speed = 1;
  let isPaused = false;
  let [labTime, worldTime] = [start, timers.now()];
  let nth = 0;
  let cancelTimer: (() => void) | undefined;

  const now = (): number => (isPaused ? labTime : labTime + (timers.now() - worldTime) * speed);
  const settle = (): void => {
    labTime = now();
    worldTime = timers.now();
  };
  function plan(): void {
    cancelTimer?.();
    cancelTimer = undefined;
    const head = heap.head();
    if (head && !isPaused) cancelTimer = timers.after(Math.max(0, (head.at - now()) / speed), work);
  }
  function work(): void {
    const until = now();
    const begun = timers.now();
    for (let head = heap.head(); head && head.at <= until && timers.now() - begun < TURN; head = heap.head()) {
      heap.pop();
      if (!cancelled.has(head)) head.call();
    }
    plan();
  }

  return {
    now,
    after(ms, call) {
      const due: Due = { at: now() + Math.max(0, ms), nth: nth++, call };
      heap.push(due);
      if (heap.head() === due) plan();
      return () => void cancelled.add(due);
    },
    pause() {
      settle();
      isPaused = true;
      plan();
    },
    resume() {
      settle();
      isPaused = false;
      plan();
    },
    run(faster) {
      settle();
      speed = faster;
      plan();
    },
  };
}
