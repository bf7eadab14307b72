import { realpath, stat } from 'node:fs/promises';
import { basename, relative, sep } from 'node:path';
import { watch } from 'chokidar';
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
    await settled().catch((error: unknown) => {
      if (!closed) failed(error);
    });
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

  let isReady = false;
  const open = () =>
    watch([...folders], { ignored: (path: string) => isPassedOver(path, folders) })
      .on('all', (event, path, stats) => {
        // The first look tells of everything that is there.
        if (!isReady && (stats?.ctimeMs ?? 0) < since) return;
        if (event.endsWith('Dir') || READ.test(path)) touch();
      })
      // Of a link that is switched, such as `..data` of a ConfigMap's volume, only this tells.
      .on('raw', (event: string, path: string | null) => {
        if (event === 'rename' || basename(path ?? '').startsWith('..')) touch();
      })
      .on('error', failed);
  let watcher = open();
  const ready = new Promise<void>((resolve) => {
    watcher.once('ready', () => {
      isReady = true;
      resolve();
    });
  });

  let places: Promise<readonly string[]> = Promise.all(folders.map(placeOf));
  let stop = after(LOOK, look);
  function look(): void {
    const before = places;
    places = Promise.all(folders.map(placeOf));
    void Promise.all([before, places]).then(async ([was, is]) => {
      if (!closed && was.join('\n') !== is.join('\n')) {
        await watcher.close();
        // Its first look is told as changes, since it is one.
        if (!closed) watcher = open();
        touch();
      }
      if (!closed) stop = after(LOOK, look);
    });
  }

  return {
    ready,
    async close() {
      closed = true;
      cancel?.();
      stop();
      await watcher.close();
    },
  };
}
