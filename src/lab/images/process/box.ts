import type { Image, Machine } from '../machine.ts';
import type { Budget } from './budget.ts';
import { createBudget } from './budget.ts';
import { createMeter } from './meter.ts';
import type { Box, Proc, Program, Signal, Start, Stream, Wait, Work } from './process.ts';
import { SIGNALS } from './process.ts';
import { createBell } from './streams.ts';
import { createDisk, createPorts } from './tables.ts';

/** Processes of one container, so that a fork bomb stays small. */
const PROCESSES = 128;
/** Steps a simulated second of one container, and how many it may take after a rest. */
const [STEPS, STEPS_MOST] = [1000, 10_000];
/** Steps in one turn of the clock, and of one process before others come. */
const [TURN, SLICE] = [400, 40];
/** Milliseconds that a container waits whose steps are used up. */
const STARVED = 100;
/** Bytes that any process takes. */
export const BARE = 350_000;
/** Cores of a node: no more is ever wanted. */
const CORES = 4;

/** Told of what is a bug of ours. */
export type Failed = (error: unknown, where: string) => void;

interface Task {
  proc: Proc;
  work: Work;
  owed: number;
  /** The exit code of one that could not write on. */
  brokenWith: number | undefined;
  cancel: (() => void) | undefined;
  bell: ReturnType<typeof createBell>;
}

/** Steps that a new process costs. */
const FORK = 8;

/** The stream on which a process has to wait to write. */
function fullStream({ streams }: Proc): Stream | undefined {
  const out = streams.get(1);
  if (out?.isFull()) return out;
  const err = streams.get(2);
  return err?.isFull() ? err : undefined;
}

/** What a signal does to a process that neither handles nor ignores it. */
const isDeadly = (signal: Signal, pid: number): boolean => pid !== 1 && signal in SIGNALS;

/**
 * The processes of one run of a container, which take turns. Their steps are counted: what would run for ever waits for
 * the clock when its share of the second is used up, and is then reported as busy.
 */
