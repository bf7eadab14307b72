import { realpath, stat } from 'node:fs/promises';
import { basename, relative, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import type { Timers } from '../core/timers.ts';

/** Milliseconds of quiet after which saving is over, and the longest that changes without end are waited for. */
const QUIET = 300;
const LONGEST = 1500;
/** Milliseconds between two looks where the folders themselves are. */
const LOOK = 1000;

/** Hidden folders and node_modules, below the folder that was named: see readFolders(). */
const isPassedOver = (path: string, folders: readonly string[]): boolean =>
  folders.some((folder) => {
    const [first = '', ...rest] = relative(folder, path).split(sep);
    return first !== '..' && [first, ...rest].some((part) => part.startsWith('.') || part === 'node_modules');
  });

/** Where a folder is at this moment: a deployment may switch a link anywhere on the way to it. */
async function placeOf(folder: string): Promise<string> {
  try {
    const real = await realpath(folder);
    return `${real} ${(await stat(real)).ino}`;
  } catch {
    return '';
  }
}

/** Files that content is read from; what else is saved beside them changes nothing. */
const READ = /\.(?:md|markdown|txt|ya?ml)$/i;

interface Watching {
  /** When the content was read, epoch milliseconds: what was saved between then and `ready` counts as well. */
  since: number;
  /** Something below the folders may have changed; called at once, and often. */
  begun?(): void;
  /** Nothing more has changed for a moment. The next call comes after this one is done. */
  settled(): Promise<void>;
  failed(error: unknown): void;
}

export interface ContentWatch {
  /** Resolves once changes are noticed. */
  ready: Promise<void>;
  close(): Promise<void>;
}

/**
 * Watches folders of content. An event only says where to look: what it was does not matter, since a text editor, git and
 * a mounted volume each save in their own way. The folders may be missing, and come later.
 */
export function watchFolders(
  folders: readonly string[],
  { since, begun, settled, failed }: Watching,
  { now, after }: Timers,
): ContentWatch {
  let closed = false;
  let cancel: (() => void) | undefined;
  let first = 0;
  let isBusy = false;
  let isTouched = false;

  async function settle(): Promise<void> {
    cancel = undefined;
    isTouched = false;
    isBusy = true;
    try {
      await followPlaces();
      if (!closed) await settled();
    } catch (error) {
      if (!closed) failed(error);
    }
    isBusy = false;
    if (isTouched) touch();
  }
  function touch(): void {
    if (closed) return;
    begun?.();
    isTouched = true;
    if (isBusy) return;
    if (cancel) cancel();
    else first = now();
    cancel = after(Math.min(QUIET, Math.max(0, first + LONGEST - now())), () => void settle());
  }

  /** `from`: of what is there at first, what was saved since then is a change, epoch milliseconds. */
  function open(from: number): { watcher: FSWatcher; ready: Promise<void> } {
    const { promise: ready, resolve } = Promise.withResolvers<void>();
    let isReady = false;
    const watcher = watch([...folders], { ignored: (path: string) => isPassedOver(path, folders) })
      .on('all', (event, path, stats) => {
        if (!isReady && (stats?.ctimeMs ?? 0) < from) return;
        if (event.endsWith('Dir') || READ.test(path)) touch();
      })
      // Of a link that is switched, such as `..data` of a ConfigMap's volume, only this tells.
      .on('raw', (event: string, path: string | null) => {
        if (event === 'rename' || basename(path ?? '').startsWith('..')) touch();
      })
      .on('error', failed)
      .once('ready', () => {
        isReady = true;
        resolve();
      });
    return { watcher, ready };
  }
  let opened = open(since);
  const { ready } = opened;

  let checked: Promise<unknown> = Promise.resolve();
  let places = '';
  const placesNow = async (): Promise<string> => (await Promise.all(folders.map(placeOf))).join('\n');
  /** Watches the folders where they are now; true where they were elsewhere. */
  async function follow(): Promise<boolean> {
    const before = places;
    places = await placesNow();
    if (closed || before === places) return false;
    await opened.watcher.close();
    if (closed) return false;
    // What is there by then is what the next call reads.
    opened = open(Number.POSITIVE_INFINITY);
    await opened.ready;
    return true;
  }
  function followPlaces(): Promise<boolean> {
    const turn = checked.then(follow);
    checked = turn.catch(() => undefined);
    return turn;
  }
  let stop = (): void => {};
  async function look(): Promise<void> {
    if (await followPlaces().catch(() => true)) touch();
    if (!closed) stop = after(LOOK, () => void look());
  }
  checked = placesNow().then((at) => {
    places = at;
    if (!closed) stop = after(LOOK, () => void look());
  });

  return {
    ready,
    async close() {
      closed = true;
      cancel?.();
      stop();
      await opened.watcher.close();
    },
  };
}
