import type { HttpAnswer, HttpAsked } from '../../../src/core/lab.ts';
import { createImages } from '../../../src/lab/images/images.ts';
import type { Files, Image, Machine, NetFailure, Process } from '../../../src/lab/images/machine.ts';
import { createTurnedTimers } from '../support/turned-timers.ts';

/** A clock that the test turns. */
function createTurnedClock(start = Date.UTC(2026, 10, 30, 9)) {
  const { timers, turn } = createTurnedTimers(start);
  return { ...timers, turn };
}

function createFakeFiles(image: Image, volumes: Record<string, string> = {}): Files {
  const texts = new Map<string, string>([...Object.entries(image.files), ...Object.entries(volumes)]);
  const modes = new Map<string, number>(Object.keys(image.files).map((path) => [path, 0o755]));
  const folders = new Set(['/', '/tmp', '/root', '/etc', '/home', '/home/curl_user', '/var', '/data', '/dev']);
  const addFolders = (path: string): void => {
    for (let at = path.indexOf('/', 1); at > 0; at = path.indexOf('/', at + 1)) folders.add(path.slice(0, at));
  };
  for (const path of texts.keys()) addFolders(path);
  const parent = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';
  const isReadOnly = (path: string): boolean => path in volumes || path.startsWith('/read-only');
  return {
    read: (path) => texts.get(path),
    write(path, text) {
      if (!folders.has(parent(path)) || folders.has(path) || isReadOnly(path)) return false;
      texts.set(path, text);
      return true;
    },
    remove: (path) => !isReadOnly(path) && (texts.delete(path) || folders.delete(path)),
    makeFolder(path) {
      if (!folders.has(parent(path)) || texts.has(path) || isReadOnly(path)) return false;
      folders.add(path);
      return true;
    },
    list(path) {
      if (!folders.has(path)) return undefined;
      const prefix = path === '/' ? '/' : `${path}/`;
      const names = [...texts.keys(), ...folders].filter((each) => each.startsWith(prefix) && each !== path);
      return [...new Set(names.map((each) => each.slice(prefix.length).split('/')[0] ?? ''))].filter(Boolean);
    },
    isFolder: (path) => folders.has(path),
    mode: (path) => modes.get(path) ?? (texts.has(path) ? 0o644 : folders.has(path) ? 0o755 : undefined),
    setMode(path, mode) {
      modes.set(path, mode);
      return texts.has(path);
    },
  };
}

/** A bug in a program fails its test. */
export function rethrow(error: unknown): never {
  throw error;
}

interface Given {
  image?: string;
  files?: Record<string, string>;
  env?: Record<string, string>;
  user?: number;
  hosts?: Record<string, readonly string[]>;
  /** Ports on which other containers of the Pod answer. */
  taken?: readonly number[];
  /** Capabilities of Linux that it lacks. */
  lacks?: readonly string[];
  answer?: (host: string, port: number, asked: HttpAsked) => HttpAnswer | NetFailure | undefined;
  images?: ReturnType<typeof createImages>;
  clock?: ReturnType<typeof createTurnedClock>;
}

/** A container with nothing around it: what its processes print, hold and work is noted. */
export function createContainer(given: Given = {}) {
  const images = given.images ?? createImages(rethrow);
  const clock = given.clock ?? createTurnedClock();
  const image = images.find(given.image ?? 'busybox:1.36');
  if (!image) throw new Error(`no image ${given.image}`);
  const seen = { held: 0, worked: 0, mostHeld: 0 };
  const started: Process[] = [];
  const files = createFakeFiles(image, given.files);
  const late = async (ms: number, answer: NetFailure): Promise<NetFailure> => {
    await new Promise<void>((resolve) => void clock.after(ms, resolve));
    return answer;
  };
  const machine: Machine = {
    now: clock.now,
    after: clock.after,
    random: () => 0.5,
    hostname: 'web-0',
    address: '10.244.1.5',
    env: { ...image.env, HOSTNAME: 'web-0', HOME: '/root', ...given.env },
    folder: image.folder,
    user: given.user ?? image.user,
    groups: [0],
    may: (capability) => !given.lacks?.includes(capability),
    files,
    network: {
      resolve: (name) => given.hosts?.[name.replace(/\.$/, '')] ?? [],
      async ask(host, port, asked, ms) {
        if (host === '127.0.0.1') {
          const main = started[0];
          return main?.ports().includes(port) ? main.serve(port, asked) : 'connection refused';
        }
        return given.answer?.(host, port, asked) ?? late(ms, 'timed out');
      },
      reaches: async (host, port, ms) =>
        host === '127.0.0.1'
          ? started[0]?.ports().includes(port)
            ? true
            : 'connection refused'
          : typeof given.answer?.(host, port, { method: 'GET', path: '/', headers: {}, body: '' }) === 'object'
            ? true
            : late(ms, 'timed out'),
    },
    isTaken: (port) => given.taken?.includes(port) ?? false,
    hold(bytes) {
      seen.held = bytes;
      seen.mostHeld = Math.max(seen.mostHeld, bytes);
    },
    work(millicores) {
      seen.worked = millicores;
    },
    nameserver: '10.96.0.10',
  };
  return {
    image,
    images,
    clock,
    machine,
    files,
    seen,
    /** Starts a process: what it prints, and its code once it has ended. */
    start(argv: readonly string[], isTty = false) {
      const said = {
        out: '',
        err: '',
        code: undefined as number | undefined,
        process: undefined as Process | undefined,
      };
      said.process = images.start(
        machine,
        image,
        argv,
        {
          out(text) {
            said.out += text;
          },
          err(text) {
            said.err += text;
          },
          ended(code) {
            said.code = code;
          },
        },
        isTty,
      );
      if (said.process) started.push(said.process);
      return said;
    },
    /** Runs a script to its end, or for so long. */
    async sh(script: string, ms = 60_000, shell = 'sh') {
      const said = this.start([shell, '-c', script]);
      for (let spent = 0; spent < ms && said.code === undefined; spent += 1000) await clock.turn(1000);
      return said;
    },
  };
}