export function createBox(
  machine: Machine,
  image: Image,
  labs: Budget,
  find: Box['find'],
  failed: Failed,
): Box & { end(): void } {
  const budget = createBudget(STEPS, STEPS_MOST);
  const meter = createMeter(machine);
  const tasks = new Map<number, Task>();
  const processes = new Map<number, Proc>();
  const added = new Map<string, Program>();
  let queue: Task[] = [];
  // Bytes held and millicores worked by all processes, and how many of them would run on if they had steps left.
  let [held, working, spinning, toldHeld] = [0, 0, 0, 0];
  let isPlanned = false;
  let isOver = false;
  let nextPid = 1;

  function plan(ms: number): void {
    if (isPlanned || isOver) return;
    isPlanned = true;
    machine.after(ms, () => {
      isPlanned = false;
      turn();
    });
  }
  function ready(task: Task): void {
    task.cancel?.();
    task.cancel = undefined;
    if (queue.includes(task)) return;
    queue.push(task);
    plan(0);
  }
  const tell = (): void => {
    meter.set(Math.min(spinning * 1000 + working, CORES * 1000));
    if (held !== toldHeld) machine.hold(held);
    toldHeld = held;
  };
  function turn(): void {
    let steps = labs.take(machine.now(), budget.take(machine.now(), TURN));
    const isStarved = steps === 0;
    while (steps > 0 && !isOver) {
      const task = queue.shift();
      if (!task) break;
      steps -= step(task, Math.min(steps, SLICE));
    }
    budget.giveBack(Math.max(0, steps));
    labs.giveBack(Math.max(0, steps));
    if (isOver) return;
    spinning = queue.length;
    tell();
    if (queue.length > 0) plan(isStarved ? STARVED : 0);
  }
  function step(task: Task, most: number): number {
    for (let taken = 1; ; taken++) {
      if (task.brokenWith !== undefined) {
        finish(task, task.brokenWith);
        return taken;
      }
      const full = fullStream(task.proc);
      if (full) {
        park(task, full.changed);
        return taken;
      }
      if (task.owed >= 1) {
        const paid = Math.min(task.owed, most - taken + 1);
        task.owed -= paid;
        taken += paid - 1;
      } else {
        const done = next(task);
        if (!processes.has(task.proc.pid)) return taken;
        if (done.done) {
          finish(task, done.value);
          return taken;
        }
        if (done.value) {
          park(task, done.value);
          return taken;
        }
      }
      if (taken >= most) {
        queue.push(task);
        return taken;
      }
    }
  }
  /** A program's next step. What goes wrong in it is a bug of ours, which ends that program alone. */
  function next(task: Task): IteratorResult<Wait | undefined, number> {
    try {
      return task.work.next();
    } catch (error) {
      failed(error, `lab: ${task.proc.argv[0]}`);
      say(task.proc, 2, 'Segmentation fault\n');
      return { done: true, value: 139 };
    }
  }
  function park(task: Task, wait: Wait): void {
    let isWoken = false;
    const cancel = wait(() => {
      if (isWoken) return;
      isWoken = true;
      if (tasks.get(task.proc.pid) === task) ready(task);
    });
    if (!isWoken) task.cancel = cancel;
  }
  function finish(task: Task, code: number): void {
    const { proc } = task;
    if (!tasks.delete(proc.pid)) return;
    processes.delete(proc.pid);
    queue = queue.filter((queued) => queued !== task);
    task.cancel?.();
    proc.code = code & 255;
    for (const stream of proc.streams.values()) stream.close();
    box.unlisten(proc);
    for (const other of processes.values()) if (other.parent === proc.pid) other.parent = 1;
    held -= proc.held;
    working -= proc.working;
    if (proc.pid === 1) box.end();
    else tell();
    task.bell.ring();
  }
  const say = (proc: Proc, fd: number, text: string): void => {
    const task = tasks.get(proc.pid);
    if (!task || text === '') return;
    task.owed += text.length / 512;
    const outcome = proc.streams.get(fd)?.write(text);
    if (outcome === 'closed') task.brokenWith = 128 + SIGNALS.PIPE;
    if (outcome !== 'full' || fd !== 1) return;
    task.brokenWith = 1;
    say(proc, 2, `${proc.argv[0]}: write error: No space left on device\n`);
  };

  const box: Box & { end(): void } = {
    machine,
    image,
    processes,
    start({ parent, argv, env, folder, user, streams, work }: Start) {
      if (processes.size >= PROCESSES || isOver) return undefined;
      const pid = nextPid++;
      const bell = createBell();
      const proc: Proc = {
        pid,
        parent: parent?.pid ?? 0,
        session: parent?.session ?? pid,
        argv,
        env: new Map(env),
        folder,
        user,
        started: machine.now(),
        streams: new Map(streams),
        box,
        handles: new Set(),
        ignores: new Set(),
        pending: [],
        code: undefined,
        out: (text) => say(proc, 1, text),
        err: (text) => say(proc, 2, text),
        owe(steps) {
          task.owed += steps;
        },
        held: BARE,
        hold(bytes) {
          if (proc.code !== undefined) return;
          held += bytes - proc.held;
          proc.held = bytes;
          tell();
        },
        working: 0,
        work(millicores) {
          if (proc.code !== undefined) return;
          working += millicores - proc.working;
          proc.working = millicores;
          tell();
        },
        ended: bell.wait,
      };
      for (const stream of streams.values()) stream.open();
      const task: Task = { proc, work: work(proc), owed: FORK, brokenWith: undefined, cancel: undefined, bell };
      processes.set(pid, proc);
      held += BARE;
      tasks.set(pid, task);
      ready(task);
      return proc;
    },
    signal(pid, signal) {
      const task = tasks.get(pid);
      if (!task) return false;
      if (signal !== 'KILL' && task.proc.ignores.has(signal)) return true;
      if (signal !== 'KILL' && task.proc.handles.has(signal)) {
        if (task.proc.pending.length < 8) task.proc.pending.push(signal);
        ready(task);
      } else if (isDeadly(signal, pid)) finish(task, 128 + SIGNALS[signal]);
      return true;
    },
    ...createPorts((port) => machine.isTaken(port)),
    spend: meter.spend,
    find: (name, folder, path) => added.get(name) ?? find(name, folder, path),
    add: (name, program) => void added.set(name, program),
    keep: createDisk(),
    end() {
      if (isOver) return;
      isOver = true;
      for (const task of [...tasks.values()]) finish(task, 128 + SIGNALS.KILL);
      meter.set(0);
      machine.hold(0);
    },
  };
  return box;
}
