import type { Lab, Running, Terminal } from '../../engine/lab.ts';
import { amountOf } from '../../engine/quantity.ts';
import type { Image, Images, Machine, Network, Process } from '../../images/machine.ts';
import { NODES } from '../../kinds/core.ts';
import type { Container, Pod } from '../../kinds/types.ts';
import { capabilitiesOf } from './capabilities.ts';
import { cgroupOf } from './cgroup.ts';
import { createFiles, type Disk, release } from './files.ts';
import { mountsOf, NAMESERVER, ownFiles, wordsOf } from './inside.ts';
import type { Log } from './log.ts';
import { createMeter, type Meter } from './meter.ts';
import type { Mounted } from './volumes.ts';

export interface Ended {
  code: number;
  reason: 'Completed' | 'Error' | 'OOMKilled';
}

/** One run of a container: from its start to its end, once. */
export interface Run {
  startedAt: number;
  meter: Meter;
  machine: Machine;
  ports(): readonly number[];
  serve: Process['serve'];
  /** Another program beside its own; undefined where the run is over, the runtime's words where it cannot be started. */
  exec(argv: readonly string[], terminal: Terminal, isTty: boolean): Running | string | undefined;
  /** Undefined where the run is over: a client that attached then would wait for ever. */
  attach(terminal: Terminal): Running | undefined;
  /** Asks it to end. */
  stop(): void;
  /** Ends it at once, with SIGKILL. */
  kill(reason?: 'OOMKilled'): void;
  /** It is gone with its node: its end is not told. */
  vanish(): void;
}

interface Parts {
  lab: Lab;
  images: Images;
  pod: Pod;
  container: Container;
  image: Image;
  env: Readonly<Record<string, string>>;
  address: string;
  network: Network;
  /** Does another container of its Pod answer on this port? */
  isTaken(port: number): boolean;
  volumes: ReadonlyMap<string, Mounted>;
  disk: Disk;
  log: Log;
  /** Told once; never while it is started. */
  ended(end: Ended): void;
}

/** Groups of a container's user: its own, and those that own its volumes. */
const groupsOf = ({ spec }: Pod, { securityContext: own }: Container): number[] => {
  const { runAsGroup, fsGroup } = spec.securityContext ?? {};
  return [own?.runAsGroup ?? runAsGroup ?? 0, ...(fsGroup === undefined ? [] : [fsGroup])];
};

/** Starts a container; gives the runtime's words where its program cannot be started. */
export function startRun(parts: Parts): Run | { whyNot: string } {
  const { lab, images, pod, container, image, env, log } = parts;
  const { clock } = lab;
  const hostname = pod.spec.hostname ?? pod.metadata.name.slice(0, 63);
  const startedAt = clock.now();
  const limits = container.resources?.limits;
  const meter = createMeter(clock.now, limits?.cpu === undefined ? undefined : amountOf(limits.cpu) * 1000);
  // Without a limit there is what the node has.
  const memory = amountOf(
    limits?.memory ?? lab.store.get(NODES, { name: pod.spec.nodeName ?? '' })?.status.capacity.memory,
  );
  const timers = new Set<() => void>();
  const attached = new Set<Terminal>();
  const beside = new Set<{ process: Process; terminal: Terminal }>();
  let isOver = false;
  let process: Process | undefined;

  function finish(end: Ended | undefined): void {
    if (isOver) return;
    isOver = true;
    for (const cancel of timers) cancel();
    timers.clear();
    process?.kill();
    for (const one of beside) {
      one.process.kill();
      one.terminal.ended(137);
    }
    beside.clear();
    release(parts.disk, root);
    log.end();
    for (const terminal of attached) terminal.ended(end?.code ?? 137);
    attached.clear();
    if (end) clock.after(0, () => parts.ended(end));
  }
  const readOnly = container.securityContext?.readOnlyRootFilesystem === true;
  const folder = container.workingDir ?? image.folder;
  const user = container.securityContext?.runAsUser ?? pod.spec.securityContext?.runAsUser ?? image.user;
  const powers = capabilitiesOf(container, user);
  const { files, root } = createFiles({
    ...{ image: image.files, own: ownFiles(pod, parts.address, hostname, powers.lines), folder, readOnly },
    ...{ mounts: [...mountsOf(container, parts.volumes, env), cgroupOf(container, meter)], disk: parts.disk },
  });
  const machine: Machine = {
    now: () => Math.floor(clock.now()),
    after(ms, call) {
      if (isOver) return () => {};
      const cancel = clock.after(ms, () => {
        timers.delete(forget);
        if (!isOver) call();
      });
      const forget = (): void => {
        timers.delete(forget);
        cancel();
      };
      timers.add(forget);
      return forget;
    },
    random: lab.random,
    ...{ hostname, address: parts.address },
    env: { HOSTNAME: hostname, ...env },
    folder,
    ...{ user, groups: groupsOf(pod, container), may: powers.may },
    files,
    ...{ network: parts.network, isTaken: parts.isTaken },
    hold(bytes) {
      meter.hold(bytes);
      if (bytes > memory) finish({ code: 137, reason: 'OOMKilled' });
    },
    work: meter.work,
    nameserver: NAMESERVER,
  };
  const own: Terminal = {
    out(text) {
      log.add(text);
      for (const terminal of attached) terminal.out(text);
    },
    err(text) {
      log.add(text);
      for (const terminal of attached) terminal.err(text);
    },
    ended: (code) => finish({ code, reason: code === 0 ? 'Completed' : 'Error' }),
  };
  const words = wordsOf(container, image, env);
  process = images.start(machine, image, words, own, container.tty === true);
  const whyNot = (name = ''): string => `${images.whyNot(machine, image, name)}: unknown`;
  if (process === undefined) return { whyNot: whyNot(words[0]) };
  const running = process;
  // A shell that nothing is typed into reads the end of its input at once, and is done: busybox without a command.
  if (container.stdin !== true) running.inputEnded();
  // It may have taken too much as it began.
  if (isOver) running.kill();
  return {
    ...{ startedAt, meter, machine },
    ports: () => (isOver ? [] : running.ports()),
    serve: (port, asked) => running.serve(port, asked),
    exec(argv, terminal, isTty) {
      if (isOver) return undefined;
      let hasEnded = false;
      let entry: { process: Process; terminal: Terminal } | undefined;
      const guarded: Terminal = {
        ...terminal,
        ended(code) {
          if (hasEnded) return;
          hasEnded = true;
          if (entry) beside.delete(entry);
          terminal.ended(code);
        },
      };
      const other = images.start(machine, image, argv, guarded, isTty);
      if (other === undefined) return whyNot(argv[0]);
      entry = { process: other, terminal: guarded };
      if (!hasEnded) beside.add(entry);
      return {
        input: (text) => other.input(text),
        inputEnded: () => other.inputEnded(),
        stop() {
          if (hasEnded) return;
          hasEnded = true;
          if (entry) beside.delete(entry);
          other.kill();
        },
      };
    },
    attach(terminal) {
      if (isOver) return undefined;
      attached.add(terminal);
      return {
        input: (text) => running.input(text),
        inputEnded: () => running.inputEnded(),
        stop: () => void attached.delete(terminal),
      };
    },
    stop: () => running.signal(image.stopSignal),
    kill: (reason) => finish({ code: 137, reason: reason ?? 'Error' }),
    vanish: () => finish(undefined),
  };
}
