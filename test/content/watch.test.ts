/** Real folders and the system's own events: each way to save is noticed, and once. */
import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { watchFolders } from '../../src/content/watch.ts';
import { systemTimers } from '../../src/core/timers.ts';
import { eventually } from '../support/eventually.ts';
import { folderOf } from '../support/world.ts';

/** Longer than changes settle: what comes later is another call. */
const CALM = 2500;

type Finished = (end: () => Promise<void> | void) => void;

/** Watches a folder, and counts the calls. */
async function watching(
  folder: string,
  finished: Finished,
  { since = Number.POSITIVE_INFINITY, settling = async () => {} } = {},
) {
  let calls = 0;
  const failed: unknown[] = [];
  const watch = watchFolders(
    [folder],
    {
      since,
      failed: (error) => void failed.push(error),
      async settled() {
        calls += 1;
        await settling();
      },
    },
    systemTimers,
  );
  finished(() => watch.close());
  await watch.ready;
  let seen = 0;
  /** Waits for one more call, and that no other one follows. */
  const once = async (): Promise<void> => {
    await eventually(() => expect(calls).toBeGreaterThan(seen));
    await sleep(CALM);
    expect(calls).toBe(seen + 1);
    seen = calls;
    expect(failed).toEqual([]);
  };
  return { once, calls: () => calls, close: watch.close };
}

const files = { 'a.md': 'a', 'part/b.md': 'b', 'course.yaml': 'title: x', 'synonyms.txt': 'a b' };

test.concurrent('a changed, new, renamed and removed file, each once', async ({ onTestFinished }) => {
  const folder = folderOf(files, onTestFinished);
  const { once } = await watching(folder, onTestFinished);
  for (const change of [
    () => writeFileSync(join(folder, 'a.md'), 'aa'),
    () => writeFileSync(join(folder, 'part/c.md'), 'c'),
    () => renameSync(join(folder, 'part/c.md'), join(folder, 'part/d.md')),
    () => rmSync(join(folder, 'part/d.md')),
    () => writeFileSync(join(folder, 'course.yaml'), 'title: y'),
    () => writeFileSync(join(folder, 'synonyms.txt'), 'c d'),
  ]) {
    change();
    await once();
  }
});

test.concurrent('what a text editor does to save safely: another file that takes the name', async ({
  onTestFinished,
}) => {
  const folder = folderOf(files, onTestFinished);
  const { once } = await watching(folder, onTestFinished);
  for (const name of ['a.md', 'part/b.md']) {
    const written = join(folder, `${name}.tmp~`);
    writeFileSync(written, 'new');
    renameSync(join(folder, name), join(folder, `${name}~`));
    await sleep(50);
    renameSync(written, join(folder, name));
    rmSync(join(folder, `${name}~`));
    await once();
  }
});

test.concurrent('many saves, and a pull over 300 files, once', async ({ onTestFinished }) => {
  const folder = folderOf(
    Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`g/${n}.md`, `${n}`])),
    onTestFinished,
  );
  const { once } = await watching(folder, onTestFinished);
  for (let n = 0; n < 10; n++) {
    writeFileSync(join(folder, 'g/1.md'), `save ${n}`);
    await sleep(20);
  }
  await once();
  for (const name of readdirSync(join(folder, 'g'))) {
    rmSync(join(folder, 'g', name));
    writeFileSync(join(folder, 'g', name), `pulled ${name}`);
  }
  await once();
});

test.concurrent('a volume of Kubernetes, whose link is switched to another folder', async ({ onTestFinished }) => {
  const folder = folderOf({ '..1/a.md': 'a', '..2/a.md': 'aa', '..3/a.md': 'aaa' }, onTestFinished);
  symlinkSync('..1', join(folder, '..data'));
  symlinkSync('..data/a.md', join(folder, 'a.md'));
  const { once } = await watching(folder, onTestFinished);
  for (const next of ['..2', '..3']) {
    symlinkSync(next, join(folder, '..data_tmp'));
    renameSync(join(folder, '..data_tmp'), join(folder, '..data'));
    await once();
  }
});

test.concurrent('a deployment, whose link is switched above the folder, and what is saved in the new place', async ({
  onTestFinished,
}) => {
  const releases = folderOf({ '1/content/a.md': 'a', '2/content/a.md': 'aa' }, onTestFinished);
  const current = join(releases, 'current');
  symlinkSync('1', current);
  const { once } = await watching(join(current, 'content'), onTestFinished);
  symlinkSync('2', join(releases, 'next'));
  renameSync(join(releases, 'next'), current);
  await once();
  writeFileSync(join(releases, '2/content/a.md'), 'aaa');
  await once();
});

test.concurrent('a folder that is replaced, goes and comes back', async ({ onTestFinished }) => {
  const place = folderOf({ 'content/a.md': 'a', 'next/a.md': 'aa' }, onTestFinished);
  const folder = join(place, 'content');
  const { once, calls } = await watching(folder, onTestFinished);
  rmSync(folder, { recursive: true });
  renameSync(join(place, 'next'), folder);
  await once();
  const before = calls();
  rmSync(folder, { recursive: true });
  await eventually(() => expect(calls()).toBeGreaterThan(before));
  await sleep(CALM);
  const gone = calls();
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.md'), 'aaa');
  await eventually(() => expect(calls()).toBeGreaterThan(gone));
});

test.concurrent('hidden files, other files and node_modules are nobody’s content', async ({ onTestFinished }) => {
  const folder = folderOf({ ...files, '.git/x.md': 'x', 'node_modules/p/README.md': 'r' }, onTestFinished);
  const { once, calls } = await watching(folder, onTestFinished);
  writeFileSync(join(folder, '.git/x.md'), 'xx');
  writeFileSync(join(folder, 'node_modules/p/README.md'), 'rr');
  await sleep(CALM);
  expect(calls()).toBe(0);
  writeFileSync(join(folder, 'a.md'), 'aa');
  await once();
});

test.concurrent('what was saved after the content was read and before anything was watched', async ({
  onTestFinished,
}) => {
  const since = Date.now();
  const folder = folderOf(files, onTestFinished);
  const { once } = await watching(folder, onTestFinished, { since });
  await once();
});

test.concurrent('what changes while the last change is taught comes after it, never beside it', async ({
  onTestFinished,
}) => {
  const folder = folderOf(files, onTestFinished);
  let at = 0;
  let most = 0;
  const settling = async (): Promise<void> => {
    most = Math.max(most, ++at);
    writeFileSync(join(folder, 'a.md'), `${Math.min(calls(), 2)}`);
    await sleep(500);
    at--;
  };
  const { calls } = await watching(folder, onTestFinished, { settling });
  writeFileSync(join(folder, 'part/b.md'), 'bb');
  await eventually(() => expect(calls()).toBeGreaterThan(1));
  expect(most).toBe(1);
});

test.concurrent('nothing is told once it is closed', async ({ onTestFinished }) => {
  const folder = folderOf(files, onTestFinished);
  const { calls, close } = await watching(folder, onTestFinished);
  writeFileSync(join(folder, 'a.md'), 'aa');
  await close();
  await sleep(CALM);
  expect(calls()).toBe(0);
});
